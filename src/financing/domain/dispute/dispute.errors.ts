import { DomainError, problem } from '../../../kernel/domain-error.js';

/** There is nothing to dispute. */
export class NotDisputableError extends DomainError {
  static readonly problem = problem(
    'FINANCING.NOT_DISPUTABLE',
    'conflict',
    { en: 'The order has no receivable to dispute', zh: '该订单没有可争议的应收账款' },
    { en: 'Place the order first; what is cancelled is owed no more', zh: '请先提交订单；已取消的订单没有应收账款' },
  );
}

/** No indemnity is claimed of what the buyer disputes. */
export class DisputedLossError extends DomainError {
  static readonly problem = problem(
    'FINANCING.LOSS_DISPUTED',
    'conflict',
    { en: 'The buyer disputes what it owes', zh: '买方对应付款提出争议' },
    { en: 'Resolve the disputes named in `details.disputeIds` first', zh: '请先解决 details.disputeIds 指明的争议' },
  );
}
