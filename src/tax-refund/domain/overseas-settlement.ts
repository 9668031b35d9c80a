import { step } from '../../kernel/calculation.js';
import { Decimal } from '../../kernel/decimal.js';
import { addMonths, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type CorrectableLine, type Correction, isNothing, negated, remaining, sumsOf } from './correction.js';
import { type OverseasItem, type OverseasSales } from './overseas-advance.js';

/** Within which days an advance on goods in a warehouse abroad is settled (销售再核算); both days of payment inclusive, `null` = open. */
export interface SettlementLaw {
  readonly paidFrom: LocalDate | null;
  readonly paidTo: LocalDate | null;
  /** `MM-DD` of the year after the advance was paid. */
  readonly nextYearDay: string;
  readonly source: string;
}

/** Effective-dated, newest last. A new notice is a new row, and an end day on the row before. */
export const SETTLEMENT_LAWS: readonly SettlementLaw[] = [
  { paidFrom: null, paidTo: null, nextYearDay: '04-30', source: '国家税务总局公告2025年第3号' },
];

export interface SettlementWindow {
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly source: string;
}

/**
 * From the first day of the month after the advance was paid to 30 April of the next year; calendar days of China.
 * @example paid 2026-01-02 → 2026-02-01 to 2027-04-30
 */
export function settlementWindow(paidOn: LocalDate): SettlementWindow {
  const law = SETTLEMENT_LAWS.find(
    ({ paidFrom, paidTo }) => (paidFrom === null || paidOn >= paidFrom) && (paidTo === null || paidOn <= paidTo),
  );
  if (law === undefined) throw new Error(`No law of settlements covers ${paidOn}`);
  const opensOn = addMonths(`${paidOn.slice(0, 7)}-01`, 1);
  return { opensOn, dueOn: `${Number(paidOn.slice(0, 4)) + 1}-${law.nextYearDay}`, source: law.source };
}

/** What became of one item of an advance. Money in CNY; quantities in its declared unit. */
export interface SettledItem {
  readonly declarationLine: string;
  readonly declared: Decimal;
  readonly sold: Decimal;
  /** What was refunded for it, as far as nothing else has corrected that. */
  readonly advanced: Money;
  readonly confirmed: Money;
  readonly paidBack: Money;
}

export interface AdvanceSettlement {
  readonly items: readonly SettledItem[];
  readonly confirmed: Money;
  readonly paidBack: Money;
  /** What is filed: each item taken back, and claimed anew as far as it was sold (冲减、重新申报). */
  readonly correction: Correction;
}

/** Customs count with five places at most. */
const QUANTITY_PLACES = 5;

/**
 * Settles an advance by what was sold: of each item the share sold ÷ declared stays refunded, the rest is paid back, be it unsold,
 * lost or not told of. A share is rounded half up to the fen; what was sold as a whole keeps exactly what was refunded.
 * Source: 国家税务总局公告2025年第3号.
 * @param claimed the lines of the claim, then those of all corrections that stand, the oldest first
 * @example refunded 7,800.00 for 1,000, of which 600 sold → confirmed 4,680.00, paid back 3,120.00
 */
export function settleAdvance(claimed: readonly CorrectableLine[], sales: readonly OverseasSales[]): AdvanceSettlement {
  const keys = [...new Set(claimed.map(({ declarationLine }) => declarationLine))];
  const items: SettledItem[] = [];
  const lines: CorrectableLine[] = [];
  for (const key of keys) {
    const left = remaining(claimed, key);
    const { declared, sold } = soldOf(key, sales) ?? { declared: left.quantity, sold: new Decimal(0) };
    const kept = keptOf(left, declared.isZero() ? declared : sold.dividedBy(declared));
    const [advanced, confirmed] = [bothOf(left), bothOf(kept)];
    items.push({ declarationLine: key, declared, sold, advanced, confirmed, paidBack: advanced.minus(confirmed) });
    if (!isNothing(left)) lines.push(negated(left), ...(isNothing(kept) ? [] : [kept]));
  }
  const steps = items.map(({ declarationLine, sold, declared, advanced, confirmed }) =>
    step(
      `items.${declarationLine}`,
      `${advanced.toAmountString()} × ${sold.toFixed()} ÷ ${declared.toFixed()}`,
      confirmed,
    ),
  );
  return {
    items,
    confirmed: sumOf(items.map(({ confirmed }) => confirmed)),
    paidBack: sumOf(items.map(({ paidBack }) => paidBack)),
    correction: { lines, steps, ...sumsOf(lines) },
  };
}

function keptOf(left: CorrectableLine, share: Decimal): CorrectableLine {
  if (share.greaterThanOrEqualTo(1)) return left;
  const taxable = left.taxable.times(share, 'half-up');
  // Of a base that corrections have left a fen too much for, no more is kept than was refunded.
  const refund = taxable.times(left.refundRate, 'half-up');
  return {
    ...left,
    taxable,
    quantity: left.quantity.times(share).toDecimalPlaces(QUANTITY_PLACES),
    refund: refund.isMoreThan(left.refund) ? left.refund : refund,
    nonRefundableVat: taxable.times(left.vatRate.minus(left.refundRate), 'half-up'),
    consumptionTax: left.consumptionTax.times(share, 'half-up'),
  };
}

/** VAT and consumption tax of a line. */
function bothOf({ refund, consumptionTax }: CorrectableLine): Money {
  return refund.plus(consumptionTax);
}

function soldOf(key: string, sales: readonly OverseasSales[]): { declared: Decimal; sold: Decimal } | null {
  for (const { entryNumber, items } of sales) {
    const found = items.find((item) => isOf(key, entryNumber, item));
    if (found !== undefined) return { declared: new Decimal(found.declared), sold: new Decimal(found.sold) };
  }
  return null;
}

function isOf(key: string, entryNumber: string, { itemNumber }: OverseasItem): boolean {
  return key.startsWith(entryNumber) && Number(key.slice(entryNumber.length)) === itemNumber;
}

function sumOf(amounts: readonly Money[]): Money {
  return Money.sum(amounts, 'CNY');
}
