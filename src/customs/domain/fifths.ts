/** How many make one. */
export const FIFTHS = 100_000n;
const PLACES = 5;

/** A figure of a customs message in units of its fifth decimal: `1.5` is 150000. */
export type Fifths = bigint;

/** @param text a decimal string that is not negative, with five places at most */
export function toFifths(text: string): Fifths {
  const [whole = '0', places = ''] = text.split('.');
  return BigInt(whole) * FIFTHS + BigInt(places.padEnd(PLACES, '0'));
}

/** Without trailing zeros. */
export function fromFifths(figure: Fifths): string {
  const places = (figure % FIFTHS).toString().padStart(PLACES, '0').replace(/0+$/, '');
  const whole = (figure / FIFTHS).toString();
  return places === '' ? whole : `${whole}.${places}`;
}

/** Shares in proportion to weights that add up to the whole; by equal parts where nothing weighs. Leftovers to the first. */
export function allocate(whole: Fifths, weights: readonly bigint[]): Fifths[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  const parts = sum === 0n ? weights.map(() => 1n) : weights;
  const over = sum === 0n ? BigInt(weights.length) : sum;
  const shares = parts.map((weight) => (whole * weight) / over);
  let left = whole - shares.reduce((all, share) => all + share, 0n);
  return shares.map((share) => (left > 0n ? ((left -= 1n), share + 1n) : share));
}
