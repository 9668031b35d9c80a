import { type LocalDate } from '../../src/kernel/local-date.js';
import { type MoneyJson } from '../../src/kernel/money.js';

export interface OrderLineInFile {
  readonly hsCode: string;
  readonly goodsName: string;
  readonly [field: string]: unknown;
}

export interface InvoiceInFile {
  readonly kind: 'special' | 'agency_refund';
  readonly fxRate?: string;
  readonly lines: readonly {
    readonly orderLineNumber: number;
    readonly vatRate: string;
    readonly amountExVat?: MoneyJson;
    readonly vat?: MoneyJson;
    readonly [field: string]: unknown;
  }[];
  readonly [field: string]: unknown;
}

/** What a manufacturer's VAT return of the month says, as `PUT /v1/tax-refund/periods/{YYYYMM}` takes it. */
export interface TaxPeriodInFile {
  readonly domesticOutputVat: MoneyJson;
  readonly inputVat: MoneyJson;
  readonly carryForwardCredit?: MoneyJson;
  readonly fxRates: readonly { readonly currency: string; readonly rate: string; readonly source: string }[];
}

export interface PaymentInFile {
  readonly amount: MoneyJson;
  readonly charges?: MoneyJson;
  readonly payerName?: string;
  readonly remittance?: string;
}

/** An order to be played, as docs/order-file.md describes it; days are resolved, reference and contract number complete. */
export interface OrderFile {
  readonly title: string;
  readonly about?: readonly string[];
  readonly sources: readonly { readonly of: string; readonly source: string }[];
  readonly seller: { readonly reference: string; readonly name: string; readonly [field: string]: unknown };
  readonly buyer: {
    readonly reference: string;
    readonly name: string;
    readonly country: string;
    readonly [field: string]: unknown;
  };
  readonly order: {
    readonly reference: string;
    readonly contractNumber: string;
    readonly currency: string;
    readonly incoterm: string;
    readonly lines: readonly OrderLineInFile[];
    readonly [field: string]: unknown;
  };
  readonly invoices?: readonly InvoiceInFile[];
  readonly taxPeriod?: TaxPeriodInFile;
  readonly payments: readonly PaymentInFile[];
  readonly whenRejected?: Readonly<Record<string, unknown>>;
}

/** What makes a run: `today` in China, and a number that tells it from the runs before. */
export interface Run {
  readonly number: string;
  readonly today: LocalDate;
}
