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

export class UnusableFileError extends DomainError {
  static readonly problem = problem(
    'FX.UNUSABLE_FILE',
    'invalid',
    { en: 'This file cannot be kept', zh: '该文件不能留存' },
    {
      en: 'Send a PDF, JPEG or PNG of at most 10 MiB, with its own content type',
      zh: '请上传不超过 10 MiB 的 PDF、JPEG 或 PNG，并注明其内容类型',
    },
  );
}

export class TooManyFilesError extends DomainError {
  static readonly problem = problem(
    'FX.TOO_MANY_FILES',
    'conflict',
    { en: 'The order has as many files as it may have', zh: '该订单的文件数量已达上限' },
    { en: 'Join several pages in one file', zh: '请将多页合并为一个文件' },
  );
}

export class ContractFileKeptError extends DomainError {
  static readonly problem = problem(
    'FX.CONTRACT_FILE_KEPT',
    'conflict',
    { en: 'A message to the bank has this file', zh: '该文件已随报文发送银行' },
    { en: 'It is kept, as the message is; add another file', zh: '文件随报文一并留存；请另行添加文件' },
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
