import { DomainError, problem } from '../../kernel/domain-error.js';

export class PreMatchRegimeError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.NO_REFUND_WANTED',
    'conflict',
    { en: 'No refund is wanted for this order', zh: '该订单不申请退税' },
    { en: 'Change its refund mode, or give the lines as a draft', zh: '请修改订单的退税方式，或以草稿方式提供各行' },
  );
}
