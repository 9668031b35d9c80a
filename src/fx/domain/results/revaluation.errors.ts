import { DomainError, problem } from '../../../kernel/domain-error.js';

export class PeriodNotOverError extends DomainError {
  static readonly problem = problem(
    'FX.PERIOD_NOT_OVER',
    'conflict',
    { en: 'The month is not over', zh: '该月尚未结束' },
    { en: 'Revalue a month after its last day in China', zh: '请在该月最后一日（中国时间）之后再调汇' },
  );
}
