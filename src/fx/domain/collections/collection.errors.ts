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
