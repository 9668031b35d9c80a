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
