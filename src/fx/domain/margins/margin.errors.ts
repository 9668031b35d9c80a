import { DomainError, problem } from '../../../kernel/domain-error.js';

/** The bank's demand is known. */
export class MarginCalledError extends DomainError {
  static readonly problem = problem(
    'FX.MARGIN_CALLED',
    'conflict',
    { en: 'This demand of the bank for the contract is kept already', zh: '该合约的此笔追加保证金通知已登记' },
    { en: 'See the margin calls of the forward', zh: '请查看该远期合约的追加保证金记录' },
  );
}

/** There is nothing to secure: not booked yet, or over. */
export class ForwardNotBindingError extends DomainError {
  static readonly problem = problem(
    'FX.FORWARD_NOT_BINDING',
    'conflict',
    { en: 'The contract does not bind: it is not booked yet, or over', zh: '合约尚未登记或已结清，无需追加保证金' },
    {
      en: 'Margin is called for a forward that is booked and not settled',
      zh: '仅可对已登记且未结清的远期合约追加保证金',
    },
  );
}
