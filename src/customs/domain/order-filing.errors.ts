import { DomainError, problem } from '../../kernel/domain-error.js';
import { toFault } from './declaration.errors.js';
import { type Finding } from './finding.js';
import { SAY } from './order-filing.sentences.js';

/** The declaration stays: customs has not accepted the data of its order. */
export class OrderNotFiledError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.ORDER_NOT_FILED',
    'conflict',
    { en: 'Customs must accept the order before its declaration', zh: '海关接受订单信息后方可申报报关单' },
    {
      en: 'Send it by POST /v1/customs/order-filings/{id}/submission; the declaration leaves when it is accepted',
      zh: '请通过 POST /v1/customs/order-filings/{id}/submission 传输订单信息，海关接受后报关单自动申报',
    },
  );

  constructor(findings: readonly Finding[]) {
    super(SAY.order_first, {}, findings.map(toFault));
  }
}

/** Nothing says with which codes the order is to be sent. */
export class OrderProfileMissingError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.ORDER_PROFILE_MISSING',
    'conflict',
    { en: 'It is open with which profile the order is sent', zh: '未确定订单信息使用的申报方案' },
    {
      en: 'Open a profile by POST /v1/customs/ecommerce-profiles, or name one as `profileId`',
      zh: '请建立申报方案（POST /v1/customs/ecommerce-profiles），或以 `profileId` 指定',
    },
  );
}
