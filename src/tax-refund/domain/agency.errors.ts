import { DomainError, problem } from '../../kernel/domain-error.js';
import { AGENCY_RULES, type AgencyLack, type CollectionLack, HOLD_RULES, type InvoiceDoubt } from './agency-gate.js';
import { SAY } from './agency.sentences.js';

/** Nobody may file for this producer: there is no agreement, or none on this day. */
export class TaxAgencyMissingError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.AGENCY_MISSING',
    'conflict',
    { en: 'Nobody may file this refund for the producer', zh: '无人可为该生产企业代办退税' },
    {
      en: 'Enter the agreement by POST /v1/tax-refund/agency-agreements, have it confirmed (POST …/{id}/confirmation), then file again',
      zh: '请登记协议（POST /v1/tax-refund/agency-agreements）并确认（POST …/{id}/confirmation），再重新申报',
    },
  );

  constructor({ pointer, rule, detail }: AgencyLack) {
    const { title, fix } = AGENCY_RULES[rule];
    super(SAY.may_not_file, {}, [{ pointer, code: rule, message: SAY.lack({ title, detail, fix }) }]);
  }
}

/** What is known of its invoices now forbids it. */
export class ClaimDoubtedError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.INVOICE_DOUBTED',
    'conflict',
    { en: 'An invoice behind the claim cannot be claimed on any more', zh: '申报所用发票已不可用于退税' },
    {
      en: 'See `flags` of the claim; abandon it, and it is matched anew with other invoices',
      zh: '请查看申报的 flags；放弃后以其他发票重新匹配',
    },
  );

  constructor({ pointer, rule, detail }: InvoiceDoubt) {
    const { title, fix } = HOLD_RULES[rule];
    super(SAY.may_not_file, {}, [{ pointer, code: rule, message: SAY.lack({ title, detail, fix }) }]);
  }
}

/** The collection that it was made on is owed again. */
export class ClaimNotCollectedError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.CLAIM_NOT_COLLECTED',
    'conflict',
    { en: 'What was collected for the claim is owed again', zh: '该申报的货款又成应收' },
    {
      en: 'It is filed by itself once the order is collected again, or abandon it',
      zh: '订单重新收汇后将自动申报，或放弃该申报',
    },
  );

  constructor({ pointer, rule, detail }: CollectionLack) {
    const { title, fix } = HOLD_RULES[rule];
    super(SAY.may_not_file, {}, [{ pointer, code: rule, message: SAY.lack({ title, detail, fix }) }]);
  }
}

export class AgencyAgreementExistsError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.AGENCY_AGREEMENT_EXISTS',
    'conflict',
    { en: 'An agreement with this number is there already', zh: '该编号的协议已存在' },
    {
      en: 'Read it by its number, or end it before you enter it anew',
      zh: '请按编号查询；如需重新登记，请先终止原协议',
    },
  );
}

export class AgencyAgreementOverError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.AGENCY_AGREEMENT_OVER',
    'conflict',
    { en: 'The agreement is over', zh: '协议已到期' },
    { en: 'Enter a new one', zh: '请登记新协议' },
  );
}

export class AgencyRequiredError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.AGENCY_REQUIRED',
    'conflict',
    { en: 'Live tenants cannot do without an agreement', zh: '正式租户不得取消协议要求' },
    { en: 'Switch it off in a sandbox tenant only', zh: '仅可在沙箱租户中关闭' },
  );
}
