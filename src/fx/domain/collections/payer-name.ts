/** Words that say what kind of company it is; banks, buyers and contracts write them differently or not at all. */
const LEGAL_FORMS = new Set(
  (
    'AB AG AS ASA BHD BV BVBA CO COMPANY CORP CORPORATION CV DOO EIRL EOOD EURL GMBH HF INC INCORPORATED JSC KFT KG ' +
    'KK LDA LIMITED LLC LLP LP LTD LTDA MBH NV OHG OOO OU OY OYJ PLC PT PTE PTY PVT SA SAC SAL SARL SAS SDN SE SL SLU ' +
    'SNC SP SPA SPRL SRL SRO SA ZOO'
  ).split(' '),
);

/** Letters that are not a base letter with a mark. */
const FOLDED: Readonly<Record<string, string>> = { ß: 'SS', Ø: 'O', Æ: 'AE', Œ: 'OE', Ł: 'L', Đ: 'D', Þ: 'TH', ı: 'I' };

/** SWIFT MT messages cut names at 35 characters a line; a name that long may be the beginning of a longer one. */
const CUT_AT = 30;

/**
 * A company's name without what differs between writers of it: case, accents, punctuation, legal form.
 * @example `Hamburg Toys G.m.b.H. & Co. KG` → `HAMBURG TOYS`
 */
export function normaliseName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[ßØÆŒŁĐÞı]/g, (letter) => FOLDED[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const distinctive = withoutGaps(words).filter((word) => !LEGAL_FORMS.has(word));
  return (distinctive.length > 0 ? distinctive : words).join(' ');
}

/** G.M.B.H. and Sp. z o.o. are written with and without gaps: single letters that follow one another are one word. */
function withoutGaps(words: readonly string[]): string[] {
  return words
    .join(' ')
    .replace(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, '')
    .split(' ');
}

/** True when the two are names of one company as far as writing goes. */
export function isSameName(left: string, right: string): boolean {
  const [one, other] = [normaliseName(left), normaliseName(right)];
  if (one === '' || other === '') return false;
  if (one === other) return true;
  return isCut(one, other);
}

/** One company's names, or those that a payment gives, ready to be compared. */
export interface NameKeys {
  readonly exact: ReadonlySet<string>;
  readonly similar: ReadonlySet<string>;
}

const keysOf = new WeakMap<readonly string[], NameKeys>();

export function nameKeys(names: readonly string[]): NameKeys {
  let keys = keysOf.get(names);
  if (keys === undefined) {
    const exact = names.map(normaliseName).filter((name) => name !== '');
    keys = { exact: new Set(exact), similar: new Set(exact.map(similarName)) };
    keysOf.set(names, keys);
  }
  return keys;
}

/**
 * Names as they are written abroad: `Müller` as `Mueller`, words in another order. Weaker than the same name.
 * @param name normalised
 */
export function similarName(name: string): string {
  return name
    .replace(/([AOU])E/g, '$1')
    .split(' ')
    .toSorted()
    .join(' ');
}

/** Whether two know each other: under the same name, one that is similar, or not at all. */
export type NameAgreement = 'same' | 'similar' | 'other';

export function agreementOf(left: NameKeys, right: NameKeys): NameAgreement {
  for (const name of left.exact) if (right.exact.has(name)) return 'same';
  for (const name of left.exact) for (const other of right.exact) if (isCut(name, other)) return 'same';
  for (const name of left.similar) if (right.similar.has(name)) return 'similar';
  return 'other';
}

/** What is left of a name where a message cuts it; null of one that is short enough. */
export function cutName(name: string): string | null {
  return name.length >= CUT_AT ? name.slice(0, CUT_AT) : null;
}

function isCut(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= CUT_AT && long.startsWith(short);
}
