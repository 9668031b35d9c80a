import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { isCollected, type MatchedBy, stillOwed } from '../../domain/collections/match-collection.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { Allocation } from '../../entities/allocation.entity.js';
import { type Collection } from '../../entities/collection.entity.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { Conversions } from '../conversions/conversions.js';
import { Receivables } from '../collections/receivables.js';
import { FundReviews } from '../safe/fund-reviews.js';

interface MatchedMoney {
  readonly collection: Collection;
  /** Locked. */
  readonly receivable: Receivable;
  readonly amount: Money;
  readonly by: MatchedBy;
  readonly tolerance: Money;
}

/** What happens to money once it is known which order it pays for: counted, dues taken from it, converted. */
@Injectable()
export class Proceeds {
  constructor(
    private readonly receivables: Receivables,
    private readonly conversions: Conversions,
    private readonly ledger: Ledger,
    private readonly reviews: FundReviews,
  ) {}

  async pass(tx: Tx, { collection, receivable, amount, by, tolerance }: MatchedMoney): Promise<void> {
    receivable.receive(amount, tx.now);
    const completes = receivable.state === 'open' && isCollected({ ...amountsOf(receivable), tolerance });
    if (completes) receivable.collect(tx.now);
    await this.receivables.store(tx, receivable);
    const allocation = Allocation.of({
      tenantId: tx.tenantId,
      id: newId(),
      collectionId: collection.id,
      orderId: receivable.id,
      matchedBy: by,
      amount,
      dues: await this.takeDues(tx, collection, receivable, amount),
      now: tx.now,
    });
    this.announce(tx, receivable, allocation, completes);
    // Before the row is written, since money in CNY is passed on in the same breath.
    if (amount.currency === HOME) {
      const { id: allocationId, orderId, proceeds } = allocation;
      const money = { orderId, partyId: receivable.partyId, allocationId, amount: proceeds };
      allocation.convertBy(await this.conversions.passAtPar(tx, money), tx.now);
    }
    await tx.insert(Allocation, allocation);
    // Where the trade behind it is shown, what is under review is released, and what converts by itself is converted.
    await this.reviews.judge(tx, receivable);
  }

  private announce(tx: Tx, receivable: Receivable, allocation: Allocation, completes: boolean): void {
    const resource = { type: 'collection', id: allocation.collectionId };
    const { id: orderId, expected, received } = receivable;
    const shortfall = stillOwed(receivable);
    publish(tx, {
      type: 'fx.collection.matched',
      resource,
      orderId,
      changed: ['state', 'allocations'],
      data: {
        amount: allocation.amount.toJSON(),
        duesTaken: allocation.dues.toJSON(),
        by: allocation.matchedBy,
        shortfall: completes && !shortfall.isZero() ? shortfall.toJSON() : null,
      },
    });
    if (!completes) return;
    publish(tx, {
      type: 'fx.order.collected',
      resource,
      orderId,
      data: { expected: expected.toJSON(), received: received.toJSON(), shortfall: shortfall.toJSON() },
    });
  }

  /**
   * What the seller owes on this order in the currency of the receipt is taken from it first. Money in CNY is left
   * whole: it goes the way of converted money, where everything owed in CNY is settled in its order.
   */
  private async takeDues(
    tx: Tx,
    collection: Collection,
    { id: orderId, partyId }: Receivable,
    amount: Money,
  ): Promise<Money> {
    const { currency } = amount;
    if (currency === HOME || (await this.reviews.isUnderReview(tx, collection.id))) return Money.zero(currency);
    const { posted } = await this.ledger.balance(tx, { code: 'client_dues', partyId, currency, orderId });
    const dues = Money.max(Money.min(posted, amount), Money.zero(currency));
    if (dues.isZero()) return dues;
    await this.ledger.post(tx, {
      kind: 'fx.dues-taken',
      key: `fx.dues-taken/${collection.id}/${orderId}/${newId()}`,
      orderId,
      valueDate: collection.valueDate,
      postings: [
        { account: { code: 'client_funds', partyId }, amount: dues },
        { account: { code: 'client_dues', partyId }, amount: dues.negated() },
      ],
    });
    return dues;
  }
}

function amountsOf({ expected, received }: Receivable): { expected: Money; received: Money } {
  return { expected, received };
}
