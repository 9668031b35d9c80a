import { DomainError, problem } from '../../kernel/domain-error.js';

/** Only what has been given up or delivered can be sent again by hand; what is pending will be sent anyway. */
export class DeliveryPendingError extends DomainError {
  static readonly problem = problem(
    'WEBHOOKS.DELIVERY_PENDING',
    'conflict',
    { en: 'The delivery is still being tried', zh: '该投递仍在进行中' },
    { en: 'Wait for its next attempt', zh: '请等待下一次投递' },
  );
}

/** Nothing is sent to it, so nothing can be sent once more. */
export class EndpointDisabledError extends DomainError {
  static readonly problem = problem(
    'WEBHOOKS.ENDPOINT_DISABLED',
    'conflict',
    { en: 'The endpoint is disabled', zh: '该端点已停用' },
    { en: 'Enable it first', zh: '请先启用该端点' },
  );
}

export class ReplayRunningError extends DomainError {
  static readonly problem = problem(
    'WEBHOOKS.REPLAY_RUNNING',
    'conflict',
    { en: 'Another replay of this endpoint is under way', zh: '该端点已有重放正在进行' },
    { en: 'Wait until it is completed', zh: '请等待其完成' },
  );
}

/** Two secrets live beside one another, never three. */
export class SecretRotatingError extends DomainError {
  static readonly problem = problem(
    'WEBHOOKS.SECRET_ROTATING',
    'conflict',
    { en: 'The secret is being replaced already', zh: '密钥已在更换中' },
    { en: 'Wait until the old secret has ended', zh: '请等待旧密钥失效' },
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

/** One for each tenant. */
export class InboxExistsError extends DomainError {
  static readonly problem = problem(
    'SANDBOX.INBOX_EXISTS',
    'conflict',
    { en: 'The tenant has an inbox already', zh: '租户已有收件箱' },
    { en: 'Use it, or remove its endpoint first', zh: '请使用现有收件箱，或先移除其端点' },
  );
}

export class ConsumerExistsError extends DomainError {
  static readonly problem = problem(
    'EVENTS.CONSUMER_EXISTS',
    'conflict',
    { en: 'There is a consumer of this name', zh: '已有同名的事件消费者' },
    { en: 'Use the one that there is, or another name', zh: '请使用已有的消费者，或换一个名称' },
  );
}

export class ConsumerLimitError extends DomainError {
  static readonly problem = problem(
    'EVENTS.TOO_MANY_CONSUMERS',
    'conflict',
    { en: 'The tenant has as many consumers as it may have', zh: '事件消费者数量已达上限' },
    { en: 'Remove one that is no longer used', zh: '请先移除不再使用的消费者' },
  );
}

/** Events that it has not seen are in the feed no more; it is for its owner to say where it goes on. */
export class ConsumerBehindError extends DomainError {
  static readonly problem = problem(
    'EVENTS.CONSUMER_BEHIND',
    'conflict',
    { en: 'The consumer fell behind the 90 days of the feed', zh: '消费者已落后于事件流保留的 90 天' },
    {
      en: 'Compare the resources themselves, then reset the consumer; details name the oldest event there is',
      zh: '请核对资源的当前状态后重置消费者；details 给出现存最早的事件',
    },
  );
}
