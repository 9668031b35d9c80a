import { DomainError, problem } from '../../kernel/domain-error.js';

export class UnreadableEInvoiceError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.E_INVOICE_UNREADABLE',
    'invalid',
    { en: 'The file is no e-invoice that can be read', zh: '文件无法识别为数电票' },
    {
      en: 'Send the XML of the invoice as the tax bureau gave it, in UTF-8; every element that was missed is named',
      zh: '请上传税务机关提供的数电票 XML（UTF-8）；缺少的元素均已列出',
    },
  );
}
