import { type EventType } from '../../contracts/events.js';
import { type Amount } from '../../contracts/events/amount.js';
import { type Words } from './entrusting-sentences.js';

type OfImports = Extract<
  EventType,
  | `customs.import.${string}`
  | `customs.import_tax_refund.${string}`
  | `customs.tax_bill.${string}`
  | `fx.tax_payment.${string}`
  | `fx.clawback_payment.${string}`
>;

const money = ({ amount, currency }: Amount): string => `${amount} ${currency}`;

/** What is said of imports, their taxes and the paying of them. */
export const OF_IMPORTS: { readonly [Type in OfImports]: Words<Type> } = {
  'customs.import.cleared': ({ entryNumber }) => [`Import cleared (${entryNumber})`, `进口已结关（${entryNumber}）`],
  'customs.import_tax_refund.requested': ({ amount, taxNumber }) => [
    `${money(amount)} of bill ${taxNumber} asked back`,
    `已就税单 ${taxNumber} 申请退税 ${money(amount)}`,
  ],
  'customs.import_tax_refund.granted': ({ amount, taxNumber }) => [
    `Customs gives back ${money(amount)} of bill ${taxNumber}`,
    `海关同意退还税单 ${taxNumber} 税款 ${money(amount)}`,
  ],
  'customs.import_tax_refund.refused': ({ amount, reason }) => [
    `${money(amount)} of taxes does not come back: ${reason}`,
    `退税 ${money(amount)} 未获同意：${reason}`,
  ],
  'customs.import_tax_refund.paid': ({ amount, taxNumber }) => [
    `${money(amount)} of bill ${taxNumber} came back`,
    `税单 ${taxNumber} 退税 ${money(amount)} 已到账`,
  ],
  'customs.import_tax_refund.overdue': ({ amount, taxNumber }) => [
    `${money(amount)} of bill ${taxNumber} should have come back by now`,
    `税单 ${taxNumber} 退税 ${money(amount)} 逾期未到账`,
  ],
  'customs.tax_bill.issued': ({ amount, dueOn }) => [
    `Customs asks for ${money(amount)} of taxes by ${dueOn}`,
    `海关税单 ${money(amount)}，须于 ${dueOn} 前缴纳`,
  ],
  'customs.tax_bill.differs': ({ amount, foreseen }) => [
    `The tax bill of ${money(amount)} differs from the ${money(foreseen)} foreseen`,
    `税单 ${money(amount)} 与测算 ${money(foreseen)} 不一致`,
  ],
  'customs.tax_bill.payment_ordered': ({ amount }) => [
    `Taxes of ${money(amount)} are to be paid`,
    `已指示缴纳税款 ${money(amount)}`,
  ],
  'customs.tax_bill.payment_refused': ({ amount, reason }) => [
    `Taxes of ${money(amount)} were not paid: ${reason}`,
    `税款 ${money(amount)} 未能缴纳：${reason}`,
  ],
  'customs.tax_bill.paid': ({ amount }) => [`Taxes of ${money(amount)} paid`, `税款 ${money(amount)} 已缴纳`],
  'customs.tax_bill.overdue': ({ amount, dueOn }) => [
    `Taxes of ${money(amount)} were due on ${dueOn}`,
    `税款 ${money(amount)} 已逾期（${dueOn}）`,
  ],
  'customs.tax_bill.void': ({ amount }) => [
    `Taxes of ${money(amount)} are not owed any more`,
    `税单 ${money(amount)} 已失效`,
  ],
  'fx.tax_payment.sent': ({ amount }) => [
    `Tax payment of ${money(amount)} sent to the bank`,
    `缴税款项 ${money(amount)} 已发送银行`,
  ],
  'fx.tax_payment.confirmed': ({ amount }) => [
    `The bank paid taxes of ${money(amount)}`,
    `银行已缴纳税款 ${money(amount)}`,
  ],
  'fx.tax_payment.refused': ({ amount, reason }) => [
    `The bank did not pay taxes of ${money(amount)}: ${reason}`,
    `银行未缴纳税款 ${money(amount)}：${reason}`,
  ],
  'fx.clawback_payment.sent': ({ amount }) => [
    `Repayment of ${money(amount)} of a refund sent to the bank`,
    `缴回退税款 ${money(amount)} 已发送银行`,
  ],
  'fx.clawback_payment.confirmed': ({ amount }) => [
    `The bank paid ${money(amount)} of a refund back`,
    `银行已缴回退税款 ${money(amount)}`,
  ],
  'fx.clawback_payment.refused': ({ amount, reason }) => [
    `The bank did not pay ${money(amount)} of a refund back: ${reason}`,
    `银行未缴回退税款 ${money(amount)}：${reason}`,
  ],
  'fx.clawback_payment.overdue': ({ state }) => [
    `No word from the bank on the repayment of a refund in time (${state}); asking`,
    `银行逾期未答复退税款缴回（${state}），正在查询`,
  ],
  'fx.tax_payment.overdue': ({ state }) => [
    `No word from the bank on a tax payment in time (${state}); asking`,
    `银行逾期未答复缴税付款（${state}），正在查询`,
  ],
};
