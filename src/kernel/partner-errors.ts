import { DomainError, problem } from './domain-error.js';

/** The partner understood us and said no. Final. */
export class PartnerRejectedError extends DomainError {
  static readonly problem = problem(
    'PARTNER.REJECTED',
    'partner-rejected',
    { en: 'The partner refused', zh: '合作机构拒绝了该请求' },
    { en: 'Read the reason, mend the cause, and submit anew', zh: '请查看拒绝原因，更正后重新提交' },
  );
}

/** The partner did not answer, or not in a way we understand: it may or may not have acted. Ask again with the same reference. */
export class PartnerUnavailableError extends DomainError {
  static readonly problem = problem(
    'PARTNER.UNAVAILABLE',
    'partner-unavailable',
    { en: 'The partner cannot be reached', zh: '合作机构暂时无法访问' },
    { en: 'Nothing to do: it is tried again by itself', zh: '无需处理，系统会自动重试' },
  );
}
