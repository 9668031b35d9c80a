import { type IdentifierResult, invalid, normalized } from './identifier.js';

export const CONTAINER_CATEGORIES = [
  'general_purpose',
  'refrigerated',
  'insulated',
  'open_top',
  'platform',
  'tank',
  'pressurised_tank',
  'ventilated',
  'bulk',
  'named_cargo',
  'air_surface',
] as const;
export type ContainerCategory = (typeof CONTAINER_CATEGORIES)[number];

export interface SizeTypeResult extends IdentifierResult {
  /** Whole feet; absent for the metric lengths that no foot measure names. */
  readonly lengthFeet?: number;
  readonly heightInches?: number;
  /** 9 feet 6 inches high. */
  readonly highCube?: boolean;
  readonly category?: ContainerCategory;
}

/** First sign, ISO 6346 table of lengths; `null` where the length is metric (7150 mm, 7820 mm, …). */
const LENGTH_FEET: Readonly<Record<string, number | null>> = {
  '1': 10,
  '2': 20,
  '3': 30,
  '4': 40,
  A: null,
  B: 24,
  C: null,
  D: null,
  E: null,
  F: null,
  G: 41,
  H: 43,
  K: null,
  L: 45,
  M: 48,
  N: 49,
  P: 53,
};

/** Second sign, height and width; `null` where only "more than" or "at most" is said. Letters are the wider ones. */
const HEIGHT_INCHES: Readonly<Record<string, number | null>> = {
  '0': 96,
  '2': 102,
  '4': 108,
  '5': 114,
  '6': null,
  '8': 51,
  '9': null,
  C: 102,
  D: 108,
  E: 114,
  F: null,
  L: 102,
  M: 108,
  N: 114,
  P: null,
};

const CATEGORY: Readonly<Record<string, ContainerCategory>> = {
  G: 'general_purpose',
  R: 'refrigerated',
  H: 'insulated',
  U: 'open_top',
  P: 'platform',
  T: 'tank',
  K: 'pressurised_tank',
  V: 'ventilated',
  B: 'bulk',
  S: 'named_cargo',
  A: 'air_surface',
};

/** Group codes, where the exact type is not known: 22GP. Two letters each. */
const GROUPS = new Set('GP VH BU BK SN RE RT RS HR HI UT PL PF PC PS TN TD TG AS'.split(' '));

/** Reads a container size-type code (ISO 6346): length, height, and a type of a letter and a digit, or a group. */
export function checkSizeType(input: string): SizeTypeResult {
  const value = normalized(input);
  if (value.length !== 4) return invalid(value, 'length');
  const lengthFeet = LENGTH_FEET[value.charAt(0)];
  const heightInches = HEIGHT_INCHES[value.charAt(1)];
  const category = CATEGORY[value.charAt(2)];
  const isTypeKnown = /\d/.test(value.charAt(3)) || GROUPS.has(value.slice(2));
  if (lengthFeet === undefined || heightInches === undefined || category === undefined || !isTypeKnown) {
    return invalid(value, 'format');
  }
  return {
    valid: true,
    normalized: value,
    ...(lengthFeet !== null && { lengthFeet }),
    ...(heightInches !== null && { heightInches }),
    highCube: heightInches === 114,
    category,
  };
}
