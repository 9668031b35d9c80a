import { type CalculationStep, step } from '../../kernel/calculation.js';
import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { CorrectionTooLargeError } from './correction.errors.js';
import { SAY } from './correction.sentences.js';

/** Why a claim is corrected. */
export const CORRECTION_KINDS = ['red_letter', 'code_change', 'returned_goods', 'other'] as const;
/** `overseas_settlement` comes of the sales abroad alone: nobody asks for it as a correction. */
export const KINDS_OF_CORRECTIONS = [...CORRECTION_KINDS, 'overseas_settlement'] as const;
export type CorrectionKind = (typeof KINDS_OF_CORRECTIONS)[number];

/** A line as claimed, or as corrected: then with amounts and quantity below zero for what is taken back. Money in CNY. */
export interface CorrectableLine {
  readonly declarationLine: string;
  readonly hsCode: string;
  readonly goodsName: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly taxable: Money;
  readonly vatRate: Decimal;
  readonly refundRate: Decimal;
  /** VAT; of a manufacturer 免抵退税额, what is refunded or set off. */
  readonly refund: Money;
  readonly nonRefundableVat: Money;
  /** 进料加工: duty-free material inside the goods; of a manufacturer only. */
  readonly bonded: Money;
  /** Consumption tax that is refunded besides; of a trading company only. */
  readonly consumptionTax: Money;
}

/** What is to be corrected of one line. */
export interface LineChange {
  readonly declarationLine: string;
  /** How much of its base is taken back; null: all that is left. */
  readonly taxable: Money | null;
  /** Claimed anew; null: not claimed any more. */
  readonly anew: ClaimedAnew | null;
}

/** What is claimed in the place of what was taken back; what is null stays as it was. */
export interface ClaimedAnew {
  /** Another code, with the refund rate of its goods. */
  readonly code: { readonly hsCode: string; readonly refundRate: Decimal } | null;
  /** Of a manufacturer: the base that is right, where the value (FOB) was wrong. */
  readonly taxable: Money | null;
  readonly quantity: Decimal | null;
}

export interface Correction {
  readonly lines: readonly CorrectableLine[];
  readonly taxable: Money;
  /** Of both taxes; of a manufacturer the change of its 免抵退税额. */
  readonly refund: Money;
  readonly consumptionTax: Money;
  readonly nonRefundableVat: Money;
  readonly steps: readonly CalculationStep[];
}

/**
 * What a correction claims: for each change a line below zero, and where it is claimed anew one above. A part is rounded half up to
 * the fen; who takes back all that is left takes back exactly what was refunded for it.
 * @param claimed the lines of the claim, then those of all corrections that stand, the oldest first
 * @param isByPeriod of a manufacturer: what it brings is reckoned with its period, and may be more
 * @throws CorrectionTooLargeError where more is taken back than is left of a line, or the whole would be refunded more
 */
export function correctionOf(
  claimed: readonly CorrectableLine[],
  changes: readonly LineChange[],
  isByPeriod = false,
): Correction {
  const lines: CorrectableLine[] = [];
  for (const change of changes) {
    const back = takenBack([...claimed, ...lines], change);
    lines.push(back, ...(change.anew === null ? [] : [claimedAnew(back, change.anew)]));
  }
  const sums = sumsOf(lines);
  if (!isByPeriod && sums.refund.isMoreThan(Money.zero('CNY'))) {
    throw new CorrectionTooLargeError(SAY.more_than_before({ amount: sums.refund.toAmountString() }));
  }
  return { lines, ...sums, steps: lines.flatMap(workingOf) };
}

/** What the lines of a correction come to. */
export function sumsOf(lines: readonly CorrectableLine[]): Omit<Correction, 'lines' | 'steps'> {
  const sum = (field: 'taxable' | 'refund' | 'nonRefundableVat' | 'consumptionTax') =>
    Money.sum(
      lines.map((line) => line[field]),
      'CNY',
    );
  const consumptionTax = sum('consumptionTax');
  return {
    taxable: sum('taxable'),
    refund: sum('refund').plus(consumptionTax),
    consumptionTax,
    nonRefundableVat: sum('nonRefundableVat'),
  };
}

