import { type Sentence, sentences } from './sentence.js';

/** What this module says to people. */
export const SAY = sentences('KERNEL', {
  request_invalid: { en: 'The request breaks one or more rules', zh: '请求内容不符合规则' },
  fault_at: { en: '{pointer}: {what}', zh: '{pointer}：{what}' },
  verbatim: { en: '{text}', zh: '{text}' },
  amount_negative: { en: 'An amount must not be negative', zh: '金额不得为负数' },
  amount_currency: { en: 'The amount must be in {currency}', zh: '金额币种应为 {currency}' },
  share: { en: 'A rate is a fraction between 0 and 1, such as 0.13', zh: '比率为 0 至 1 之间的小数，例如 0.13' },
  value_negative: { en: 'The value must not be negative', zh: '数值不得为负数' },
  value_not_positive: { en: 'The value must be more than zero', zh: '数值必须大于零' },
  date_range: {
    en: 'A date is YYYY-MM-DD between {from} and {to}',
    zh: '日期格式为 YYYY-MM-DD，须在 {from} 至 {to} 之间',
  },
  list_empty: { en: 'At least one entry is needed', zh: '至少需要一项' },
  field_needed: { en: 'This field is needed here', zh: '此处必须填写该字段' },
  field_not_with: { en: 'This field does not go together with {instead}', zh: '该字段不能与 {instead} 同时填写' },
  currency_unknown: { en: 'Unknown currency', zh: '未知币种' },
  amount_places: {
    en: 'Amount must be a decimal with at most {digits} places',
    zh: '金额应为十进制数，最多 {digits} 位小数',
  },
  weights: { en: 'Weights must be non-negative and not all zero', zh: '权重不得为负，且不得全部为零' },
  currencies_differ: { en: 'Amounts are in different currencies', zh: '金额币种不一致' },
  rate_malformed: { en: 'A rate is a positive number between two currencies', zh: '汇率应为两个不同币种之间的正数' },
  rate_other_currency: { en: 'This rate converts another currency', zh: '该汇率适用于其他币种' },
  figure_too_large: {
    en: 'A figure of the result has more than {digits} digits before the point',
    zh: '计算结果的整数部分超过 {digits} 位',
  },
  not_an_id: { en: 'Not an id of the kind {prefix}_…', zh: '不是 {prefix}_… 类型的 id' },
  illegal_transition: {
    en: 'A {machine} that is {state} cannot take the command {command}',
    zh: '{machine} 处于 {state} 状态，不能执行 {command}',
  },
});

/** Words that somebody else gave, in whatever language they are. */
export function verbatim(text: string): Sentence {
  return SAY.verbatim({ text });
}
