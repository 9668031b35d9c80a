import { DomainError, problem } from '../../../kernel/domain-error.js';

export class NoBankAccountError extends DomainError {
  static readonly problem = problem(
    'FX.NO_BANK_ACCOUNT',
    'conflict',
    { en: 'The seller has named no CNY bank account', zh: '卖方未登记人民币银行账户' },
    { en: 'Add the account to the seller, then retry the payout', zh: '请先为卖方登记银行账户，再重试付款' },
  );
}

export class AccountNotOpenError extends DomainError {
  static readonly problem = problem(
    'FX.ACCOUNT_NOT_OPEN',
    'unavailable',
    { en: 'The account that pays is not open yet', zh: '付款账户尚未开立' },
    { en: 'Nothing to do: it is tried again by itself', zh: '无需处理，系统会自动重试' },
  );
}

export class PaymentOrderFaultyError extends DomainError {
  static readonly problem = problem(
    'FX.PAYMENT_ORDER_FAULTY',
    'invalid',
    { en: 'The payment order breaks a rule of the message format', zh: '付款指令不符合报文规则' },
    {
      en: 'Mend what `errors` names on the seller’s bank account, then retry the payout',
      zh: '请更正卖方银行账户信息后重试付款',
    },
  );
}
