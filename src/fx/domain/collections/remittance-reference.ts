/** A shorter reference would be found in texts that do not mean it. */
export const REFERENCE_MIN = 4;

/** Letters and digits only, upper case: how references are compared and looked up. */
export function referenceKey(text: string): string {
  return compactOf(text).compact;
}

/** Where a reference stands in a text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
}

/** What a payer wrote, read once for all references that are looked for in it. */
export class RemittanceText {
  /** Every key that `find` could find. */
  readonly keys: ReadonlySet<string>;
  private readonly compacted: Compacted;

  constructor(text: string) {
    this.keys = new Set(referenceKeys(text));
    this.compacted = compactOf(text);
  }

  /**
   * Finds a reference however it was spaced and punctuated: `INV-2026-001` in `inv 2026/001`. A number that goes on is
   * another number: `INV-2026-001` is not in `INV-2026-0012`.
   * @param key of the reference, see `referenceKey`
   * @returns null when it is not there, or too short to be told from chance
   */
  find(key: string): Mention | null {
    if (!this.keys.has(key)) return null;
    const { compact, positions } = this.compacted;
    for (let at = compact.indexOf(key); at >= 0; at = compact.indexOf(key, at + 1)) {
      const after = at + key.length;
      if (isBoundary(compact, positions, at) && isBoundary(compact, positions, after)) return { start: at, end: after };
    }
    return null;
  }

  /** True when the reference is there but for one slip of the pen: a character too many, too few, wrong, or two swapped. */
  isNear(key: string): boolean {
    if (key.length < NEAR_MIN) return false;
    for (const word of this.keys) if (isOneSlipAway(word, key)) return true;
    return false;
  }
}

/** A shorter reference has too many neighbours. */
const NEAR_MIN = 6;

/** Whether one edit (insert, delete, replace, swap neighbours) makes one of the other. Equal ones are not. */
export function isOneSlipAway(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1 || left === right) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isSwapped && short.slice(at + 2) === long.slice(at + 2);
}

/** A reference of more parts than this, such as `A1-B2-…`, is not looked for. */
const PARTS_MAX = 16;
const KEY_MAX = 80;
const KEYS_MAX = 2_000;

/**
 * Every key that a text may name a reference by: so that the debts that may be named are looked up by index.
 * A reference begins and ends where a run of letters or a run of digits does, so the keys are neighbouring runs put together.
 */
export function referenceKeys(text: string): string[] {
  const runs =
    text
      .normalize('NFKC')
      .toUpperCase()
      .match(/\p{N}+|\p{L}+/gu) ?? [];
  const keys = new Set<string>();
  for (let start = 0; start < runs.length && keys.size < KEYS_MAX; start += 1) {
    let key = '';
    for (const run of runs.slice(start, start + PARTS_MAX)) {
      key += run;
      if (key.length > KEY_MAX) break;
      if (key.length >= REFERENCE_MIN) keys.add(key);
    }
  }
  return [...keys];
}

interface Compacted {
  readonly compact: string;
  /** Where each character of `compact` stood in the text. */
  readonly positions: readonly number[];
}

function compactOf(text: string): Compacted {
  const folded = text.normalize('NFKC').toUpperCase();
  const positions: number[] = [];
  let compact = '';
  for (let index = 0; index < folded.length; index += 1) {
    const mark = folded.charAt(index);
    if (!/[\p{L}\p{N}]/u.test(mark)) continue;
    compact += mark;
    positions.push(index);
  }
  return { compact, positions };
}

/** Between two characters that were apart in the text, or of different kinds (a letter and a digit). */
function isBoundary(compact: string, positions: readonly number[], at: number): boolean {
  if (at === 0 || at === compact.length) return true;
  const wereApart = (positions[at] ?? 0) - (positions[at - 1] ?? 0) > 1;
  return wereApart || isDigit(compact.charAt(at - 1)) !== isDigit(compact.charAt(at));
}

function isDigit(mark: string): boolean {
  return /\p{N}/u.test(mark);
}
