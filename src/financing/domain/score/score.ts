import { Decimal } from '../../../kernel/decimal.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type AttributeName, MEASURES, type ScoreInputs } from './inputs.js';
import { ATTRIBUTE_NAMES, SAY, SCREENING_WORDS } from './score.sentences.js';
import { type Band, type Grade, type Scorecard, type ScoredAttribute } from './scorecard.js';

/** One line of a score. */
export interface AttributeScore {
  readonly name: AttributeName;
  /** As a plain decimal, a fraction to four places; null where nothing is known of it. */
  readonly figure: string | null;
  readonly points: number;
  /** The most that it could bring. */
  readonly max: number;
}

/** Why a score is not higher. */
export interface AdverseReason {
  /** Null of what holds down the whole score. */
  readonly attribute: AttributeName | null;
  /** Points that are missing by it. */
  readonly lost: number;
  readonly reason: Sentence;
  /** What would raise it. */
  readonly raise: Sentence;
}

/** What comes of the inputs and a scorecard: plain data, the same each time. */
export interface Score {
  /** 0 to 1000. */
  readonly score: number;
  readonly grade: Grade;
  /** Which part of a product's limit is recommended, as a fraction. */
  readonly limitFactor: string;
  /** So little is known that no condition is met by it. */
  readonly isThin: boolean;
  readonly attributes: readonly AttributeScore[];
  /** Where most points are lost comes first. */
  readonly adverse: readonly AdverseReason[];
}

const PLACES = 4;

/**
 * How good an exporter is for its money.
 *
 *     score = Σ points of the first band that holds, or of what is not known
 *
 * A better figure never has fewer points, as long as the scorecard is in order (its test sees to that). Figures are compared
 * exactly, and shown to four places, half up.
 */
export function scoreOf(inputs: ScoreInputs, card: Scorecard): Score {
  const lines = card.attributes.map((attribute) => lineOf(attribute, MEASURES[attribute.name](inputs)));
  const sum = lines.reduce((total, { points }) => total + points, 0);
  const score = inputs.screening === 'hit' ? Math.min(sum, card.hitMax) : sum;
  const { grade, limitFactor } = gradeOf(card, score);
  const capped = score < sum ? [cappedBy(card, sum)] : [];
  const adverse = [...capped, ...lines.flatMap(({ adverse: why }) => why ?? [])];
  return {
    ...{ score, grade, limitFactor },
    isThin: lines.filter(({ figure }) => figure !== null).length < card.knownMin,
    attributes: lines.map(({ name, figure, points, max }) => ({ name, figure, points, max })),
    // Where as much is lost, the order of the scorecard stands.
    adverse: adverse.sort((left, right) => right.lost - left.lost),
  };
}

/** What a condition of a product may stand on; null where too little is known. */
export function reliableGrade({ grade, isThin }: Pick<Score, 'grade' | 'isThin'>): Grade | null {
  return isThin ? null : grade;
}

function lineOf(
  attribute: ScoredAttribute,
  measure: Decimal | null,
): AttributeScore & { readonly adverse: AdverseReason | null } {
  const { name, bands } = attribute;
  const at = measure === null ? -1 : bands.findIndex((band) => holds(attribute, band, measure));
  const points = measure === null ? attribute.unknown : (bands[at]?.points ?? 0);
  const max = bands[0].points;
  const line = { name, figure: measure?.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP).toFixed() ?? null, points, max };
  if (points >= max) return { ...line, adverse: null };
  const lost = max - points;
  if (measure === null) {
    const reason = SAY.not_heard({ what: ATTRIBUTE_NAMES[name] });
    return { ...line, adverse: { attribute: name, lost, reason, raise: SAY.not_heard_more({ points: lost }) } };
  }
  const next = nextBand(bands, at, points);
  const reason = SAY[name]({ figure: shown(name, measure) });
  const raise = SAY[`${name}_more`]({ points: next.points - points, bound: shown(name, new Decimal(next.bound)) });
  return { ...line, adverse: { attribute: name, lost, reason, raise } };
}

function holds({ better }: ScoredAttribute, { bound }: Band, measure: Decimal): boolean {
  return better === 'more' ? measure.greaterThanOrEqualTo(bound) : measure.lessThanOrEqualTo(bound);
}

/** The nearest band with more points. */
function nextBand(bands: ScoredAttribute['bands'], at: number, points: number): Band {
  const better = at === -1 ? bands : bands.slice(0, at);
  return better.filter((band) => band.points > points).at(-1) ?? bands[0];
}

function gradeOf({ grades }: Scorecard, score: number): Scorecard['grades'][number] {
  const found = grades.find(({ from }) => score >= from);
  if (found === undefined) throw new Error('The last grade of a scorecard is from 0 on');
  return found;
}

function cappedBy({ hitMax }: Scorecard, sum: number): AdverseReason {
  return { attribute: null, lost: sum - hitMax, reason: SAY.capped({ max: hitMax }), raise: SAY.capped_more };
}

const SHARES: ReadonlySet<AttributeName> = new Set([
  'refund_success',
  'refund_queries',
  'punctuality',
  'receivables_late',
  'largest_buyer',
]);

function shown(name: AttributeName, figure: Decimal): string | (typeof SCREENING_WORDS)[number] {
  if (name === 'screening') return SCREENING_WORDS[figure.toNumber()] ?? figure.toFixed();
  return SHARES.has(name)
    ? `${figure.times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed()} %`
    : figure.toFixed();
}
