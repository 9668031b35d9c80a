import { bound } from '../../../platform/usage/bounds.js';
import { TextField } from '../../../platform/http/fields.js';
import { AGENCY_REMARK, INVOICE_KINDS } from '../../domain/invoice-input.js';

export const LINES_MAX = bound({
  name: 'tax_refund.invoice_lines',
  max: 200,
  per: 'request',
  unit: 'items',
  title: { en: 'Lines of an invoice', zh: '发票明细行' },
});
export const NUMBER = {
  description: '发票号码: 8 digits on paper, 20 digits on fully digital invoices',
  pattern: /^(\d{8}|\d{20})$/,
  max: 20,
  example: '26332000000012345678',
};
export const CODE = {
  description: '发票代码, of paper invoices',
  pattern: /^\d{10,12}$/,
  max: 12,
  example: '3300211130',
};
export const KIND = {
  description: `special: 专用发票; agency_refund: one marked ${AGENCY_REMARK}`,
  values: INVOICE_KINDS,
};
export const FX_RATE = {
  description: 'Agency only: CNY per 1 unit of the currency, the middle rate that the amount was converted by',
  example: '7.0827',
};
export const FX_SOURCE = {
  description: 'Agency only: who published the rate, and of which day',
  max: 200,
  example: 'SAFE middle rate of 2026-11-02',
};

export const TAX_NUMBER = { pattern: /^[0-9A-Z]{15,20}$/, max: 20, example: '91330212MA2AF1XX2U' };

/** Who stands on an invoice. */
export class InvoicePartyDto {
  @TextField({ description: 'As printed', max: 200, example: '宁波示例电器有限公司' })
  name!: string;

  @TextField({ ...TAX_NUMBER, description: '纳税人识别号' })
  taxNumber!: string;
}
