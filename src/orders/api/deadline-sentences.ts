import { type Words } from './entrusting-sentences.js';

type DeadlineEvent =
  | 'tax_refund.deadline.approaching'
  | 'tax_refund.deadline.at_risk'
  | 'tax_refund.deadline.overdue'
  | 'tax_refund.case.deemed_domestic'
  | 'tax_refund.agency.verification_due'
  | 'tax_refund.agency.rejections_high';

/** What must have happened by the last day. */
const WHAT = {
  filing_window: ['filing the refund', '申报退税'],
  collection: ['collecting the payment', '收汇'],
  thirty_six_months: ['filing the refund at all (36 months)', '申报退税（36 个月）'],
  evidence_documents: ['keeping the documents', '备案单证留存'],
  agency_certificate: ['applying for the certificate of agency export', '申请开具代理出口货物证明'],
  overseas_settlement: ['settling the refund in advance', '海外仓预退税核算'],
} as const;

export const DEADLINE_NEWS: { readonly [Type in DeadlineEvent]: Words<Type> } = {
  'tax_refund.deadline.approaching': ({ kind, dueOn, daysLeft }) => [
    `${daysLeft} days left for ${WHAT[kind][0]}: until ${dueOn}`,
    `${WHAT[kind][1]}剩余 ${daysLeft} 天，截止 ${dueOn}`,
  ],
  'tax_refund.deadline.at_risk': ({ kind, dueOn }) => [
    `At risk: ${WHAT[kind][0]} by ${dueOn}`,
    `期限将至：${WHAT[kind][1]}，截止 ${dueOn}`,
  ],
  'tax_refund.deadline.overdue': ({ kind, dueOn }) => [
    `Overdue since ${dueOn}: ${WHAT[kind][0]}`,
    `已逾期：${WHAT[kind][1]}，截止日为 ${dueOn}`,
  ],
  'tax_refund.case.deemed_domestic': ({ entryNumber, outputVat }) => [
    `Declaration ${entryNumber} counts as sold at home: output VAT of ${outputVat.amount} ${outputVat.currency} is due`,
    `报关单 ${entryNumber} 视同内销，应缴销项税额 ${outputVat.amount} ${outputVat.currency}`,
  ],
  'tax_refund.agency.verification_due': ({ producerName, year, entrusted }) => [
    `${producerName} must be verified on the spot: ${entrusted.amount} ${entrusted.currency} entrusted in ${year}`,
    `${producerName} 应实地核查：${year} 年委托代办退税 ${entrusted.amount} ${entrusted.currency}`,
  ],
  'tax_refund.agency.rejections_high': ({ share, shareMax }) => [
    `Rejected of what was filed for producers: ${share}, more than ${shareMax}`,
    `代办退税被驳回比例 ${share}，超过 ${shareMax}`,
  ],
};
