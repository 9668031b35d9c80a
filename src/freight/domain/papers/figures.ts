import { Decimal } from '../../../kernel/decimal.js';
import { type Json, objectAt, textAt } from '../told-json.js';

/** A figure of a message, in the unit that stands beside it. */
export interface Measure {
  readonly value: Decimal;
  readonly unit: string;
}

/** UN/ECE Recommendation 20, those of DCSA. */
const UNITS: Readonly<Record<string, string>> = { KGM: 'kg', LBR: 'lb', MTQ: 'm³', FTQ: 'ft³' };
/** To the gram, and to the litre; what was said more exactly is shown so. */
const PLACES = 3;

export function shown(value: Decimal): string {
  return value.toFixed(Math.max(PLACES, value.decimalPlaces()));
}

export function measureAt(json: Json, name: string): Measure | null {
  const { value, unit } = objectAt(json, name);
  if (typeof value !== 'number' || typeof unit !== 'string') return null;
  return { value: new Decimal(value), unit };
}

/** One that was not said counts for nothing. */
export function countAt(json: Json, name: string): number {
  const count = Number(textAt(json, name) ?? 0);
  return Number.isInteger(count) && count > 0 ? count : 0;
}

/** Nothing is turned into another unit: what differs stands side by side. @example 9000 kg, 200 lb → 9000.000 kg + 200.000 lb */
export function sumShown(measures: readonly (Measure | null)[]): string {
  const sums = new Map<string, Decimal>();
  for (const measure of measures) {
    if (measure === null) continue;
    sums.set(measure.unit, (sums.get(measure.unit) ?? new Decimal(0)).plus(measure.value));
  }
  return [...sums].map(([unit, value]) => `${shown(value)} ${UNITS[unit] ?? unit}`).join(' + ');
}
