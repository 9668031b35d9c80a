import { Decimal } from '../../kernel/decimal.js';

/**
 * What is charged on goods: a share of their value (从价), an amount per unit (从量), or both (复合). At least one of the
 * two is given.
 */
export interface DutyRate {
  /** Fraction of the value, as a decimal string; null where only the quantity counts. */
  readonly rate: string | null;
  /** CNY per unit, as a decimal string; null where only the value counts. */
  readonly amountPerUnit: string | null;
  /** Code of the customs unit table; null without an amount. */
  readonly unit: string | null;
}

export type DutyKind = 'ad_valorem' | 'specific' | 'compound';

export function dutyKindOf({ rate, amountPerUnit }: DutyRate): DutyKind {
  if (amountPerUnit === null) return 'ad_valorem';
  return rate === null ? 'specific' : 'compound';
}

const NOTATION = /^(?:(\d{1,3}(?:\.\d{1,4})?)%)?(?:(^|\+)(\d{1,9}(?:\.\d{1,6})?)\/(\d{3}))?$/;

/**
 * Reads `20%`, `1.3/035` (CNY per unit) or `20%+1/035`.
 * @returns null where it is none of these
 */
export function readDutyRate(text: string): DutyRate | null {
  const match = NOTATION.exec(text);
  if (match === null || text === '') return null;
  const [, percent, plus, amountPerUnit, unit] = match;
  const isBoth = percent !== undefined && amountPerUnit !== undefined;
  if (amountPerUnit !== undefined && (plus === '+') !== isBoth) return null;
  const rate = percent === undefined ? null : new Decimal(percent).div(100).toFixed();
  return { rate, amountPerUnit: amountPerUnit ?? null, unit: unit ?? null };
}

/** A share of the value alone. @returns null where it is no percentage up to 100 */
export function readShare(text: string): DutyRate | null {
  const rate = readDutyRate(text);
  const isShare = rate?.amountPerUnit === null && rate.rate !== null && new Decimal(rate.rate).lessThanOrEqualTo(1);
  return isShare ? rate : null;
}
