import { DomainError, problem } from '../../../kernel/domain-error.js';

/** A receipt is pledged once, whichever tenants ask. */
export class ReceiptPledgedError extends DomainError {
  static readonly problem = problem(
    'FINANCING.RECEIPT_PLEDGED',
    'conflict',
    { en: 'The warehouse receipt is pledged, or backs a loan, already', zh: '该仓单已出质或已用于融资' },
    {
      en: 'Release the pledge that is there; of another’s nothing is told',
      zh: '请先解除已有质押；他人的质押不予披露',
    },
  );
}

/** What is owed on it has to be repaid before the goods leave. */
export class ReceiptBacksLoanError extends DomainError {
  static readonly problem = problem(
    'FINANCING.RECEIPT_BACKS_LOAN',
    'conflict',
    { en: 'More is owed on the receipt than what would stay covers', zh: '欠款超过剩余货物可担保的金额' },
    {
      en: 'Repay until `details.owed` is no more than `details.cover`, or release less',
      zh: '请还款至 details.owed 不超过 details.cover，或减少解押数量',
    },
  );
}
