import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.js';
import { MalformedRequestError } from '../http/request.errors.js';
import { SAY } from '../platform.sentences.js';

/** As many days are told at once. */
export const PERIOD_DAYS_MAX = 92;
const PERIOD_DAYS = 30;
const FIRST_DAY = '0001-01-01';

/** Both days included. */
export interface UsagePeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * The days that are asked for: up to today where no end is named, and thirty where no beginning is.
 * @throws MalformedRequestError where they end before they begin, or are more than can be told at once
 */
export function usagePeriod(asked: Partial<UsagePeriod>, today: LocalDate): UsagePeriod {
  const to = asked.to ?? today;
  const usual = addDays(to, 1 - PERIOD_DAYS);
  const from = asked.from ?? (usual < FIRST_DAY ? FIRST_DAY : usual);
  const days = daysBetween(from, to) + 1;
  if (days >= 1 && days <= PERIOD_DAYS_MAX) return { from, to };
  const message = SAY.usage_period({ max: PERIOD_DAYS_MAX });
  throw new MalformedRequestError(message, [{ pointer: '?from', code: 'period', message }]);
}
