import { DomainError, problem } from '../../../kernel/domain-error.js';

export class AccountUnknownError extends DomainError {
  static readonly problem = problem(
    'FX.ACCOUNT_UNKNOWN',
    'unavailable',
    { en: 'The bank reports money on an account that is not known here', zh: '银行通知中的账户未在本平台登记' },
    {
      en: 'The notice is kept and tried again: the account may be on its way. If it stays, ask the bank',
      zh: '通知已保存并将重试；若持续出现请联系银行',
    },
  );
}

export class OrderNotOwedError extends DomainError {
  static readonly problem = problem(
    'FX.ORDER_NOT_OWED',
    'invalid',
    { en: 'This money cannot pay for that order', zh: '该笔款项不能用于该订单' },
    {
      en: 'Name an order of the same seller, in the same currency, that is still owed something',
      zh: '请指定同一卖方、同一币种且仍有应收的订单',
    },
  );
}

export class NotBookedError extends DomainError {
  static readonly problem = problem(
    'FX.NOT_BOOKED',
    'conflict',
    { en: 'This movement is no money that came in', zh: '该变动并非到账款项' },
    {
      en: 'Debits and reversals are recorded only: look at what they take back',
      zh: '借记与冲正仅作记录，请查看其所冲回的款项',
    },
  );
}

export class ConvertedBeforeError extends DomainError {
  static readonly problem = problem(
    'FX.CONVERTED_BEFORE',
    'conflict',
    { en: 'Part of this money has been converted', zh: '该款项已有部分结汇' },
    { en: 'What is converted stays with its order', zh: '已结汇部分不能再改变归属' },
  );
}

export class MatchRunOpenError extends DomainError {
  static readonly problem = problem(
    'FX.MATCH_RUN_OPEN',
    'conflict',
    { en: 'Another run is under way', zh: '已有匹配任务正在进行' },
    { en: 'Wait until it is over, or cancel its operation', zh: '请等待其完成，或取消该任务' },
  );
}
