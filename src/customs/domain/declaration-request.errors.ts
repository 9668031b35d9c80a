import { DomainError, problem } from '../../kernel/domain-error.js';

/** Customs is not to be asked for this in the state that the declaration is in. */
export class RequestNotPossibleError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.REQUEST_NOT_POSSIBLE',
    'conflict',
    { en: 'This cannot be asked of customs now', zh: '目前不能向海关提出该申请' },
    { en: '`detail` says what can be done instead', zh: 'detail 说明可行的办法' },
  );
}

/** One request about a declaration at a time: the answer to one changes what another would be about. */
export class RequestOpenError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.REQUEST_OPEN',
    'conflict',
    { en: 'Another request about this declaration is open', zh: '该报关单已有未办结的申请' },
    { en: 'Wait until customs has answered it', zh: '请等待海关答复' },
  );
}

/** The message is not lost, or nobody may send it. */
export class RedeliveryUnsafeError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.REDELIVERY_UNSAFE',
    'conflict',
    { en: 'Sending the message again is not safe', zh: '重发报文不安全' },
    { en: '`details.reason` says why; `detail` says what to do', zh: 'details.reason 为原因，detail 说明可行的办法' },
  );
}
