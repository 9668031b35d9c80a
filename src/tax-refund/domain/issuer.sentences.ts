import { sentences } from '../../kernel/sentence.js';

/** What is said of issuers and their reviews (开票人预审). */
export const SAY = sentences('TAX_ISSUERS', {
  no_such_issuer: { en: 'There is no such issuer', zh: '开票人不存在' },
  ends_before: { en: 'The review ends before it begins, on {validFrom}', zh: '有效期止早于有效期起 {validFrom}' },
  over_already: { en: 'Its last day is past; today is {today}', zh: '有效期已过，今天是 {today}' },
  too_long: { en: 'A review holds for two years at most: until {latest}', zh: '审核有效期最长两年，至 {latest}' },
  submitted_already: { en: 'A review of {taxNumber} waits already', zh: '{taxNumber} 已有待审核的预审' },
  own_entry: { en: 'Somebody else reviews what you entered', zh: '录入人与审核人不能为同一人' },
  not_reviewed: {
    en: '{name} has no review that is valid on {day} (开票人预审)',
    zh: '开票人 {name} 在 {day} 无有效预审',
  },
  capacity_passed: {
    en: '{name} invoiced {invoiced} of {goods} in {year}, and can make {capacity} (unit {unit})',
    zh: '开票人 {name} {year} 年已开具 {goods} {invoiced}，年生产能力为 {capacity}（单位 {unit}）',
  },
  other_goods: {
    en: 'The review of {name} does not cover HS {hsCode}',
    zh: '开票人 {name} 的预审不含商品编码 {hsCode}',
  },
});
