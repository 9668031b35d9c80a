import { DomainError, problem } from '../../../kernel/domain-error.js';

export class BankTakesNoContractsError extends DomainError {
  static readonly problem = problem(
    'FX.BANK_TAKES_NO_CONTRACTS',
    'conflict',
    { en: 'The bank takes no registrations of contracts', zh: '银行不受理合同登记报文' },
    {
      en: 'Where it takes messages of ISO 20022, say so in the settings of currency control: `channel` is `iso20022`',
      zh: '如银行受理 ISO 20022 报文，请在外汇管理设置中将 `channel` 设为 `iso20022`',
    },
  );
}

export class ContractRegisteredError extends DomainError {
  static readonly problem = problem(
    'FX.CONTRACT_REGISTERED',
    'conflict',
    { en: 'An order is under a contract that is registered, or being registered', zh: '订单所属合同已登记或正在登记' },
    {
      en: 'Amend or close the one that there is, or take the order out of it',
      zh: '请变更或注销已有登记，或将订单移出该合同',
    },
  );
}

export class NoAccountAtBankError extends DomainError {
  static readonly problem = problem(
    'FX.NO_ACCOUNT_AT_BANK',
    'conflict',
    { en: 'The seller has no open account at the bank yet', zh: '卖方在银行尚无已开立账户' },
    { en: 'Try again when an account of the seller is open', zh: '请待卖方账户开立后重试' },
  );
}
