import { Decimal } from '../../src/kernel/decimal.js';

/** Largest allowed difference: for every number, or by the path of a field, those not named being exact. */
export type Tolerance = string | Readonly<Record<string, string>>;

/** One difference between what a case expects and what was answered. */
export interface Mismatch {
  /** `items.0.refund`; empty for the whole answer. */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * Compares an answer with what a case expects:
 * objects by the listed fields only, arrays by length and order, money by currency and numerically by amount,
 * decimal strings numerically (and they must be strings), everything else exactly; `null` also matches an absent field.
 */
export function mismatches(expected: unknown, actual: unknown, tolerance: Tolerance = '0', path = ''): Mismatch[] {
  const differs = [{ path, expected, actual }];
  if (expected === null) return actual === null || actual === undefined ? [] : differs;
  if (typeof expected === 'string') return sameText(expected, actual, toleranceAt(tolerance, path)) ? [] : differs;
  if (typeof expected !== 'object') return expected === actual ? [] : differs;
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return differs;
    return expected.flatMap((item, index) => mismatches(item, actual[index] as unknown, tolerance, join(path, index)));
  }
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return differs;
  const given = actual as Readonly<Record<string, unknown>>;
  if (isMoney(expected)) {
    const sameCurrency = given['currency'] === expected.currency;
    return sameCurrency && sameText(expected.amount, given['amount'], toleranceAt(tolerance, path)) ? [] : differs;
  }
  return Object.entries(expected).flatMap(([key, value]) => mismatches(value, given[key], tolerance, join(path, key)));
}

function sameText(expected: string, actual: unknown, allowed: string): boolean {
  if (typeof actual !== 'string') return false;
  if (expected === actual) return true;
  if (!DECIMAL.test(expected) || !DECIMAL.test(actual)) return false;
  return new Decimal(expected).minus(actual).abs().lessThanOrEqualTo(allowed);
}

function toleranceAt(tolerance: Tolerance, path: string): string {
  return typeof tolerance === 'string' ? tolerance : (tolerance[path] ?? '0');
}

function isMoney(value: object): value is { amount: string; currency: string } {
  const { amount, currency } = value as { amount?: unknown; currency?: unknown };
  return typeof amount === 'string' && typeof currency === 'string' && Object.keys(value).length === 2;
}

function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}
