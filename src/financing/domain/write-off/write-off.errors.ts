import { DomainError, problem } from '../../../kernel/domain-error.js';

/** A loan is written off once it is overdue for longer than its product says, and proposed once at a time. */
export class NotWriteOffableError extends DomainError {
  static readonly problem = problem(
    'FINANCING.NOT_WRITE_OFFABLE',
    'conflict',
    { en: 'The advance cannot be written off', zh: '该融资不能核销' },
    { en: 'See `detail`: it has to be overdue for longer', zh: '原因见 detail：须逾期更久' },
  );
}
