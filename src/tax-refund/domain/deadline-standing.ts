import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.js';
import { DEADLINE_RULES, type DeadlineKind, type DeadlineState } from './deadline-kinds.js';

/** How a deadline stood when it was last looked at. */
export interface DeadlineStanding {
  readonly dueOn: LocalDate;
  readonly state: DeadlineState;
  /** The latest alert that went out, in days before the last day; null before the first. */
  readonly alerted: number | null;
  /** The day on which it must be looked at again; null when time changes nothing any more. */
  readonly nextOn: LocalDate | null;
}

/** What is to be told: an alert, or that it has become what it is. */
export type DeadlineNews = 'approaching' | 'at_risk' | 'overdue' | 'deemed_domestic';

export interface DeadlineLook {
  readonly standing: DeadlineStanding;
  readonly news: readonly DeadlineNews[];
}

interface Due {
  readonly kind: DeadlineKind;
  readonly dueOn: LocalDate;
  /** Null while what it is about has not been done. */
  readonly metOn: LocalDate | null;
}

/**
 * How a deadline stands on a day, and what is to be told that was not told before.
 *
 * Of alerts whose days have passed together only the latest is given: nobody is told of 90 days who has 7 left. An alert that was
 * given is not given again, unless the last day itself has moved. What counts as sold at home stays so.
 * @param before null where it was never looked at
 */
export function lookAt({ kind, dueOn, metOn }: Due, before: DeadlineStanding | null, today: LocalDate): DeadlineLook {
  const { missed } = DEADLINE_RULES[kind];
  const told = before?.dueOn === dueOn ? before.alerted : null;
  if (before?.state === 'deemed_domestic') return { standing: { ...before, nextOn: null }, news: [] };
  if (metOn !== null) return { standing: { dueOn, state: 'met', alerted: told, nextOn: null }, news: [] };
  if (today <= dueOn) return runningOut({ kind, dueOn }, before?.state ?? null, told, today);
  const news: DeadlineNews[] = before?.state === missed ? [] : [missed];
  return { standing: { dueOn, state: missed, alerted: told, nextOn: null }, news };
}

function runningOut(
  { kind, dueOn }: Omit<Due, 'metOn'>,
  before: DeadlineState | null,
  told: number | null,
  today: LocalDate,
): DeadlineLook {
  const { alertDays, atRiskDays } = DEADLINE_RULES[kind];
  const left = daysBetween(today, dueOn);
  const passed = alertDays.filter((days) => left <= days).at(-1) ?? null;
  const isNew = passed !== null && (told === null || passed < told);
  const state = left <= atRiskDays ? 'at_risk' : 'open';
  const news: DeadlineNews[] = isNew ? ['approaching'] : [];
  if (state === 'at_risk' && before !== 'at_risk') news.push('at_risk');
  const next = alertDays.find((days) => days < left);
  const nextOn = next === undefined ? addDays(dueOn, 1) : addDays(dueOn, -next);
  return { standing: { dueOn, state, alerted: isNew ? passed : told, nextOn }, news };
}
