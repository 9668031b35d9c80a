import { sentences } from '../../../kernel/sentence.js';

/** What exposures say to people. */
export const SAY = sentences('FX_EXPOSURE', {
  title: { en: 'Open foreign currency by due date, worth in CNY', zh: '外币敞口按到期日分布（折人民币）' },
  described: {
    en: 'At the bank’s board of {at}. {currencies}',
    zh: '按银行 {at} 牌价。{currencies}',
  },
  nothing: { en: 'Nothing is open', zh: '无敞口' },
  no_board: { en: 'no board was fetched yet', zh: '尚未获取牌价' },
  of_currency: {
    en: '{currency}: gross {gross}, hedged {hedged}, open {open}, worth {value}: {buckets}',
    zh: '{currency}：总额 {gross}，已锁定 {hedged}，敞口 {open}，折合 {value}：{buckets}',
  },
  of_bucket: { en: '{bucket} open {open}, hedged {hedged}', zh: '{bucket} 敞口 {open}、已锁定 {hedged}' },
  unpriced: { en: 'unknown, the bank does not quote it', zh: '未知（银行无牌价）' },
  overdue: { en: 'overdue', zh: '已逾期' },
  days: { en: '{range} days', zh: '{range} 天' },
  open: { en: 'open', zh: '敞口' },
  hedged: { en: 'hedged', zh: '已锁定' },
  axis: { en: 'due in; amounts in 10,000 CNY at the board of {at}', zh: '到期区间；金额单位：万元，按 {at} 牌价' },
  left_out: { en: 'without {currencies}: no price', zh: '不含 {currencies}：无牌价' },
  scenario_unreadable: {
    en: 'Shifts are fractions such as -0.05,0.05; each above -1, ten at most',
    zh: '变动幅度应为小数，例如 -0.05,0.05；均大于 -1，最多十个',
  },
  path_unreadable: {
    en: 'A path is a list of day=rate or day=+3%, such as 2027-01-31=6.95,2027-03-31=-2%',
    zh: '路径应为“日期=汇率”或“日期=±百分比”的列表，例如 2027-01-31=6.95,2027-03-31=-2%',
  },
  path_of_currency: { en: 'Rates on a path need `currency`', zh: '路径含汇率时须指定 `currency`' },
  interest_unreadable: {
    en: 'Interest per year by currency, such as CNY=0.0165,USD=0.0475',
    zh: '各币种年利率，例如 CNY=0.0165,USD=0.0475',
  },
  rests_on_interest: {
    en: 'The bank’s buying price and interest: as you gave it, the same for every term, else by the latest curves; by interest parity, before any spread',
    zh: '银行现汇买入价与利率：所给利率（各期限相同），否则按最新利率曲线；按利率平价计算，未计点差',
  },
  share_range: { en: 'Above 0, and 1 at most', zh: '应大于 0 且不超过 1' },
  no_such_revaluation: { en: 'There is no such revaluation', zh: '调汇记录不存在' },
  period_not_over: { en: 'The month {period} is not over', zh: '{period} 月尚未结束' },
  period_order: { en: 'Not before `from`', zh: '不得早于 `from`' },
  rate_twice: { en: 'Each currency once', zh: '每个币种只能出现一次' },
  rate_of_home: { en: 'A foreign currency', zh: '应为外币' },
});
