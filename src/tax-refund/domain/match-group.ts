import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type Finding, type Missing } from './finding.js';
import { finding, isNamedAlike } from './match-checks.js';
import { matchExport } from './match-export.js';
import { type ExportLine, type ExportToMatch, type InvoiceLine, type MatchedLine } from './match-facts.js';
import { exchangeCostFinding } from './match-plausibility.js';
import { type MatchRules } from './match-rules.js';
import { type Suggestion, suggestionsFor } from './match-suggestions.js';
import { SAY } from './matching.sentences.js';
import { type Regime } from './regime.js';
import { type STANDINGS } from './match-rows.js';
import { SAY as CASE } from './tax-refund.sentences.js';

/** A declared item of an integrator's book. */
export interface BookItem extends Omit<ExportLine, 'lineNumber' | 'refundRate' | 'itemNumber'> {
  readonly no: string;
  readonly regime: Regime;
  readonly exporterTaxNumber: string;
  readonly supervisionMode: string;
  readonly buyer: string;
  readonly isCleared: boolean;
}

/** A line of an invoice of the book, with what nobody has taken of it. */
export interface BookInvoiceLine extends InvoiceLine {
  readonly standing: (typeof STANDINGS)[number];
  /** How many takes there are of it. */
  readonly seq: number;
}

export interface BookCollection {
  readonly payer: string;
  readonly isExplained: boolean;
  readonly amount: Money;
}

/** All that has one key (关联号). */
export interface BookGroup {
  readonly items: readonly BookItem[];
  readonly invoices: readonly BookInvoiceLine[];
  readonly collections: readonly BookCollection[];
}

export interface MatchContext {
  readonly today: LocalDate;
  readonly rules: MatchRules;
  /** Null where none is known. */
  readonly rateOf: (hsCode: string, exportDate: LocalDate) => Decimal | null;
  readonly collectBy: (exportDate: LocalDate) => LocalDate;
}

