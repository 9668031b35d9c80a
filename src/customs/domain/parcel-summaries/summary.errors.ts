import { DomainError, problem } from '../../../kernel/domain-error.js';

/** Lists of the month are still being cleared. */
export class MonthNotOverError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.MONTH_NOT_OVER',
    'conflict',
    { en: 'The month is not over', zh: '该月份尚未结束' },
    { en: 'Summarise it when it is over, until the 15th of the next', zh: '请在次月 1 日至 15 日办理汇总申报' },
  );
}

/** There is no list of the month that is cleared, to be summarised, and in no summary yet. */
export class NothingToSummariseError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.NOTHING_TO_SUMMARISE',
    'conflict',
    { en: 'There is nothing to summarise', zh: '没有可汇总的清单' },
    {
      en: '`details` counts the lists of the month that are left out, by the reason',
      zh: 'details 按原因列出未纳入汇总的清单数量',
    },
  );
}
