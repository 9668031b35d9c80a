import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';

export const VAT_BASES = ['full_consumption_tax', 'reduced_consumption_tax'] as const;
/** Which consumption tax is part of the base of the VAT: the statutory one, or what is levied of it. */
export type VatBase = (typeof VAT_BASES)[number];

/** What holds of cross-border retail imports declared on or after a day. */
export interface RetailImportLaw {
  readonly from: LocalDate;
  /** 单次交易限值, CNY; the limit itself is within. */
  readonly orderLimit: Money;
  /** 年度交易限值 of a person, CNY; the limit itself is within. */
  readonly yearLimit: Money;
  /** What is levied of consumption tax and VAT within the limits. Duty is 0 % there. */
  readonly share: Decimal;
  /** One indivisible item above the limit of an order, within that of the year, stays in the channel at full tax. */
  readonly singleItemStays: boolean;
  /** The notices say "70 % of the statutory amount"; the tariffs of the platforms follow it (23.05 % at 15 % and 13 %). */
  readonly vatBase: VatBase;
  readonly source: string;
}

const cny = (amount: string) => Money.parse(amount, 'CNY');

/** The newest first. A changed law is a new row with its day, not a changed one. */
export const RETAIL_IMPORT_LAWS: readonly [RetailImportLaw, ...RetailImportLaw[]] = [
  {
    from: '2019-01-01',
    orderLimit: cny('5000.00'),
    yearLimit: cny('26000.00'),
    share: new Decimal('0.7'),
    singleItemStays: true,
    vatBase: 'full_consumption_tax',
    source: '财关税〔2018〕49号 关于完善跨境电子商务零售进口税收政策的通知',
  },
  {
    from: '2016-04-08',
    orderLimit: cny('2000.00'),
    yearLimit: cny('20000.00'),
    share: new Decimal('0.7'),
    singleItemStays: false,
    vatBase: 'full_consumption_tax',
    source: '财关税〔2016〕18号 关于跨境电子商务零售进口税收政策的通知',
  },
];

/** The law of today. */
export const RETAIL_IMPORT_LAW: RetailImportLaw = RETAIL_IMPORT_LAWS[0];

/** @returns null before retail imports had a tax of their own */
export function retailImportLaw(day: LocalDate): RetailImportLaw | null {
  return RETAIL_IMPORT_LAWS.find(({ from }) => from <= day) ?? null;
}
