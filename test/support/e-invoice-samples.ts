import { E_INVOICE_EXAMPLE } from '../../src/tax-refund/api/dto/e-invoice.example.js';

/** The documented e-invoice under another number. @param tail its last digit */
export function eInvoice(tail: string): object {
  return { ...E_INVOICE_EXAMPLE, xml: E_INVOICE_EXAMPLE.xml.replaceAll(/(2633200000008765432)\d/g, `$1${tail}`) };
}

/** An issuer of invoices, to be reviewed. */
export const ISSUER = {
  name: '宁波示例电器厂',
  taxNumber: '91330281MA2DEM4D02',
  creditGrade: 'B',
  generalTaxpayer: true,
  products: [{ hsCode: '851660', goodsName: '电烤箱' }],
  sourceDistrict: '33029',
  documents: [],
};

/** @param serial of a number that nobody else has */
export function issuerNumber(serial: number): string {
  return `33028119${String(serial).padStart(7, '0')}`;
}
