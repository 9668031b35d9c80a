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

/**
 * Finds a reference in what the payer wrote, however it was spaced and punctuated: `INV-2026-001` in `inv 2026/001`.
 * A number that goes on is another number: `INV-2026-001` is not in `INV-2026-0012`.
 * @returns null when it is not there, or too short to be told from chance
 */
export function findReference(text: string, reference: string): Mention | null {
  const key = referenceKey(reference);
  if (key.length < REFERENCE_MIN) return null;
  const { compact, positions } = compactOf(text);
  for (let at = compact.indexOf(key); at >= 0; at = compact.indexOf(key, at + 1)) {
    const after = at + key.length;
    if (isBoundary(compact, positions, at) && isBoundary(compact, positions, after)) return { start: at, end: after };
  }
  return null;
}

/** A reference of more parts than this, such as `A1-B2-…`, is not looked for. */
const PARTS_MAX = 16;
const KEY_MAX = 80;
const KEYS_MAX = 2_000;

/**
 * Every key that `findReference` could find in a text: so that the debts that may be named are looked up by index.
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
