import { DomainError, problem } from '../../../kernel/domain-error.js';

/** There are no taxes of this import that were paid too much, or it is too late to ask for them. */
export class NothingToRefundError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.NOTHING_TO_REFUND',
    'conflict',
    { en: 'There are no taxes to ask back', zh: '没有可申请退还的税款' },
    {
      en: 'Ask once the bill is paid and the declaration was withdrawn or amended, in time',
      zh: '请在税款已缴、报关单已撤销或修改后，于期限内申请',
    },
  );
}
