import { DomainError, problem } from '../../../kernel/domain-error.js';

export class SignatureRequiredError extends DomainError {
  static readonly problem = problem(
    'AUTH.SIGNATURE_REQUIRED',
    'unauthenticated',
    { en: 'Requests of this credential must be signed', zh: '该凭证的请求必须签名' },
    {
      en: 'Send `Signature-Input` and `Signature` (RFC 9421), made with the private key of its `signatureKey`',
      zh: '请使用 signatureKey 对应的私钥，按 RFC 9421 提供 Signature-Input 与 Signature',
    },
  );
}

export class SignatureInvalidError extends DomainError {
  static readonly problem = problem(
    'AUTH.SIGNATURE_INVALID',
    'unauthenticated',
    { en: 'The signature does not hold for this request', zh: '请求签名无效' },
    {
      en: 'Mend what `detail` says; sign the very bytes that you send, for the address of this API',
      zh: '请按 detail 修正；须对实际发送的内容及本接口地址签名',
    },
  );
}

export class SignatureTimeError extends DomainError {
  static readonly problem = problem(
    'AUTH.SIGNATURE_OUT_OF_TIME',
    'unauthenticated',
    { en: 'The signature is too old, or of the future', zh: '签名已过期或时间超前' },
    {
      en: 'Compare your clock with `details.serverTime`, and sign each request just before it is sent',
      zh: '请核对本机时钟与 details.serverTime，并在发送前即时签名',
    },
  );
}

export class SignatureReplayedError extends DomainError {
  static readonly problem = problem(
    'AUTH.SIGNATURE_REPLAYED',
    'unauthenticated',
    { en: 'The signature was used before', zh: '签名已被使用' },
    {
      en: 'Sign each request anew with a fresh `nonce`, repeats under the same Idempotency-Key too',
      zh: '每次请求均须使用新的 nonce 重新签名，使用相同 Idempotency-Key 的重试亦然',
    },
  );
}
