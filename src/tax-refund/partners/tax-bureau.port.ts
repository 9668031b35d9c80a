import { type PartnerClient } from '../../platform/partners/partner-client.js';
import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type BureauNews } from '../domain/bureau-news.js';
import { type Doubt, type DocumentReference } from '../domain/doubt.js';
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

/** A share of a paper of consumption tax. */
export interface FiledPaper {
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly supplierTaxNumber: string;
  readonly quantity: string;
  readonly unit: string;
  readonly taxable: Money;
  readonly rate: string | null;
  readonly amountPerUnit: string | null;
  readonly tax: Money;
}

export interface FiledConsumptionTax {
  readonly refund: Money;
  readonly papers: readonly FiledPaper[];
}

export interface FiledLine {
  /** 关联号, in a batch. */
  readonly link: string | null;
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
  /** Empty for a manufacturer, who has no purchase invoices, and where only consumption tax is claimed. */
  readonly invoices: readonly FiledInvoice[];
  /** Null where none is claimed. */
  readonly consumptionTax: FiledConsumptionTax | null;
}

/** What is said to a doubt of the self-check. */
export interface FiledExplanation {
  readonly code: string;
  readonly declarationLine: string | null;
  readonly text: string;
  readonly documents: readonly DocumentReference[];
}

/** A claim in our own words; all money in CNY. */
export interface FiledClaim {
  readonly reference: string;
  readonly regime: Regime;
  /** The reference of the claim that it corrects; null of every other. */
  readonly corrects: string | null;
  /** Null: the usual one. */
  readonly businessType: BusinessType | null;
  readonly taxpayer: { readonly name: string; readonly uscc: string };
  /** `YYYYMM`. */
  readonly period: string;
  readonly lines: readonly FiledLine[];
  readonly explanations: readonly FiledExplanation[];
  readonly taxable: Money;
  /** Of both taxes. */
  readonly refund: Money;
  /** What of it is consumption tax. */
  readonly consumptionTax: Money;
  readonly account: { readonly accountNumber: string; readonly accountHolder: string };
}

/** Claims that are filed in one message; all money in CNY. */
export interface FiledBatch {
  readonly reference: string;
  /** 申报批次. */
  readonly number: number;
  readonly regime: Regime;
  readonly taxpayer: { readonly name: string; readonly uscc: string };
  readonly period: string;
  /** The message of each, as it would be filed by itself. */
  readonly claims: readonly string[];
  readonly taxable: Money;
  readonly refund: Money;
}

/** A doubt about a batch, and whose: our reference of the claim, or null where it is about all of it. */
export interface BatchDoubt extends Doubt {
  readonly claim: string | null;
}

/** How the bureau has taken a batch: each of its claims, or not. */
export interface BatchAnswer {
  readonly acceptanceNumber: string;
  readonly claims: readonly {
    readonly reference: string;
    /** Null where it is not taken. */
    readonly acceptanceNumber: string | null;
    readonly reason: string | null;
  }[];
}

/** What the treasury paid for a batch, in one sum or one of several. */
export interface BatchPayment {
  readonly kind: 'batch_paid';
  /** Ours, of the batch. */
  readonly reference: string;
  readonly at: Date | null;
  readonly amount: Money;
  readonly treasuryReference: string;
}

/**
 * The export refund desk of a tax bureau. Three outcomes of a call: an answer; PartnerRejectedError, a final no with the
 * bureau's own words in `details.reason`; PartnerUnavailableError, unknown: ask again with the same reference.
 */
export abstract class TaxBureau {
  /** Writes the message. Pure; what it gives is kept and sent unchanged, however often. */
  abstract compose(claim: FiledClaim): string;

  /** The self-check (自检) of a message before it is filed; changes nothing there. @returns what is doubtful (疑点) */
  abstract precheck(asker: Asker, reference: string, message: string): Promise<Doubt[]>;

  /** @returns the bureau's acceptance number */
  abstract file(asker: Asker, reference: string, message: string): Promise<string>;

  /** How a filing stands, or null when the bureau never had it. */
  abstract ask(asker: Asker, reference: string): Promise<BureauNews | null>;

  /** Writes the message of a batch out of those of its claims. Pure, as `compose`. */
  abstract composeBatch(batch: FiledBatch): string;

  /** The self-check of a whole batch; changes nothing there. */
  abstract precheckBatch(asker: Asker, reference: string, message: string): Promise<BatchDoubt[]>;

  abstract fileBatch(asker: Asker, reference: string, message: string): Promise<BatchAnswer>;

  /** How a batch was taken, or null when the bureau never had it. */
  abstract askBatch(asker: Asker, reference: string): Promise<BatchAnswer | null>;

  /** @throws UnreadableBureauMessageError when it is no message about a claim or a batch */
  abstract read(message: string): BureauNews | BatchPayment;
}
