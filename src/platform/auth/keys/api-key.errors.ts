import { DomainError, problem } from '../../../kernel/domain-error.js';

export class ScopeBeyondOwnError extends DomainError {
  static readonly problem = problem(
    'KEYS.SCOPE_BEYOND_OWN',
    'forbidden',
    { en: 'A key cannot give rights that it does not have', zh: '不能授予超出自身权限的权限' },
    {
      en: 'Ask for scopes that the calling key has, or call with a key that has them',
      zh: '请仅申请当前密钥已有的权限',
    },
  );
}

export class KeyNotLiveError extends DomainError {
  static readonly problem = problem(
    'KEYS.NOT_LIVE',
    'conflict',
    { en: 'The key was revoked or has expired', zh: '密钥已撤销或已过期' },
    { en: 'Make a new key', zh: '请创建新密钥' },
  );
}

export class KeyRotatedError extends DomainError {
  static readonly problem = problem(
    'KEYS.ALREADY_ROTATED',
    'conflict',
    { en: 'The key has a successor already', zh: '该密钥已有接替密钥' },
    {
      en: 'Rotate the successor named in `details.successorId`, or revoke one of the two',
      zh: '请轮换 details.successorId 所指密钥，或撤销其中之一',
    },
  );
}

export class KeyExpiryError extends DomainError {
  static readonly problem = problem(
    'KEYS.EXPIRY_OUT_OF_RANGE',
    'invalid',
    { en: 'The key would end at the wrong time', zh: '密钥到期时间无效' },
    {
      en: 'Name an instant in the future; for the old key of a rotation at most 30 days ahead and not after its own end',
      zh: '请指定将来的时刻；轮换时旧密钥最长保留 30 天，且不晚于其原到期时间',
    },
  );
}
