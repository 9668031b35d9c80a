import { sentences } from '../../kernel/sentence.js';

/** What is said of the settlement of refunds in advance (销售再核算). */
export const SAY = sentences('OVERSEAS_SETTLEMENT', {
  no_advance: { en: 'The claim was not made in advance (HWC-YT)', zh: '该申报不是海外仓预退税' },
  by_period: { en: 'A manufacturer settles by its tax period', zh: '生产企业按所属期核算' },
  not_paid: { en: 'The claim is {state}, not paid', zh: '该申报状态为 {state}，尚未退付' },
  settled_already: { en: 'It is settled already', zh: '已核算' },
  nothing_left: {
    en: 'Nothing of the advance is left: corrections have taken it back',
    zh: '预退税已全部冲减，无需核算',
  },
  opens_on: { en: 'It can be settled from {day} on', zh: '自 {day} 起可核算' },
  reason: { en: 'Settled by the sales abroad, until {day}', zh: '按截至 {day} 的境外销售核算' },
});
