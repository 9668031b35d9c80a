import { DomainError, problem } from '../../kernel/domain-error.js';

export class CorrectionTooLargeError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.CORRECTION_TOO_LARGE',
    'invalid',
    { en: 'More would be taken back or refunded than the claim has', zh: '更正金额超出原申报' },
    {
      en: 'Read the claim and its `corrections`: only what is left of an item can be taken back',
      zh: '请查询原申报及其 corrections：仅可冲减剩余部分',
    },
  );
}

export class ClaimNotCorrectableError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.CLAIM_NOT_CORRECTABLE',
    'conflict',
    { en: 'This claim cannot be corrected', zh: '该申报不能更正' },
    {
      en: 'Correct what the bureau has; what it has not is given up and matched anew',
      zh: '仅可更正税务机关已受理的申报；其余请放弃后重新匹配',
    },
  );
}

export class PeriodNotRecordedError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.PERIOD_NOT_RECORDED',
    'conflict',
    { en: 'The VAT figures of the period are not recorded', zh: '该所属期的增值税数据尚未登记' },
    {
      en: 'Record them by PUT /v1/tax-refund/periods/{period}, then correct the claim',
      zh: '请先通过 PUT /v1/tax-refund/periods/{period} 登记，再更正申报',
    },
  );
}

export class CorrectionsOpenError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.CORRECTIONS_OPEN',
    'conflict',
    { en: 'The claim has corrections that are not done', zh: '该申报有未办结的更正' },
    { en: 'Close it when they are', zh: '请待更正办结后再结案' },
  );
}
