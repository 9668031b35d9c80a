/** Who lives outside; the word is also the path prefix (`/tax-bureau/…`) and the name in `/control`. */
export const PARTNERS = [
  'customs',
  'carrier',
  'courier',
  'bank',
  'lender',
  'insurer',
  'tax-bureau',
  'registry',
] as const;
export type Partner = (typeof PARTNERS)[number];

export function isPartner(word: string): word is Partner {
  return (PARTNERS as readonly string[]).includes(word);
}
