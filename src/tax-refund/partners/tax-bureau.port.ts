import { type PartnerClient } from '../../platform/partners/partner-client.js';
import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type BureauNews } from '../domain/bureau-news.js';
import { type BusinessType } from '../domain/overseas-advance.js';
import { type Regime } from '../domain/regime.js';

/** On whose behalf the bureau is spoken to. */
export type Asker = Parameters<PartnerClient['call']>[0];

export interface FiledInvoice {
  readonly invoiceCode: string | null;
  readonly invoiceNumber: string;
  readonly invoiceDate: LocalDate;
  readonly supplierTaxNumber: string;
  readonly taxable: Money;
}

export interface FiledLine {
  /** 21 digits. */
  readonly declarationLine: string;
  readonly exportDate: LocalDate;
  readonly hsCode: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly taxable: Money;
  readonly vatRate: Decimal;
  readonly refundRate: Decimal;
  readonly refund: Money;
  /** Empty for a manufacturer, who has no purchase invoices. */
  readonly invoices: readonly FiledInvoice[];
}

/** A claim in our own words; all money in CNY. */
export interface FiledClaim {
  readonly reference: string;
  readonly regime: Regime;
  /** Null: the usual one. */
  readonly businessType: BusinessType | null;
  readonly taxpayer: { readonly name: string; readonly uscc: string };
  /** `YYYYMM`. */
  readonly period: string;
  readonly lines: readonly FiledLine[];
  readonly taxable: Money;
  readonly refund: Money;
  readonly account: { readonly accountNumber: string; readonly accountHolder: string };
}

/**
 * The export refund desk of a tax bureau. Three outcomes of a call: an answer; PartnerRejectedError, a final no with the
 * bureau's own words in `details.reason`; PartnerUnavailableError, unknown: ask again with the same reference.
 */
export abstract class TaxBureau {
  /** Writes the message. Pure; what it gives is kept and sent unchanged, however often. */
  abstract compose(claim: FiledClaim): string;

  /** @returns the bureau's acceptance number */
  abstract file(asker: Asker, reference: string, message: string): Promise<string>;

  /** How a filing stands, or null when the bureau never had it. */
  abstract ask(asker: Asker, reference: string): Promise<BureauNews | null>;

  /** @throws UnreadableBureauMessageError when it is no message about a claim */
  abstract read(message: string): BureauNews;
}
