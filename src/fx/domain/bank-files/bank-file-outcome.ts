import { type BankFileType, type ReportedEntry } from './bank-file.js';
import { type BankEntry } from './bank-message.js';

/** What becomes of an entry of the bank's file. */
export const OUTCOMES = ['taken_in', 'known', 'pending', 'own_deal', 'noted'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Interest and charges, by their codes in ISO 20022 (sub-families of MCOP, MDOP and others). */
const OF_THE_BANK = /\/(INTR|CHRG|COMM|FEES)$/;

/** What is known of the account already. */
export interface KnownMovement {
  readonly bankReference: string;
  readonly partOf: string | null;
  readonly kind: BankEntry['kind'];
}

/**
 * Whether a movement was told before: by its reference; as one of several that make up an entry which was taken as one; or
 * the other way round. A reversal may have the reference of what it reverses.
 */
export function isKnown(entry: BankEntry, known: readonly KnownMovement[]): boolean {
  const isReversal = entry.kind === 'reversal';
  return known.some(
    ({ bankReference, partOf, kind }) =>
      (kind === 'reversal') === isReversal &&
      (bankReference === entry.bankReference || bankReference === entry.partOf || partOf === entry.bankReference),
  );
}

/**
 * A notification tells of all that was booked as the callback does: money from buyers, and debits for a person to look into. Of
 * a statement, which repeats payouts, deals and fees, only money that came and reversals are taken in; the rest is for its
 * reconciliation, and so is interest that the bank credits and a charge that it gives back: no buyer paid them. What the bank credits for a deal of ours is no money from a buyer. Nothing comes of an entry of nothing.
 */
export function outcomeOf(
  type: BankFileType,
  entry: ReportedEntry,
  { known, isOwnDeal }: { readonly known: readonly KnownMovement[]; readonly isOwnDeal: boolean },
): Outcome {
  if (entry.status === 'pending') return 'pending';
  if (isOwnDeal) return 'own_deal';
  if (entry.movements.every((movement) => isKnown(movement, known))) return 'known';
  if (entry.amount.isZero()) return 'noted';
  const isMoney = (entry.direction === 'credit' && !OF_THE_BANK.test(entry.kindCode ?? '')) || entry.isReversal;
  return type === 'camt.053' && !isMoney ? 'noted' : 'taken_in';
}

/** Every word of the bank that may name a deal of ours. */
export function wordsOf({ movements, reference }: ReportedEntry): string {
  const words = movements.flatMap(({ endToEndId, references, remittance }) => [endToEndId, references, remittance]);
  return [reference, ...words].join('\n');
}
