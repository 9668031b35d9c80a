import { sentences } from '../../../kernel/sentence.js';

/** What is said about exchange rates. */
export const SAY = sentences('FX_RATES', {
  ecb_layout: {
    en: 'Not the reference file of the ECB: its first line is Date and currency codes; found {found}',
    zh: '不是欧洲央行参考汇率文件：首行应为 Date 及币种代码，实为 {found}',
  },
  middle_layout: {
    en: 'The first line must name {expected}; found {found}',
    zh: '首行应包含 {expected}，实为 {found}',
  },
  currency_unknown: { en: 'No currency that is or was in use: {code}', zh: '并非现行或曾用币种：{code}' },
  currency_twice: { en: 'The currency {code} has two columns', zh: '币种 {code} 出现两列' },
  no_day: { en: 'No day that exists: {text}', zh: '日期不存在：{text}' },
  day_to_come: { en: 'A day to come: {day}', zh: '日期尚未到来：{day}' },
  rate_unreadable: { en: '{code}: not a rate above zero: {text}', zh: '{code}：不是大于零的汇率：{text}' },
  unit_unreadable: { en: 'Not a unit of 1 to 10000: {text}', zh: '报价单位应为 1 至 10000：{text}' },
  cells: { en: '{count} values where there are {expected} columns', zh: '有 {count} 个值，而列数为 {expected}' },
  quote_open: { en: 'A quotation mark is left open', zh: '引号未闭合' },
  no_rates: { en: 'There is no line with rates in it', zh: '文件中没有汇率行' },
  not_quoted_so: {
    en: '{source} quotes {currency} as {base}/{quote} per {unit}',
    zh: '{source} 对 {currency} 的报价方式为 {base}/{quote}，每 {unit} 单位',
  },
  pair_without_home: {
    en: '{source} quotes against {home} only',
    zh: '{source} 仅对 {home} 报价',
  },
  stated_twice: { en: '{currency} on {day} is stated before, at {place}', zh: '{day} 的 {currency} 已在 {place} 出现' },
  on_record_otherwise: {
    en: '{currency} of {source} on {day} is on record as {rate}',
    zh: '{source} 在 {day} 的 {currency} 汇率已登记为 {rate}',
  },
  two_currencies: { en: 'Two different currencies', zh: '须为两个不同币种' },
  no_rate: {
    en: 'No rate of {base} against {quote} is on record at that time',
    zh: '该时点没有 {base} 对 {quote} 的汇率',
  },
  before_from: { en: 'No earlier than `from`', zh: '不得早于 from' },
  to_come: { en: 'Not in the future', zh: '不得为将来时间' },
  no_such_mark_up: { en: 'There is no such mark-up', zh: '加点规则不存在' },
  mark_up_exists: {
    en: 'A mark-up for this currency and seller begins on {validFrom} already',
    zh: '该币种与卖方已有自 {validFrom} 起的加点规则',
  },
  mark_up_too_high: { en: 'At most {max}', zh: '不得高于 {max}' },
  mark_up_home: { en: 'CNY is what prices are in; name a foreign currency', zh: '人民币为计价币种，请填写外币' },
  no_calendar: {
    en: 'The working days of {currency} are not on record {year}',
    zh: '{currency} 的工作日历未登记 {year}',
  },
  calendar_layout: {
    en: 'The first line must name {expected}; found {found}',
    zh: '首行应包含 {expected}，实为 {found}',
  },
  calendar_kind: { en: 'Not off or worked: {text}', zh: '应为 off 或 worked：{text}' },
  calendar_weekday: { en: '{day} is no weekend: it is worked anyway', zh: '{day} 不是周末，本为工作日' },
  calendar_both: { en: '{currency} is off and worked on {day}', zh: '{currency} 在 {day} 同时标为休息与上班' },
  seller_unknown: { en: 'No party of yours', zh: '不是您名下的主体' },
});
