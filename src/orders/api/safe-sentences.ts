import { type EventType } from '../../contracts/events.js';
import { type Amount } from '../../contracts/events/amount.js';
import { type Words } from './entrusting-sentences.js';

type OfSafe = Extract<
  EventType,
  | `fx.bop_declaration.${string}`
  | `fx.enterprise_class.${string}`
  | `fx.trade_check.${string}`
  | `fx.funds_review.${string}`
  | `fx.trade_credit_report.${string}`
  | `fx.small_seller.${string}`
  | `fx.registered_contract.${string}`
  | `fx.currency_control_letter.${string}`
>;

const money = ({ amount, currency }: Amount): string => `${amount} ${currency}`;
const CREDIT = { advance_receipt: ['advance', '预收货款'], deferred_receipt: ['deferral', '延期收款'] } as const;

/** What is said of what SAFE is told, and wants to see. */
export const OF_SAFE: { readonly [Type in OfSafe]: Words<Type> } = {
  'fx.bop_declaration.drafted': ({ number, amount, dueOn }) => [
    `${money(amount)} from abroad is to be declared by ${dueOn} (${number})`,
    `${money(amount)} 涉外收入须于 ${dueOn} 前申报（${number}）`,
  ],
  'fx.bop_declaration.due_soon': ({ number, dueOn }) => [
    `Declaration ${number} has to go by ${dueOn}`,
    `申报 ${number} 须于 ${dueOn} 前报送`,
  ],
  'fx.bop_declaration.late': ({ number, dueOn }) => [
    `Declaration ${number} should have gone by ${dueOn}`,
    `申报 ${number} 已逾期（${dueOn}）`,
  ],
  'fx.bop_declaration.submitted': ({ number }) => [
    `Declaration ${number} sent to the bank`,
    `申报 ${number} 已报送银行`,
  ],
  'fx.bop_declaration.accepted': ({ number }) => [
    `The bank accepted declaration ${number}`,
    `银行已通过申报 ${number}`,
  ],
  'fx.bop_declaration.rejected': ({ number, reason }) => [
    `The bank sent declaration ${number} back: ${reason}`,
    `银行退回申报 ${number}：${reason}`,
  ],
  'fx.bop_declaration.corrected': ({ number, reason }) => [
    `Declaration ${number} opened again: ${reason}`,
    `申报 ${number} 已打开修改：${reason}`,
  ],
  'fx.bop_declaration.deleted': ({ number }) => [`Declaration ${number} taken back`, `申报 ${number} 已删除`],
  'fx.bop_declaration.overdue': ({ state }) => [
    `No word of the bank on the declaration in time (${state}); asking`,
    `银行对申报逾期未答复（${state}），正在查询`,
  ],
  'fx.enterprise_class.recorded': ({ enterpriseClass, validFrom }) => [
    `SAFE classes the seller ${enterpriseClass} from ${validFrom}`,
    `自 ${validFrom} 起卖方外汇分类为 ${enterpriseClass}`,
  ],
  'fx.trade_check.passed': () => ['The trade behind the money is shown', '贸易背景已核实'],
  'fx.trade_check.doubted': ({ findings }) => [
    `The trade behind the money is in doubt: ${findings.join(', ')}`,
    `贸易背景存疑：${findings.join('、')}`,
  ],
  'fx.trade_check.blocked': ({ findings }) => [
    `The money may not be used: ${findings.join(', ')}`,
    `款项暂不得使用：${findings.join('、')}`,
  ],
  'fx.trade_check.accepted': () => ['A second person accepted the evidence of the trade', '第二人已认可贸易背景凭证'],
  'fx.funds_review.held': ({ amount, enterpriseClass }) => [
    `${money(amount)} credited under review (class ${enterpriseClass})`,
    `${money(amount)} 已入待核查账户（${enterpriseClass} 类）`,
  ],
  'fx.funds_review.released': ({ amount }) => [
    `${money(amount)} released from review`,
    `${money(amount)} 已从待核查账户转出`,
  ],
  'fx.trade_credit_report.due': ({ kind, amount, reportBy }) => [
    `The ${CREDIT[kind][0]} of ${money(amount)} is to be reported to SAFE by ${reportBy}`,
    `${CREDIT[kind][1]} ${money(amount)} 须于 ${reportBy} 前向外汇局报告`,
  ],
  'fx.trade_credit_report.late': ({ kind, reportBy }) => [
    `The ${CREDIT[kind][0]} should have been reported by ${reportBy}`,
    `${CREDIT[kind][1]}报告已逾期（${reportBy}）`,
  ],
  'fx.trade_credit_report.reported': ({ kind, amount }) => [
    `The ${CREDIT[kind][0]} of ${money(amount)} was reported`,
    `${CREDIT[kind][1]} ${money(amount)} 已报告`,
  ],
  'fx.trade_credit_report.corrected': ({ kind }) => [
    `The report of the ${CREDIT[kind][0]} was corrected`,
    `${CREDIT[kind][1]}报告已更正`,
  ],
  'fx.trade_credit_report.not_needed': ({ kind }) => [
    `No report of the ${CREDIT[kind][0]} is needed`,
    `${CREDIT[kind][1]}无需报告`,
  ],
  'fx.small_seller.status_changed': ({ year, total, status }) => [
    `The small seller received ${money(total)} in ${year}: ${status}`,
    `小额卖方 ${year} 年已收款 ${money(total)}：${status}`,
  ],
  'fx.registered_contract.requested': ({ contractNumber, amount }) => [
    `The bank is asked to register contract ${contractNumber} of ${money(amount)}`,
    `已向银行申请登记合同 ${contractNumber}（${money(amount)}）`,
  ],
  'fx.registered_contract.registered': ({ contractNumber, registrationNumber }) => [
    `The bank registered contract ${contractNumber} as ${registrationNumber ?? ''}`,
    `银行已登记合同 ${contractNumber}，登记号 ${registrationNumber ?? ''}`,
  ],
  'fx.registered_contract.refused': ({ contractNumber, reason }) => [
    `The bank did not register contract ${contractNumber}: ${reason}`,
    `银行未登记合同 ${contractNumber}：${reason}`,
  ],
  'fx.registered_contract.amendment_requested': ({ contractNumber }) => [
    `The bank is asked to register other terms of contract ${contractNumber}`,
    `已向银行申请变更合同 ${contractNumber} 的登记`,
  ],
  'fx.registered_contract.amended': ({ contractNumber, amount, endsOn }) => [
    `The bank registered contract ${contractNumber} with ${money(amount)} until ${endsOn}`,
    `银行已变更合同 ${contractNumber} 的登记：${money(amount)}，至 ${endsOn}`,
  ],
  'fx.registered_contract.amendment_refused': ({ contractNumber, reason }) => [
    `The bank did not register other terms of contract ${contractNumber}: ${reason}`,
    `银行未变更合同 ${contractNumber} 的登记：${reason}`,
  ],
  'fx.registered_contract.orders_changed': ({ contractNumber, orderIds }) => [
    `Contract ${contractNumber} covers ${orderIds.length} orders`,
    `合同 ${contractNumber} 项下现有 ${orderIds.length} 个订单`,
  ],
  'fx.registered_contract.closure_requested': ({ contractNumber, reason }) => [
    `The bank is asked to close contract ${contractNumber}: ${reason}`,
    `已向银行申请注销合同 ${contractNumber}：${reason}`,
  ],
  'fx.registered_contract.closed': ({ contractNumber }) => [
    `The bank closed contract ${contractNumber}`,
    `银行已注销合同 ${contractNumber}`,
  ],
  'fx.registered_contract.closure_refused': ({ contractNumber, reason }) => [
    `The bank did not close contract ${contractNumber}: ${reason}`,
    `银行未注销合同 ${contractNumber}：${reason}`,
  ],
  'fx.registered_contract.statement_received': ({ contractNumber, differences }) => [
    differences.length === 0
      ? `The bank has contract ${contractNumber} as it is here`
      : `The bank has contract ${contractNumber} otherwise: ${differences.join(', ')}`,
    differences.length === 0
      ? `合同 ${contractNumber} 的银行登记与本平台一致`
      : `合同 ${contractNumber} 的银行登记不一致：${differences.join('、')}`,
  ],
  'fx.registered_contract.documents_accepted': ({ contractNumber }) => [
    `The bank took documents of contract ${contractNumber}`,
    `银行已收妥合同 ${contractNumber} 的单证`,
  ],
  'fx.registered_contract.request_refused': ({ contractNumber, reason }) => [
    `The bank refused what was asked of contract ${contractNumber}: ${reason}`,
    `银行拒绝了合同 ${contractNumber} 的请求：${reason}`,
  ],
  'fx.registered_contract.overdue': ({ kind }) => [
    `No word of the bank on the contract in time (${kind}); asking`,
    `银行对合同事项逾期未答复（${kind}），正在查询`,
  ],
  'fx.currency_control_letter.received': ({ subject, dueOn }) => [
    dueOn === null ? `The bank writes: ${subject}` : `The bank writes, and wants an answer by ${dueOn}: ${subject}`,
    dueOn === null ? `银行来函：${subject}` : `银行来函，须于 ${dueOn} 前答复：${subject}`,
  ],
  'fx.currency_control_letter.sent': ({ subject }) => [
    `A letter goes to the bank: ${subject}`,
    `已向银行发函：${subject}`,
  ],
  'fx.currency_control_letter.delivered': ({ subject }) => [
    `The bank has the letter: ${subject}`,
    `银行已收到函件：${subject}`,
  ],
  'fx.currency_control_letter.answer_sent': ({ subject }) => [
    `The letter of the bank is being answered: ${subject}`,
    `正在答复银行来函：${subject}`,
  ],
  'fx.currency_control_letter.answered': ({ subject }) => [
    `The letter is answered: ${subject}`,
    `函件已答复：${subject}`,
  ],
  'fx.currency_control_letter.refused': ({ subject, reason }) => [
    `The bank did not take it: ${subject} (${reason})`,
    `银行未收：${subject}（${reason}）`,
  ],
  'fx.currency_control_letter.late': ({ subject, dueOn }) => [
    `The letter of the bank should have been answered by ${dueOn}: ${subject}`,
    `银行来函应于 ${dueOn} 前答复，现已逾期：${subject}`,
  ],
};
