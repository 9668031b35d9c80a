import { type Decimal } from '../../kernel/decimal.js';
import { type Money } from '../../kernel/money.js';
import { type Finding, type Missing } from './finding.js';
import { type Free, type FreeVoucher, type VoucherTake } from './free-voucher.js';
import { type ExportLine, type InvoiceLine } from './match-facts.js';
import { type STANDINGS } from './match-rows.js';
import { type Suggestion } from './match-suggestions.js';
import { type Regime } from './regime.js';

/** A declared item of an integrator's book. */
export interface BookItem extends Omit<
  ExportLine,
  'lineNumber' | 'refundRate' | 'itemNumber' | 'consumptionTax' | 'consumptionTaxWaiver'
> {
  readonly no: string;
  readonly regime: Regime;
  readonly exporterTaxNumber: string;
  readonly supervisionMode: string;
  readonly buyer: string;
  readonly isCleared: boolean;
  /** Why consumption tax of it is not claimed; null where it is. */
  readonly consumptionTaxWaiver: string | null;
}

/** A line of an invoice of the book, with what nobody has taken of it. */
export interface BookInvoiceLine extends InvoiceLine {
  readonly standing: (typeof STANDINGS)[number];
  /** How many takes there are of it. */
  readonly seq: number;
}

/** A paper of consumption tax of the book, with what nobody has taken of it. */
export interface BookVoucher extends FreeVoucher {
  /** How many takes there are of it. */
  readonly seq: number;
}

export interface BookCollection {
  readonly payer: string;
  readonly isExplained: boolean;
  readonly amount: Money;
}

/** All that has one key (关联号). */
export interface BookGroup {
  readonly items: readonly BookItem[];
  readonly invoices: readonly BookInvoiceLine[];
  readonly collections: readonly BookCollection[];
  readonly vouchers: readonly BookVoucher[];
}

export const ITEM_OUTCOMES = ['matched', 'waiting', 'blocked', 'no_refund'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

/** What an item takes of an invoice line, and what that leaves of the line. */
export interface BookTake {
  /** From 0. */
  readonly ordinal: number;
  /** Null of a manufacturer's item, which takes of none. */
  readonly invoice: BookInvoiceLine | null;
  readonly seq: number;
  readonly quantity: Decimal;
  readonly amount: Money;
  readonly leftQuantity: Decimal;
  readonly leftAmount: Money;
}

/** What an item takes of a paper of consumption tax, and what that leaves of it. */
export interface BookVoucherTake extends VoucherTake {
  /** From 0. */
  readonly ordinal: number;
  readonly voucher: BookVoucher;
  readonly seq: number;
  readonly left: Free;
}

/** The consumption tax of an item, with the papers that show it. */
export interface ItemTax {
  readonly takes: readonly BookVoucherTake[];
  /** CNY. */
  readonly refund: Money;
}

export interface ItemResult {
  readonly item: BookItem;
  readonly outcome: ItemOutcome;
  readonly unit: string | null;
  readonly takes: readonly BookTake[];
  /** Of VAT, CNY; null where it cannot be told. */
  readonly refund: Money | null;
  /** Null where no consumption tax is refunded. */
  readonly tax: ItemTax | null;
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
  readonly suggestions: readonly Suggestion[];
}
