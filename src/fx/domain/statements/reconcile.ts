import { type Currency } from '../../../kernel/currency.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';

/** One statement, or one page of it, as the bank states it. */
export interface StatedPage {
  readonly id: string;
  readonly opening: Money;
  readonly closing: Money;
}

/** An entry that the bank has booked. */
export interface StatedEntry {
  readonly pageId: string;
  /** Its place in the file. */
  readonly number: number;
  /** What it does to the balance. */
  readonly effect: Money;
  /** Keys under which the books may know it, the likeliest first. */
  readonly keys: readonly string[];
}

/** What one transfer of ours does to the account. */
export interface BookedAmount {
  readonly transferId: string;
  readonly key: string;
  readonly kind: string;
  readonly valueDate: LocalDate;
  /** Debit, money that came, above zero. */
  readonly amount: Money;
  /** False of postings of before accounts at the bank were named. */
  readonly isNamed: boolean;
}

export const EXPLANATIONS = [
  'brought_forward',
  'gap',
  'unknown',
  'amount',
  'in_transit',
  'timing',
  'unnamed',
  'unlisted',
] as const;
export type Explanation = (typeof EXPLANATIONS)[number];

/** Part of the difference between bank and books. */
export interface DifferenceLine {
  readonly kind: Explanation;
  /** What it adds to the bank's balance less ours. */
  readonly amount: Money;
  readonly entry: { readonly pageId: string; readonly number: number } | null;
  readonly booked: BookedAmount | null;
}

export interface Reconciliation {
  readonly bankBalance: Money;
  readonly ledgerBalance: Money;
  /** The bank's balance less ours. */
  readonly difference: Money;
  /** Entries that the books agree with, to the cent and in time. */
  readonly matched: number;
  /** They sum to the difference exactly. */
  readonly lines: readonly DifferenceLine[];
}

export interface ReconciliationInput {
  readonly currency: Currency;
  /** Pages one after the other; the last is the one that is reconciled. At least one. */
  readonly pages: readonly StatedPage[];
  /** Booked entries of these pages. */
  readonly entries: readonly StatedEntry[];
  /** Keys of entries of statements after the last page. */
  readonly laterKeys: ReadonlySet<string>;
  /** What stood in the books before the first day of the first page. */
  readonly ledgerBefore: Money;
  /** What stands in the books at the end of the last page. */
  readonly ledgerBalance: Money;
  /** From the first day of the first page to the last of the last; where there are very many, the first of them. */
  readonly booked: readonly BookedAmount[];
  /** Amounts booked under keys of the entries, beyond `booked`: on other days, or without an account. */
  readonly elsewhere: readonly BookedAmount[];
}

/**
 * Holds what the bank says of an account against the books, and explains the difference to zero. An entry and a transfer belong
 * together where the entry names the event that was booked; amounts and days decide nothing. Nothing is rounded.
 *
 *     bank − books = brought forward + gaps + unknown + amount + in transit + timing + unnamed (+ unlisted)
 *
 * `brought_forward`: already there before the first page. `gap`: between the pages of the bank. `unknown`: booked by the bank, not
 * by us. `amount`: booked by both, not the same. `in_transit`: booked by us, not yet by the bank. `timing`: booked by both, one of
 * them on a day outside. `unnamed`: our posting names no account at the bank. `unlisted`: more postings than are looked at.
 */
export function reconcile(input: ReconciliationInput): Reconciliation {
  const { pages, entries, ledgerBalance, currency } = input;
  const bankBalance = pages.at(-1)?.closing ?? Money.zero(currency);
  const taken = new Set<string>();
  const books = booksOf(input);
  const compared = entries.map((entry) => compare(entry, books, taken));
  const left = input.booked.filter(({ transferId }) => !taken.has(transferId));
  return {
    bankBalance,
    ledgerBalance,
    difference: bankBalance.minus(ledgerBalance),
    matched: compared.filter((lines) => lines.length === 0).length,
    lines: [
      ...broughtForward(input),
      ...gaps(input),
      ...compared.flat(),
      ...left.map((booked) => transitLine(booked, input.laterKeys)),
      ...unlisted(input),
    ].filter(({ amount }) => !amount.isZero()),
  };
}

