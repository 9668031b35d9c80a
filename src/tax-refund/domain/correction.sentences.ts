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
  by_period: {
    en: 'What a manufacturer claims follows from the figures of its period: correct those of the next one',
    zh: '生产企业按所属期计算退税：请在下期更正',
  },
  corrects_itself: { en: 'This claim is a correction itself', zh: '该申报本身即为更正申报' },
  corrections_open: { en: '{count} corrections of it are under way', zh: '尚有 {count} 项更正申报在办' },
});
