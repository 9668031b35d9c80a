import { type CalculationRule, type CalculationStep, type Explained, step } from '../../../kernel/calculation.js';
import { Money } from '../../../kernel/money.js';
import { isSameName } from './payer-name.js';
import { findReference, type Mention } from './remittance-reference.js';

/** What a buyer owes for an order, as far as matching needs to know. */
export interface Debt {
  readonly orderId: string;
  /** In the remittance text it names the order, and no other. */
  readonly reference: string;
  /** In the remittance text it names every order under the contract. */
  readonly contractNumber: string;
  /** Names that the buyer pays under. */
  readonly payerNames: readonly string[];
  readonly expected: Money;
  /** Received so far. */
  readonly received: Money;
  /** How far `received` may stay below or go beyond `expected`. */
  readonly tolerance: Money;
}

/** Money that arrived. */
export interface Credit {
  readonly amount: Money;
  /** Kept by banks on the way; what the payer sent is `amount` plus these, where they are in the same currency. */
  readonly charges: Money | null;
  /** Everything the payer and the banks wrote, as one text. */
  readonly text: string;
  readonly payerNames: readonly string[];
}

export type MatchedBy = 'reference' | 'payer_and_amount' | 'person';

export interface Share {
  readonly orderId: string;
  readonly amount: Money;
}

export interface Match extends Explained {
  /** Null when nothing was found that could be trusted. */
  readonly by: MatchedBy | null;
  readonly shares: readonly Share[];
  /** What no order can take. */
  readonly surplus: Money;
}

const RULE: CalculationRule = {
  id: 'fx.collection-match',
  version: '2026-11-28',
  source:
    'Custom of the trade: reference in the remittance text, then the contract, then payer and amount within the tolerance, then a person',
};

/**
 * Finds what a credit pays for by the references in its text. Several orders named are paid in the order of their
 * mention, each up to what is still owed; the last takes the rest within its tolerance.
 *
 * @returns null when no debt is named
 */
export function matchByReference(credit: Credit, debts: readonly Debt[]): Match | null {
  const named = mentioned(credit.text, debts);
  if (named.length === 0) return null;
  const steps = named.map(({ debt }) => step('reference', 'found in the remittance text', debt.reference));
  return shareOut(
    credit.amount,
    named.map(({ debt }) => debt),
    'reference',
    steps,
  );
}

/**
 * Finds what a credit pays for by a contract number in its text. A contract may cover many orders: the credit pays the
 * only one that is still owed, or the only one of its amount. Two that fit are left to a person.
 *
 * @returns null when no debt is under a contract that is named
 */
export function matchByContract(credit: Credit, debts: readonly Debt[]): Match | null {
  const covered = debts.filter(({ contractNumber }) => findReference(credit.text, contractNumber) !== null);
  const [first] = covered;
  if (first === undefined) return null;
  const owed = covered.filter((debt) => !stillOwed(debt).isZero());
  const fits = owed.length > 1 ? ofAmount(credit, owed) : owed;
  const steps = [
    step(
      'contract',
      'found in the remittance text',
      [...new Set(covered.map((debt) => debt.contractNumber))].join(', '),
    ),
    step('fits', 'debts under it that are owed, of this amount where there are several', namesOf(fits)),
  ];
  const [found] = fits;
  if (found !== undefined && fits.length === 1) return shareOut(credit.amount, [found], 'reference', steps);
  return unmatched(credit, steps);
}

/**
 * Finds what a credit pays for by its payer and its amount: exactly one debt of that buyer, of that amount to the
 * cent, or, where there is none, exactly one within the tolerance. Two that fit are left to a person: never guessed.
 */
export function matchByPayer(credit: Credit, debts: readonly Debt[]): Match {
  const ofPayer = debts.filter(({ payerNames }) => isPayer(credit, payerNames));
  const fits = ofAmount(credit, ofPayer);
  const [found] = fits;
  if (found !== undefined && fits.length === 1) {
    return shareOut(credit.amount, [found], 'payer_and_amount', [
      step('payer', 'a name of the buyer', credit.payerNames.join(' / ')),
      step('difference', '|amount − still owed| ≤ tolerance', distance(credit, found)),
    ]);
  }
  return unmatched(credit, [
    step('reference', 'found in the remittance text', 'none'),
    step('payer', 'debts of this payer', ofPayer.length),
    step('fits', 'debts of this payer and amount', namesOf(fits)),
  ]);
}

