import { DomainError, problem } from '../../kernel/domain-error.js';

/** The address lies where we do not send: private, link-local, or plain http outside development. */
export class ForbiddenTargetError extends DomainError {
  static readonly problem = problem(
    'WEBHOOKS.FORBIDDEN_TARGET',
    'invalid',
    { en: 'Webhooks are not sent to this address', zh: '不允许向该地址发送 webhook' },
    { en: 'Use an https URL with a public host name', zh: '请使用公网 https 地址' },
  );
}

/** Only what has been given up or delivered can be sent again by hand; what is pending will be sent anyway. */
export class DeliveryPendingError extends DomainError {
  static readonly problem = problem(
    'WEBHOOKS.DELIVERY_PENDING',
    'conflict',
    { en: 'The delivery is still being tried', zh: '该投递仍在进行中' },
    { en: 'Wait for its next attempt', zh: '请等待下一次投递' },
  );
}

export class EndpointLimitError extends DomainError {
  static readonly problem = problem(
    'WEBHOOKS.TOO_MANY_ENDPOINTS',
    'conflict',
    { en: 'The tenant has as many endpoints as it may have', zh: 'webhook 端点数量已达上限' },
    { en: 'Remove one that is no longer used', zh: '请先移除不再使用的端点' },
  );
}
