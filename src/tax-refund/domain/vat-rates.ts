import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';

interface RatePeriod {
  readonly rate: string;
  readonly from: LocalDate;
  /** The last day; null while it holds. */
  readonly to: LocalDate | null;
}

/**
 * The rates and levy rates (征收率) that invoices of the mainland may bear, with their days.
 *
 * Sources: 增值税暂行条例 (1994, 2009); 财税〔2011〕110号 (11 %, 6 %); 财税〔2014〕57号 (levy rates 6 %, 4 % → 3 %);
 * 财税〔2016〕36号 (5 %); 财税〔2017〕37号 (13 % of farm goods → 11 %); 财税〔2018〕32号 (17 → 16, 11 → 10);
 * 财政部 税务总局 海关总署公告2019年第39号 (16 → 13, 10 → 9); 公告2020年第13号 and 2023年第19号 (1 %); 增值税法, article 10.
 * What is exempt, or sold abroad, bears 0.
 */
const RATES: readonly RatePeriod[] = [
  { rate: '0', from: '1994-01-01', to: null },
  { rate: '0.01', from: '2020-03-01', to: '2027-12-31' },
  { rate: '0.015', from: '2016-05-01', to: null },
  { rate: '0.03', from: '2009-01-01', to: null },
  { rate: '0.04', from: '1998-07-01', to: '2014-06-30' },
  { rate: '0.05', from: '2016-05-01', to: null },
  { rate: '0.06', from: '1994-01-01', to: null },
  { rate: '0.09', from: '2019-04-01', to: null },
  { rate: '0.1', from: '2018-05-01', to: '2019-03-31' },
  { rate: '0.11', from: '2012-01-01', to: '2018-04-30' },
  { rate: '0.13', from: '1994-01-01', to: '2017-06-30' },
  { rate: '0.13', from: '2019-04-01', to: null },
  { rate: '0.16', from: '2018-05-01', to: '2019-03-31' },
  { rate: '0.17', from: '1994-01-01', to: '2018-04-30' },
];

/** Whether a rate holds on a day; `over`: only what was sold before may still be invoiced at it (补开, 公告2019年第14号). */
export type RateStanding = { readonly is: 'holds' | 'never' } | { readonly is: 'over'; readonly until: LocalDate };

export function rateStanding(rate: Decimal, on: LocalDate): RateStanding {
  const periods = RATES.filter((period) => rate.equals(period.rate) && period.from <= on);
  if (periods.some(({ to }) => to === null || to >= on)) return { is: 'holds' };
  const until = periods
    .flatMap(({ to }) => to ?? [])
    .sort()
    .at(-1);
  return until === undefined ? { is: 'never' } : { is: 'over', until };
}

/** Those that hold on a day, the lowest first, as fractions. */
export function ratesOn(day: LocalDate): string[] {
  return RATES.filter(({ from, to }) => from <= day && (to === null || to >= day)).map(({ rate }) => rate);
}
