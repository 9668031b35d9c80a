import { type CalculationStep, type Explained, step } from '../../../kernel/calculation.js';
import { type Currency } from '../../../kernel/currency.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { addWorkdaysOf, isWorkdayOf, type IsWorkday, workdayFromOf } from '../../../kernel/workdays.js';
import { type CurrencyCalendar } from './calendar-data.js';
import { cutOffOn, type Tenor } from './cut-offs.js';
import { NoCalendarError } from './value-date.errors.js';
import { SAY } from '../rates/rates.sentences.js';

export interface ValueDateQuestion {
  readonly pair: readonly [Currency, Currency];
  readonly tenor: Tenor;
  readonly tradedAt: Date;
}

export interface ValueDate extends Explained {
  readonly valueDate: LocalDate;
  /** The working day that the trade counts as made on. */
  readonly tradeDate: LocalDate;
  readonly isAfterCutOff: boolean;
  /** Currencies whose calendar of one of these years is provisional. */
  readonly provisional: readonly Currency[];
}

const WORKDAYS: Readonly<Record<Tenor, number>> = { tod: 0, tom: 1, spot: 2 };

/** Calendars by currency, as they are on record. */
export type Calendars = Readonly<Record<Currency, CurrencyCalendar>>;

/** A day on which is worked in the centres of both currencies. */
export function jointWorkday(calendars: Calendars, pair: readonly [Currency, Currency]): IsWorkday {
  const all = pair.map((currency) => {
    const calendar = calendars[currency];
    if (calendar === undefined) throw noCalendar(currency, '');
    const isWorked = isWorkdayOf(calendar.years);
    return (day: LocalDate): boolean => {
      const year = day.slice(0, 4);
      if (calendar.years[year] === undefined) throw noCalendar(currency, year);
      return isWorked(day);
    };
  });
  return (day) => all.every((isWorked) => isWorked(day));
}

/**
 * The same, as far as is known: of a year or a currency of which nothing is on record, the weekends count. For days so far off
 * that nobody has announced all holidays yet.
 */
export function jointWorkdayAsKnown(calendars: Calendars, pair: readonly [Currency, Currency]): IsWorkday {
  const all = pair.map((currency) => isWorkdayOf(calendars[currency]?.years ?? {}));
  return (day) => all.every((isWorked) => isWorked(day));
}

/**
 * The day on which both currencies change hands. The trade counts as made on its day in China, or on the next day worked in both
 * centres when that is none or the earlier of both cut-offs is over; from there none, one or two days worked in both.
 * @throws NoCalendarError for a currency or a year of which nothing is on record
 * @example CNY/USD, spot, Friday 2026-11-27 10:00 in China → Tuesday 2026-12-01
 */
export function valueDate({ pair, tenor, tradedAt }: ValueDateQuestion, calendars: Calendars): ValueDate {
  const isJoint = jointWorkday(calendars, pair);
  const today = dateInZone(tradedAt, CHINA);
  // First of all: a day of which no calendar knows is before all cut-offs too.
  const isWorkedToday = isJoint(today);
  const cutOff = cutOffOn(today, pair, tenor);
  const isAfterCutOff = isWorkedToday && timeInChina(tradedAt) >= cutOff.time;
  const tradeDate = isAfterCutOff ? addWorkdaysOf(isJoint, today, 1) : workdayFromOf(isJoint, today);
  const valueOn = addWorkdaysOf(isJoint, tradeDate, WORKDAYS[tenor]);
  const years = [...new Set([today, tradeDate, valueOn].map((day) => day.slice(0, 4)))];
  const provisional = pair.filter((currency) =>
    years.some((year) => calendars[currency]?.years[year]?.isProvisional === true),
  );
  return {
    valueDate: valueOn,
    tradeDate,
    isAfterCutOff,
    provisional,
    rule: { id: 'fx.value-date', version: cutOff.version, source: cutOff.source },
    steps: stepsOf({ today, cutOff, tradeDate, valueOn, tenor }),
  };
}

function stepsOf(facts: {
  readonly today: LocalDate;
  readonly cutOff: { readonly time: string; readonly currency: Currency };
  readonly tradeDate: LocalDate;
  readonly valueOn: LocalDate;
  readonly tenor: Tenor;
}): CalculationStep[] {
  const { today, cutOff, tradeDate, valueOn, tenor } = facts;
  return [
    step('tradedOn', 'the day of the trade in Asia/Shanghai', today),
    step('cutOff', `the earlier of both currencies for ${tenor}: ${cutOff.currency}`, cutOff.time),
    step('tradeDate', 'tradedOn, or the next day worked in both centres from it or after the cut-off', tradeDate),
    step('valueDate', `tradeDate + ${WORKDAYS[tenor]} days worked in both centres`, valueOn),
  ];
}

/** `HH:MM`. */
function timeInChina(instant: Date): string {
  return CLOCK.format(instant);
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: CHINA,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function noCalendar(currency: Currency, year: string): NoCalendarError {
  return new NoCalendarError(SAY.no_calendar({ currency, year }), { currency, year });
}
