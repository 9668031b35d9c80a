import { DomainError, problem } from '../../../kernel/domain-error.js';

export class ClientRevokedError extends DomainError {
  static readonly problem = problem(
    'CLIENTS.REVOKED',
    'conflict',
    { en: 'The client was revoked', zh: '该客户端已被撤销' },
    { en: 'Make a new client', zh: '请创建新客户端' },
  );
}
