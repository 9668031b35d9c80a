import { Decimal } from './decimal.js';
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

/** Turns the result of a rule into what the API answers. Fields that are undefined disappear in JSON. */
export function wire<T>(value: T): Wire<T> {
  return convert(value) as Wire<T>;
}

function convert(value: unknown): unknown {
  if (value instanceof Money) return value.toJSON();
  if (Decimal.isDecimal(value)) return value.toString();
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, convert(field)]));
}
