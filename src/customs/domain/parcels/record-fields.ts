import { type CebJson } from '../ceb/check-message.js';
import { type ParcelKind } from './judge.js';
import { type Amount, type ListLine, type Papers } from './papers.js';

/** What goes to customs of one parcel, under the guid of its record. */
export interface Filed {
  readonly guid: string;
  /** 企业内部编号 */
  readonly copNo: string;
  readonly papers: Papers;
}

/** When it is filed. */
export interface FilingTime {
  /** `yyyyMMddHHmmss`, Beijing time. */
  readonly stamp: string;
}

export type Fields = Record<string, string>;
export type RecordOf = (filed: Filed, kind: ParcelKind, time: FilingTime) => CebJson;

/** A message of one kind of paper: its name, the element that repeats, and how a parcel becomes one. */
export interface PaperMessage {
  readonly message: string;
  readonly element: string;
  readonly recordOf: RecordOf;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  CNY: '142',
  USD: '502',
  EUR: '300',
  GBP: '303',
  HKD: '110',
  JPY: '116',
  KRW: '133',
  SGD: '132',
  AUD: '601',
  CAD: '501',
};

/** Digits of the table that e-commerce customs still uses; what is not among them is declared as other (701). */
export function currencyCode(currency: string): string {
  return CURRENCIES[currency] ?? '701';
}

export function begun(guid: string, { stamp }: FilingTime): Fields {
  return { guid, appType: '1', appTime: stamp, appStatus: '2' };
}

export function companies({ terms }: ParcelKind): Fields {
  const { platform, merchant } = terms;
  return { ebpCode: platform.code, ebpName: platform.name, ebcCode: merchant.code, ebcName: merchant.name };
}

export function carrier({ waybill }: Papers, { terms }: ParcelKind): Fields {
  const code = waybill?.logisticsCode ?? terms.logistics.code;
  return {
    logisticsCode: code,
    logisticsName: waybill?.logisticsName ?? terms.logistics.name,
    logisticsNo: waybill?.waybillNo ?? '',
  };
}

export function transport({ terms }: ParcelKind, nameField: 'trafNo' | 'trafName'): Fields {
  const { mode, name, voyage, billNo } = terms.transport;
  return given({ trafMode: mode, [nameField]: name, voyageNo: voyage, billNo });
}

export function given(fields: Readonly<Record<string, string | null | undefined>>): Fields {
  const kept: Fields = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined && value !== null && value !== '') kept[name] = value;
  }
  return kept;
}

export const amountOf = (money: Amount | undefined): string => money?.amount ?? '0';

export function goods(line: ListLine, gcode: string): Fields {
  return given({
    gnum: String(line.lineNo),
    itemRecordNo: line.itemRecordNo,
    itemNo: line.itemNo,
    itemName: line.itemName,
    gcode,
    gname: line.itemName,
    gmodel: line.model,
    barCode: line.barCode,
    country: line.country,
    currency: currencyCode(line.total.currency),
    qty: line.quantity,
    unit: line.unit,
    qty1: line.firstQuantity,
    unit1: line.firstUnit,
    qty2: line.secondQuantity,
    unit2: line.secondUnit,
    price: line.unitPrice.amount,
    totalPrice: line.total.amount,
  });
}

const EIGHT_HOURS_MS = 8 * 3_600_000;

/** `yyyyMMddHHmmss`, Beijing time. */
export function chinaStamp(instant: Date): string {
  return new Date(instant.getTime() + EIGHT_HOURS_MS).toISOString().replace(/\D/g, '').slice(0, 14);
}
