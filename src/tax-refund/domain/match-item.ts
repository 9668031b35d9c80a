import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Finding, type Missing } from './finding.js';
import { type BookInvoiceLine, type BookItem, type BookTake, type ItemOutcome, type ItemResult } from './match-book.js';
import { type ExportLine, type MatchedLine } from './match-facts.js';
import { exchangeCostFinding } from './match-plausibility.js';
import { type MatchRules } from './match-rules.js';
import { type Suggestion } from './match-suggestions.js';

/** What is known beside the rows. */
export interface MatchContext {
  readonly today: LocalDate;
  readonly rules: MatchRules;
  /** Null where none is known. */
  readonly rateOf: (hsCode: string, exportDate: LocalDate) => Decimal | null;
  readonly collectBy: (exportDate: LocalDate) => LocalDate;
}

const ZERO = Money.zero('CNY');

/** An item with what was found of it. */
export interface JudgedItem {
  readonly item: BookItem;
  readonly line: ExportLine;
  readonly matched: MatchedLine | undefined;
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
  readonly suggestions: readonly Suggestion[];
  readonly left: Left;
}

/** What comes of an item: matched where it is covered and nothing forbids it. */
export function resultOf({ rules }: MatchContext, judged: JudgedItem): ItemResult {
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
export class Left {
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
