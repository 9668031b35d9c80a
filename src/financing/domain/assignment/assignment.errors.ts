import { DomainError, problem } from '../../../kernel/domain-error.js';

/** A receivable is assigned once, whichever tenants ask. */
export class ReceivableAssignedError extends DomainError {
  static readonly problem = problem(
    'FINANCING.RECEIVABLE_ASSIGNED',
    'conflict',
    { en: 'The receivable is assigned, or backs a loan, already', zh: '该应收账款已转让或已用于融资' },
    {
      en: 'Release the assignment that is there; of another’s nothing is told',
      zh: '请先解除已有转让；他人的转让不予披露',
    },
  );
}

/** What is lent on a receivable rests on its assignment. */
export class AssignmentLentOnError extends DomainError {
  static readonly problem = problem(
    'FINANCING.ASSIGNMENT_LENT_ON',
    'conflict',
    { en: 'A loan on the receivable is not over', zh: '该应收账款项下融资尚未结清' },
    { en: 'Repay the loan named in `details.advanceId` first', zh: '请先结清 details.advanceId 指明的融资' },
  );
}

/** There is nothing to assign. */
export class NotAssignableError extends DomainError {
  static readonly problem = problem(
    'FINANCING.NOT_ASSIGNABLE',
    'conflict',
    { en: 'The order has no receivable to assign', zh: '该订单没有可转让的应收账款' },
    { en: 'Place the order first; what is cancelled is owed no more', zh: '请先提交订单；已取消的订单没有应收账款' },
  );
}
