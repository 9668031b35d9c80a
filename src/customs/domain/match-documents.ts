import { type Money } from '../../kernel/money.js';

/** What the three-document match (三单对碰) knows of each document. Texts are compared literally. */
export interface Person {
  readonly name?: string | undefined;
  readonly idNumber?: string | undefined;
}

export interface Consignee {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
}

/** Quantities are decimal strings, compared numerically. */
export interface ListLine {
  readonly lineNo: number;
  readonly itemName?: string | undefined;
  readonly quantity: string;
}

export interface OrderLine extends ListLine {
  readonly unitPrice: Money;
  readonly total: Money;
}

/** 电子订单 (311). Coupons that are no money are part of the goods' value. */
export interface MatchOrder {
  readonly orderNo: string;
  readonly goodsValue: Money;
  readonly freight: Money;
  readonly taxTotal: Money;
  readonly discount: Money;
  /** `acturalPaid` of the message. */
  readonly actualPaid: Money;
  readonly platformCode?: string | undefined;
  readonly buyer?: Person | undefined;
  readonly consignee?: Consignee | undefined;
  readonly lines?: readonly OrderLine[] | undefined;
}

/** 支付凭证 (411) */
export interface MatchPayment {
  readonly orderNo: string;
  readonly amountPaid: Money;
  readonly platformCode?: string | undefined;
  readonly payer?: Person | undefined;
}

/** 物流运单 (511) */
export interface MatchWaybill {
  readonly orderNo: string;
  readonly waybillNo?: string | undefined;
  readonly logisticsCode?: string | undefined;
  readonly consignee?: Consignee | undefined;
}

/** 清单 (621). Weights are decimal strings in kilograms. */
export interface MatchList {
  readonly orderNo: string;
  readonly platformCode?: string | undefined;
  readonly waybillNo?: string | undefined;
  readonly logisticsCode?: string | undefined;
  readonly buyer?: Person | undefined;
  readonly packages?: number | undefined;
  readonly grossKg?: string | undefined;
  readonly netKg?: string | undefined;
  readonly lines?: readonly ListLine[] | undefined;
}

export interface MatchDocuments {
  readonly order: MatchOrder;
  readonly payment?: MatchPayment | undefined;
  readonly waybill?: MatchWaybill | undefined;
  readonly list?: MatchList | undefined;
}

export const DOCUMENTS = ['order', 'payment', 'waybill', 'list'] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

export const MATCH_RULES = [
  'order_number',
  'platform_code',
  'currency',
  'order_total',
  'goods_value',
  'line_total',
  'amount_paid',
  'payer',
  'consignee',
  'buyer',
  'waybill_number',
  'list_lines',
  'packages',
  'net_weight',
] as const;
export type MatchRule = (typeof MATCH_RULES)[number];

/** One disagreement. What persons are named by is pointed at, never repeated. */
export interface Mismatch {
  readonly rule: MatchRule;
  readonly document: DocumentName;
  readonly lineNo?: number;
  /** JSON pointer to the value that disagrees: `/payment/amountPaid`. */
  readonly pointer: string;
  /** What it should have been, and what it is, where both are figures or numbers of documents. */
  readonly expected?: string;
  readonly found?: string;
}
