import { sentences } from '../../../kernel/sentence.js';

/** What is said to people of interest curves and forwards. */
export const SAY = sentences('FX_FORWARD', {
  tenor_twice: { en: 'Each tenor once', zh: '每个期限只能出现一次' },
  bid_above_ask: { en: 'The bid is no more than the ask', zh: '拆入利率不得高于拆出利率' },
  rate_range: {
    en: 'A rate per year as a fraction, from {min} to {max}: 0.0435 is 4.35 %',
    zh: '应为 {min} 至 {max} 之间的年利率小数：0.0435 表示 4.35%',
  },
  as_of_to_come: { en: 'No later than today in China', zh: '不得晚于中国当日' },
  finding_moved: {
    en: '{tenor} moved by more than {points} percentage points since {asOf}',
    zh: '{tenor} 期限较 {asOf} 变动超过 {points} 个百分点',
  },
  finding_short: {
    en: 'The curve ends at {tenor}: nothing is quoted for later days',
    zh: '曲线止于 {tenor}，其后的日期无法报价',
  },
  finding_wide: {
    en: '{tenor}: bid and ask are more than {points} percentage points apart',
    zh: '{tenor} 期限的买卖利差超过 {points} 个百分点',
  },
  finding_old: { en: 'A later curve, of {asOf}, is in use', zh: '当前使用的是 {asOf} 的较新曲线' },
  no_such_curve: { en: 'There is no such interest curve', zh: '利率曲线不存在' },
  no_fresh_curve: { en: 'There is no fresh interest curve of {currency}', zh: '没有 {currency} 的最新利率曲线' },
  beyond_curve: { en: 'The curve of {currency} ends on {last}', zh: '{currency} 利率曲线止于 {last}' },
  workday: {
    en: 'A working day of both CNY and {currency}; the next one is {next}',
    zh: '应为人民币与 {currency} 的共同工作日，其后的共同工作日为 {next}',
  },
  day_to_come: { en: 'A day after today in China', zh: '应为中国当日之后的日期' },
  days_in_order: { en: 'No earlier than the first day of the window', zh: '不得早于择期首日' },
  too_far: { en: 'No later than {last}', zh: '不得晚于 {last}' },
  later_than_due: { en: 'After {dueOn}, when it falls due now', zh: '应晚于现到期日 {dueOn}' },
  no_such_quote: { en: 'There is no such forward quote', zh: '远期报价不存在' },
  no_such_forward: { en: 'There is no such forward', zh: '远期合约不存在' },
  other_purpose: { en: 'The quote is for something else: {purpose}', zh: '该报价用于其他用途：{purpose}' },
  quote_of_other: { en: 'The quote is of another forward', zh: '该报价属于其他远期合约' },
  more_than_cover: {
    en: 'With this more would be sold forward than the order brings: {left} is left',
    zh: '远期合计将超过订单可收外汇，剩余额度为 {left}',
  },
  more_than_owed: {
    en: 'With this more would be bought than the seller owes on the order: {left} is left',
    zh: '购汇合计将超过卖方在该订单项下应付的外汇，剩余额度为 {left}',
  },
  nothing_owed: {
    en: 'The seller owes nothing in {currency} on this order; it owes: {owed}',
    zh: '卖方在该订单项下没有应付的 {currency}，现应付币种：{owed}',
  },
  more_than_owed_at_all: {
    en: 'With this more would be bought than the seller owes on no order: {left} is left',
    zh: '购汇合计将超过卖方无订单项下应付的外汇，剩余额度为 {left}',
  },
  nothing_owed_at_all: {
    en: 'The seller owes nothing in {currency} beside its orders; it owes: {owed}',
    zh: '卖方在订单之外没有应付的 {currency}，现应付币种：{owed}',
  },
  buys_only: {
    en: 'What is owed on no order is bought, with `side` `buy`',
    zh: '无订单项下的应付款仅可购汇（side 为 buy）',
  },
  one_of_two: { en: 'Either an order or a seller', zh: '订单与卖方二者选一' },
  nothing_to_pay: {
    en: 'There is no CNY to deliver it, or nothing is owed',
    zh: '没有可用于交割的人民币，或已无应付款项',
  },
  buys_foreign: { en: 'CNY is not bought forward', zh: '人民币不可远期购入' },
  more_than_open: { en: 'Less than this is open: {open}', zh: '未交割余额不足：{open}' },
  changed_since_quoted: { en: 'Less is open than was quoted for', zh: '未交割余额少于报价金额' },
  outside_window: {
    en: 'It is delivered from {from} to {to}',
    zh: '交割期为 {from} 至 {to}',
  },
  nothing_to_deliver: { en: 'None of the order’s money is there to deliver', zh: '该订单没有可供交割的外汇' },
  currency_of_order: { en: 'The order is in {currency}', zh: '订单币种为 {currency}' },
  cny_order: { en: 'An order in CNY brings no foreign currency to sell', zh: '人民币订单没有可卖出的外汇' },
  not_with_forward: { en: 'Goes with `orderId` only', zh: '仅可与 orderId 同时使用' },
  approve_forward: {
    en: 'Sell {amount} forward for {dueOn}, at {worst} CNY for {unit} at worst; deposit {deposit}',
    zh: '远期卖出 {amount}，到期日 {dueOn}，汇率不差于每 {unit} 合 {worst} 人民币，保证金 {deposit}',
  },
  approve_forward_purchase: {
    en: 'Buy {amount} forward for {dueOn}, at {worst} CNY for {unit} at worst; deposit {deposit}',
    zh: '远期购汇 {amount}，到期日 {dueOn}，汇率不差于每 {unit} 合 {worst} 人民币，保证金 {deposit}',
  },
  time_over: { en: 'It was to be booked by {validUntil}', zh: '应于 {validUntil} 前办理，现已过期' },
  rate_moved_away: {
    en: 'The forward rate is {rate} now, worse than {worst}, the worst that was approved',
    zh: '现远期汇率为 {rate}，差于获批的最差汇率 {worst}',
  },
  deposit_is_gone: { en: 'The seller has too little CNY for the deposit', zh: '卖方人民币资金不足以缴纳保证金' },
  booked_contradicts: { en: 'The bank refused this before and now has done it', zh: '银行曾拒绝，现又报告已办理' },
  no_such_terms: { en: 'There are no such terms', zh: '条款不存在' },
  terms_twice: { en: 'There are terms from this day on', zh: '该生效日已有条款' },
  notice_days: { en: 'Each number of days once', zh: '每个天数只能出现一次' },
});
