import { DomainError, problem } from '../../kernel/domain-error.js';

export class DuplicateInvoiceError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.DUPLICATE_INVOICE',
    'conflict',
    { en: 'This invoice is recorded already', zh: '该发票已录入' },
    {
      en: 'Look it up by number; cancel it first if it was entered wrongly',
      zh: '请按发票号码查询；如录入有误请先作废',
    },
  );
}

export class InvoiceInUseError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.INVOICE_IN_USE',
    'conflict',
    { en: 'A claim stands on this invoice', zh: '该发票已用于退税申报' },
    {
      en: 'Abandon the claim first; that is possible before filing and after a rejection',
      zh: '请先放弃该申报（申报前或被退回后）',
    },
  );
}
