import { type Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Said, type Sentence } from '../../../kernel/sentence.js';
import {
  type Channel,
  type ConditionName,
  type Direction,
  type Limit,
  limitsOn,
  type SupervisionMode,
  type Trade,
} from './mode.js';
import { QUESTIONS, type Question } from './questions.js';
import { SAY } from './modes.sentences.js';

/** What is known of a trade. Null: nobody said; a condition that asks for it stays open. */
export interface TradeFacts {
  readonly direction: Direction;
  readonly on: LocalDate;
  /** Of the declaration or of the order; for retail imports with freight and insurance. */
  readonly value: Money | null;
  /** CNY per unit of the value's currency, to hold it against limits in CNY. */
  readonly cnyRate: Decimal | null;
  /** The order is one indivisible item. */
  readonly singleItem: boolean;
  /** What the same person bought this year, without this order. */
  readonly purchasedThisYear: Money | null;
  readonly answers: Readonly<Record<Question, boolean | null>>;
}

export const OUTCOMES = ['met', 'not_met', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Condition {
  readonly condition: ConditionName;
  readonly outcome: Outcome;
  readonly why: Sentence;
  /** What to do about it; null: nothing is to be done. */
  readonly fix: Said | null;
}

export const VERDICTS = ['eligible', 'not_eligible', 'undetermined'] as const;

export interface Eligibility {
  readonly verdict: (typeof VERDICTS)[number];
  readonly channels: readonly Channel[];
  readonly conditions: readonly Condition[];
  /** Null: the mode has no trade in this direction. */
  readonly trade: Trade | null;
}

/**
 * Whether a trade may go under a supervision mode (监管方式), with every condition and why. One that is not met decides;
 * otherwise one that nobody can tell leaves it open.
 */
export function eligibility(mode: SupervisionMode, facts: TradeFacts): Eligibility {
  const trade = mode.trades.find(({ direction }) => direction === facts.direction) ?? null;
  if (trade === null) return { verdict: 'not_eligible', channels: [], conditions: [otherWay(mode, facts)], trade };
  const conditions = trade.conditions.flatMap((name) => judge(name, trade, mode, facts));
  return { verdict: verdictOf(conditions), channels: trade.channels, conditions, trade };
}

function verdictOf(conditions: readonly Condition[]): Eligibility['verdict'] {
  if (conditions.some(({ outcome }) => outcome === 'not_met')) return 'not_eligible';
  return conditions.some(({ outcome }) => outcome === 'unknown') ? 'undetermined' : 'eligible';
}

function judge(name: ConditionName, trade: Trade, mode: SupervisionMode, facts: TradeFacts): Condition[] {
  if (name === 'direction')
    return [met(name, SAY.right_direction({ code: mode.code, direction: SAY[facts.direction] }))];
  if (name === 'limits') return limitsOn(trade, facts.on).map((limit) => within(limit, facts));
  const { question, wanted, is, isNot, fix } = QUESTIONS[name];
  const answer = facts.answers[question];
  if (answer === null) return [{ condition: name, outcome: 'unknown', why: SAY.not_told({ question }), fix }];
  return answer === wanted ? [met(name, is)] : [{ condition: name, outcome: 'not_met', why: isNot, fix }];
}

function otherWay({ code }: SupervisionMode, { direction }: TradeFacts): Condition {
  const why = SAY.wrong_direction({ code, direction: SAY[direction] });
  return { condition: 'direction', outcome: 'not_met', why, fix: SAY.other_mode };
}

/** Holds the value of the order, or the year of the person with it, against one limit; the limit itself is within. */
function within(limit: Limit, facts: TradeFacts): Condition {
  const held = heldAgainst(limit, facts);
  const [name, amount] = [SAY[limit.per], limit.amount.toString()];
  if (held === null) {
    const why = SAY.value_not_known({ name, limit: amount });
    return { condition: 'limits', outcome: 'unknown', why, fix: SAY.give_value({ currency: limit.amount.currency }) };
  }
  const value = held.toString();
  if (!held.isMoreThan(limit.amount)) return met('limits', SAY.within_limit({ name, value, limit: amount }));
  if (facts.singleItem && limit.singleItemStays) return met('limits', SAY.single_item({ name, value, limit: amount }));
  const why = SAY.above_limit({ name, value, limit: amount, source: limit.source });
  return { condition: 'limits', outcome: 'not_met', why, fix: limit.above };
}

function heldAgainst(
  { per, amount: { currency } }: Limit,
  { value, cnyRate, purchasedThisYear }: TradeFacts,
): Money | null {
  const held = value?.currency === currency ? value : inCny(value, cnyRate, currency);
  if (held === null || per !== 'person_and_year') return held;
  return purchasedThisYear?.currency === currency ? held.plus(purchasedThisYear) : null;
}

/** Half-up at the cent; only a limit in CNY can be reached this way. */
function inCny(value: Money | null, cnyRate: Decimal | null, currency: Money['currency']): Money | null {
  if (value === null || cnyRate === null || currency !== 'CNY') return null;
  return Money.ofMajor(value.toDecimal().times(cnyRate), 'CNY', 'half-up');
}

function met(condition: ConditionName, why: Sentence): Condition {
  return { condition, outcome: 'met', why, fix: null };
}