/** As a person says: the whole of `amount` to this debt, as far as it can take it. */
export function matchByPerson(amount: Money, debt: Debt): Match {
  return shareOut(amount, [debt], 'person', [step('person', 'named by a person', debt.reference)]);
}

/** True when nothing is owed that the tolerance does not cover. */
export function isCollected({
  expected,
  received,
  tolerance,
}: Pick<Debt, 'expected' | 'received' | 'tolerance'>): boolean {
  return !expected.minus(received).isMoreThan(tolerance);
}

/** What is still owed; zero when more came than was owed. */
export function stillOwed({ expected, received }: Pick<Debt, 'expected' | 'received'>): Money {
  return Money.max(expected.minus(received), Money.zero(expected.currency));
}

function shareOut(amount: Money, debts: readonly Debt[], by: MatchedBy, found: readonly CalculationStep[]): Match {
  const steps = [...found];
  const shares: Share[] = [];
  let rest = amount;
  for (const [index, debt] of debts.entries()) {
    const share = shareOf(rest, debt, index === debts.length - 1);
    steps.push(
      step('share', `of ${rest.toString()}; ${debt.reference} still owes ${stillOwed(debt).toString()}`, share),
    );
    if (share.isZero()) continue;
    shares.push({ orderId: debt.orderId, amount: share });
    rest = rest.minus(share);
  }
  if (!rest.isZero()) steps.push(step('surplus', 'beyond what is owed and the tolerance', rest));
  return { by: shares.length === 0 ? null : by, shares, surplus: rest, rule: RULE, steps };
}

/** The last debt takes the whole rest if the tolerance lets it; otherwise nobody takes more than it is owed. */
function shareOf(rest: Money, debt: Debt, isLast: boolean): Money {
  const { expected, received, tolerance } = debt;
  const room = expected.plus(tolerance).minus(received);
  if (isLast && !rest.isMoreThan(room)) return rest;
  return Money.min(rest, stillOwed(debt));
}

function unmatched(credit: Credit, steps: readonly CalculationStep[]): Match {
  return { by: null, shares: [], surplus: credit.amount, rule: RULE, steps };
}

/** Those of the credit's amount to the cent; where there is none, those within the tolerance. */
function ofAmount(credit: Credit, debts: readonly Debt[]): readonly Debt[] {
  const exact = debts.filter((debt) => distance(credit, debt).isZero());
  return exact.length > 0 ? exact : debts.filter((debt) => !distance(credit, debt).isMoreThan(debt.tolerance));
}

function namesOf(debts: readonly Debt[]): string {
  return debts.map(({ reference }) => reference).join(', ') || 'none';
}

/** By what the payer sent or by what arrived, whichever is nearer: charges are somebody else's doing. */
function distance({ amount, charges }: Credit, debt: Debt): Money {
  const owed = stillOwed(debt);
  const net = amount.minus(owed).absolute();
  if (charges?.currency !== amount.currency) return net;
  return Money.min(net, amount.plus(charges).minus(owed).absolute());
}

function isPayer({ payerNames }: Credit, names: readonly string[]): boolean {
  return payerNames.some((payer) => names.some((name) => isSameName(payer, name)));
}

interface Named {
  readonly debt: Debt;
  readonly at: Mention;
}

/** Debts by the place of their first mention. A mention within a longer one is part of that name, not one of its own. */
function mentioned(text: string, debts: readonly Debt[]): Named[] {
  const all = debts.flatMap((debt) => {
    const at = findReference(text, debt.reference);
    return at === null ? [] : [{ debt, at }];
  });
  const own = all.filter(({ at, debt }) => !all.some((other) => other.debt !== debt && isWithin(at, other.at)));
  return own.sort((left, right) => left.at.start - right.at.start);
}

function isWithin(inner: Mention, outer: Mention): boolean {
  const isShorter = inner.end - inner.start < outer.end - outer.start;
  return isShorter && inner.start >= outer.start && inner.end <= outer.end;
}
