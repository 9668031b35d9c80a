import { type Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { changedDebt, type Credit, type Debt, keysOfDebt, owedMinor } from '../../domain/collections/debt.js';
import { type Share } from '../../domain/collections/match-collection.js';
import { textOf } from '../../domain/collections/match-evidence.js';
import { cutName, nameKeys } from '../../domain/collections/payer-name.js';
import { paymentTolerance } from '../../domain/collections/payment-tolerance.js';
import { type Receivable } from '../../entities/receivable.entity.js';

/** Of a payer who owes more than so many, those nearest to the amount and those owed longest are looked at. */
const CANDIDATES_MAX = 120;
const OLDEST = 24;

/** What a day says of debts: the tolerance in their currency. */
export interface DayTerms {
  readonly today: LocalDate;
  /** How much of the currency one USD is worth; null where it is USD, or no board is known. */
  readonly perUsd: Decimal | null;
}

/**
 * Debts in memory with what finds them: references, contracts, the names of buyers. A credit is held against those that
 * its own words point to, however many there are beside them. What one credit takes the next does not find.
 */
export class DebtBook {
  readonly receivables = new Map<string, Receivable>();
  private readonly debts = new Map<string, Debt>();
  private readonly byKey = new Map<string, string[]>();
  private readonly byBuyer = new Map<string, string[]>();
  private readonly byName = new Map<string, Set<string>>();
  private readonly names = new Map<string, readonly string[]>();
  private readonly asked = new Set<string>();
  private readonly sorted = new Map<string, readonly string[]>();

  constructor(private readonly terms: DayTerms) {}

  has(orderId: string): boolean {
    return this.receivables.has(orderId);
  }

  debt(orderId: string): Debt | undefined {
    return this.debts.get(orderId);
  }

  /** @param names of each buyer beside the one on the order; those of whom none are given keep what they had */
  add(receivables: readonly Receivable[], names: ReadonlyMap<string, readonly string[]> = new Map()): void {
    for (const [buyerId, given] of names) {
      this.asked.add(buyerId);
      this.name(buyerId, given);
    }
    for (const receivable of receivables) if (!this.has(receivable.id)) this.enter(receivable);
    this.sorted.clear();
  }

  /** Whose debts are here under the name of the order alone. */
  get buyersToName(): string[] {
    return [...this.byBuyer.keys()].filter((buyerId) => !this.asked.has(buyerId));
  }

  /** What a credit may be for, by what it says. */
  candidates(credit: Credit): Debt[] {
    const found = new Set<string>();
    for (const key of textOf(credit).keys) for (const id of this.byKey.get(key) ?? []) found.add(id);
    for (const buyerId of this.buyersCalled(credit.payerNames)) {
      for (const id of this.ofBuyer(buyerId, credit.amount)) found.add(id);
    }
    const debts: Debt[] = [];
    for (const id of found) {
      const debt = this.debts.get(id);
      if (debt !== undefined) debts.push(debt);
    }
    return debts;
  }

  /** These shares are taken. */
  take(shares: readonly Share[]): void {
    for (const { orderId, amount } of shares) {
      const debt = this.debts.get(orderId);
      if (debt !== undefined) this.debts.set(orderId, changedDebt(debt, { received: debt.received.plus(amount) }));
    }
  }

  private enter(receivable: Receivable): void {
    const { id, buyerId, buyerName } = receivable;
    this.receivables.set(id, receivable);
    if (!this.names.has(buyerId)) this.name(buyerId, [buyerName]);
    const debt = this.debtOf(receivable);
    this.debts.set(id, debt);
    const keys = keysOfDebt(debt);
    for (const key of new Set([keys.reference, keys.contract])) push(this.byKey, key, id);
    push(this.byBuyer, buyerId, id);
  }

  private debtOf({ id, orderReference, contractNumber, buyerId, due, received, state }: Receivable): Debt {
    const { today, perUsd } = this.terms;
    return {
      orderId: id,
      reference: orderReference,
      contractNumber,
      payerNames: this.names.get(buyerId) ?? [],
      expected: due,
      received,
      // Of a debt that was waived not a cent is expected.
      tolerance: state === 'waived' ? Money.zero(due.currency) : paymentTolerance(due, today, perUsd).amount,
    };
  }

  private name(buyerId: string, given: readonly string[]): void {
    const known = this.names.get(buyerId) ?? [];
    const names = [...new Set([...known, ...given])];
    if (names.length === known.length) return;
    this.names.set(buyerId, names);
    // Debts that were here under fewer names know all of them now.
    for (const id of this.byBuyer.get(buyerId) ?? []) {
      const debt = this.debts.get(id);
      if (debt !== undefined) this.debts.set(id, changedDebt(debt, { payerNames: names }));
    }
    const { exact, similar } = nameKeys(names);
    for (const key of [...exact, ...similar, ...[...exact].flatMap((name) => cutName(name) ?? [])]) {
      const buyers = this.byName.get(key) ?? new Set();
      this.byName.set(key, buyers.add(buyerId));
    }
  }

  private buyersCalled(payerNames: readonly string[]): Set<string> {
    const { exact, similar } = nameKeys(payerNames);
    const keys = [...exact, ...similar, ...[...exact].flatMap((name) => cutName(name) ?? [])];
    return new Set(keys.flatMap((key) => [...(this.byName.get(key) ?? [])]));
  }

  private ofBuyer(buyerId: string, amount: Money): readonly string[] {
    const all = this.byBuyer.get(buyerId) ?? [];
    if (all.length <= CANDIDATES_MAX) return all;
    const sorted = this.sortedOf(buyerId, all);
    const near = Math.max(0, firstAtLeast(sorted, (id) => this.owed(id), amount.minor) - CANDIDATES_MAX / 2);
    return [...all.slice(0, OLDEST), ...sorted.slice(near, near + CANDIDATES_MAX)];
  }

  private sortedOf(buyerId: string, all: readonly string[]): readonly string[] {
    let sorted = this.sorted.get(buyerId);
    if (sorted === undefined) {
      const owed = all.map((id) => ({ id, minor: this.owed(id) }));
      sorted = owed.sort((left, right) => Number(left.minor - right.minor)).map(({ id }) => id);
      this.sorted.set(buyerId, sorted);
    }
    return sorted;
  }

  /** As it was when the book was filled, so that the order of a list stands. */
  private owed(orderId: string): bigint {
    const receivable = this.receivables.get(orderId);
    return receivable === undefined ? 0n : owedMinor({ expected: receivable.due, received: receivable.received });
  }
}

function push(index: Map<string, string[]>, key: string, id: string): void {
  const there = index.get(key);
  if (there === undefined) index.set(key, [id]);
  else there.push(id);
}

function firstAtLeast(sorted: readonly string[], valueOf: (id: string) => bigint, least: bigint): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (valueOf(sorted[middle] ?? '') < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