function workingOf(line: CorrectableLine): CalculationStep[] {
  const { declarationLine, hsCode, taxable, refundRate, refund, bonded, consumptionTax } = line;
  const at = `lines.${declarationLine}.${hsCode}`;
  const base = bonded.isZero()
    ? taxable.toAmountString()
    : `(${taxable.toAmountString()} − ${bonded.toAmountString()})`;
  const vat = step(at, `${base} × ${refundRate.toFixed()}`, refund);
  if (consumptionTax.isZero()) return [vat];
  return [vat, step(`${at}.consumptionTax`, 'consumption tax of the line by the share of its base', consumptionTax)];
}

/** What is left of an item under the code that it is claimed under now. */
export function remaining(claimed: readonly CorrectableLine[], declarationLine: string): CorrectableLine {
  const ofItem = claimed.filter((line) => line.declarationLine === declarationLine);
  const current = ofItem.findLast((line) => !isTakenBack(line));
  if (current === undefined) throw new CorrectionTooLargeError(SAY.not_claimed({ item: declarationLine }));
  return ofItem
    .filter((line) => line !== current && line.hsCode === current.hsCode)
    .reduce((left, line) => plus(left, line), current);
}

function isTakenBack({ taxable, quantity }: CorrectableLine): boolean {
  return taxable.isNegative() || (taxable.isZero() && quantity.isNegative());
}

/** Nothing of it is claimed any more. */
export function isNothing({ taxable, consumptionTax }: CorrectableLine): boolean {
  return taxable.isZero() && consumptionTax.isZero();
}

function takenBack(claimed: readonly CorrectableLine[], { declarationLine, taxable }: LineChange): CorrectableLine {
  const left = remaining(claimed, declarationLine);
  const amount = taxable ?? left.taxable;
  // Consumption tax alone stands on no base: it is taken back as a whole.
  if (taxable === null && left.taxable.isZero() && !isNothing(left)) return negated(left);
  if (amount.isMoreThan(left.taxable) || !amount.isMoreThan(Money.zero('CNY'))) {
    throw new CorrectionTooLargeError(SAY.only_left({ item: declarationLine, left: left.taxable.toAmountString() }));
  }
  if (amount.equals(left.taxable)) return negated(left);
  const share = new Decimal(amount.toAmountString()).dividedBy(left.taxable.toAmountString());
  return negated({
    ...withBase(left, amount),
    quantity: left.quantity.times(share).toDecimalPlaces(QUANTITY_PLACES),
    consumptionTax: left.consumptionTax.times(share, 'half-up'),
  });
}

/** The line on another base, at its rates; duty-free material inside it is of the same share. */
function withBase(line: CorrectableLine, taxable: Money): CorrectableLine {
  const bonded = line.bonded.isZero()
    ? line.bonded
    : line.bonded.times(taxable.toDecimal().dividedBy(line.taxable.toDecimal()), 'half-up');
  const net = taxable.minus(bonded);
  return {
    ...{ ...line, taxable, bonded },
    refund: net.times(line.refundRate, 'half-up'),
    nonRefundableVat: net.times(line.vatRate.minus(line.refundRate), 'half-up'),
  };
}

/** Customs count with five places at most. */
const QUANTITY_PLACES = 5;

/** What is the same in base and rate keeps its amounts to the fen. */
function claimedAnew(back: CorrectableLine, { code, taxable, quantity }: ClaimedAnew): CorrectableLine {
  const before = negated(back);
  const refundRate = code === null ? before.refundRate : Decimal.min(code.refundRate, before.vatRate);
  const line = { ...before, hsCode: code?.hsCode ?? before.hsCode, quantity: quantity ?? before.quantity, refundRate };
  const base = taxable ?? line.taxable;
  const isSame = base.equals(before.taxable) && refundRate.equals(before.refundRate);
  return isSame ? line : withBase(line, base);
}

function plus(left: CorrectableLine, right: CorrectableLine): CorrectableLine {
  return {
    ...left,
    quantity: left.quantity.plus(right.quantity),
    taxable: left.taxable.plus(right.taxable),
    refund: left.refund.plus(right.refund),
    nonRefundableVat: left.nonRefundableVat.plus(right.nonRefundableVat),
    bonded: left.bonded.plus(right.bonded),
    consumptionTax: left.consumptionTax.plus(right.consumptionTax),
  };
}

export function negated(line: CorrectableLine): CorrectableLine {
  return {
    ...line,
    quantity: line.quantity.negated(),
    taxable: line.taxable.negated(),
    refund: line.refund.negated(),
    nonRefundableVat: line.nonRefundableVat.negated(),
    bonded: line.bonded.negated(),
    consumptionTax: line.consumptionTax.negated(),
  };
}
