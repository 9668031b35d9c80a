import { type Bilingual } from '../../../kernel/sentence.js';
import { type LocalDate } from '../../../kernel/local-date.js';

/** One row of the table of transaction codes, as far as exporters use it. */
export interface BopCode {
  readonly code: string;
  readonly name: Bilingual;
  /** Goods under a trade contract, whose number is declared with it. */
  readonly needsContract: boolean;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

const FROM = '2014-05-01';
export const BOP_CODES_SOURCE = '《涉外收支交易分类与代码（2014版）》（汇发〔2014〕21号）';

const goods = (code: string, en: string, zh: string): BopCode => ({
  ...{ code, name: { en, zh }, needsContract: true, validFrom: FROM, validTo: null },
});
const services = (code: string, en: string, zh: string): BopCode => ({
  ...goods(code, en, zh),
  needsContract: false,
});

/** A new issue of the table is new rows, with the old ones ended. */
export const BOP_CODES: readonly BopCode[] = [
  goods('121010', 'General trade', '一般贸易'),
  goods('121020', 'Processing with imported materials', '进料加工贸易'),
  goods('121030', 'Goods of bonded areas and places', '海关特殊监管区域及保税监管场所进出境物流货物'),
  goods('121040', 'Non-monetary gold', '非货币黄金进出口'),
  goods('121080', 'Border trade in small amounts', '边境小额贸易'),
  goods('121090', 'Goods for contracts carried out abroad', '对外承包工程货物出口'),
  goods('121990', 'Other goods in customs statistics', '其他纳入海关统计的货物贸易'),
  services('122030', 'Shopping on the net through payment institutions', '网络购物'),
  services('122990', 'Other goods outside customs statistics', '其他未纳入海关统计的货物贸易'),
  services('221000', 'Fee for processing supplied materials', '来料加工工缴费'),
  services('222011', 'Sea freight of exports', '涉及我国出口的海洋货运服务'),
  services('822030', 'Transfers of non-residents in China', '境内非居民资金划转'),
];

/** @returns null where there was no such code on that day */
export function bopCode(code: string, on: LocalDate): BopCode | null {
  const found = BOP_CODES.find((row) => row.code === code && row.validFrom <= on);
  return found === undefined || (found.validTo !== null && found.validTo < on) ? null : found;
}
