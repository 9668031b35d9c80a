import { Injectable } from '@nestjs/common';

import { Money } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { type Hearing, Processor, Subscriber } from '../../platform/queues/processor.js';
import { BopDrafts } from '../application/bop/bop-drafts.js';
import { FundReviews } from '../application/safe/fund-reviews.js';
import { SmallSellers } from '../application/safe/small-sellers.js';
import { TradeCredits } from '../application/safe/trade-credits.js';
import { keepExport, voidExport } from '../entities/declared-exports.table.js';
import { Receivable } from '../entities/receivable.entity.js';
import { expireTradeCredit, onExportDeclared, onReceiptNews, type TradeCreditPayload } from './safe.job.js';

/** What follows from our own news: a receipt from abroad is declared, an advance may have to be reported. */
@Injectable()
export class OnReceiptNewsProcessor extends Subscriber {
  readonly job = onReceiptNews;

  readonly hearing: Hearing = {
    'fx.collection.credited': async (tx, { resourceId }) => {
      await this.drafts.credited(tx, resourceId);
      await this.smallSellers.count(tx, resourceId);
    },
    'fx.collection.matched': async (tx, { resourceId, orderId }) => {
      if (orderId === null) return;
      // The receipt and its declaration before the debt, as everybody takes them.
      await this.drafts.matched(tx, resourceId, orderId);
      await this.credits.matched(tx, resourceId, orderId);
    },
    'fx.order.collected': async (tx, { orderId }) => {
      if (orderId !== null) await this.credits.collected(tx, orderId);
    },
    'fx.conversion.settled': (tx, { resourceId }) => this.drafts.settled(tx, resourceId),
  };

  constructor(
    deliveries: Deliveries,
    private readonly drafts: BopDrafts,
    private readonly smallSellers: SmallSellers,
    private readonly credits: TradeCredits,
  ) {
    super(deliveries);
  }
}

/** What customs says of exports: what receipts are held against. */
@Injectable()
export class OnExportDeclaredProcessor extends Subscriber {
  readonly job = onExportDeclared;

  readonly hearing: Hearing = {
    'customs.declaration.cleared': async (tx, { resourceId, orderId, data }) => {
      const [first] = data.items;
      if (orderId === null || first === undefined) return;
      const { currency } = Money.fromJSON(first.total);
      const totals = data.items.map(({ total }) => Money.fromJSON(total));
      await keepExport(tx, {
        ...{ declarationId: resourceId, orderId, entryNumber: data.entryNumber, exportDate: data.exportDate },
        supervisionMode: data.supervisionMode,
        total: Money.sum(totals, currency),
        parts: data.part?.of ?? 1,
        isVoid: false,
      });
      await this.look(tx, orderId);
      await this.credits.exported(tx, orderId, resourceId);
    },
    'customs.declaration.withdrawn': (tx, event) => this.takeBack(tx, event),
    'customs.declaration.exit_cancelled': (tx, event) => this.takeBack(tx, event),
  };

  constructor(
    deliveries: Deliveries,
    private readonly drafts: BopDrafts,
    private readonly reviews: FundReviews,
    private readonly credits: TradeCredits,
  ) {
    super(deliveries);
  }

  private async takeBack(
    tx: Tx,
    { resourceId, orderId }: { resourceId: string; orderId: string | null },
  ): Promise<void> {
    if (orderId === null) return;
    await voidExport(tx, resourceId, orderId);
    await this.look(tx, orderId);
  }

  private async look(tx: Tx, orderId: string): Promise<void> {
    await this.drafts.exported(tx, orderId);
    const receivable = await tx.lock(Receivable, orderId);
    if (receivable !== null && !receivable.received.isZero()) await this.reviews.judge(tx, receivable);
  }
}

/** Days on which trade credit is looked at. */
@Injectable()
export class ExpireTradeCreditProcessor extends Processor<TradeCreditPayload> {
  readonly job = expireTradeCredit;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly credits: TradeCredits,
  ) {
    super();
  }

  override async process(delivery: Delivery<TradeCreditPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.credits.look(tx, delivery.payload));
  }
}
