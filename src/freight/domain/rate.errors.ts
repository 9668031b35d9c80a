import { DomainError, problem } from '../../kernel/domain-error.js';

export class RateNotOursError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.RATE_NOT_OURS',
    'forbidden',
    { en: 'The rate belongs to the shared tariff', zh: '该运价属于平台公共运价' },
    { en: 'Add a rate of your own: it counts before the shared one', zh: '请添加自有运价，自有运价优先' },
  );
}

export class RateWithdrawnError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.RATE_WITHDRAWN',
    'conflict',
    { en: 'The rate was withdrawn before', zh: '该运价已撤销' },
    { en: 'Nothing to do', zh: '无需处理' },
  );
}
