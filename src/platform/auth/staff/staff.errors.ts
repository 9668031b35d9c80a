import { DomainError, problem } from '../../../kernel/domain-error.js';

export class SignInRefusedError extends DomainError {
  static readonly problem = problem(
    'AUTH.SIGN_IN_REFUSED',
    'unauthenticated',
    { en: 'The sign-in was refused', zh: '登录被拒绝' },
    {
      en: 'Check tenant, e-mail, password and code. After five failures an account waits for a quarter of an hour; an owner can invite again',
      zh: '请检查租户、邮箱、密码与验证码。连续失败五次后该账户需等待 15 分钟；管理员可重新邀请',
    },
  );
}

export class SecondFactorError extends DomainError {
  static readonly problem = problem(
    'AUTH.SECOND_FACTOR_NEEDED',
    'unauthenticated',
    { en: 'A code of the authenticator app is needed', zh: '需要身份验证器的验证码' },
    {
      en: 'Sign in again with `code`: from the app, or a recovery code',
      zh: '请携带 code 重新登录：身份验证器验证码或恢复码',
    },
  );
}

export class SessionOverError extends DomainError {
  static readonly problem = problem(
    'AUTH.SESSION_OVER',
    'unauthenticated',
    { en: 'The session is over', zh: '会话已结束' },
    {
      en: 'Sign in again. A refresh token works once: whoever shows one a second time ends the session',
      zh: '请重新登录。刷新令牌仅能使用一次，重复使用将终止会话',
    },
  );
}

export class InvitationError extends DomainError {
  static readonly problem = problem(
    'USERS.INVITATION_INVALID',
    'unauthenticated',
    { en: 'The invitation does not hold', zh: '邀请无效' },
    { en: 'Ask an owner to invite you again', zh: '请联系管理员重新邀请' },
  );
}

export class ProofRefusedError extends DomainError {
  static readonly problem = problem(
    'USERS.PROOF_REFUSED',
    'forbidden',
    { en: 'The password or the code is wrong', zh: '密码或验证码错误' },
    {
      en: 'Send the right one; after five failures wait for a quarter of an hour',
      zh: '请重新输入；连续失败五次后需等待 15 分钟',
    },
  );
}

export class EmailTakenError extends DomainError {
  static readonly problem = problem(
    'USERS.EMAIL_TAKEN',
    'conflict',
    { en: 'There is a user with this e-mail address', zh: '该邮箱已被使用' },
    { en: 'Use the one that there is: `GET /v1/users`', zh: '请使用已有用户：GET /v1/users' },
  );
}

export class LastOwnerError extends DomainError {
  static readonly problem = problem(
    'USERS.LAST_OWNER',
    'conflict',
    { en: 'The tenant would be left without an owner', zh: '租户将没有管理员' },
    { en: 'Make somebody else an owner first', zh: '请先指定其他管理员' },
  );
}

export class UserStateError extends DomainError {
  static readonly problem = problem(
    'USERS.WRONG_STATE',
    'conflict',
    { en: 'The user is in a state that does not allow this', zh: '用户状态不允许此操作' },
    {
      en: 'Look at `details.state`: a disabled user is enabled first',
      zh: '请查看 details.state：已停用的用户须先启用',
    },
  );
}

export class NotEnrollingError extends DomainError {
  static readonly problem = problem(
    'USERS.SECOND_FACTOR_STATE',
    'conflict',
    { en: 'The second factor is in a state that does not allow this', zh: '双重验证状态不允许此操作' },
    {
      en: 'Begin with `POST /v1/me/totp`; remove the one that there is before you begin anew',
      zh: '请先调用 POST /v1/me/totp；如已启用，须先移除',
    },
  );
}
