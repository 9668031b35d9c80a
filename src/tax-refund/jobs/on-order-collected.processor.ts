import { Injectable } from '@nestjs/common';

import { type ReceivedEvent } from '../../contracts/events.js';
import { parseId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { RefundCases } from '../application/refund-cases.service.js';
import { OLDEST } from '../domain/collection-news.js';
import { ON_ORDER_COLLECTED } from './tax-refund.job.js';

/**
 * The buyer has paid: the export counts as collected. A receipt comes after that: it is one more of them. A receipt is undone: the order
 * may be owed again.
 */
@Injectable()
export class OnOrderCollected extends Subscriber {
  readonly job = ON_ORDER_COLLECTED;

  readonly hearing: Hearing = {
    'fx.order.collected': (tx, event) => this.collect(tx, event),
    'fx.order.receipt_added': (tx, event) => this.collect(tx, event),
    'fx.collection.match_undone': (tx, event) => this.undo(tx, event),
  };

  constructor(
    deliveries: Deliveries,
    private readonly cases: RefundCases,
  ) {
    super(deliveries);
  }

  private async collect(
    tx: Tx,
    { orderId, data }: ReceivedEvent<'fx.order.collected' | 'fx.order.receipt_added'>,
  ): Promise<void> {
    if (orderId === null) return;
    const { receipts = [], revision = OLDEST, ...collection } = data;
    await this.cases.collect(tx, orderId, {
      ...{ collection, revision },
      receipts: receipts.map((receipt) => ({ ...receipt, collectionId: parseId('collection', receipt.collectionId) })),
    });
  }

  private async undo(
    tx: Tx,
    { orderId, resourceId, data }: ReceivedEvent<'fx.collection.match_undone'>,
  ): Promise<void> {
    if (orderId === null) return;
    const { revision = OLDEST, outstanding, reopened, by } = data;
    const on = dateInZone(tx.now, CHINA);
    await this.cases.undoReceipt(tx, orderId, { collectionId: resourceId, revision, outstanding, reopened, by, on });
  }
}
