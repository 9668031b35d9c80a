import { type CalculationRule, type CalculationStep, step } from '../../../kernel/calculation.js';
import { type DayBasis } from '../../../kernel/day-basis.js';
import { Decimal, roundHalfUp } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { addDays, addMonths, daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { TenorNotQuotedError } from './forward.errors.js';
import { SAY } from './forward.sentences.js';

export const INTERPOLATION: CalculationRule = {
  id: 'fx.curve-interpolation',
  version: '1990-01-01',
  source:
    'Linear in calendar days between the two tenors beside the day; flat before the first tenor, nothing after the last',
};

/** In days or calendar months; money markets quote both. */
const LENGTH = {
  ON: { days: 1 },
  '1W': { days: 7 },
  '2W': { days: 14 },
  '1M': { months: 1 },
  '2M': { months: 2 },
  '3M': { months: 3 },
  '6M': { months: 6 },
  '9M': { months: 9 },
  '1Y': { months: 12 },
  '18M': { months: 18 },
  '2Y': { months: 24 },
} as const satisfies Record<string, { readonly days: number } | { readonly months: number }>;
export type Tenor = keyof typeof LENGTH;
export const TENORS = Object.keys(LENGTH) as readonly Tenor[];

/** Interest per year as fractions, as the bank sees it: it takes money at the bid and lends it at the ask. */
export interface CurvePoint {
  readonly tenor: Tenor;
  readonly bid: Decimal;
  readonly ask: Decimal;
}

/** What money of one currency costs by its time, on one day. */
export interface Curve {
  readonly currency: string;
  readonly asOf: LocalDate;
  readonly source: string;
  readonly dayBasis: DayBasis;
  readonly points: readonly CurvePoint[];
}

export type CurveSide = 'bid' | 'ask';

/** What is odd about a curve that is taken all the same. */
export interface CurveFinding {
  readonly pointer: string;
  readonly code: 'moved' | 'short' | 'wide' | 'old';
  readonly message: Sentence;
}

const [RATE_MIN, RATE_MAX] = [new Decimal('-0.05'), new Decimal('0.5')];
const MOVED_SHARE = new Decimal('0.01');
const WIDE_SHARE = new Decimal('0.02');
const PLACES = 10;

/** The last day of a tenor that starts on that day. */
export function tenorEnd(tenor: Tenor, from: LocalDate): LocalDate {
  const length = LENGTH[tenor];
  return 'days' in length ? addDays(from, length.days) : addMonths(from, length.months);
}

/**
 * The rate for money from one day to another, per year, as a fraction.
 *
 *     rate = r₀ + (r₁ − r₀) × (days − days₀) / (days₁ − days₀)
 *
 * Between the two tenors beside it, in calendar days; flat before the first tenor. Rounding: half up to ten decimals.
 * @throws TenorNotQuotedError after the last tenor
 */
export function rateFor(
  curve: Curve,
  side: CurveSide,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): { readonly rate: Decimal; readonly steps: readonly CalculationStep[] } {
  const days = daysBetween(from, to);
  const places = placed(curve, side, from);
  const after = places.find((point) => point.days >= days);
  if (after === undefined) {
    const last = tenorEnd(places.at(-1)?.tenor ?? 'ON', from);
    throw new TenorNotQuotedError(SAY.beyond_curve({ currency: curve.currency, last }), { last });
  }
  const before = places.findLast((point) => point.days < days) ?? after;
  const rate = between(before, after, days);
  const formula =
    before === after
      ? `${after.tenor} of ${curve.source}, ${curve.asOf}`
      : `between ${before.tenor} (${before.days} days) ${before.rate.toFixed()} and ${after.tenor} (${after.days} days) ${after.rate.toFixed()}`;
  return { rate, steps: [step(`${curve.currency}.${side}`, `${formula}; ${INTERPOLATION.id}`, rate)] };
}

interface Place {
  readonly tenor: Tenor;
  readonly days: number;
  readonly rate: Decimal;
}

function placed({ points }: Curve, side: CurveSide, from: LocalDate): Place[] {
  return points
    .map((point) => ({ tenor: point.tenor, days: daysBetween(from, tenorEnd(point.tenor, from)), rate: point[side] }))
    .sort((left, right) => left.days - right.days);
}

function between(before: Place, after: Place, days: number): Decimal {
  if (before.days === after.days) return after.rate;
  const share = new Decimal(days - before.days).div(after.days - before.days);
  return roundHalfUp(before.rate.plus(after.rate.minus(before.rate).times(share)), PLACES);
}

/**
 * Refuses a curve that cannot be one. @param today in China
 * @throws InvalidInputError naming every fault
 */
export function assertCurve({ asOf, points }: Pick<Curve, 'asOf' | 'points'>, today: LocalDate): void {
  const check = new InputCheck();
  check.date(asOf, '/asOf');
  check.that(asOf <= today, '/asOf', 'future', SAY.as_of_to_come);
  check.filled(points, '/points');
  for (const [index, { tenor, bid, ask }] of points.entries()) {
    const at = `/points/${index}`;
    const isFirst = points.findIndex((other) => other.tenor === tenor) === index;
    check.that(isFirst, `${at}/tenor`, 'duplicate', SAY.tenor_twice);
    for (const side of ['bid', 'ask'] as const) {
      const rate = side === 'bid' ? bid : ask;
      const isRate = rate.greaterThanOrEqualTo(RATE_MIN) && rate.lessThanOrEqualTo(RATE_MAX);
      const range = { min: RATE_MIN.toFixed(), max: RATE_MAX.toFixed() };
      check.that(isRate, `${at}/${side}`, 'out_of_range', SAY.rate_range(range));
    }
    check.that(bid.lessThanOrEqualTo(ask), `${at}/ask`, 'below_bid', SAY.bid_above_ask);
  }
  check.done();
}

/** What a person should look at before relying on it. @param earlier the one in use before, if any */
export function findingsOf(curve: Curve, earlier: Curve | null): CurveFinding[] {
  const findings = curve.points.flatMap((point, index) => pointFindings(point, index, earlier));
  const last = placed(curve, 'bid', curve.asOf).at(-1);
  if (last !== undefined && tenorEnd(last.tenor, curve.asOf) < tenorEnd('1Y', curve.asOf)) {
    findings.push({ pointer: '/points', code: 'short', message: SAY.finding_short({ tenor: last.tenor }) });
  }
  if (earlier !== null && earlier.asOf > curve.asOf) {
    findings.push({ pointer: '/asOf', code: 'old', message: SAY.finding_old({ asOf: earlier.asOf }) });
  }
  return findings;
}

function pointFindings({ tenor, bid, ask }: CurvePoint, index: number, earlier: Curve | null): CurveFinding[] {
  const pointer = `/points/${index}`;
  const percent = (share: Decimal): string => share.times(100).toFixed();
  const findings: CurveFinding[] = [];
  if (ask.minus(bid).greaterThan(WIDE_SHARE)) {
    findings.push({ pointer, code: 'wide', message: SAY.finding_wide({ tenor, points: percent(WIDE_SHARE) }) });
  }
  const before = earlier?.points.find((other) => other.tenor === tenor);
  if (earlier !== null && before?.bid.minus(bid).abs().greaterThan(MOVED_SHARE) === true) {
    const message = SAY.finding_moved({ tenor, points: percent(MOVED_SHARE), asOf: earlier.asOf });
    findings.push({ pointer, code: 'moved', message });
  }
  return findings;
}
