import { DomainError, problem } from '../../kernel/domain-error.js';

export class SignUpClosedError extends DomainError {
  static readonly problem = problem(
    'SANDBOX.SIGN_UP_CLOSED',
    'forbidden',
    { en: 'Sandbox tenants are not given out here without a credential', zh: '此处未开放免凭证创建沙箱租户' },
    {
      en: 'Use a key of a sandbox tenant, or ask the operator for one',
      zh: '请使用沙箱租户的密钥，或向运营方申请',
    },
  );
}

export class LiveCallerError extends DomainError {
  static readonly problem = problem(
    'SANDBOX.LIVE_CALLER',
    'forbidden',
    { en: 'A live credential has nothing to do with sandboxes', zh: '生产凭证不能操作沙箱' },
    { en: 'Use a key of a sandbox tenant (`ek_test_…`)', zh: '请使用沙箱租户的密钥（ek_test_…）' },
  );
}

/** Keys are mixed up easily; what is erased stays so. */
export class OtherTenantError extends DomainError {
  static readonly problem = problem(
    'SANDBOX.OTHER_TENANT',
    'conflict',
    { en: 'The credential is of another tenant than the one that is named', zh: '凭证所属租户与所指定的租户不同' },
    { en: 'Name the tenant of the credential: `GET /v1/tenant`', zh: '请指定凭证所属租户：GET /v1/tenant' },
  );
}

export class ResetBusyError extends DomainError {
  static readonly problem = problem(
    'SANDBOX.BUSY',
    'busy',
    { en: 'Other work of the tenant is under way', zh: '租户的其他操作正在进行' },
    { en: 'Nothing was erased; try again in a moment', zh: '尚未清除任何数据，请稍后重试' },
  );
}
