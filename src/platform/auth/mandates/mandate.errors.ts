import { DomainError, problem } from '../../../kernel/domain-error.js';

export class NotMandatedError extends DomainError {
  static readonly problem = problem(
    'MANDATES.NOT_GRANTED',
    'forbidden',
    { en: 'You may not act for this tenant', zh: '未获该租户授权' },
    {
      en: 'Ask the tenant for a mandate and accept it; check the id in `Acting-For`',
      zh: '请由该租户授权并接受授权；请检查 Acting-For 中的 id',
    },
  );
}

export class MandateExpiredError extends DomainError {
  static readonly problem = problem(
    'MANDATES.EXPIRED',
    'forbidden',
    { en: 'The mandate has expired', zh: '授权已到期' },
    { en: 'Ask the tenant for a new mandate', zh: '请由该租户重新授权' },
  );
}

export class MandateRevokedError extends DomainError {
  static readonly problem = problem(
    'MANDATES.REVOKED',
    'forbidden',
    { en: 'The mandate was revoked', zh: '授权已被撤销' },
    { en: 'Ask the tenant for a new mandate', zh: '请由该租户重新授权' },
  );
}

export class ScopeNotMandatedError extends DomainError {
  static readonly problem = problem(
    'MANDATES.SCOPE_NOT_GRANTED',
    'forbidden',
    { en: 'The mandate does not cover this operation', zh: '授权范围不包括该操作' },
    {
      en: 'Ask for a mandate with the scope named in `details.scope`; keys, users, mandates and `webhooks:write` are never granted',
      zh: '请申请包含 details.scope 所列权限的授权；密钥、用户、授权管理及 webhooks:write 不可授予',
    },
  );
}

export class MandateLimitError extends DomainError {
  static readonly problem = problem(
    'MANDATES.LIMIT_EXCEEDED',
    'forbidden',
    { en: 'The mandate does not allow so much money', zh: '超出授权限额' },
    {
      en: 'Move less, wait for the next day of China’s time, or ask for a mandate with other limits',
      zh: '请减少金额，次日（北京时间）再试，或申请其他限额的授权',
    },
  );
}

export class MandateExpiryError extends DomainError {
  static readonly problem = problem(
    'MANDATES.EXPIRY_OUT_OF_RANGE',
    'invalid',
    { en: 'The mandate would end at the wrong time', zh: '授权到期时间无效' },
    { en: 'Name an instant between now and `details.latest`', zh: '请指定现在至 details.latest 之间的时刻' },
  );
}

export class NoSuchIntegratorError extends DomainError {
  static readonly problem = problem(
    'MANDATES.NO_SUCH_INTEGRATOR',
    'invalid',
    { en: 'No mandate can be granted to this tenant', zh: '无法向该租户授权' },
    {
      en: 'Use the tenant id that the integrator gave you; sandbox tenants act for sandbox tenants, live ones for live ones',
      zh: '请使用服务商提供的租户 id；沙箱租户仅可代沙箱租户操作，正式租户仅可代正式租户操作',
    },
  );
}

export class WrongSideError extends DomainError {
  static readonly problem = problem(
    'MANDATES.WRONG_SIDE',
    'forbidden',
    { en: 'This is for the other side to do', zh: '该操作应由对方执行' },
    {
      en: 'The tenant in `integratorId` accepts or declines; you may revoke',
      zh: '由 integratorId 所指租户接受或拒绝；您可以撤销',
    },
  );
}
