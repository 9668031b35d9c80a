import { type Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { agreementOf, type NameAgreement, nameKeys } from './payer-name.js';
import { referenceKey } from './remittance-reference.js';

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
  return Money.ofMinor(owedMinor({ expected, received }), expected.currency);
}

/** The same in smallest units: many debts are looked at for each receipt. */
export function owedMinor({ expected, received }: Pick<Debt, 'expected' | 'received'>): bigint {
  return expected.minor > received.minor ? expected.minor - received.minor : 0n;
}

/** Whether money that does not name it may be for it: what is short within the tolerance was paid. */
export function isOpenDebt(debt: Debt): boolean {
  const owed = owedMinor(debt);
  return owed > 0n && (debt.received.minor === 0n || owed > debt.tolerance.minor);
}

/** How an amount stands to what is owed: `short` and `over` within the tolerance, `beside` it beyond. */
export type Fit = 'exact' | 'short' | 'over' | 'beside';

const BEST_FIRST: readonly Fit[] = ['exact', 'short', 'over', 'beside'];

/**
 * By what arrived, and by what the payer sent where banks say what they kept: either to the cent is exact. Charges make
 * less arrive, never more.
 */
export function fitOf(credit: Credit, debts: readonly Debt[]): Fit {
  const tolerance = debts.at(-1)?.tolerance.minor ?? 0n;
  const missing = sumOwed(debts) - credit.amount.minor;
  const fit = fitBy(missing, tolerance);
  const charges = chargesMinor(credit);
  if (charges === 0n || fit === 'exact') return fit;
  const sent = fitBy(missing - charges, tolerance);
  return BEST_FIRST.indexOf(sent) < BEST_FIRST.indexOf(fit) ? sent : fit;
}

function fitBy(missing: bigint, tolerance: bigint): Fit {
  if (missing === 0n) return 'exact';
  if (missing > 0n) return missing <= tolerance ? 'short' : 'beside';
  return -missing <= tolerance ? 'over' : 'beside';
}

/** What may have been sent, in smallest units: what arrived, and with what the banks say they kept. */
export function sentAmounts(credit: Credit): bigint[] {
  const { minor } = credit.amount;
  const charges = chargesMinor(credit);
  return charges === 0n ? [minor] : [minor, minor + charges];
}

/** Only what was kept in the currency that arrived makes up an amount with it. */
function chargesMinor({ amount, charges }: Credit): bigint {
  return charges?.currency === amount.currency ? charges.minor : 0n;
}

/** True when the amount is, to the cent, one of these parts of the order. */
export function isInstalment(credit: Credit, { expected }: Debt, parts: readonly Decimal[]): boolean {
  const sent = sentAmounts(credit);
  return instalmentsOf(expected, parts).some((minor) => sent.includes(minor));
}

interface Instalments {
  readonly parts: readonly Decimal[];
  readonly minors: readonly bigint[];
}

const instalments = new WeakMap<Money, Instalments>();

/** Worked out once: the debts of a payer are looked at for each of its receipts. */
function instalmentsOf(expected: Money, parts: readonly Decimal[]): readonly bigint[] {
  const known = instalments.get(expected);
  if (known?.parts === parts) return known.minors;
  const minors = parts.map((part) => expected.times(part, 'half-up').minor);
  instalments.set(expected, { parts, minors });
  return minors;
}

export function sumOwed(debts: readonly Debt[]): bigint {
  return debts.reduce((sum, debt) => sum + owedMinor(debt), 0n);
}

/** Whether the buyer is the payer; `unknown` where the payment names nobody. */
export function payerOf(credit: Credit, debt: Debt): NameAgreement | 'unknown' {
  const payer = nameKeys(credit.payerNames);
  return payer.exact.size === 0 ? 'unknown' : agreementOf(payer, nameKeys(debt.payerNames));
}

interface DebtKeys {
  readonly reference: string;
  readonly contract: string;
}

const keys = new WeakMap<Debt, DebtKeys>();

/** Its references as they are looked up, worked out once. */
export function keysOfDebt(debt: Debt): DebtKeys {
  let found = keys.get(debt);
  if (found === undefined) {
    found = { reference: referenceKey(debt.reference), contract: referenceKey(debt.contractNumber) };
    keys.set(debt, found);
  }
  return found;
}

/** The debt once more is received, or the buyer is known by other names; it is looked up as before. */
export function changedDebt(debt: Debt, change: Partial<Pick<Debt, 'received' | 'payerNames'>>): Debt {
  const changed = { ...debt, ...change };
  keys.set(changed, keysOfDebt(debt));
  return changed;
}
