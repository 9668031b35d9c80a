import { type BankEntry } from './bank-message.js';

/** A movement that may have been reversed: of the same account and amount, the other way. */
export interface Reversible {
  readonly id: string;
  readonly bankReference: string;
  readonly endToEndId: string | null;
  readonly uetr: string | null;
}

/** What a reversal says of what it takes back. */
export type Reversing = Pick<BankEntry, 'bankReference' | 'references' | 'remittance' | 'uetr' | 'endToEndId'>;

/**
 * What a reversal takes back. The bank says so by the same reference, by naming it, by the same UETR, or by the same
 * end-to-end id; the first of these that fits exactly one decides. Two that fit equally are left to a person.
 */
export function findReversed(reversal: Reversing, candidates: readonly Reversible[]): Reversible | null {
  const text = `${reversal.references}\n${reversal.remittance}`;
  const ways: readonly ((candidate: Reversible) => boolean)[] = [
    ({ bankReference }) => bankReference === reversal.bankReference,
    ({ bankReference }) => isNamed(bankReference, text),
    ({ uetr }) => uetr !== null && uetr === reversal.uetr,
    ({ endToEndId }) => endToEndId !== null && endToEndId === reversal.endToEndId,
  ];
  for (const fits of ways) {
    const [first, second] = candidates.filter(fits);
    if (first !== undefined) return second === undefined ? first : null;
  }
  return null;
}

/** As a word by itself: `BNK1` is not in `BNK12`. */
function isNamed(reference: string, text: string): boolean {
  const at = text.indexOf(reference);
  if (at === -1 || reference.length < 4) return false;
  return !/[0-9A-Za-z]/.test(`${text[at - 1] ?? ' '}${text[at + reference.length] ?? ' '}`);
}
