import { DomainError, problem } from '../../kernel/domain-error.js';

export class DoubtsUnansweredError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.DOUBTS_UNANSWERED',
    'conflict',
    { en: 'The self-check found doubts that wait for an answer', zh: '自检疑点尚未答复' },
    {
      en: 'Answer each by POST …/doubts/{number}/answer; with the last answer the claim is filed by itself',
      zh: '请逐项答复（POST …/doubts/{number}/answer），全部答复后自动申报',
    },
  );
}

export class ClawbackSettledError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.CLAWBACK_SETTLED',
    'conflict',
    { en: 'This recovery is settled already', zh: '该笔追回已结清' },
    { en: 'Read the claim: `clawbacks` says when and how', zh: '请查询申报的 clawbacks' },
  );
}

export class ClawbackUnderWayError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.CLAWBACK_UNDER_WAY',
    'conflict',
    {
      en: 'The bank was ordered to pay this recovery, and may still do so',
      zh: '该笔追回已指示银行缴款，可能仍会执行',
    },
    {
      en: 'Wait for the bank: it is paid, or may be ordered again',
      zh: '请等待银行结果：缴款成功，或失败后可重新指示',
    },
  );
}

/** The treasury kept what the bank was ordered to pay: what comes of the order is waited for. */
export class ClawbackNotDecidedYetError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.CLAWBACK_NOT_DECIDED_YET',
    'unavailable',
    { en: 'The bank has not said yet whether it paid what was set off', zh: '银行尚未答复被抵减款项的缴款结果' },
    { en: 'Nothing to do: it is tried again by itself', zh: '无需处理，系统会自动重试' },
  );
}

/** The treasury kept something for a notice that has not come: it is tried again, and then shown to a person. */
export class NoticeNotHeardYetError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.NOTICE_NOT_HEARD_YET',
    'unavailable',
    { en: 'The notice that was set off has not come yet', zh: '尚未收到被抵减的追回通知' },
    { en: 'Nothing to do: it is tried again by itself', zh: '无需处理，系统会自动重试' },
  );
}
