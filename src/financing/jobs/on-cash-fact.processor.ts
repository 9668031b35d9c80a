import { Injectable } from '@nestjs/common';

import { type EventType, type ReceivedEvent } from '../../contracts/events.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx } from '../../platform/database/session.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import {
  keepCancelled,
  keepClaimStep,
  keepDeparted,
  keepPlaced,
  keepReceived,
  keepRefund,
  keepSettled,
} from '../entities/order-cash.table.js';
import { ON_CASH_FACT } from './financing.job.js';

/** Of a time when news of money had no number yet. */
const OLDEST = 0;

/** Learns what an order is expected to bring, and when, and what it has brought: for the forecast and the score of its seller. */
@Injectable()
export class OnCashFact extends Subscriber {
  readonly job = ON_CASH_FACT;
  readonly hearing: Hearing = {
    'orders.order.placed': (tx, { resourceId }) => this.placed(tx, resourceId),
    // No service has heard of an order that was a draft.
    'orders.order.cancelled': async (tx, { resourceId, data }) => {
      if (data.from !== 'draft') await keepCancelled(tx, resourceId);
    },
    'customs.declaration.departed': async (tx, { orderId, data }) => {
      if (orderId !== null) await keepDeparted(tx, orderId, data.exportDate);
    },
    'fx.collection.matched': async (tx, { orderId, data }) => {
      if (orderId !== null) await keepReceived(tx, orderId, Money.fromJSON(data.amount));
    },
    'fx.collection.match_undone': async (tx, { orderId, data }) => {
      if (orderId === null) return;
      await keepReceived(tx, orderId, Money.fromJSON(data.amount).negated());
      if (data.reopened) await keepSettled(tx, orderId, null, data.revision ?? OLDEST);
    },
    'fx.order.collected': async (tx, { orderId, data }) => {
      if (orderId !== null) await keepSettled(tx, orderId, today(tx), data.revision ?? OLDEST);
    },
    'tax_refund.claim.matched': (tx, event) => this.refund(tx, event, Money.fromJSON(event.data.refund)),
    // After a refusal it may be filed again.
    'tax_refund.claim.filed': async (tx, event) => {
      await this.refund(tx, event, Money.fromJSON(event.data.refund));
      if (event.orderId !== null) await keepClaimStep(tx, event.orderId, { filedOn: today(tx) });
    },
    'tax_refund.claim.queried': async (tx, { orderId }) => {
      if (orderId !== null) await keepClaimStep(tx, orderId, { isQueried: true });
    },
    'tax_refund.claim.paid': async (tx, event) => {
      await this.refund(tx, event, null, 'paid');
      if (event.orderId !== null) await keepClaimStep(tx, event.orderId, { paidOn: today(tx) });
    },
    'tax_refund.claim.abandoned': (tx, event) => this.refund(tx, event, null),
    'tax_refund.claim.rejected': (tx, event) => this.refund(tx, event, null, 'rejected'),
  };

  constructor(
    deliveries: Deliveries,
    private readonly orders: OrderBook,
  ) {
    super(deliveries);
  }

  private async placed(tx: Tx, orderId: string): Promise<void> {
    const { seller, buyer, value, fx, freight, placedAt } = await this.orders.snapshot(tx, orderId);
    await keepPlaced(tx, orderId, {
      sellerId: seller.id,
      buyerId: buyer.id,
      value: Money.fromJSON(value),
      planRate: fx.planRate,
      placedOn: dateInZone(new Date(placedAt), CHINA),
      readyOn: freight.readyDate,
    });
  }

  private async refund(
    tx: Tx,
    { id: told, resourceId: claimId, orderId }: ReceivedEvent<EventType>,
    amount: Money | null,
    outcome: 'paid' | 'rejected' | null = null,
  ): Promise<void> {
    if (orderId !== null) await keepRefund(tx, orderId, { told, claimId, amount, outcome, on: today(tx) });
  }
}

function today({ now }: Tx): LocalDate {
  return dateInZone(now, CHINA);
}
