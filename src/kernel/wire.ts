import { Decimal } from './decimal.js';
import { DomainError, problem } from './domain-error.js';
import { SAY } from './kernel.sentences.js';
import { Money, type MoneyJson } from './money.js';

/** A value as it looks in JSON: money as `{amount, currency}`, decimals as strings, everything else unchanged. */
export type Wire<T> = T extends Money
  ? MoneyJson
  : T extends Decimal
    ? string
    : T extends string | number | boolean | null | undefined
      ? T
      : T extends readonly (infer Item)[]
        ? Wire<Item>[]
        : { -readonly [Key in keyof T]: Wire<T[Key]> };

/** Digits before the point that a figure of the API has at most. */
const DIGITS = 15;
const BEYOND = new Decimal(10).pow(DIGITS);

/** Money and rates that are each within their bounds can still give a product beyond all trade. */
export class FigureTooLargeError extends DomainError {
  static readonly problem = problem(
    'CALCULATION.FIGURE_TOO_LARGE',
    'invalid',
    { en: 'A figure of the result is too large', zh: '计算结果超出范围' },
    {
      en: 'Check amounts, quantities and rates: no figure has more than 15 digits before the point',
      zh: '请检查金额、数量和汇率：任何数值的整数部分不得超过 15 位',
    },
  );
}

/**
 * Turns the result of a rule into what the API answers. Fields that are undefined disappear in JSON.
 * @throws FigureTooLargeError
 */
export function wire<T>(value: T): Wire<T> {
  return convert(value) as Wire<T>;
}

function convert(value: unknown): unknown {
  if (value instanceof Money) {
    assertInBounds(value.toDecimal());
    return value.toJSON();
  }
  if (Decimal.isDecimal(value)) {
    assertInBounds(value);
    return value.toString();
  }
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, convert(field)]));
}

function assertInBounds(figure: Decimal): void {
  if (figure.abs().gte(BEYOND)) throw new FigureTooLargeError(SAY.figure_too_large({ digits: DIGITS }));
}
