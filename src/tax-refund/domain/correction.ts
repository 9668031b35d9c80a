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
  readonly refund: Money;
  readonly nonRefundableVat: Money;
}

/** What is to be corrected of one line. */
export interface LineChange {
  readonly declarationLine: string;
  /** How much of its base is taken back; null: all that is left. */
  readonly taxable: Money | null;
  /** Claimed anew under another code, at that code's refund rate; null: not claimed any more. */
  readonly anew: { readonly hsCode: string; readonly refundRate: Decimal } | null;
}

export interface Correction {
  readonly lines: readonly CorrectableLine[];
  readonly taxable: Money;
  readonly refund: Money;
  readonly nonRefundableVat: Money;
  readonly steps: readonly CalculationStep[];
}

/**
 * What a correction claims: for each change a line below zero, and where it is claimed anew one above. A part is rounded half up to
 * the fen; who takes back all that is left takes back exactly what was refunded for it.
 * @param claimed the lines of the claim, then those of all corrections that stand, the oldest first
 * @throws CorrectionTooLargeError where more is taken back than is left of a line, or the whole would be refunded more
 */
export function correctionOf(claimed: readonly CorrectableLine[], changes: readonly LineChange[]): Correction {
  const lines: CorrectableLine[] = [];
  for (const change of changes) {
    const back = takenBack([...claimed, ...lines], change);
    lines.push(back, ...(change.anew === null ? [] : [claimedAnew(back, change.anew)]));
  }
  const sum = (field: 'taxable' | 'refund' | 'nonRefundableVat') =>
    Money.sum(
      lines.map((line) => line[field]),
      'CNY',
    );
  const refund = sum('refund');
  if (refund.isMoreThan(Money.zero('CNY'))) {
    throw new CorrectionTooLargeError(SAY.more_than_before({ amount: refund.toAmountString() }));
  }
  const steps = lines.map(({ declarationLine, hsCode, taxable, refundRate, refund: part }) =>
    step(`lines.${declarationLine}.${hsCode}`, `${taxable.toAmountString()} × ${refundRate.toFixed()}`, part),
  );
  return { lines, taxable: sum('taxable'), refund, nonRefundableVat: sum('nonRefundableVat'), steps };
}

/** What is left of an item under the code that it is claimed under now. */
export function remaining(claimed: readonly CorrectableLine[], declarationLine: string): CorrectableLine {
  const ofItem = claimed.filter((line) => line.declarationLine === declarationLine);
  const current = ofItem.findLast(({ taxable }) => !taxable.isNegative());
  if (current === undefined) throw new CorrectionTooLargeError(SAY.not_claimed({ item: declarationLine }));
  return ofItem
    .filter((line) => line !== current && line.hsCode === current.hsCode)
    .reduce((left, line) => plus(left, line), current);
}

function takenBack(claimed: readonly CorrectableLine[], { declarationLine, taxable }: LineChange): CorrectableLine {
  const left = remaining(claimed, declarationLine);
  const amount = taxable ?? left.taxable;
  if (amount.isMoreThan(left.taxable) || !amount.isMoreThan(Money.zero('CNY'))) {
    throw new CorrectionTooLargeError(SAY.only_left({ item: declarationLine, left: left.taxable.toAmountString() }));
  }
  if (amount.equals(left.taxable)) return negated(left);
  const share = new Decimal(amount.toAmountString()).dividedBy(left.taxable.toAmountString());
  return negated({
    ...left,
    taxable: amount,
    quantity: left.quantity.times(share).toDecimalPlaces(QUANTITY_PLACES),
    refund: amount.times(left.refundRate, 'half-up'),
    nonRefundableVat: amount.times(left.vatRate.minus(left.refundRate), 'half-up'),
  });
}

/** Customs count with five places at most. */
const QUANTITY_PLACES = 5;

function claimedAnew(
  back: CorrectableLine,
  { hsCode, refundRate: rate }: NonNullable<LineChange['anew']>,
): CorrectableLine {
  const line = negated(back);
  const refundRate = Decimal.min(rate, line.vatRate);
  return {
    ...line,
    hsCode,
    refundRate,
    refund: line.taxable.times(refundRate, 'half-up'),
    nonRefundableVat: line.taxable.times(line.vatRate.minus(refundRate), 'half-up'),
  };
}

function plus(left: CorrectableLine, right: CorrectableLine): CorrectableLine {
  return {
    ...left,
    quantity: left.quantity.plus(right.quantity),
    taxable: left.taxable.plus(right.taxable),
    refund: left.refund.plus(right.refund),
    nonRefundableVat: left.nonRefundableVat.plus(right.nonRefundableVat),
  };
}

export function negated(line: CorrectableLine): CorrectableLine {
  return {
    ...line,
    quantity: line.quantity.negated(),
    taxable: line.taxable.negated(),
    refund: line.refund.negated(),
    nonRefundableVat: line.nonRefundableVat.negated(),
  };
}
