import { DomainError, problem } from '../../../kernel/domain-error.js';

export class PayerAccountUnknownError extends DomainError {
  static readonly problem = problem(
    'FX.PAYER_ACCOUNT_UNKNOWN',
    'conflict',
    {
      en: 'The bank has not said, or not fully, which account this money came from',
      zh: '银行未提供（或未完整提供）该款项的来源账户',
    },
    {
      en: 'Money goes back the way it came, and no other way: ask the bank to return it',
      zh: '款项只能原路退回，请联系银行办理退汇',
    },
  );
}

export class NothingToRefundError extends DomainError {
  static readonly problem = problem(
    'FX.NOTHING_TO_REFUND',
    'conflict',
    { en: 'Nothing of this money is left to give back', zh: '该款项已无可退金额' },
    {
      en: 'What pays for an order has to be unmatched first; what is converted cannot go back',
      zh: '已匹配订单的款项须先撤销匹配；已结汇部分不能退回',
    },
  );
}
