import { sentences } from '../../../kernel/sentence.js';

/** What is said of contracts that a bank registers, and of its letters. */
export const SAY = sentences('FX_CONTRACT', {
  no_such_contract: { en: 'There is no such registered contract', zh: '登记合同不存在' },
  no_such_letter: { en: 'There is no such letter', zh: '函件不存在' },
  no_such_order: { en: 'No placed order is known by that id', zh: '没有此编号的已生效订单' },
  channel_is: { en: 'The bank is told by `{channel}`', zh: '当前报送渠道为 `{channel}`' },
  registered_as: { en: '{id} is {state}', zh: '{id} 当前为 {state}' },
  no_account: { en: 'No account of the seller is open at the bank', zh: '卖方在银行没有已开立账户' },
  number_long: { en: 'At most {max} characters', zh: '最多 {max} 个字符' },
  amount_nothing: { en: 'More than nothing', zh: '金额应大于零' },
  amount_in: { en: 'In {currency}, the currency of the order', zh: '应为订单币种 {currency}' },
  ends_before: { en: 'Not before it begins, {day}', zh: '不得早于起始日 {day}' },
  nothing_changes: { en: 'Another number, amount or day', zh: '应提供不同的合同号、金额或日期' },
  period_turned: { en: 'Not before its first day, {day}', zh: '不得早于起始日 {day}' },
  period_to_come: { en: 'Not later than today, {day}', zh: '不得晚于今日 {day}' },
  not_declared: {
    en: 'Customs has closed no declaration {number} for this order',
    zh: '该订单没有已结关的报关单 {number}',
  },
  customs_said: { en: 'Customs has told of it: leave it out', zh: '以海关数据为准，请勿填写' },
  document_twice: { en: 'The same document twice', zh: '单证重复' },
  amount_wanted: { en: 'Name the amount of the document', zh: '请填写单证金额' },
  no_receipt: { en: 'No receipt of this order that is declared', zh: '该订单没有已申报的此笔收款' },
  one_answer: { en: 'Either `text`, or `documents`', zh: '`text` 与 `documents` 只能给出其一' },
  contract_wanted: {
    en: 'The letter names no contract: say which it is about',
    zh: '函件未指明合同，请指定所涉合同',
  },
  contract_other: { en: 'The letter is about {id}', zh: '该函件涉及 {id}' },
  due_past: { en: 'Not before today, {day}', zh: '不得早于今日 {day}' },
  missing: { en: 'line {line}: missing', zh: '第 {line} 行：缺失' },
  too_long: { en: 'line {line}: more than {max} characters', zh: '第 {line} 行：超过 {max} 个字符' },
  no_date: { en: 'line {line}: {text} is no day', zh: '第 {line} 行：{text} 不是日期' },
  no_money: { en: 'line {line}: {text} is no amount of its currency', zh: '第 {line} 行：{text} 不是该币种的金额' },
  no_flag: { en: 'line {line}: {text} is neither true nor false', zh: '第 {line} 行：{text} 应为 true 或 false' },
  no_word: { en: 'line {line}: {text} is none of {words}', zh: '第 {line} 行：{text} 不在 {words} 之中' },
  no_trade: { en: 'line {line}: a contract that is no trade contract', zh: '第 {line} 行：不是贸易合同' },
  count_differs: {
    en: 'line {line}: the header counts {said}, the message holds {found}',
    zh: '第 {line} 行：报文头计 {said} 项，实有 {found} 项',
  },
  message_faulty: { en: 'The message has {count} faults: {faults}', zh: '报文存在 {count} 处问题：{faults}' },
  contract_not_ours: {
    en: 'The bank speaks of a contract that was not registered here: {number}',
    zh: '银行所指合同并非在本平台登记：{number}',
  },
  request_not_ours: { en: 'The bank answers a request that was not made here', zh: '银行答复的请求并非由本平台发出' },
  bank_contradicts: {
    en: '{id} is {state}, and now the bank says {status}',
    zh: '{id} 当前为 {state}，银行又报告 {status}',
  },
});
