import { DomainError, problem } from '../../kernel/domain-error.js';

export class CredentialRevokedError extends DomainError {
  static readonly problem = problem(
    'AUTH.CREDENTIAL_REVOKED',
    'unauthenticated',
    { en: 'The credential was revoked', zh: '凭证已被撤销' },
    {
      en: 'Use another key, get a new token, or sign in again; whoever revoked it is in the audit',
      zh: '请使用其他密钥、重新获取令牌或重新登录；撤销人见审计记录',
    },
  );
}

export class CredentialExpiredError extends DomainError {
  static readonly problem = problem(
    'AUTH.CREDENTIAL_EXPIRED',
    'unauthenticated',
    { en: 'The credential has expired', zh: '凭证已过期' },
    {
      en: 'Get a new token, or use the key that took the place of this one',
      zh: '请重新获取令牌，或使用接替该密钥的新密钥',
    },
  );
}

export class AddressNotAllowedError extends DomainError {
  static readonly problem = problem(
    'AUTH.ADDRESS_NOT_ALLOWED',
    'forbidden',
    { en: 'The credential is not for this address', zh: '该凭证不可用于此网络地址' },
    {
      en: 'Call from one of the networks the credential is bound to; if it was stolen, revoke it',
      zh: '请从凭证允许的网络调用；如已泄露，请立即撤销',
    },
  );
}
