import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type LenderName } from '../products/product.js';
import { type RegistrationState } from '../registration.js';
import { type MarginState } from './margin-state.js';
import { type ReceiptState } from './receipt-status.js';
import { type ReceiptStanding } from './receipt-value.js';
import { SAY_STOCK as SAY } from './stock.sentences.js';

/** A pledged receipt, as a product's conditions ask about it. */
export interface ReceiptFact {
  /** Why it is not pledged, or too little to draw on; empty where it is. */
  readonly pledged: readonly Sentence[];
  /** Why it is not in the movables register; empty where it is. */
  readonly registered: readonly Sentence[];
  /** What of its value no loan needs. */
  readonly free: Money;
}

/** Margin of one forward, as a product's conditions ask about it. */
export interface MarginFact {
  /** Why nothing is called; empty where something is. */
  readonly called: readonly Sentence[];
  /** Called and not paid, nor asked for by another loan. */
  readonly unpaid: Money;
}

interface Goods {
  readonly state: ReceiptState;
  readonly storedUntil: LocalDate;
  /** Who is secured. */
  readonly creditor: LenderName;
}

/** @param asked the day, and who would lend on it */
export function receiptFact(
  receipt: Goods,
  standing: ReceiptStanding,
  registration: RegistrationState | null,
  asked: { readonly today: LocalDate; readonly lender: LenderName },
): ReceiptFact {
  return {
    pledged: pledgedReasons(receipt, standing, asked),
    registered: registrationReasons(registration),
    free: standing.free,
  };
}

function pledgedReasons(
  { state, storedUntil, creditor }: Goods,
  { value, cover, owed, shortfall }: ReceiptStanding,
  { today, lender }: { readonly today: LocalDate; readonly lender: LenderName },
): readonly Sentence[] {
  if (state === 'released') return [SAY.released];
  if (state === 'cancelled') return [SAY.cancelled];
  const others = creditor.code === lender.code ? [] : [SAY.for_other_lender({ lender: creditor.name })];
  const late = [...others, ...(storedUntil < today ? [SAY.storage_over({ day: storedUntil })] : [])];
  if (shortfall.isZero()) return late;
  const figures = { value: String(value), cover: String(cover), owed: String(owed), shortfall: String(shortfall) };
  return [...late, SAY.top_up_due(figures)];
}

function registrationReasons(state: RegistrationState | null): readonly Sentence[] {
  if (state === 'registered') return [];
  return [state === 'wanted' ? SAY.registration_wanted : SAY.registration_over];
}

/**
 * @param asked for on the same margin by loans that are not paid out yet
 * @returns null where no margin was ever called
 */
export function marginFact(
  calls: readonly { readonly state: MarginState; readonly amount: Money }[],
  asked: Money,
): MarginFact | null {
  const [first] = calls;
  if (first === undefined) return null;
  const open = calls.filter(({ state }) => state === 'called').map(({ amount }) => amount);
  const unpaid = Money.sum(open, first.amount.currency);
  if (!unpaid.isZero()) return { called: [], unpaid: Money.max(unpaid.minus(asked), Money.zero(unpaid.currency)) };
  return { called: [calls.some(({ state }) => state === 'paid') ? SAY.margin_paid : SAY.margin_over], unpaid };
}
