import { DomainError, problem } from '../../../kernel/domain-error.js';
import { SAY } from './ceb.sentences.js';
import { type CebFinding } from './finding.js';
import { type CebMessageState } from './message-status.js';
import { type ReceiptRefusal } from './refusal.js';
import { type SignerReason } from './signer-standing.js';

/** A message is not as the official schema has it, so it is not even queued. */
export class CebMessageInvalidError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.CEB_MESSAGE_INVALID',
    'invalid',
    { en: 'The message is not as the official schema has it', zh: '报文不符合官方报文规范' },
    { en: 'Mend every entry of `errors`', zh: '请按 errors 逐项更正' },
  );

  constructor(name: string, findings: readonly CebFinding[]) {
    const faults = findings.map(({ path, rule, detail }) => ({
      pointer: path,
      code: rule,
      message: SAY.in_message({ name, detail }),
    }));
    super(SAY.message_invalid({ name }), {}, faults);
  }
}

/** The message must be signed, and there is nothing to sign it with. */
export class CebSignerMissingError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.CEB_SIGNER_MISSING',
    'unavailable',
    { en: 'There is no certificate to sign with', zh: '未配置签名证书' },
    {
      en: 'Have the operator configure the certificate; see the signing health',
      zh: '请运营方配置签名证书，并查看签名健康状态',
    },
  );

  constructor(name: string) {
    super(SAY.must_be_signed({ name }));
  }
}

/** The signer does not sign just now. */
export class SignerUnavailableError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.SIGNER_UNAVAILABLE',
    'unavailable',
    { en: 'The signer cannot sign just now', zh: '签名服务暂不可用' },
    {
      en: 'Nothing to do: it is tried again by itself; see the signing health',
      zh: '无需处理，系统会自动重试；可查看签名健康状态',
    },
  );
}

/** The certificate is over, or not begun: the message stays until there is a new one. */
export class CertificateNotValidError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.CERTIFICATE_NOT_VALID',
    'invalid',
    { en: 'The certificate to sign with is not valid today', zh: '签名证书当前无效' },
    {
      en: 'Have the operator configure a certificate that is, then send the message again',
      zh: '请运营方更换有效证书后重发报文',
    },
  );

  constructor(reason: SignerReason) {
    super(SAY.certificate_over({ reason }), { reason });
  }
}

/** Sent again, it would do harm or nothing. */
export class CebMessageNotResendableError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.CEB_MESSAGE_NOT_RESENDABLE',
    'conflict',
    { en: 'The message is not sent again', zh: '该报文不可重发' },
    {
      en: 'The detail says why; what was answered or refused is mended and filed as a new message',
      zh: '原因见 detail；已有回执或被拒绝的报文请更正后以新报文申报',
    },
  );

  constructor(state: CebMessageState) {
    super(SAY[`not_resendable_${state === 'send_failed' ? 'sent' : state}`], { state });
  }
}

/** A message at the door for receipts that is none of customs', or not one that may be read. */
export class CebReceiptRefusedError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.CEB_RECEIPT_REFUSED',
    'malformed',
    { en: 'The message is not taken in', zh: '该报文未被接收' },
    { en: 'Send the message as the interface describes it', zh: '请按接口规范发送报文' },
  );

  constructor(readonly refusal: ReceiptRefusal) {
    super(SAY[`refused_${refusal}`], { refusal });
  }
}
