import { DomainError, problem } from '../../kernel/domain-error.js';

export class DuplicateVoucherError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.DUPLICATE_VOUCHER',
    'conflict',
    { en: 'This paper of consumption tax is recorded already', zh: '该消费税凭证已录入' },
    {
      en: 'Look it up by number; a paper and its splits are not both used',
      zh: '请按凭证号码查询；原凭证与其分割单不可同时使用',
    },
  );
}

export class VoucherInUseError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.VOUCHER_IN_USE',
    'conflict',
    { en: 'A claim stands on this paper', zh: '该凭证已用于退税申报' },
    { en: 'Abandon the claim first, or correct it', zh: '请先放弃或更正该申报' },
  );
}

export class NoConsumptionTaxError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.NO_CONSUMPTION_TAX',
    'conflict',
    { en: 'No consumption tax is refunded here', zh: '此处不涉及退还消费税' },
    { en: 'Read `checks` of the case', zh: '请查看退税事项的检查结果' },
  );
}
