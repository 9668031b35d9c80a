import { sentences } from '../../kernel/sentence.js';

export const REQUEST_UNAVAILABLE = {
  not_accepted: {
    en: 'customs has not accepted it yet; wait for its answer',
    zh: '海关尚未接受申报，请等待回执',
  },
  released: {
    en: 'the goods are released; ask for the cancellation of the exit (exit-cancellation)',
    zh: '货物已放行，请申请退关（exit-cancellation）',
  },
  not_released: {
    en: 'the goods are not released; ask for the withdrawal (withdrawal)',
    zh: '货物尚未放行，请申请撤单（withdrawal）',
  },
  departed: { en: 'the goods have left China', zh: '货物已离境' },
  not_with_customs: { en: 'it is not with customs', zh: '报关单不在海关办理中' },
} as const;

export const NOTHING_ASKED = {
  en: 'customs has asked for no supplementary declaration',
  zh: '海关未要求补充申报',
} as const;

export const REDELIVERY_UNSAFE = {
  never_sent: { en: 'it was never declared; submit it', zh: '尚未申报，请先申报（submission）' },
  customs_has_it: {
    en: 'customs has it under a number of its own; a second message would be a second declaration',
    zh: '海关已接受申报并给出编号，再次发送将成为另一份申报',
  },
  sent_back: {
    en: 'customs answered; mend it and declare it anew by a resubmission',
    zh: '海关已作答复，请更正后重新申报（resubmission）',
  },
  answer_waits: {
    en: 'customs has answered, and its answer waits for a fact; nothing is lost',
    zh: '海关已有答复，正等待补全信息，报文并未丢失',
  },
  mandate_ended: {
    en: "the broker's mandate that it was written under has ended",
    zh: '该次申报所依据的代理报关委托已终止',
  },
  over: { en: 'it has been given up', zh: '该报关单已作废' },
} as const;

/** What is said about what is asked of customs. */
export const SAY_OF_REQUESTS = sentences('CUSTOMS_REQUEST', {
  not_possible: { en: 'This cannot be asked of customs now: {why}', zh: '目前不能向海关申请：{why}' },
  one_open: { en: 'Another request is open: {request}', zh: '已有未办结的申请：{request}' },
  nothing_changes: { en: 'Nothing of the declaration would change', zh: '没有任何变更内容' },
  not_safe: { en: 'The message is not sent again: {why}', zh: '不再重发报文：{why}' },
  no_item: { en: 'There is no item {item}', zh: '不存在第 {item} 项商品' },
  answered_twice: { en: 'Item {item} is answered twice', zh: '第 {item} 项商品重复答复' },
  approve_supplement: {
    en: 'Answer what customs asked about declaration {number} of order {reference}: {reason}',
    zh: '答复订单 {reference} 的报关单 {number} 补充申报：{reason}',
  },
  approve_withdrawal: {
    en: 'Withdraw declaration {number} of order {reference}: {reason}',
    zh: '撤销订单 {reference} 的报关单 {number}：{reason}',
  },
  approve_exit_cancellation: {
    en: 'Cancel the exit of the goods of declaration {number}, order {reference}: {reason}',
    zh: '订单 {reference} 的报关单 {number} 办理退关：{reason}',
  },
  approve_amendment: {
    en: 'Amend {fields} fields of declaration {number}, order {reference}: {reason}',
    zh: '修改订单 {reference} 的报关单 {number} 中 {fields} 个字段：{reason}',
  },
  approve_tax_refund: {
    en: 'Ask back taxes of declaration {number} of import {reference}: {reason}',
    zh: '申请退还进口 {reference} 的报关单 {number} 税款：{reason}',
  },
  not_inspected: { en: 'There is no inspection to speak of while it is {state}', zh: '当前状态（{state}）没有查验' },
  goods_left: { en: 'Customs no longer has what this was asked of', zh: '申请所涉报关单已不在可办理状态' },
});

export const NOTHING_LEAVES = {
  en: 'what is imported does not leave; ask to withdraw the declaration',
  zh: '进口货物不适用退关，请申请撤单',
} as const;
