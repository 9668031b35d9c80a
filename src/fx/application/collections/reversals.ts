import { Injectable } from '@nestjs/common';

import { Money } from '../../../kernel/money.js';
import { Ledger, type LedgerEntry } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { Allocation } from '../../entities/allocation.entity.js';
import { Collection } from '../../entities/collection.entity.js';
import { findReversed } from '../../domain/bank-files/find-reversed.js';
import { reversalKey } from '../../domain/statements/ledger-keys.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { Conversions } from '../conversions/conversions.js';
import { FundReviews } from '../safe/fund-reviews.js';
import { AllocationUndoing } from './allocation-undoing.js';
import { allocationsOf } from './collection-rows.js';
import { Receivables } from './receivables.js';

/** Reversals of credits that name nothing that was known when they came, of these amounts. */
const EARLY = `
  SELECT * FROM fx.collection
  WHERE tenant_id = $1 AND account_id = $2 AND entry_kind = 'reversal' AND direction = 'debit' AND reverses IS NULL
    AND amount_minor = ANY($3::bigint[]) ORDER BY id FOR NO KEY UPDATE`;

const HOLD = `
  SELECT 1 FROM fx.collection
  WHERE tenant_id = $1 AND account_id = $2 AND (id = ANY($4::uuid[]) OR (entry_kind = 'reversal' AND direction = 'debit'
    AND reverses IS NULL AND amount_minor = ANY($3::bigint[]))) ORDER BY id FOR NO KEY UPDATE`;

/** What was used of money that the bank took back: by order, where it paid for one. */
interface Used {
  readonly orderId: string | null;
  readonly amount: Money;
}

/**
 * Credits that the bank has taken back: what they paid for is owed again, and the money leaves the seller's funds. What of it
 * had been converted or spent before is owed by the seller, and the next money for the order pays it.
 */
@Injectable()
export class Reversals {
  constructor(
    private readonly receivables: Receivables,
    private readonly conversions: Conversions,
    private readonly undoing: AllocationUndoing,
    private readonly ledger: Ledger,
    private readonly reviews: FundReviews,
  ) {}

  /** Holds the receipts that are taken back, before any debt is held: by reversals that come now, or came before their credits. */
  async hold(
    tx: Tx,
    accountId: string,
    { reversals, credits }: { readonly reversals: readonly Collection[]; readonly credits: readonly Collection[] },
  ): Promise<void> {
    const ids = reversals.flatMap(({ reverses }) => reverses ?? []);
    const amounts = credits.map(({ amount }) => amount.minor.toString());
    if (ids.length + amounts.length > 0) await tx.query(HOLD, [tx.tenantId, accountId, amounts, ids]);
  }

  /** Books back the credit that a reversal names. Who holds the account's row calls this. */
  async bookBack(tx: Tx, reversal: Collection): Promise<void> {
    const credit = reversal.reverses === null ? null : await tx.lock(Collection, reversal.reverses);
    if (credit?.entryKind !== 'credit' || (credit.state === 'returned' && credit.refunded.isZero())) return;
    const { partyId, state: from } = credit;
    const { currency } = credit.amount;
    // What went back to the payer, or is on its way, is gone: taken back as well, it is owed by the seller.
    const goneBack = { orderId: null, amount: credit.refunding.plus(credit.refunded) };
    const { used: ofOrders, receivables } = await this.takeBack(tx, credit);
    const used = [...ofOrders, goneBack].filter(({ amount }) => !amount.isZero());
    await this.reviews.endOf(tx, credit);
    await this.undoing.judgeAnew(tx, receivables);
    const free = credit.amount.minus(sumOf(used, currency));
    const { available } = await this.ledger.balance(tx, { code: 'client_funds', partyId, currency });
    const there = Money.max(Money.min(free, available), Money.zero(currency));
    const owed = [...used, { orderId: used[0]?.orderId ?? null, amount: free.minus(there) }];
    await this.ledger.postAll(tx, entriesOf(credit, reversal, { there, owed }));
    credit.takeBack(!sumOf(owed, currency).isZero(), tx.now);
    await tx.store(Collection, credit);
    publish(tx, {
      type: 'fx.collection.returned',
      resource: { type: 'collection', id: credit.id },
      changed: ['state', 'surplus', 'allocations', 'flags'],
      data: { amount: credit.amount.toJSON(), owedBySeller: sumOf(owed, currency).toJSON() },
    });
    audit(tx, {
      action: 'collection.returned',
      resourceType: 'collection',
      resourceId: credit.id,
      from,
      to: credit.state,
    });
  }

