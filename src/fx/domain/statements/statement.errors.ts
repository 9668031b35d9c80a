import { DomainError, problem } from '../../../kernel/domain-error.js';

export class EntryAccountedError extends DomainError {
  static readonly problem = problem(
    'FX.ENTRY_ACCOUNTED',
    'conflict',
    { en: 'The entry of the statement is in the books already', zh: '该对账单分录已入账' },
    {
      en: 'Read the reconciliation of the statement: only what it tells as `unknown` can be booked',
      zh: '请查看对账结果：仅 `unknown` 分录可入账',
    },
  );
}
