import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type WeighedPieces } from '../consignment.js';
import { SAY } from '../freight.sentences.js';
import { type WeighingRule } from '../piece-weight.js';
import { type TariffMode } from '../rate.js';

/** `declared`: taken with papers that say what it is. */
export type Stance = 'accepted' | 'declared' | 'refused';

export const BATTERY_KINDS = ['contained', 'packed_with', 'loose'] as const;
/** In the equipment (PI 967, 970), packed with it (PI 966, 969), or by themselves (PI 965, 968). */
export type BatteryKind = (typeof BATTERY_KINDS)[number];

/** What a piece may be at most; null: no limit of its own. */
export interface PieceLimits {
  readonly weightKg: number | null;
  readonly sideCm: number | null;
  /** Longest side and twice the two others. */
  readonly girthCm: number | null;
  /** The three sides together. */
  readonly sidesCm: number | null;
}

/** Facts of one way of carriage from a day on: how it weighs, what it takes, how long it needs. */
export interface ModeRule {
  readonly mode: TariffMode;
  readonly validFrom: LocalDate;
  readonly source: string;
  /** Null where nothing is charged by chargeable weight. */
  readonly weighing: WeighingRule | null;
  /** Between the day on which goods are ready and the first departure that they can make. */
  readonly leadDays: number;
  /** Door or port to door or port, least and most, where no rate says it. */
  readonly transitDays: readonly [number, number];
  /** DCSA codes: documents, verified gross mass, full container, loose cargo. */
  readonly cutOffs: readonly { readonly code: string; readonly daysBefore: number }[];
  readonly limits: PieceLimits;
  readonly dangerous: Stance;
  readonly batteries: Readonly<Record<BatteryKind, Stance>>;
  readonly batteriesSource: string;
}

/** What is special about goods. */
export interface GoodsNature {
  /** Class of dangerous goods by UN number; null for none. */
  readonly unNumber: string | null;
  readonly batteries: BatteryKind | null;
}

/** The rule of a mode in force on a day. */
export function ruleOn(rules: readonly ModeRule[], mode: TariffMode, day: LocalDate): ModeRule | null {
  const inForce = rules.filter((rule) => rule.mode === mode && rule.validFrom <= day);
  return inForce.sort((left, right) => (left.validFrom < right.validFrom ? 1 : -1))[0] ?? null;
}

/** Why a mode does not take goods, each reason by itself; and what must be known by who uses it. */
export interface Standing {
  readonly refusals: readonly Sentence[];
  readonly notices: readonly Sentence[];
}

/** Holds goods against what a mode takes: size and weight of each piece, dangerous goods, batteries. */
export function standingOf(rule: ModeRule, pieces: readonly WeighedPieces[], nature: GoodsNature): Standing {
  const refusals = pieces.flatMap((piece, index) => overLimits(rule.limits, piece, index + 1));
  const notices: Sentence[] = [];
  if (nature.unNumber !== null) {
    const { unNumber } = nature;
    if (rule.dangerous === 'refused') refusals.push(SAY.dangerous_refused({ unNumber }));
    if (rule.dangerous === 'declared') notices.push(SAY.dangerous_declared({ unNumber }));
  }
  if (nature.batteries !== null) {
    const stance = rule.batteries[nature.batteries];
    const facts = { kind: nature.batteries, source: rule.batteriesSource };
    if (stance === 'refused') refusals.push(SAY.batteries_refused(facts));
    if (stance === 'declared') notices.push(SAY.batteries_declared(facts));
  }
  return { refusals, notices };
}

function overLimits(limits: PieceLimits, piece: WeighedPieces, number: number): Sentence[] {
  const sides = [piece.lengthCm, piece.widthCm, piece.heightCm].sort((left, right) => right.comparedTo(left));
  const sum = Decimal.sum(0, ...sides);
  const longest = sides[0] ?? new Decimal(0);
  const girth = sum.times(2).minus(longest);
  const over = (value: Decimal, max: number | null): max is number => max !== null && value.greaterThan(max);
  return [
    ...(over(piece.weightKg, limits.weightKg) ? [SAY.over_weight({ number, max: limits.weightKg })] : []),
    ...(over(longest, limits.sideCm) ? [SAY.over_side({ number, max: limits.sideCm })] : []),
    ...(over(girth, limits.girthCm) ? [SAY.over_girth({ number, max: limits.girthCm })] : []),
    ...(over(sum, limits.sidesCm) ? [SAY.over_sides({ number, max: limits.sidesCm })] : []),
  ];
}
