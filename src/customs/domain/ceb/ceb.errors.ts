import { DomainError, problem } from '../../../kernel/domain-error.js';
import { SAY } from './ceb.sentences.js';
import { type CebFinding } from './finding.js';
import { type CebMessageState } from './message-status.js';

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
    { en: 'Nothing to do: it is tried again by itself; see the signing health', zh: '无需处理，系统会自动重试；可查看签名健康状态' },
  );
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
