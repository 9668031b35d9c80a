import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { ConvertedBeforeError } from '../../domain/collections/collection.errors.js';
import { isCollected, stillOwed } from '../../domain/collections/debt.js';
import { SAY } from '../../domain/fx.sentences.js';
import { Allocation, type UndoneBy } from '../../entities/allocation.entity.js';
import { type Collection } from '../../entities/collection.entity.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { Conversions } from '../conversions/conversions.js';
import { FundReviews } from '../safe/fund-reviews.js';
import { Debts } from './debts.js';
import { Receivables } from './receivables.js';

/** Takes back what a collection paid for: the order is owed again, dues that were taken of it are owed again. */
@Injectable()
export class AllocationUndoing {
  constructor(
    private readonly receivables: Receivables,
    private readonly conversions: Conversions,
    private readonly debts: Debts,
    private readonly ledger: Ledger,
    private readonly reviews: FundReviews,
  ) {}

  /**
   * All of it, as long as nothing was converted.
   * @returns what is the collection's own again
   * @throws ConvertedBeforeError
   */
  async undo(tx: Tx, collection: Collection, wrong: readonly Allocation[], by: UndoneBy): Promise<Money> {
    // All debts before the first balance.
    const orderIds = [...new Set(wrong.map(({ orderId }) => orderId))].sort();
    for (const orderId of orderIds) await this.receivables.lock(tx, orderId);
    let undone = Money.zero(collection.amount.currency);
    const receivables = new Map<string, Receivable>();
    for (const { id } of wrong.toSorted((left, right) => (left.orderId < right.orderId ? -1 : 1))) {
      const { amount, receivable } = await this.undoOne(tx, collection, id, by);
      undone = undone.plus(amount);
      receivables.set(receivable.id, receivable);
    }
    await this.judgeAnew(tx, [...receivables.values()]);
    return undone;
  }

  /** With less money, or none, the trade behind an order may be enough, and what was accepted is another matter. */
  async judgeAnew(tx: Tx, receivables: readonly Receivable[]): Promise<void> {
    if (receivables.length > 0) await this.reviews.judgeAll(tx, receivables);
  }

  private async undoOne(
    tx: Tx,
    collection: Collection,
    id: string,
    by: UndoneBy,
  ): Promise<{ readonly amount: Money; readonly receivable: Receivable }> {
    const known = await tx.find(Allocation, id);
    if (known === null) throw new Error(`Allocation ${id} is gone`);
    // The debt before its shares, as everybody takes them.
    const left = await this.conversions.leftOf(tx, known.orderId);
    const [receivable, allocation] = [await this.receivables.lock(tx, known.orderId), await tx.lock(Allocation, id)];
    if (receivable === null || allocation === null) throw new Error(`Allocation ${id} has no order`);
    if (!(await this.conversions.isFree(tx, allocation)) || allocation.proceeds.isMoreThan(left)) {
      throw new ConvertedBeforeError(SAY.converted_before);
    }
    const dues = allocation.dues;
    await this.oweDuesAgain(tx, collection, receivable, dues);
    if (!dues.isZero()) allocation.freeDues(dues, tx.now);
    allocation.undo({ by, back: allocation.amount, now: tx.now });
    await tx.store(Allocation, allocation);
    await this.giveBack(tx, collection, receivable, { amount: allocation.amount, dues, by });
    return { amount: allocation.amount, receivable };
  }

  /** The order has not received it, after all. */
  async giveBack(
    tx: Tx,
    collection: Collection,
    receivable: Receivable,
    { amount, dues, by }: { readonly amount: Money; readonly dues: Money; readonly by: UndoneBy },
  ): Promise<void> {
    receivable.giveBack(amount, tx.now);
    const tolerance = (await this.debts.of(tx, [receivable])).get(receivable.id)?.tolerance;
    const { expected, received } = receivable;
    const reopens =
      receivable.state === 'collected' && tolerance !== undefined && !isCollected({ expected, received, tolerance });
    if (reopens) receivable.reopen(tx.now);
    await this.receivables.store(tx, receivable);
    publish(tx, {
      type: 'fx.collection.match_undone',
      resource: { type: 'collection', id: collection.id },
      orderId: receivable.id,
      changed: ['state', 'allocations'],
      data: {
        amount: amount.toJSON(),
        duesReturned: dues.toJSON(),
        by,
        outstanding: stillOwed(receivable).toJSON(),
        reopened: reopens,
        revision: receivable.version,
      },
    });
  }

  private async oweDuesAgain(
    tx: Tx,
    { id }: Collection,
    { id: orderId, partyId }: Receivable,
    dues: Money,
  ): Promise<void> {
    if (dues.isZero()) return;
    await this.ledger.post(tx, {
      kind: 'fx.dues-given-back',
      key: `fx.dues-given-back/${id}/${orderId}/${newId()}`,
      orderId,
      valueDate: dateInZone(tx.now, CHINA),
      postings: [
        { account: { code: 'client_dues', partyId }, amount: dues },
        { account: { code: 'client_funds', partyId }, amount: dues.negated() },
      ],
    });
  }
}
