import { type LocalDate } from '../../../kernel/local-date.js';
import { type AttributeName } from './inputs.js';

export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;
/** `A` is the best. */
export type Grade = (typeof GRADES)[number];

/** Points from this figure on, or down to it. */
export interface Band {
  readonly bound: string;
  readonly points: number;
}

/** How one attribute is scored: the first band that holds, the best first; none, no points. */
export interface ScoredAttribute {
  readonly name: AttributeName;
  readonly better: 'more' | 'less';
  /** Where nothing is known of it. */
  readonly unknown: number;
  readonly bands: readonly [Band, ...Band[]];
}

/** A grade from so many points on, and which part of a product's limit it is good for. */
export interface GradeBand {
  readonly grade: Grade;
  readonly from: number;
  readonly limitFactor: string;
}

/** How exporters are scored, from a day on. The best points of all attributes are 1000 together. */
export interface Scorecard {
  readonly version: string;
  readonly validFrom: LocalDate;
  readonly source: string;
  readonly attributes: readonly ScoredAttribute[];
  /** The best first; the last is from 0 on. */
  readonly grades: readonly GradeBand[];
  /** Who stands on a list of denied parties has no more than this, whatever else is known. */
  readonly hitMax: number;
  /** With fewer attributes known the score is thin: it is told, but no condition is met by it. */
  readonly knownMin: number;
  /** A buyer that pays within so many days after the day on which it was expected is on time. */
  readonly graceDays: number;
  /** A smaller part of an order's value than this is short. */
  readonly paidFully: string;
}

/** The one in force. @throws Error for a day of which there is none */
export function scorecardOn(table: readonly Scorecard[], day: LocalDate): Scorecard {
  const [latest] = table
    .filter(({ validFrom }) => validFrom <= day)
    .sort((left, right) => (left.validFrom < right.validFrom ? 1 : -1));
  if (latest === undefined) throw new Error(`No scorecard for ${day}`);
  return latest;
}

/** By its version, which a score names. @throws Error where it is gone, which none ever is */
export function scorecardNamed(table: readonly Scorecard[], version: string): Scorecard {
  const found = table.find((each) => each.version === version);
  if (found === undefined) throw new Error(`No scorecard ${version}`);
  return found;
}
