import { DomainError, problem } from '../../kernel/domain-error.js';

export class IssuerSubmittedError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.ISSUER_SUBMITTED',
    'conflict',
    { en: 'A review of this issuer waits already', zh: '该开票人已有待审核的预审' },
    { en: 'Approve or refuse that one first', zh: '请先通过或驳回该预审' },
  );
}

export class OwnIssuerError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.OWN_ISSUER',
    'forbidden',
    { en: 'Nobody reviews what they entered', zh: '录入人不能审核自己的录入' },
    { en: 'Have somebody else approve or refuse it', zh: '请由其他人员审核' },
  );
}
