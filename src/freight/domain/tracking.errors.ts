import { DomainError, problem } from '../../kernel/domain-error.js';

export class UnknownEventCodeError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.UNKNOWN_EVENT_CODE',
    'invalid',
    { en: 'The scheme has no such code', zh: '该代码体系没有此代码' },
    { en: 'Look at GET /v1/freight/event-codes', zh: '请查询 GET /v1/freight/event-codes' },
  );
}
