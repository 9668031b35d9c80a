import { type Bilingual } from '../../kernel/sentence.js';
import { addDays, type LocalDate } from '../../kernel/local-date.js';

/** What the tax authority has under this number. */
export const VERIFICATION_OUTCOMES = {
  genuine: { en: 'Genuine: as it was recorded', zh: '查验一致' },
  differs: { en: 'The tax authority has other figures under this number', zh: '查验不一致' },
  not_found: { en: 'The tax authority has no such invoice', zh: '查无此票' },
  voided: { en: 'The issuer has voided it', zh: '发票已作废' },
  red_flushed: { en: 'A red-letter invoice has taken it back', zh: '发票已红冲' },
  abnormal: { en: 'The tax authority holds it for abnormal (异常凭证)', zh: '发票已列为异常凭证' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type VerificationOutcome = keyof typeof VERIFICATION_OUTCOMES;
export const OUTCOME_NAMES = Object.keys(VERIFICATION_OUTCOMES) as readonly VerificationOutcome[];

/** A field that the tax authority has otherwise. */
export interface Difference {
  /** As in our requests: `issuedOn`, `amountExVat`. */
  readonly field: string;
  readonly recorded: string;
}

export interface Verdict {
  readonly outcome: VerificationOutcome;
  readonly differences: readonly Difference[];
}

/** The authority will not look at the invoice, and says why: nothing is known of it, and asking the same again is of no use. */
export interface Declined {
  readonly declined: string;
}

/** 'silence': nothing is known yet. */
export type Answer = Verdict | Declined | 'silence';

/**
 * What an answer makes of an invoice; null: it says nothing yet. Of an invoice of today or yesterday that the authority does not
 * have, its system may simply not know yet (it takes in the day's invoices by night).
 */
export function commandFor(
  { outcome }: Verdict,
  {
    issuedOn,
    today,
    livemode,
  }: { readonly issuedOn: LocalDate; readonly today: LocalDate; readonly livemode: boolean },
): 'pass' | 'refuse' | null {
  if (outcome === 'genuine') return 'pass';
  if (outcome === 'not_found' && livemode && issuedOn >= addDays(today, -1)) return null;
  return 'refuse';
}

const MINUTE = 60_000;
const LIVE = { first: 10 * MINUTE, longest: 24 * 60 * MINUTE };
/** The sandbox answers at once. */
const SANDBOX = { first: 5_000, longest: 5 * MINUTE };

/** @returns milliseconds until it is asked again; the wait doubles with each time */
export function checkPatienceMs(asks: number, livemode: boolean): number {
  const { first, longest } = livemode ? LIVE : SANDBOX;
  return Math.min(first * 2 ** Math.min(asks, 20), longest);
}
