import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { Ledger, type LedgerEntry } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { together } from '../../../platform/database/together.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { isCollected, stillOwed } from '../../domain/collections/debt.js';
import { type MatchedBy } from '../../domain/collections/match-ways.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { Allocation } from '../../entities/allocation.entity.js';
import { type Collection } from '../../entities/collection.entity.js';
import { insertAllocations, storeReceivables } from '../../entities/match-writes.table.js';
import { OrderReceipts } from '../../entities/order-receipts.table.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { Conversions } from '../conversions/conversions.js';
import { FundReviews } from '../safe/fund-reviews.js';

export interface MatchedMoney {
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
    private readonly conversions: Conversions,
    private readonly ledger: Ledger,
    private readonly reviews: FundReviews,
  ) {}

  async pass(tx: Tx, money: MatchedMoney): Promise<void> {
    await this.passAll(tx, [money]);
  }

  /** Several at once, of one seller and currency; what is written goes in one statement for each kind of row. */
  async passAll(tx: Tx, moneys: readonly MatchedMoney[]): Promise<void> {
    const taken = await this.takeDues(tx, moneys);
    const begun = moneys
      .filter(({ receivable }) => !receivable.received.isZero())
      .map(({ receivable }) => receivable.id);
    const receipts = await OrderReceipts.of(tx, [...new Set(begun)]);
    const allocations: Allocation[] = [];
    // By order, with the last receipt that came for one that was collected already: told of once, whatever came.
    const added = new Map<Receivable, Collection>();
    for (const [index, { collection, receivable, amount, by, tolerance }] of moneys.entries()) {
      const wasCollected = receivable.state === 'collected';
      receivable.receive(amount, tx.now);
      receipts.add(receivable.id, collection, amount);
      const completes = receivable.state === 'open' && isCollected({ ...amountsOf(receivable), tolerance });
      if (completes) receivable.collect(tx.now);
      const allocation = Allocation.of({
        tenantId: tx.tenantId,
        id: newId(),
        collectionId: collection.id,
        orderId: receivable.id,
        matchedBy: by,
        amount,
        dues: taken[index] ?? Money.zero(amount.currency),
        now: tx.now,
      });
      allocations.push(allocation);
      this.announce(tx, receivable, allocation, completes);
      if (completes) announceCollected(tx, 'fx.order.collected', { receivable, collection, receipts });
      if (wasCollected) added.set(receivable, collection);
      // Before the row is written, since money in CNY is passed on in the same breath.
      if (amount.currency === HOME) {
        const { id: allocationId, orderId, proceeds } = allocation;
        const money = { orderId, partyId: receivable.partyId, allocationId, amount: proceeds };
        allocation.convertBy(await this.conversions.passAtPar(tx, money), tx.now);
      }
    }
    for (const [receivable, collection] of added) {
      announceCollected(tx, 'fx.order.receipt_added', { receivable, collection, receipts });
    }
    const receivables = [...new Set(moneys.map(({ receivable }) => receivable))];
    // The database works them in this order. Where the trade behind it is shown, what is under review is released, and what
    // converts by itself is converted.
    await together(
      storeReceivables(tx, receivables),
      insertAllocations(tx, allocations),
      this.reviews.judgeAll(tx, receivables),
    );
  }

  private announce(tx: Tx, receivable: Receivable, allocation: Allocation, completes: boolean): void {
    const resource = { type: 'collection', id: allocation.collectionId };
    const { id: orderId } = receivable;
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
  }

  /**
   * What the seller owes on an order in the currency of the receipt is taken from it first. Money in CNY is left
   * whole: it goes the way of converted money, where everything owed in CNY is settled in its order.
   * @returns what is taken of each
   */
  private async takeDues(tx: Tx, moneys: readonly MatchedMoney[]): Promise<Money[]> {
    const [first] = moneys;
    if (first === undefined || first.amount.currency === HOME) return [];
    const { partyId } = first.receivable;
    const { currency } = first.amount;
    const underReview = await this.reviews.underReview(
      tx,
      moneys.map(({ collection }) => collection.id),
    );
    const orderIds = [...new Set(moneys.map(({ receivable }) => receivable.id))];
    const owed = new Map(await this.ledger.balancesOfOrders(tx, { code: 'client_dues', partyId, currency, orderIds }));
    const entries: LedgerEntry[] = [];
    const taken = moneys.map(({ collection, receivable: { id: orderId }, amount }) => {
      const zero = Money.zero(currency);
      const dues = Money.max(Money.min(owed.get(orderId) ?? zero, amount), zero);
      if (dues.isZero() || underReview.has(collection.id)) return zero;
      owed.set(orderId, (owed.get(orderId) ?? zero).minus(dues));
      entries.push(duesEntry(collection, { orderId, partyId, dues }));
      return dues;
    });
    if (entries.length > 0) await this.ledger.postAll(tx, entries);
    return taken;
  }
}

interface CollectedOrder {
  readonly receivable: Receivable;
  /** The receipt that it is told of. */
  readonly collection: Collection;
  readonly receipts: OrderReceipts;
}

/** Before the row is written, which counts its version up. */
function announceCollected(
  tx: Tx,
  type: 'fx.order.collected' | 'fx.order.receipt_added',
  { receivable, collection, receipts }: CollectedOrder,
): void {
  const { id: orderId, expected, received, version } = receivable;
  publish(tx, {
    type,
    resource: { type: 'collection', id: collection.id },
    orderId,
    data: {
      expected: expected.toJSON(),
      received: received.toJSON(),
      shortfall: stillOwed(receivable).toJSON(),
      receipts: receipts.told(orderId),
      revision: version + 1,
    },
  });
}

function duesEntry(
  { id, valueDate }: Collection,
  { orderId, partyId, dues }: { readonly orderId: string; readonly partyId: string; readonly dues: Money },
): LedgerEntry {
  return {
    kind: 'fx.dues-taken',
    key: `fx.dues-taken/${id}/${orderId}/${newId()}`,
    orderId,
    valueDate,
    postings: [
      { account: { code: 'client_funds', partyId }, amount: dues },
      { account: { code: 'client_dues', partyId }, amount: dues.negated() },
    ],
  };
}

function amountsOf({ expected, received }: Receivable): { expected: Money; received: Money } {
  return { expected, received };
}
