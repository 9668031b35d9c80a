import { sentences } from '../../kernel/sentence.js';

/** What is said about corrections of claims (更正、冲减申报). */
export const SAY = sentences('TAX_REFUND', {
  more_than_before: { en: 'It would bring {amount} more than was claimed', zh: '更正后将比原申报多退 {amount}' },
  not_claimed: { en: 'The claim has no item {item}', zh: '该申报中没有报关单项 {item}' },
  only_left: { en: 'Of item {item} {left} is left', zh: '报关单项 {item} 的剩余计税金额为 {left}' },
  bureau_has_not: {
    en: 'The bureau does not have this claim ({state}): give it up, and the export is matched anew',
    zh: '税务机关尚未受理该申报（{state}）：请放弃后重新匹配',
  },
  period_unknown: {
    en: 'A manufacturer corrects in a later period: the figures of {period} are not recorded',
    zh: '生产企业应在后续所属期更正：{period} 的数据尚未登记',
  },
  period_later: {
    en: 'The claim is of {claimed}: it is corrected in a later period, at the latest in {latest}',
    zh: '原申报所属期为 {claimed}：应在其后的所属期更正，最晚为 {latest}',
  },
  manufacturer_alone: {
    en: 'Only a claim of a manufacturer is corrected in a period of its own, or to another base',
    zh: '仅生产企业的申报可指定更正所属期或更正计税依据',
  },
  corrects_itself: { en: 'This claim is a correction itself', zh: '该申报本身即为更正申报' },
  corrections_open: { en: '{count} corrections of it are under way', zh: '尚有 {count} 项更正申报在办' },
});
