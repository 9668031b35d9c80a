import { sentences } from '../../kernel/sentence.js';

/** What is said about the life of a claim between match and closure. */
export const SAY = sentences('TAX_REFUND', {
  blocking_doubts: {
    en: '{code}: {text} (and {others} more)',
    zh: '{code}：{text}（另有 {others} 项）',
  },
  doubts_unanswered: { en: 'The doubts {numbers} wait for an answer', zh: '疑点 {numbers} 尚未答复' },
  no_such_doubt: { en: 'The claim has no doubt {number} that takes an answer', zh: '该申报没有可答复的疑点 {number}' },
  no_such_inquiry: { en: 'The claim has no inquiry {number} that is open', zh: '该申报没有未答复的函调 {number}' },
  not_later: { en: 'The day must be after {dueOn}', zh: '日期须晚于 {dueOn}' },
  no_such_clawback: { en: 'The claim has no recovery {number}', zh: '该申报没有编号为 {number} 的追回' },
  clawback_settled: { en: 'It was settled on {day}', zh: '已于 {day} 结清' },
  clawback_under_way: { en: 'Recovery {number} is being paid', zh: '编号为 {number} 的追回正在缴款' },
  clawback_undecided: { en: 'The recovery of the notice {letter} is being paid', zh: '追回通知 {letter} 正在缴款' },
  notice_unknown: { en: 'The notice {letter} has not come yet', zh: '尚未收到追回通知 {letter}' },
  no_such_table: { en: 'There is no such table', zh: '没有该申报表' },
  no_table: {
    en: '{title} is not for a claim of the regime {regime}',
    zh: '《{title}》不适用于 {regime} 申报',
  },
  paid_later: { en: 'It cannot be paid on a day after today, {today}', zh: '缴款日期不能晚于今天 {today}' },
});
