import { Injectable } from '@nestjs/common';

import { type Currency } from '../../../kernel/currency.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type View } from '../../../platform/database/session.js';
import { CALENDARS, type CalendarYear } from '../../domain/value-dates/calendar-data.js';
import {
  type Calendars,
  valueDate,
  type ValueDate,
  type ValueDateQuestion,
} from '../../domain/value-dates/value-date.js';

interface YearRow {
  readonly currency: string;
  readonly year: string;
  readonly off: LocalDate[];
  readonly worked: LocalDate[];
  readonly source: string;
}

const YEARS = `SELECT currency, year, off::text[] AS off, worked::text[] AS worked, source FROM fx.calendar_year
  WHERE currency = ANY($1::char(3)[]) ORDER BY currency, year`;

const CURRENCIES_IMPORTED = `SELECT DISTINCT currency FROM fx.calendar_year`;

/** The working days of currencies: what comes with the project, and in its place what was imported. */
@Injectable()
export class WorkCalendars {
  async of(view: View, currencies: readonly Currency[]): Promise<Calendars> {
    const rows = await view.query<YearRow>(YEARS, [[...currencies]]);
    const found = currencies.flatMap((currency) => {
      const known = CALENDARS[currency];
      const own = rows.filter((row) => row.currency === currency);
      if (known === undefined && own.length === 0) return [];
      const imported = Object.fromEntries(own.map((row) => [row.year, yearOf(row)]));
      return [[currency, { centre: known?.centre ?? currency, years: { ...known?.years, ...imported } }] as const];
    });
    return Object.fromEntries(found);
  }

  /** Of every currency that has one. */
  async all(view: View): Promise<Calendars> {
    const imported = await view.query<{ currency: string }>(CURRENCIES_IMPORTED);
    return this.of(view, [...new Set([...Object.keys(CALENDARS), ...imported.map(({ currency }) => currency)])].sort());
  }

  /** @throws NoCalendarError */
  async valueDate(view: View, question: ValueDateQuestion): Promise<ValueDate> {
    return valueDate(question, await this.of(view, question.pair));
  }
}

function yearOf({ off, worked, source }: YearRow): CalendarYear {
  return { off: off.map((day) => [day, day]), worked, source, isProvisional: false };
}
