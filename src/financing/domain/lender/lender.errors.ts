import { DomainError, problem } from '../../../kernel/domain-error.js';

/** Whoever is named is no tenant of the same mode, or is the caller itself. */
export class NoSuchLenderTenantError extends DomainError {
  static readonly problem = problem(
    'FINANCING.NO_SUCH_LENDER_TENANT',
    'invalid',
    { en: 'There is no such other tenant', zh: '不存在该资金方租户' },
    {
      en: 'Ask the lender for the id that `GET /v1/tenant` gives it, of the same mode as yours',
      zh: '请向资金方索取其 GET /v1/tenant 返回的 id，且须与您的环境一致',
    },
  );
}

/** One lender has one tenant that sees its loans. */
export class LenderConsentExistsError extends DomainError {
  static readonly problem = problem(
    'FINANCING.LENDER_CONSENT_EXISTS',
    'conflict',
    { en: 'A consent for this lender is offered or holds', zh: '该资金方已有待接受或有效的同意' },
    { en: 'Revoke the other one first', zh: '请先撤回已有的同意' },
  );
}

/** So many covenants are enough to be held to. */
export class TooManyCovenantsError extends DomainError {
  static readonly problem = problem(
    'FINANCING.TOO_MANY_COVENANTS',
    'conflict',
    { en: 'There are as many covenants as there may be', zh: '约定条款数量已达上限' },
    { en: 'End one that is not needed any more', zh: '请先终止不再需要的条款' },
  );
}
