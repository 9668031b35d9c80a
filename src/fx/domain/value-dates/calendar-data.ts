import { CHINA_NOTICES } from '../../../kernel/china-workdays.js';
import { type Currency } from '../../../kernel/currency.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type YearOfDays } from '../../../kernel/workdays.js';

/** A year of a currency's centre. */
export interface CalendarYear extends YearOfDays {
  /** Worked out from the law before it is announced, or not compared with the announcement. */
  readonly isProvisional: boolean;
}

/** The centre in which a currency is settled, and its years. */
export interface CurrencyCalendar {
  readonly centre: string;
  readonly years: Readonly<Record<string, CalendarYear>>;
}

const sure = (source: string, ...days: readonly LocalDate[]): CalendarYear => ({
  off: days.map((day) => [day, day]),
  worked: [],
  source,
  isProvisional: false,
});
const unsure = (source: string, ...days: readonly LocalDate[]): CalendarYear => ({
  ...sure(source, ...days),
  isProvisional: true,
});

const of = (year: string, days: string): LocalDate[] => days.split(' ').map((day) => `${year}-${day}`);

const FED = 'Federal Reserve Bank holidays: one on a Saturday is not made up for, one on a Sunday is kept on Monday';
const TARGET = 'TARGET closing days, ECB';
const ENGLAND = 'Bank holidays of England and Wales, gov.uk';
const HONG_KONG = 'General Holidays Ordinance (Cap. 149), gov.hk';
const JAPAN = '国民の祝日に関する法律; 銀行法施行令第5条: 31 December to 3 January';

/**
 * What comes with the project. A further year, or one that is announced otherwise, is imported (`npm run import -- calendars`)
 * and takes the place of the one here.
 */
export const CALENDARS: Readonly<Record<Currency, CurrencyCalendar>> = {
  CNY: {
    centre: 'China (State Council)',
    years: {
      ...Object.fromEntries(
        Object.entries(CHINA_NOTICES).map(([year, notice]) => [year, { ...notice, isProvisional: false }]),
      ),
      // The days off by law; which days they are joined with, and which weekends are worked, is announced each November.
      2027: {
        ...unsure(
          '全国年节及纪念日放假办法 (2024): the days off by law, without 调休',
          ...of('2027', '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'),
        ),
      },
    },
  },
  USD: {
    centre: 'New York (Fedwire)',
    years: {
      2025: sure(FED, ...of('2025', '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25')),
      2026: sure(FED, ...of('2026', '01-01 01-19 02-16 05-25 06-19 09-07 10-12 11-11 11-26 12-25')),
      2027: sure(FED, ...of('2027', '01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25')),
    },
  },
  EUR: {
    centre: 'TARGET',
    years: {
      2025: sure(TARGET, ...of('2025', '01-01 04-18 04-21 05-01 12-25 12-26')),
      2026: sure(TARGET, ...of('2026', '01-01 04-03 04-06 05-01 12-25 12-26')),
      2027: sure(TARGET, ...of('2027', '01-01 03-26 03-29 05-01 12-25 12-26')),
    },
  },
  GBP: {
    centre: 'London',
    years: {
      2025: sure(ENGLAND, ...of('2025', '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26')),
      2026: sure(ENGLAND, ...of('2026', '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28')),
      2027: sure(ENGLAND, ...of('2027', '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28')),
    },
  },
  HKD: {
    centre: 'Hong Kong',
    years: {
      2025: sure(
        HONG_KONG,
        ...of(
          '2025',
          '01-01 01-29 01-30 01-31 04-04 04-18 04-19 04-21 05-01 05-05 05-31 07-01 10-01 10-07 10-29 12-25 12-26',
        ),
      ),
      2026: sure(
        HONG_KONG,
        ...of(
          '2026',
          '01-01 02-17 02-18 02-19 04-03 04-04 04-06 04-07 05-01 05-25 06-19 07-01 09-26 10-01 10-19 12-25 12-26',
        ),
      ),
      2027: sure(
        `${HONG_KONG}: General holidays for 2027`,
        ...of(
          '2027',
          '01-01 02-06 02-08 02-09 03-26 03-27 03-29 04-05 05-01 05-13 06-09 07-01 09-16 10-01 10-08 12-25 12-27',
        ),
      ),
    },
  },
  JPY: {
    centre: 'Tokyo',
    years: {
      2025: sure(
        JAPAN,
        ...of(
          '2025',
          '01-01 01-02 01-03 01-13 02-11 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23',
        ),
        ...of('2025', '10-13 11-03 11-24 12-31'),
      ),
      2026: sure(
        JAPAN,
        ...of(
          '2026',
          '01-01 01-02 01-03 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22',
        ),
        ...of('2026', '09-23 10-12 11-03 11-23 12-31'),
      ),
      2027: sure(
        JAPAN,
        ...of(
          '2027',
          '01-01 01-02 01-03 01-11 02-11 02-23 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11',
        ),
        ...of('2027', '11-03 11-23 12-31'),
      ),
    },
  },
};
