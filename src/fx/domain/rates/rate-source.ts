import { type Currency } from '../../../kernel/currency.js';

export const PUBLISHED_SOURCES = ['ecb', 'cfets'] as const;
export type PublishedSource = (typeof PUBLISHED_SOURCES)[number];
/** `board`: the bank's own prices, that are dealt at. */
export const RATE_SOURCES = ['board', ...PUBLISHED_SOURCES] as const;
export type RateSourceCode = (typeof RATE_SOURCES)[number];

/** Who publishes rates, in what manner, and how long they serve. */
export interface RateSource {
  readonly code: RateSourceCode;
  readonly provider: string;
  /** What every rate of the source has on one of its sides. */
  readonly home: Currency;
  /** Local time and zone of publication; null where the source tells the time itself. */
  readonly publishedAt: { readonly time: string; readonly zone: string } | null;
  /** Older than this a rate is stale; nothing is quoted from a stale board. */
  readonly maxAgeSeconds: number;
  readonly rule: string;
}

const DAY_SECONDS = 86_400;

const SOURCES: Readonly<Record<RateSourceCode, RateSource>> = {
  board: {
    code: 'board',
    provider: 'The bank of the tenant',
    home: 'CNY',
    publishedAt: null,
    maxAgeSeconds: 600,
    rule: '银行外汇牌价, CNY per 100 units',
  },
  ecb: {
    code: 'ecb',
    provider: 'European Central Bank',
    home: 'EUR',
    // Concertation at 14:10, published around 16:00 on every working day of TARGET.
    publishedAt: { time: '16:00', zone: 'Europe/Berlin' },
    // The longest gap is Easter: Thursday to Tuesday.
    maxAgeSeconds: 6 * DAY_SECONDS,
    rule: 'Euro foreign exchange reference rates: foreign units for 1 EUR, for information only',
  },
  cfets: {
    code: 'cfets',
    provider: '中国外汇交易中心 (CFETS), by authority of the PBOC',
    home: 'CNY',
    publishedAt: { time: '09:15', zone: 'Asia/Shanghai' },
    // The National Day and the Spring Festival close the market for up to nine days.
    maxAgeSeconds: 10 * DAY_SECONDS,
    rule: '人民币汇率中间价: CNY per 1 unit, JPY per 100; some the other way round, foreign units for 1 CNY',
  },
};

export function rateSource(code: RateSourceCode): RateSource {
  return SOURCES[code];
}

/** `direct`: the source's own currency for `unit` foreign ones; `inverse`: foreign units for `unit` of the source's own. */
export type RateDirection = 'direct' | 'inverse';

/** CFETS quotes these per 1 CNY (间接标价法). */
const CFETS_INVERSE: readonly string[] = 'MYR RUB ZAR KRW AED SAR HUF PLN DKK SEK NOK TRY MXN THB'.split(' ');
const CFETS_PER_HUNDRED: readonly string[] = ['JPY'];

/** In what manner a source quotes a currency. */
export function mannerOf(
  source: PublishedSource,
  currency: Currency,
): { readonly direction: RateDirection; readonly unit: number } {
  if (source === 'ecb' || CFETS_INVERSE.includes(currency)) return { direction: 'inverse', unit: 1 };
  return { direction: 'direct', unit: CFETS_PER_HUNDRED.includes(currency) ? 100 : 1 };
}