  /** A reversal that overtook its credit is linked when the credit comes. */
  async linkEarly(tx: Tx, accountId: string, credits: readonly Collection[]): Promise<void> {
    const amounts = credits.map(({ amount }) => amount.minor.toString());
    const left = new Set(credits);
    for (const reversal of await tx.entities(Collection, EARLY, [tx.tenantId, accountId, amounts])) {
      const candidates = [...left].filter(
        ({ amount, bookedOn }) => amount.equals(reversal.amount) && bookedOn <= reversal.bookedOn,
      );
      const found = findReversed({ ...reversal, references: reversal.bankText }, candidates);
      const credit = candidates.find(({ id }) => id === found?.id);
      if (credit === undefined) continue;
      left.delete(credit);
      reversal.link(credit.id, tx.now);
      await tx.store(Collection, reversal);
      await this.bookBack(tx, reversal);
    }
  }

  /** @returns what had been converted, or kept for dues; and the debts that are owed again */
  private async takeBack(
    tx: Tx,
    credit: Collection,
  ): Promise<{ readonly used: Used[]; readonly receivables: Receivable[] }> {
    const used: Used[] = [];
    const receivables = new Map<string, Receivable>();
    const allocations = (await allocationsOf(tx, [credit.id])).get(credit.id) ?? [];
    for (const { id, orderId } of allocations.toSorted((left, right) => (left.orderId < right.orderId ? -1 : 1))) {
      const left = await this.conversions.leftOf(tx, orderId);
      const [receivable, allocation] = [await this.receivables.lock(tx, orderId), await tx.lock(Allocation, id)];
      if (receivable === null || allocation === null) throw new Error(`Allocation ${id} has no order`);
      const { amount, proceeds } = allocation;
      const zero = Money.zero(amount.currency);
      const back = (await this.conversions.isFree(tx, allocation)) ? Money.max(Money.min(proceeds, left), zero) : zero;
      allocation.undo({ by: 'reversal', back, now: tx.now });
      await tx.store(Allocation, allocation);
      await this.undoing.giveBack(tx, credit, receivable, { amount, dues: zero, by: 'reversal' });
      used.push({ orderId, amount: amount.minus(back) });
      receivables.set(orderId, receivable);
    }
    return { used, receivables: [...receivables.values()] };
  }
}

function sumOf(used: readonly Used[], currency: Money['currency']): Money {
  return Money.sum(
    used.map(({ amount }) => amount),
    currency,
  );
}

/** The bank has it no more: the seller's funds go down by what is there, and the rest is owed by the seller. */
function entriesOf(
  { id, accountId, partyId }: Collection,
  { bankReference, valueDate }: Collection,
  { there, owed }: { readonly there: Money; readonly owed: readonly Used[] },
): LedgerEntry[] {
  const entry = (part: number, code: 'client_funds' | 'client_dues', { orderId, amount }: Used): LedgerEntry => ({
    kind: 'fx.collection-reversed',
    key: reversalKey(id, part),
    ...(orderId === null ? {} : { orderId }),
    valueDate,
    memo: `Bank reference ${bankReference}`.slice(0, 500),
    postings: [
      { account: { code, partyId }, amount },
      { account: { code: 'clearing_bank', subAccountId: accountId }, amount: amount.negated() },
    ],
  });
  const debts = owed.map((each, index) => entry(index + 1, 'client_dues', each));
  return [entry(0, 'client_funds', { orderId: null, amount: there }), ...debts].filter(
    ({ postings }) => postings[0]?.amount.isZero() === false,
  );
}
