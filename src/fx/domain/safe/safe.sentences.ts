import { sentences } from '../../../kernel/sentence.js';

/** What is said of classes, trade-background checks, money under review and reports to SAFE. */
export const SAY = sentences('FX_SAFE', {
  no_such_check: { en: 'There is no such trade-background check', zh: '贸易背景核查记录不存在' },
  no_such_review: { en: 'There is no such money under review', zh: '待核查资金记录不存在' },
  no_such_class: { en: 'There is no such class of an enterprise', zh: '企业分类记录不存在' },
  no_such_report: { en: 'There is no such trade-credit report', zh: '贸易信贷报告不存在' },
  no_such_seller: { en: 'There is no such seller', zh: '卖方不存在' },
  no_such_order: { en: 'No such order is known to be paid for', zh: '不存在该订单的应收款' },
  check_open: {
    en: 'The trade behind this order is {state}: see its check',
    zh: '该订单贸易背景核查状态为 {state}，请查看核查结果',
  },
  no_evidence: { en: 'Nothing was brought to accept it on', zh: '尚无可据以认可的凭证' },
  same_person: { en: 'Who brought the evidence cannot accept it', zh: '提交凭证者不得自行认可' },
  period_turned: { en: 'Not before the first day', zh: '不得早于起始日' },
  more_than_ordered: {
    en: '{received} came for an order of {ordered}',
    zh: '已收 {received}，订单金额为 {ordered}',
  },
  more_than_declared: {
    en: '{received} came, {declared} was declared to customs',
    zh: '已收 {received}，报关金额为 {declared}',
  },
  no_declaration: {
    en: 'Class B: no export is declared, and no contract and invoice were brought',
    zh: 'B 类企业：尚无报关单，也未提交合同和发票',
  },
  quota_unknown: { en: 'Class B: no electronic quota is recorded', zh: 'B 类企业：未登记电子数据核查额度' },
  quota_exceeded: {
    en: 'Class B: {used} of the quota of {quota} would be used',
    zh: 'B 类企业：将使用额度 {used}，超过核定额度 {quota}',
  },
  credit_too_long: {
    en: 'Class B: {days} days since the export, 90 or more are not allowed',
    zh: 'B 类企业：出口后已 {days} 天，不得达到或超过 90 天',
  },
  no_registration: {
    en: 'Class C: SAFE has to register the receipt before; no registration form was brought',
    zh: 'C 类企业：须事前经外汇局登记，尚未提交登记表',
  },
  not_in_directory: {
    en: 'The seller is not in the directory of those who trade (名录)',
    zh: '卖方未办理贸易外汇收支企业名录登记',
  },
  bring_invoice: { en: 'Contract and invoice of the whole amount', zh: '全部金额的合同和发票' },
  bring_declaration: { en: 'The export declaration', zh: '出口报关单' },
  bring_contract: { en: 'Contract and invoice, or the export declaration', zh: '合同和发票，或出口报关单' },
  bring_quota: { en: 'The quota that SAFE has given, with its days', zh: '外汇局核定的额度及有效期' },
  bring_registration: {
    en: 'The registration form of SAFE (货物贸易外汇业务登记表)',
    zh: '外汇局《货物贸易外汇业务登记表》',
  },
  bring_directory: { en: 'The registration at a bank (名录登记)', zh: '在银行办理名录登记的信息' },
  bring_explanation: { en: 'What the difference is, with papers', zh: '差额说明及相关单证' },
  exported_in_time: { en: 'Exported within the days that need no report', zh: '已在免报告期限内出口' },
  paid_in_time: { en: 'Paid within the days that need no report', zh: '已在免报告期限内收款' },
  not_required: { en: 'The law wants no report of it', zh: '依规定无需报告' },
  expected_before: { en: 'Not before it began, {day}', zh: '不得早于起始日 {day}' },
  nothing_open: { en: 'There is nothing of this kind on the order', zh: '该订单不存在此类贸易信贷' },
});
