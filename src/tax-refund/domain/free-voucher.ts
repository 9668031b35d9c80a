import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type TaxRates, type VoucherKind } from './consumption-tax-voucher.js';

/** A paper of consumption tax, with what no claim has taken of it yet. Money in CNY. */
export interface FreeVoucher extends TaxRates {
  readonly id: string;
  readonly kind: VoucherKind;
  readonly voucherNumber: string;
  readonly issuedOn: LocalDate;
  readonly supplierTaxNumber: string;
  readonly buyerTaxNumber: string;
  readonly orderLineNumber: number | null;
  readonly hsCode: string;
  readonly unit: string;
  readonly quantity: Decimal;
  readonly taxable: Money;
  readonly tax: Money;
  readonly free: Free;
}

/** How much of a paper: quantity, value and tax. */
export interface Free {
  readonly quantity: Decimal;
  readonly taxable: Money;
  readonly tax: Money;
}

/** A declared item with the papers that cover it. */
export interface TaxedItem {
  readonly unit: string;
  readonly quantity: Decimal;
  readonly takes: readonly VoucherTake[];
}

/** What one declared item takes of one paper. */
export interface VoucherTake extends Free {
  readonly voucher: FreeVoucher;
}