export const ITEM_OUTCOMES = ['matched', 'waiting', 'blocked', 'no_refund'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

/** What an item takes of an invoice line, and what that leaves of the line. */
export interface BookTake {
  /** From 0. */
  readonly ordinal: number;
  /** Null of a manufacturer's item, which takes of none. */
  readonly invoice: BookInvoiceLine | null;
  readonly seq: number;
  readonly quantity: Decimal;
  readonly amount: Money;
  readonly leftQuantity: Decimal;
  readonly leftAmount: Money;
}

export interface ItemResult {
  readonly item: BookItem;
  readonly outcome: ItemOutcome;
  readonly unit: string | null;
  readonly takes: readonly BookTake[];
  /** CNY; null where it cannot be told. */
  readonly refund: Money | null;
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
  readonly suggestions: readonly Suggestion[];
}

const ZERO = Money.zero('CNY');

/** Matches all that has one key, by the very rules of `matchExport`; each item stands for itself. */
export function matchGroup(group: BookGroup, context: MatchContext): ItemResult[] {
  const [first] = group.items;
  if (first === undefined) return [];
  const alike = group.items.filter((item) => isAlike(item, first));
  const cleared = alike.filter(({ isCleared }) => isCleared);
  const given = exportOf(first, cleared, group, context);
  const match = matchExport(given);
  const suggestions = match.missing.length === 0 ? [] : suggestionsFor(given, match, []);
  const general = [
    ...match.findings.filter(({ lineNumber, check }) => lineNumber === null && check !== 'hs_code'),
    ...collectionFindings(first, group.collections),
    ...standingFindings(group.invoices),
  ];
  const left = new Left();
  const matched = new Map(match.matched.map((one) => [one.line, one]));
  return group.items.map((item) => {
    if (item !== first && !isAlike(item, first))
      return blocked(item, SAY.one_exporter({ item: first.declarationLine }));
    const line = given.lines[cleared.indexOf(item)];
    if (line === undefined) return waiting(item);
    const { lineNumber } = line;
    const own = <One extends { readonly lineNumber: number | null }>(list: readonly One[]): readonly One[] =>
      list.length === 0 ? list : list.filter((one) => one.lineNumber === lineNumber);
    return resultOf(context, {
      item,
      line,
      matched: matched.get(line),
      findings: [...general, ...own(match.findings)],
      missing: own(match.missing),
      suggestions: own(suggestions),
      left,
    });
  });
}

function isAlike(item: BookItem, { regime, exporterTaxNumber, supervisionMode, fob }: BookItem): boolean {
  return (
    item.regime === regime &&
    item.exporterTaxNumber === exporterTaxNumber &&
    item.supervisionMode === supervisionMode &&
    item.fob.currency === fob.currency
  );
}

function exportOf(first: BookItem, items: readonly BookItem[], group: BookGroup, context: MatchContext): ExportToMatch {
  const { regime, exporterTaxNumber, supervisionMode } = first;
  const lines = items.map((item, index): ExportLine => {
    const { declarationLine, hsCode, goodsName, exportDate: day, sourceDistrict, quantities, fob } = item;
    return {
      itemNumber: index + 1,
      lineNumber: index + 1,
      declarationLine,
      hsCode,
      goodsName,
      exportDate: day,
      sourceDistrict,
      quantities,
      fob,
      refundRate: context.rateOf(hsCode, day),
    };
  });
  const exportDate = items.reduce((day, item) => (item.exportDate < day ? item.exportDate : day), first.exportDate);
  return {
    ...{ regime, exporterTaxNumber, supervisionMode, lines },
    invoiceLines: group.invoices.filter(({ standing }) => standing === 'good'),
    shortfall: shortfallOf(group.items, first.fob.currency, group.collections),
    ...{
      today: context.today,
      collectBy: context.collectBy(exportDate),
      waitsForCollection: false,
      rules: context.rules,
    },
  };
}

/** Null where nothing came. */
function shortfallOf(
  items: readonly BookItem[],
  currency: string,
  collections: readonly BookCollection[],
): Money | null {
  const received = collections.filter(({ amount }) => amount.currency === currency);
  if (received.length === 0) return null;
  const sum = (amounts: readonly Money[]): bigint => amounts.reduce((total, { minor }) => total + minor, 0n);
  const declared = sum(items.flatMap(({ fob }) => (fob.currency === currency ? [fob] : [])));
  return Money.ofMinor(declared - sum(received.map(({ amount }) => amount)), received[0]?.amount.currency ?? 'CNY');
}

function collectionFindings({ buyer, fob }: BookItem, collections: readonly BookCollection[]): Finding[] {
  return collections.flatMap(({ payer, isExplained, amount }) => [
    ...(buyer === '' || isExplained || isNamedAlike(payer, buyer)
      ? []
      : [finding('collection', 'warn', SAY.other_payer({ payer, buyer }))]),
    ...(amount.currency === fob.currency
      ? []
      : [finding('collection', 'warn', SAY.other_currency({ found: amount.currency, declared: fob.currency }))]),
  ]);
}

const STANDING = {
  red_flushed: SAY.standing_red_flushed,
  abnormal: SAY.standing_abnormal,
  unverified: SAY.standing_unverified,
};

/** Such an invoice is not used; where others cover the goods that is all. */
function standingFindings(invoices: readonly BookInvoiceLine[]): Finding[] {
  return invoices.flatMap(({ standing, invoiceNumber }) =>
    standing === 'good' ? [] : [finding('authenticity', 'warn', STANDING[standing], { invoiceNumber })],
  );
}

interface Judged {
  readonly item: BookItem;
  readonly line: ExportLine;
  readonly matched: MatchedLine | undefined;
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
  readonly suggestions: readonly Suggestion[];
  readonly left: Left;
}

function resultOf({ rules }: MatchContext, judged: Judged): ItemResult {
  const { item, line, matched, findings, missing, suggestions, left } = judged;
  const result = (outcome: ItemOutcome, refund: Money | null = null): ItemResult => ({
    item,
    outcome,
    unit: null,
    takes: [],
    refund,
    findings,
    missing,
    suggestions,
  });
  if (line.refundRate?.isZero() === true) return result('no_refund', ZERO);
  if (findings.some(({ outcome }) => outcome === 'block')) return result('blocked');
  if (matched === undefined) return result('waiting');
  const takes = item.regime === 'manufacturer' ? [OF_NONE] : left.take(matched);
  const [taxable, refund, cost] = figuresOf(matched);
  const { exporterTaxNumber } = item;
  const costed = { cost, fob: line.fob, exportDate: line.exportDate, exporterTaxNumber, lineNumber: null };
  const told = item.regime === 'trading' ? exchangeCostFinding(rules, costed) : [];
  return {
    item,
    outcome: 'matched',
    unit: matched.unit,
    takes,
    refund: taxable === null ? null : refund,
    findings: told.length === 0 ? findings : [...findings, ...told],
    missing,
    suggestions,
  };
}

/** Base, refund and what it cost after it, CNY. A manufacturer's refund is that of its month, and is not told here. */
function figuresOf({ takes, refundRate }: MatchedLine): [taxable: Money | null, refund: Money, cost: Money] {
  const [first] = takes;
  if (first === undefined) return [null, ZERO, ZERO];
  const taxable =
    takes.length === 1
      ? first.amount
      : Money.sum(
          takes.map(({ amount }) => amount),
          'CNY',
        );
  const { vatRate } = first.invoice;
  const vat = vatOf(taxable, vatRate);
  const refund = refundRate.greaterThanOrEqualTo(vatRate) ? vat : vatOf(taxable, refundRate);
  return [taxable, refund, taxable.plus(vat).minus(refund)];
}

/** Rates are few: each is made a fraction of whole numbers once. */
const fractions = new WeakMap<Decimal, { readonly of: bigint; readonly by: bigint }>();

/** What `Money.times` gives for an amount that is not negative, half up, without decimals in between. */
function vatOf(amount: Money, rate: Decimal): Money {
  let fraction = fractions.get(rate);
  if (fraction === undefined) {
    const places = rate.decimalPlaces();
    fraction = { of: BigInt(rate.times(new Decimal(10).pow(places)).toFixed()), by: 10n ** BigInt(places) };
    fractions.set(rate, fraction);
  }
  return Money.ofMinor((2n * amount.minor * fraction.of + fraction.by) / (2n * fraction.by), 'CNY');
}

const NOTHING = new Decimal(0);
const OF_NONE: BookTake = {
  ...{ ordinal: 0, invoice: null, seq: 0, quantity: NOTHING, amount: ZERO, leftQuantity: NOTHING, leftAmount: ZERO },
};

/** What is left of the invoices after the takes that count: those of a blocked item do not. */
class Left {
  private readonly after = new Map<string, BookTake>();

  take({ takes }: MatchedLine): BookTake[] {
    return takes.map(({ invoice, quantity, amount }, ordinal) => {
      const line = invoice as BookInvoiceLine;
      const before = this.after.get(line.id);
      const taken: BookTake = {
        ordinal,
        invoice: line,
        seq: (before?.seq ?? line.seq) + 1,
        quantity,
        amount,
        leftQuantity: (before?.leftQuantity ?? line.freeQuantity).minus(quantity),
        leftAmount: (before?.leftAmount ?? line.freeAmount).minus(amount),
      };
      this.after.set(line.id, taken);
      return taken;
    });
  }
}

function blocked(item: BookItem, detail: Sentence): ItemResult {
  const findings = [finding('parties', 'block', detail)];
  return { item, outcome: 'blocked', unit: null, takes: [], refund: null, findings, missing: [], suggestions: [] };
}

function waiting(item: BookItem): ItemResult {
  const missing: Missing[] = [{ fact: 'declaration_cleared', lineNumber: null, detail: CASE.not_cleared }];
  return { item, outcome: 'waiting', unit: null, takes: [], refund: null, findings: [], missing, suggestions: [] };
}
