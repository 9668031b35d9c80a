import { type EventType } from '../../contracts/events.js';
import { inChinese } from './invoice-sentences.js';
import { type Words } from './entrusting-sentences.js';

type LendingEvent = Extract<
  EventType,
  | 'financing.product.version_added'
  | 'financing.limit.changed'
  | 'financing.advance.part_repaid'
  | `financing.lender_${string}`
  | `financing.covenant.${string}`
  | `financing.advance.${'extended' | 'written_off' | 'recovered'}`
  | `financing.write_off.${'proposed' | 'declined'}`
  | `financing.agreement.${'offered' | 'signed' | 'lapsed'}`
  | `financing.extension.${'requested' | 'refused' | 'lapsed' | 'overdue'}`
>;

/** What is said of the terms on which lenders lend. */
export const OF_LENDING: { readonly [Type in LendingEvent]: Words<Type> } = {
  'financing.product.version_added': ({ code, version, validFrom }) => [
    `Version ${version} of the product ${code} holds from ${validFrom}`,
    `产品 ${code} 第 ${version} 版自 ${validFrom} 起生效`,
  ],
  'financing.limit.changed': ({ level, limit }) => [
    `Limit of the level ${level} set to ${limit.amount} ${limit.currency}`,
    `${level} 级额度已设为 ${limit.amount} ${limit.currency}`,
  ],
  'financing.advance.part_repaid': ({ paid, outstanding }) => [
    `${paid.amount} ${paid.currency} of the advance was paid back; ${outstanding.amount} ${outstanding.currency} of principal is owed`,
    `已还款 ${paid.amount} ${paid.currency}；尚欠本金 ${outstanding.amount} ${outstanding.currency}`,
  ],
  'financing.lender_consent.offered': ({ lender }) => [
    `The lender ${lender} is offered to see what it lends`,
    `已同意资金方 ${lender} 查看其放款`,
  ],
  'financing.lender_consent.accepted': ({ lender }) => [
    `The lender ${lender} sees what it lends from now on`,
    `资金方 ${lender} 已可查看其放款`,
  ],
  'financing.lender_consent.declined': ({ lender }) => [
    `The lender ${lender} does not want to see what it lends`,
    `资金方 ${lender} 未接受查看`,
  ],
  'financing.lender_consent.revoked': ({ lender }) => [
    `The lender ${lender} sees nothing new from now on`,
    `资金方 ${lender} 不再查看新增放款`,
  ],
  'financing.lender_loan.shared': ({ reference, principal }) => [
    `Loan ${reference} of ${principal.amount} ${principal.currency} is in the portfolio`,
    `放款 ${reference}（${principal.amount} ${principal.currency}）已列入组合`,
  ],
  'financing.lender_loan.changed': ({ reference, state }) => [
    `Loan ${reference}: ${state}`,
    `放款 ${reference}：${state}`,
  ],
  'financing.lender_loan.fact_changed': ({ reference, fact }) => [
    `What backs loan ${reference} has changed: ${fact}`,
    `放款 ${reference} 的质押事实变化：${fact}`,
  ],
  'financing.lender_loan.withdrawn': ({ reference }) => [
    `Loan ${reference} is in the portfolio no more`,
    `放款 ${reference} 不再列入组合`,
  ],
  'financing.advance.extended': ({ maturityOn, before }) => [
    `The advance is due on ${maturityOn} instead of ${before}`,
    `融资已展期：到期日由 ${before} 改为 ${maturityOn}`,
  ],
  'financing.advance.written_off': (data) => [
    `The lender has written the advance off: ${data.reason}`,
    `资金方已核销该融资：${inChinese(data)}`,
  ],
  'financing.advance.recovered': ({ recovered, forgiven }) => [
    `Of the written-off advance ${recovered.amount} ${recovered.currency} were recovered, ${forgiven.amount} given up`,
    `已核销融资收回 ${recovered.amount} ${recovered.currency}，减免 ${forgiven.amount}`,
  ],
  'financing.covenant.breached': ({ name, currency, value, threshold }) => [
    `The covenant “${name}” is breached in ${currency}: ${value}, at most ${threshold}`,
    `${currency} 组合违反约定“${name}”：${value}，上限 ${threshold}`,
  ],
  'financing.covenant.cured': ({ name, currency, value, threshold }) => [
    `The covenant “${name}” is kept again in ${currency}: ${value}, at most ${threshold}`,
    `${currency} 组合已恢复符合约定“${name}”：${value}，上限 ${threshold}`,
  ],
  'financing.write_off.proposed': ({ reason }) => [
    `It is proposed to the lender to write the advance off: ${reason}`,
    `已向资金方提议核销该融资：${reason}`,
  ],
  'financing.write_off.declined': (data) => [
    `The advance is not written off: ${data.reason}`,
    `该融资未核销：${inChinese(data)}`,
  ],
  'financing.agreement.offered': ({ number, validUntil }) => [
    `The lender has approved the advance: agreement ${number} is to be signed by ${validUntil}`,
    `资金方已批准融资：借款合同 ${number} 须于 ${validUntil} 前签署`,
  ],
  'financing.agreement.signed': ({ signatory, signedOn }) => [
    `The loan agreement was signed by ${signatory} on ${signedOn}`,
    `${signatory} 已于 ${signedOn} 签署借款合同`,
  ],
  'financing.agreement.lapsed': (data) => [
    `The loan agreement came to nothing: ${data.reason}`,
    `借款合同失效：${inChinese(data)}`,
  ],
  'financing.extension.requested': ({ dueOn }) => [
    `The lender is asked for a later due date: ${dueOn}`,
    `已向资金方申请展期至 ${dueOn}`,
  ],
  'financing.extension.refused': (data) => [
    `The lender does not move the due date: ${data.reason}`,
    `资金方不同意展期：${inChinese(data)}`,
  ],
  'financing.extension.lapsed': () => [
    'The advance was over before the lender answered about its due date',
    '资金方答复前融资已结清，展期申请失效',
  ],
  'financing.extension.overdue': () => [
    'No word from the lender on the due date in time; asking',
    '资金方逾期未答复展期申请，正在查询',
  ],
};
