import { DomainError, type ErrorDetails, problem } from '../../kernel/domain-error.js';
import { type Language, type Said, told } from '../../kernel/sentence.js';
import { SAY } from './financing.sentences.js';

/** The facts do not allow an advance; all reasons are listed. */
export class NotEligibleError extends DomainError {
  static readonly problem = problem(
    'FINANCING.NOT_ELIGIBLE',
    'conflict',
    { en: 'It cannot be lent on', zh: '不符合融资条件' },
    { en: 'Mend what `details.reasons` names, then ask again', zh: '请根据 details.reasons 处理后再申请' },
  );

  /** @param reasons ours; of a row of before, in English */
  constructor(private readonly reasons: readonly Said[]) {
    super(SAY.not_eligible);
  }

  override detailsIn(language: Language): ErrorDetails {
    return { reasons: this.reasons.map((reason) => told(reason, language)) };
  }
}

/** Of each product one live loan on an order, or on a line: what it is lent on can back no second one. */
export class AlreadyAdvancedError extends DomainError {
  static readonly problem = problem(
    'FINANCING.ALREADY_ADVANCED',
    'conflict',
    { en: 'There is a live advance of this product already', zh: '已有该产品的有效融资' },
    { en: 'See the advance named in `details.advanceId`', zh: '请查看 details.advanceId 指明的融资' },
  );
}

/** What was free a moment ago was spent meanwhile: what was reckoned with it is reckoned again. */
export class FundsSpentError extends DomainError {
  static readonly problem = problem(
    'FINANCING.FUNDS_SPENT',
    'busy',
    { en: 'The money was spent meanwhile', zh: '资金已被动用' },
    { en: 'It is tried again by itself', zh: '系统将自动重试' },
  );
}

/** The lender's message names no advance of ours, or cannot be read. */
export class UnreadableLenderMessageError extends DomainError {
  static readonly problem = problem(
    'FINANCING.UNREADABLE_LENDER_MESSAGE',
    'invalid',
    { en: 'A message of the lender cannot be used', zh: '资金方消息无法处理' },
    { en: 'Read it in the dead letter and ask the lender', zh: '请在死信中查看并联系资金方' },
  );
}
