import { E_INVOICE_EXAMPLE } from '../../src/tax-refund/api/dto/e-invoice.example.js';

/** The documented e-invoice under another number. @param tail its last digit */
export function eInvoice(tail: string): object {
  return { ...E_INVOICE_EXAMPLE, xml: E_INVOICE_EXAMPLE.xml.replaceAll(/(2633200000008765432)\d/g, `$1${tail}`) };
}
