import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Said } from '../../kernel/sentence.js';
import { type TaxRates } from './consumption-tax-voucher.js';
import { type FreeVoucher, type TaxedItem } from './free-voucher.js';
import { type MatchRules } from './match-rules.js';
import { type InvoiceKind } from './invoice-input.js';
import { type Regime } from './regime.js';

/** One line of an invoice, with what no claim has used of it yet. Money in CNY. */
export interface InvoiceLine {
  readonly id: string;
  readonly invoiceId: string;
  /** Of old paper ones: a number of theirs is the only one behind its code. */
  readonly invoiceCode?: string | null;
  readonly invoiceNumber: string;
  readonly kind: InvoiceKind;
  readonly issuedOn: LocalDate;
  readonly sellerTaxNumber: string;
  readonly buyerTaxNumber: string;
  readonly lineNumber: number;
  readonly orderLineNumber: number | null;
  readonly hsCode: string;
  readonly goodsName: string;
  /** 税收分类编码, where the invoice was recorded with one. */
  readonly taxCategory?: string | null;
  readonly unit: string;
  readonly quantity: Decimal;
  readonly amount: Money;
  readonly freeQuantity: Decimal;
  readonly freeAmount: Money;
  readonly vatRate: Decimal;
  /** CNY per 1 unit of the order's currency; on agency invoices. */
  readonly fxRate: Decimal | null;
}

/** One declared item, with the order's line behind it. */
export interface ExportLine {
  readonly itemNumber: number;
  /** 21 digits. */
  readonly declarationLine: string;
  readonly lineNumber: number;
  readonly hsCode: string;
  readonly goodsName: string;
  /** Printed on the declaration. */
  readonly exportDate: LocalDate;
  /** 境内货源地: five digits, the first two the province; null where it is not known. */
  readonly sourceDistrict: string | null;
  /** The declared units in their order: transaction, first legal, second legal. */
  readonly quantities: readonly { readonly quantity: Decimal; readonly unit: string }[];
  readonly fob: Money;
  /** Of the goods on the export date; null where none is known. */
  readonly refundRate: Decimal | null;
  /** Why none is known. */
  readonly noRate?: Said | null;
  /** How the refund library has the goods taxed; null or absent where it knows no consumption tax of them. */
  readonly consumptionTax?: TaxRates | null;
  /** Why consumption tax of this item is not claimed; null or absent where it is. */
  readonly consumptionTaxWaiver?: string | null;
}

export interface ExportToMatch {
  readonly regime: Regime;
  /** Tax number of the exporter: the claimant. */
  readonly exporterTaxNumber: string;
  readonly supervisionMode: string;
  readonly lines: readonly ExportLine[];
  readonly invoiceLines: readonly InvoiceLine[];
  /** Papers of consumption tax; absent where none are looked at. */
  readonly vouchers?: readonly FreeVoucher[];
  /** Why consumption tax is not claimed; null or absent where it is. */
  readonly consumptionTaxWaiver?: string | null;
  /** What the buyer has not paid of what it owed; null while the export is not collected. */
  readonly shortfall: Money | null;
  /** In China. */
  readonly today: LocalDate;
  /** Last day on which it can be collected. */
  readonly collectBy: LocalDate;
  /** Whether what is not collected yet keeps the match back before that day. */
  readonly waitsForCollection: boolean;
  readonly rules: MatchRules;
}

/** What one declared item takes of one invoice line. */
export interface Take {
  readonly invoice: InvoiceLine;
  readonly quantity: Decimal;
  /** Without VAT, CNY. */
  readonly amount: Money;
}

/** A declared item with the purchases that cover it. */
export interface MatchedLine {
  readonly line: ExportLine;
  readonly refundRate: Decimal;
  /** The declared unit that the invoices count in, and how much was declared of it. */
  readonly unit: string;
  readonly quantity: Decimal;
  readonly takes: readonly Take[];
  /** The papers of consumption tax that cover it; null or absent where none is claimed. */
  readonly consumptionTax?: TaxedItem | null;
}

/**
 * How far invoices cover a declared quantity: what is taken of each, in the first declared unit that they cover; or
 * nothing, and the unit that came nearest.
 */
export type Coverage =
  | { readonly takes: readonly Take[]; readonly unit: string; readonly quantity: Decimal; readonly found: Decimal }
  | { readonly takes: null; readonly unit: string; readonly quantity: Decimal; readonly found: Decimal };
