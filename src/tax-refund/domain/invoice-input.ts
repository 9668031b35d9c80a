import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';

/** 增值税专用发票; the same marked 代办退税专用. */
export const INVOICE_KINDS = ['special', 'agency_refund'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/** What the remark of an agency invoice must say (国家税务总局公告2017年第35号). */
export const AGENCY_REMARK = '代办退税专用';

export interface InvoiceParty {
  readonly name: string;
  /** 纳税人识别号. */
  readonly taxNumber: string;
}

/** All money in CNY; of a red-letter invoice quantity, amount and VAT are below zero. */
export interface InvoiceLineInput {
  /** The order's line that these goods are for; without it the HS code decides. */
  readonly orderLineNumber: number | null;
  readonly hsCode: string;
  readonly goodsName: string;
  readonly quantity: Decimal;
  /** Code of the customs unit table. */
  readonly unit: string;
  /** 金额, without VAT. */
  readonly amount: Money;
  readonly vatRate: Decimal;
  /** 税额. */
  readonly vat: Money;
  /** 单价, without VAT; null where none was given. */
  readonly unitPrice: Decimal | null;
  /** 税收分类编码, 19 digits; null where none was given. */
  readonly taxCategory: string | null;
  /** Of a red-letter invoice: which line of the blue one it takes back; null where the goods tell. */
  readonly blueLineNumber: number | null;
}

/** How an invoice names another one of the same issuer. */
export interface InvoiceName {
  readonly invoiceCode: string | null;
  readonly invoiceNumber: string;
}

/** A VAT invoice as it is printed. */
export interface InvoiceInput {
  readonly kind: InvoiceKind;
  /** Twelve digits on paper invoices; fully digital ones have none. */
  readonly invoiceCode: string | null;
  /** 8 digits with a code, 20 without. */
  readonly invoiceNumber: string;
  readonly issuedOn: LocalDate;
  readonly seller: InvoiceParty;
  readonly buyer: InvoiceParty;
  readonly lines: readonly InvoiceLineInput[];
  /** Agency only: CNY per 1 unit of the order's currency, and who published it. */
  readonly fxRate: Decimal | null;
  readonly fxSource: string | null;
  readonly remark: string;
  /** 红字发票: the blue invoice that it takes back, whole or in part; null of a blue one. */
  readonly redOf: InvoiceName | null;
  /** As printed; null where only the lines were given. */
  readonly totals: InvoiceTotals | null;
}

export interface InvoiceTotals {
  readonly amount: Money;
  readonly vat: Money;
}
