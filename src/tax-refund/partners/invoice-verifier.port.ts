import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Verdict } from '../domain/verification.js';
import { type Asker } from './tax-bureau.port.js';

/** What is printed on an invoice, as far as the tax authority compares it. Money in CNY. */
export interface InvoiceQuestion {
  /** Ours, of this question: a repeat of it gets the first answer. */
  readonly reference: string;
  readonly invoiceCode: string | null;
  readonly invoiceNumber: string;
  readonly issuedOn: LocalDate;
  readonly seller: { readonly name: string; readonly taxNumber: string };
  readonly buyer: { readonly name: string; readonly taxNumber: string };
  readonly amount: Money;
  readonly vat: Money;
}

/** The check of invoices at the tax authority (发票查验): its own platform, or a provider that has access to it. */
export abstract class InvoiceVerifier {
  /**
   * Has no effect there, so that it may be asked again.
   * @throws PartnerUnavailableError when nothing is known: no answer, or none that can be read
   * @throws PartnerRejectedError when it will not answer this question, with its words in `details.reason`
   */
  abstract verify(asker: Asker, question: InvoiceQuestion): Promise<Verdict>;
}
