import { DomainError, problem } from '../../kernel/domain-error.js';
import { SAY as CUSTOMS_SAY } from './customs.sentences.js';
import { toFault } from './declaration.errors.js';
import { type Finding } from './finding.js';

/** Nobody may declare for this exporter: there is no mandate, or none for this place, mode or day. */
export class BrokerMandateMissingError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.BROKER_MANDATE_MISSING',
    'conflict',
    { en: 'No customs broker may declare this for the exporter', zh: '没有报关企业可为该出口方代理申报' },
    {
      en: 'Offer a mandate by POST /v1/customs/broker-mandates, have it accepted (POST …/{id}/acceptance), then submit again',
      zh: '请先发起委托（POST /v1/customs/broker-mandates）并由对方确认（POST …/{id}/acceptance），再重新申报',
    },
  );

  constructor(findings: readonly Finding[]) {
    super(CUSTOMS_SAY.nobody_may_declare, {}, findings.map(toFault));
  }
}

export class BrokerMandateExistsError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.BROKER_MANDATE_EXISTS',
    'conflict',
    { en: 'A mandate with this number is there already', zh: '该编号的委托已存在' },
    {
      en: 'Read it by its number, or revoke it before you enter it anew',
      zh: '请按编号查询该委托；如需重新登记，请先撤销原委托',
    },
  );
}

export class BrokerMandateRequiredError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.BROKER_MANDATE_REQUIRED',
    'conflict',
    { en: 'Live tenants cannot do without a mandate', zh: '正式租户不得取消委托要求' },
    { en: 'Switch it off in a sandbox tenant only', zh: '仅可在沙箱租户中关闭' },
  );
}

/** Its last day is past, though nobody has said so of it yet. */
export class BrokerMandateOverError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.BROKER_MANDATE_OVER',
    'conflict',
    { en: 'The mandate is over', zh: '委托已过期' },
    { en: 'Offer a new one', zh: '请重新发起委托' },
  );
}
