import { sentences } from '../../../kernel/sentence.js';

/** What is said to lenders, and of them. */
export const SAY = sentences('FINANCING', {
  no_such_consent: { en: 'There is no such consent', zh: '该同意不存在' },
  consent_exists: { en: 'A consent for {lender} is open already', zh: '{lender} 已有未结束的同意' },
  no_such_lender_tenant: { en: 'There is no such other tenant', zh: '不存在该租户' },
  no_such_lender_loan: { en: 'It is no loan of this lender', zh: '不是该资金方的放款' },
  no_such_covenant: { en: 'There is no such covenant', zh: '该约定条款不存在' },
  future_day: { en: 'Not later than today, {today}', zh: '不得晚于今天 {today}' },
  covenant_share: { en: 'A fraction of one: 0.25 is 25 %', zh: '应为 0 至 1 之间的小数：0.25 即 25%' },
  covenant_order: { en: 'It ends before it begins', zh: '终止日早于起始日' },
  covenants_max: { en: '{max} at most', zh: '最多 {max} 条' },
});
