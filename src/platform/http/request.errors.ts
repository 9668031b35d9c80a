import { DomainError, type Fault, problem } from '../../kernel/domain-error.js';
import { type Sentence } from '../../kernel/sentence.js';

export class MalformedRequestError extends DomainError {
  static readonly problem = problem(
    'REQUEST.MALFORMED',
    'malformed',
    { en: 'The request cannot be read', zh: '请求格式错误' },
    { en: 'Mend what `errors` names: JSON, query parameters or headers', zh: '请检查 JSON、查询参数或请求头' },
  );

  constructor(sentence: Sentence, faults: readonly Fault[] = []) {
    super(sentence, {}, faults);
  }
}

export class RouteNotFoundError extends DomainError {
  static readonly problem = problem(
    'REQUEST.NO_SUCH_ROUTE',
    'not-found',
    { en: 'There is nothing at this address', zh: '接口不存在' },
    { en: 'Look the operation up in /docs', zh: '请查阅 /docs' },
  );
}

export class ResourceNotFoundError extends DomainError {
  static readonly problem = problem(
    'REQUEST.NOT_FOUND',
    'not-found',
    { en: 'No such resource', zh: '资源不存在' },
    { en: 'Check the id, and that the key belongs to the tenant of the resource', zh: '请检查 id 以及密钥所属租户' },
  );
}

export class BodyTooLargeError extends DomainError {
  static readonly problem = problem(
    'REQUEST.TOO_LARGE',
    'too-large',
    { en: 'The body is too large', zh: '请求体过大' },
    { en: 'Send it in smaller parts', zh: '请拆分后提交' },
  );
}

export class UnsupportedMediaTypeError extends DomainError {
  static readonly problem = problem(
    'REQUEST.UNSUPPORTED_MEDIA_TYPE',
    'malformed',
    { en: 'The content type is not supported here', zh: '不支持的内容类型' },
    { en: 'Send application/json, or what the operation names', zh: '请使用 application/json' },
  );
}

export class UnauthenticatedError extends DomainError {
  static readonly problem = problem(
    'AUTH.UNAUTHENTICATED',
    'unauthenticated',
    { en: 'No valid API key or access token', zh: '未提供有效的 API 密钥或访问令牌' },
    {
      en: 'Send `Authorization: Bearer …` with an API key or an access token that is good',
      zh: '请在 Authorization 头中提供有效的 API 密钥或访问令牌',
    },
  );
}

export class MissingScopeError extends DomainError {
  static readonly problem = problem(
    'AUTH.MISSING_SCOPE',
    'forbidden',
    { en: 'The credential may not do this', zh: '凭证权限不足' },
    { en: 'Use one that has the scope named in `details.scope`', zh: '请使用具有 details.scope 所列权限的凭证' },
  );
}

export class IdempotencyKeyRequiredError extends DomainError {
  static readonly problem = problem(
    'IDEMPOTENCY.KEY_REQUIRED',
    'malformed',
    { en: 'This operation needs an Idempotency-Key', zh: '缺少 Idempotency-Key' },
    {
      en: 'Send a fresh unique key, and the same one again when you retry',
      zh: '请提供唯一的 Idempotency-Key，重试时使用同一个值',
    },
  );
}

export class IdempotencyKeyReusedError extends DomainError {
  static readonly problem = problem(
    'IDEMPOTENCY.KEY_REUSED',
    'invalid',
    { en: 'The Idempotency-Key was used for another request', zh: 'Idempotency-Key 已用于其他请求' },
    { en: 'Use a fresh key for a different request', zh: '不同的请求请使用新的 Idempotency-Key' },
  );
}

export class IdempotencyInProgressError extends DomainError {
  static readonly problem = problem(
    'IDEMPOTENCY.IN_PROGRESS',
    'busy',
    { en: 'The first request with this key is still running', zh: '相同 Idempotency-Key 的请求正在处理' },
    { en: 'Wait for `Retry-After` seconds and send it again', zh: '请稍后重试' },
  );
}

export class IfMatchRequiredError extends DomainError {
  static readonly problem = problem(
    'REQUEST.IF_MATCH_REQUIRED',
    'precondition-required',
    { en: 'This change needs an If-Match header', zh: '缺少 If-Match 请求头' },
    { en: 'Read the resource and send its ETag as If-Match', zh: '请先读取资源，并将其 ETag 作为 If-Match 发送' },
  );
}

/** Anything we did not expect: logged in full, shown as nothing but this. */
export class InternalError extends DomainError {
  static readonly problem = problem(
    'INTERNAL',
    'unavailable',
    { en: 'Something went wrong on our side', zh: '系统内部错误' },
    {
      en: 'Try again with the same Idempotency-Key; if it persists, report the `traceId`',
      zh: '请使用相同的 Idempotency-Key 重试',
    },
  );
}
