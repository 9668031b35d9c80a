import { DomainError, problem } from '../../kernel/domain-error.js';

export class InvoiceTableError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.INVOICE_TABLE',
    'invalid',
    { en: 'The table of invoices cannot be taken in', zh: '发票表格无法接收' },
    {
      en: 'Send CSV with the columns that `detail` names; see docs/tax-refund-invoices.md',
      zh: '请按 detail 所列表头提交 CSV',
    },
  );
}
