import { DomainError, problem } from '../../../kernel/domain-error.js';

/** The last day on which the lender's offer could be signed is over. */
export class AgreementOverError extends DomainError {
  static readonly problem = problem(
    'FINANCING.AGREEMENT_OVER',
    'conflict',
    { en: 'The agreement can be signed no more', zh: '合同签署期已过' },
    { en: 'Ask for the loan anew', zh: '请重新申请融资' },
  );
}
