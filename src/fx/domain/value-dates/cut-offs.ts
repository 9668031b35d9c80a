import { type Currency } from '../../../kernel/currency.js';
import { type LocalDate } from '../../../kernel/local-date.js';

export const TENORS = ['tod', 'tom', 'spot'] as const;
/** Value today, tomorrow, or on the second working day after the trade. */
export type Tenor = (typeof TENORS)[number];

/** Until when a trade counts as made on its day, in China's time; `HH:MM`. */
interface CutOff {
  /** For value on the same day: the currency must still be paid in its own centre. */
  readonly tod: string;
  readonly later: string;
}

interface CutOffTable {
  readonly validFrom: LocalDate;
  readonly usual: CutOff;
  readonly byCurrency: Readonly<Record<Currency, CutOff>>;
  readonly source: string;
}

const DESK_CLOSES = '18:00';

/** Newest first. */
const TABLES: readonly CutOffTable[] = [
  {
    validFrom: '2000-01-01',
    usual: { tod: '11:00', later: DESK_CLOSES },
    byCurrency: {
      CNY: { tod: '17:00', later: DESK_CLOSES },
      USD: { tod: '16:30', later: DESK_CLOSES },
      EUR: { tod: '16:00', later: DESK_CLOSES },
      GBP: { tod: '16:00', later: DESK_CLOSES },
      HKD: { tod: '15:30', later: DESK_CLOSES },
      JPY: { tod: '10:30', later: DESK_CLOSES },
    },
    source: 'The platform’s own arrangement: what a bank in China can still pay on the same day',
  },
];

/** The earlier one of the two currencies. */
export function cutOffOn(
  day: LocalDate,
  pair: readonly [Currency, Currency],
  tenor: Tenor,
): { readonly time: string; readonly currency: Currency; readonly version: LocalDate; readonly source: string } {
  const table = TABLES.find(({ validFrom }) => validFrom <= day);
  if (table === undefined) throw new Error(`No cut-offs for ${day}`);
  const timeOf = (currency: Currency): string =>
    (table.byCurrency[currency] ?? table.usual)[tenor === 'tod' ? 'tod' : 'later'];
  const [left, right] = pair;
  const currency = timeOf(left) <= timeOf(right) ? left : right;
  return { time: timeOf(currency), currency, version: table.validFrom, source: table.source };
}
