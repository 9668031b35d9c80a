import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type TaxRates } from './consumption-tax-voucher.js';
import { type Finding, type Missing } from './finding.js';
import {
  type BookInvoiceLine,
  type BookItem,
  type BookTake,
  type BookVoucher,
  type BookVoucherTake,
  type ItemOutcome,
  type ItemResult,
  type ItemTax,
} from './match-book.js';
import { taxOf } from './match-consumption-tax.js';
import { type ExportLine, type MatchedLine } from './match-facts.js';
import { exchangeCostFinding } from './match-plausibility.js';
import { type MatchRules } from './match-rules.js';
import { type Suggestion } from './match-suggestions.js';

/** How goods are refunded on a day. */
export interface GoodsRates {
  readonly refundRate: Decimal;
  /** How the refund library has them taxed; null where it knows no consumption tax of them. */
  readonly consumptionTax: TaxRates | null;
}

/** What is known beside the rows. */
export interface MatchContext {
  readonly today: LocalDate;
  readonly rules: MatchRules;
  /** Null where no refund rate is known. */
  readonly ratesOf: (hsCode: string, exportDate: LocalDate) => GoodsRates | null;
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
    tax: null,
    findings,
    missing,
    suggestions,
  });
  if (line.refundRate?.isZero() === true && !isTaxClaimed(judged)) return result('no_refund', ZERO);
  if (findings.some(({ outcome }) => outcome === 'block')) return result('blocked');
  if (matched === undefined || missing.length > 0) return result('waiting');
  // Of no invoice takes who needs none; that it is taken is noted all the same.
  const takes = matched.takes.length === 0 ? [OF_NONE] : left.take(matched);
  const tax = left.takeTax(matched);
  const [taxable, refund, purchase] = figuresOf(matched);
  const cost = tax === null ? purchase : purchase.minus(tax.refund);
  const { exporterTaxNumber } = item;
  const costed = { cost, fob: line.fob, exportDate: line.exportDate, exporterTaxNumber, lineNumber: null };
  const told = item.regime === 'trading' && taxable !== null ? exchangeCostFinding(rules, costed) : [];
  return {
    item,
    outcome: 'matched',
    unit: matched.unit,
    takes,
    refund: taxable === null && item.regime === 'manufacturer' ? null : refund,
    tax,
    findings: told.length === 0 ? findings : [...findings, ...told],
    missing,
    suggestions,
  };
}

/** What was paid of it, or is waited for: such goods are claimed even where their VAT is not refunded. */
function isTaxClaimed({ matched, missing }: JudgedItem): boolean {
  return (matched?.consumptionTax ?? null) !== null || missing.some(({ fact }) => fact === 'consumption_tax_voucher');
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

/** What is left of invoices and papers after the takes that count: those of a blocked item do not. */
export class Left {
  private readonly after = new Map<string, BookTake>();
  private readonly papers = new Map<string, BookVoucherTake>();

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

  /** @returns null where no consumption tax is claimed */
  takeTax({ consumptionTax }: MatchedLine): ItemTax | null {
    if (!consumptionTax) return null;
    const takes = consumptionTax.takes.map((take, ordinal): BookVoucherTake => {
      const voucher = take.voucher as BookVoucher;
      const before = this.papers.get(voucher.id);
      const { quantity, taxable, tax } = before?.left ?? voucher.free;
      const left = {
        quantity: quantity.minus(take.quantity),
        taxable: taxable.minus(take.taxable),
        tax: tax.minus(take.tax),
      };
      const taken = { ...take, voucher, ordinal, seq: (before?.seq ?? voucher.seq) + 1, left };
      this.papers.set(voucher.id, taken);
      return taken;
    });
    return { takes, refund: taxOf(takes) };
  }
}
