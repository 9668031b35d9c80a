import { DomainError, problem } from '../../kernel/domain-error.js';

export class UnusableDocumentError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.UNUSABLE_DOCUMENT',
    'invalid',
    { en: 'This file cannot be kept as a document', zh: '该文件不能作为单证留存' },
    {
      en: 'Send a PDF, JPEG or PNG of at most 10 MiB, with its own content type',
      zh: '请上传不超过 10 MiB 的 PDF、JPEG 或 PNG，并注明其内容类型',
    },
  );
}

export class TooManyDocumentsError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.TOO_MANY_DOCUMENTS',
    'conflict',
    { en: 'The order has as many documents as it may have', zh: '该订单的单证数量已达上限' },
    { en: 'Join several pages in one file', zh: '请将多页合并为一个文件' },
  );
}

export class EvidenceKeptError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.EVIDENCE_KEPT',
    'conflict',
    { en: 'This must be kept', zh: '依法须留存，不得删除' },
    { en: 'Wait until its retention is over, and end the legal hold', zh: '请在保存期届满并解除法律保全后再删除' },
  );
}

export class ClaimNotFiledError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.CLAIM_NOT_FILED',
    'conflict',
    { en: 'There is nothing to prove yet: the claim was not filed', zh: '尚未申报，暂无需备案单证包' },
    { en: 'Make the pack once the claim was filed', zh: '请在申报后生成' },
  );
}
