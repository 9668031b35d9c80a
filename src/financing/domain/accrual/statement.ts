import { type DayBasis } from '../../../kernel/day-basis.js';
import { Decimal } from '../../../kernel/decimal.js';
import { addDays, addMonths, earlierOf, laterOf, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Instalment } from '../instalments/instalments.js';
import { type LoanParts } from '../waterfall.js';
import { type Accrued, accruedOf, type Counted, countTo } from './accrual.js';
import { type RatePeriod } from './resets.js';

/** All that ever happened to a loan. One currency. */
export interface LoanHistory {
  readonly drawnOn: LocalDate;
  readonly principal: Money;
  readonly fee: Money;
  /** The first one. */
  readonly maturityOn: LocalDate;
  /** What fell due when, where it is paid back in parts. */
  readonly instalments?: readonly Instalment[] | null;
  /** Later due dates that were granted, oldest first. */
  readonly extensions: readonly { readonly on: LocalDate; readonly maturityOn: LocalDate; readonly fee: Money }[];
  /** Since when nothing runs on it: of one that was written off; and what was given up of it, with the day. */
  readonly writtenOff: {
    readonly on: LocalDate;
    readonly forgiven: Money;
    readonly closedOn: LocalDate | null;
  } | null;
  readonly dayBasis: DayBasis;
  /** Oldest first; the first begins with the draw. */
  readonly rates: readonly Pick<RatePeriod, 'from' | 'annualRate' | 'penaltyRate'>[];
  /** Oldest first. Penalty that was paid is in `interest` or in `penalty`: only their sum counts here. */
  readonly repayments: readonly (LoanParts & { readonly on: LocalDate })[];
}

export const STATEMENT_KINDS = [
  'draw',
  'fee',
  'interest',
  'penalty',
  'extension',
  'write_off',
  'repayment',
  'settlement',
] as const;

export interface StatementLine {
  /** The day of it; of what accrued the last day that is in it. */
  readonly on: LocalDate;
  readonly kind: (typeof STATEMENT_KINDS)[number];
  /** What is owed more by it: of a later due date its fee; nothing of a write-off; of repayment and settlement less than zero. */
  readonly amount: Money;
  /** What is owed in all after it. */
  readonly balance: Money;
}

export interface LoanStatement {
  /** What was owed when the first day began. */
  readonly opening: Money;
  readonly lines: readonly StatementLine[];
  /** What is owed when the last day is over. */
  readonly closing: Money;
}

/** The days that a statement is of, both inclusive. */
export interface StatementRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** A day stands in it with its interest once it is over. */
  readonly today: LocalDate;
}

/**
 * What a loan owes over a time: interest and penalty by month, cut where something was repaid. What has accrued between two
 * days is the difference of what had accrued, rounded, by each: so the lines of any two statements that meet add up to those
 * of one over both.
 */
export function statementOf(history: LoanHistory, range: StatementRange): LoanStatement {
  const { from, to } = range;
  const moves = movesOf(history, cutsOf(history, range));
  const before = moves.filter(({ on }) => on < from);
  const opening = Money.sum(
    before.map(({ amount }) => amount),
    history.principal.currency,
  );
  let balance = opening;
  const lines = moves
    .filter(({ on }) => on >= from && on <= to)
    .map((move): StatementLine => {
      balance = balance.plus(move.amount);
      return { ...move, balance };
    });
  return { opening, lines, closing: balance };
}

type Move = Omit<StatementLine, 'balance'>;

/** The days before which accruals are told: of each month the first, of a repayment or a later due date its day, and both ends. */
function cutsOf(
  { drawnOn, repayments, extensions, writtenOff }: LoanHistory,
  { from, to, today }: StatementRange,
): LocalDate[] {
  const last = addDays(earlierOf(to, addDays(today, -1)), 1);
  const cuts = new Set([from, last, ...[...repayments, ...extensions].map(({ on }) => on), ...endsOf(writtenOff)]);
  for (let month = `${drawnOn.slice(0, 7)}-01`; month <= last; month = addMonths(month, 1)) cuts.add(month);
  return [...cuts].filter((day) => day > drawnOn && day <= last).sort();
}

function endsOf(writtenOff: LoanHistory['writtenOff']): LocalDate[] {
  return writtenOff === null ? [] : [writtenOff.on, ...(writtenOff.closedOn === null ? [] : [writtenOff.closedOn])];
}

function movesOf(history: LoanHistory, cuts: readonly LocalDate[]): Move[] {
  const { drawnOn, principal, fee, repayments, extensions, writtenOff, dayBasis } = history;
  const moves: Move[] = [{ on: drawnOn, kind: 'draw', amount: principal }];
  if (!fee.isZero()) moves.push({ on: drawnOn, kind: 'fee', amount: fee });
  let counted: Counted = { from: drawnOn, interestSum: new Decimal(0), penaltySum: new Decimal(0) };
  let accrued: Accrued = { interest: 0n, penalty: 0n };
  let owed = principal;
  const happen = (day: LocalDate): void => {
    for (const { on, fee: amount } of extensions.filter((each) => each.on === day)) {
      moves.push({ on, kind: 'extension', amount });
    }
    if (writtenOff?.on === day) moves.push({ on: day, kind: 'write_off', amount: Money.zero(principal.currency) });
    for (const { on, ...paid } of repayments.filter((each) => each.on === day)) {
      owed = owed.minus(paid.principal);
      const amount = paid.fees.plus(paid.penalty).plus(paid.interest).plus(paid.principal).negated();
      moves.push({ on, kind: 'repayment', amount });
    }
    if (writtenOff?.closedOn === day && !writtenOff.forgiven.isZero()) {
      moves.push({ on: day, kind: 'settlement', amount: writtenOff.forgiven.negated() });
    }
  };
  happen(drawnOn);
  for (const cut of cuts) {
    counted = countThrough(history, owed.minor, counted, cut);
    const reached = accruedOf(counted, dayBasis);
    for (const kind of ['interest', 'penalty'] as const) {
      const amount = Money.ofMinor(reached[kind] - accrued[kind], principal.currency);
      if (!amount.isZero()) moves.push({ on: addDays(cut, -1), kind, amount });
    }
    accrued = reached;
    happen(cut);
  }
  return moves;
}

/** By the rates of each period, and by the due date that it had on the last day: a later one comes into force at a cut. */
function countThrough(history: LoanHistory, principalMinor: bigint, counted: Counted, cut: LocalDate): Counted {
  const { rates, extensions, writtenOff, dayBasis, instalments } = history;
  const day = writtenOff === null ? cut : earlierOf(cut, writtenOff.on);
  const maturityOn = extensions.findLast(({ on }) => on < day)?.maturityOn ?? history.maturityOn;
  return rates.reduce((sums, { annualRate, penaltyRate }, index) => {
    const next = rates[index + 1]?.from ?? day;
    const end = laterOf(earlierOf(next, day), sums.from);
    return countTo({ principalMinor, annualRate, penaltyRate, maturityOn, dayBasis, instalments }, sums, end);
  }, counted);
}