/** Kinds that somebody has to look into: the others pass by themselves. */
export function isOpen({ kind }: DifferenceLine): boolean {
  return kind === 'unknown' || kind === 'amount' || kind === 'gap' || kind === 'brought_forward';
}

interface Known {
  readonly booked: BookedAmount;
  readonly isCounted: boolean;
}

function booksOf({ booked, elsewhere }: ReconciliationInput): ReadonlyMap<string, Known> {
  const known = (some: readonly BookedAmount[], isCounted: boolean): [string, Known][] =>
    some.map((each) => [each.key, { booked: each, isCounted }]);
  return new Map([...known(elsewhere, false), ...known(booked, true)]);
}

/** What is between an entry and the transfers that it names; each transfer is taken once. */
function compare(entry: StatedEntry, books: ReadonlyMap<string, Known>, taken: Set<string>): DifferenceLine[] {
  const found = [...new Set(entry.keys)].flatMap((key) => books.get(key) ?? []);
  const own = found.filter(({ booked }) => !taken.has(booked.transferId));
  for (const { booked } of own) taken.add(booked.transferId);
  const at = { entry: { pageId: entry.pageId, number: entry.number } };
  if (own.length === 0) return [{ kind: 'unknown', amount: entry.effect, ...at, booked: null }];
  const sum = Money.sum(
    own.map(({ booked }) => booked.amount),
    entry.effect.currency,
  );
  const outside = own
    .filter(({ isCounted }) => !isCounted)
    .map(({ booked }): DifferenceLine => {
      return { kind: booked.isNamed ? 'timing' : 'unnamed', amount: booked.amount, ...at, booked };
    });
  const off = entry.effect.minus(sum);
  const line: DifferenceLine = { kind: 'amount', amount: off, ...at, booked: own[0]?.booked ?? null };
  return off.isZero() ? outside : [...outside, line];
}

function transitLine(booked: BookedAmount, laterKeys: ReadonlySet<string>): DifferenceLine {
  const kind = laterKeys.has(booked.key) ? 'timing' : 'in_transit';
  return { kind, amount: booked.amount.negated(), entry: null, booked };
}

function broughtForward({ pages, ledgerBefore }: ReconciliationInput): DifferenceLine[] {
  const [first] = pages;
  if (first === undefined) return [];
  return [{ kind: 'brought_forward', amount: first.opening.minus(ledgerBefore), entry: null, booked: null }];
}

/** Between one page and the next, and within a page whose entries do not make up its balances. */
function gaps({ pages, entries, currency }: ReconciliationInput): DifferenceLine[] {
  const byPage = Map.groupBy(entries, ({ pageId }) => pageId);
  return pages.flatMap((page, index): DifferenceLine[] => {
    const before = pages[index - 1];
    const effects = (byPage.get(page.id) ?? []).map(({ effect }) => effect);
    const within = page.closing.minus(page.opening).minus(Money.sum(effects, currency));
    const between = before === undefined ? Money.zero(currency) : page.opening.minus(before.closing);
    return [{ kind: 'gap', amount: between.plus(within), entry: { pageId: page.id, number: 0 }, booked: null }];
  });
}

function unlisted({ booked, ledgerBefore, ledgerBalance, currency }: ReconciliationInput): DifferenceLine[] {
  const listed = Money.sum(
    booked.map(({ amount }) => amount),
    currency,
  );
  const rest = ledgerBalance.minus(ledgerBefore).minus(listed);
  return [{ kind: 'unlisted', amount: rest.negated(), entry: null, booked: null }];
}
