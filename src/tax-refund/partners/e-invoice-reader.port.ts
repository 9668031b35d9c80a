import { type EInvoice } from '../domain/e-invoice.js';

/** Reads the files in which the tax bureau gives out fully digital invoices (数电票). */
export abstract class EInvoiceReader {
  /** @throws UnreadableEInvoiceError with everything that was missed */
  abstract read(xml: string): EInvoice;
}
