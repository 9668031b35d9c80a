import { DomainError, problem } from '../../kernel/domain-error.js';

export class AbnormalTableError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.ABNORMAL_TABLE',
    'invalid',
    { en: 'The list of abnormal invoices cannot be taken in', zh: '异常凭证清单无法接收' },
    {
      en: 'Send CSV with the columns that `detail` names; see docs/tax-refund-invoices.md',
      zh: '请按 detail 所列表头提交 CSV',
    },
  );
}

export class AbnormalByCheckError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.ABNORMAL_BY_CHECK',
    'conflict',
    { en: 'The tax authority itself holds the invoice for abnormal', zh: '税务机关查验结果为异常凭证' },
    {
      en: 'Ask it again (POST /v1/tax-refund/invoices/{id}/verification): once it answers otherwise, the entry is lifted',
      zh: '请重新查验（POST /v1/tax-refund/invoices/{id}/verification），结果正常后自动解除',
    },
  );
}
