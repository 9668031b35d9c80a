import { DomainError, problem } from '../../../kernel/domain-error.js';

export class TokenRequestError extends DomainError {
  static readonly problem = problem(
    'OAUTH.INVALID_REQUEST',
    'malformed',
    { en: 'The request for a token cannot be read', zh: '令牌请求格式错误' },
    {
      en: 'Send a form with grant_type, the client by HTTP Basic or in the form, each parameter once',
      zh: '请以表单提交 grant_type，客户端以 HTTP Basic 或表单认证，每个参数仅出现一次',
    },
  );
}

export class GrantTypeError extends DomainError {
  static readonly problem = problem(
    'OAUTH.UNSUPPORTED_GRANT_TYPE',
    'malformed',
    { en: 'This kind of grant is not offered', zh: '不支持该授权类型' },
    { en: 'Use grant_type=client_credentials', zh: '请使用 grant_type=client_credentials' },
  );
}

export class InvalidScopeError extends DomainError {
  static readonly problem = problem(
    'OAUTH.INVALID_SCOPE',
    'malformed',
    { en: 'The client does not have the scope it asks for', zh: '客户端不具备所申请的权限' },
    {
      en: 'Ask for scopes of the client, separated by blanks, or for none to get all of them',
      zh: '请申请客户端已有的权限（以空格分隔），或不指定以获得全部权限',
    },
  );
}

export class InvalidClientError extends DomainError {
  static readonly problem = problem(
    'OAUTH.INVALID_CLIENT',
    'unauthenticated',
    { en: 'The client has not proved itself', zh: '客户端认证失败' },
    {
      en: 'Check client_id and client_secret; a lost secret is rotated',
      zh: '请检查 client_id 与 client_secret；密钥遗失请轮换',
    },
  );
}
