import { sentences } from '../../../kernel/sentence.js';

/** What is said of guarantee groups (联保小组). */
export const SAY = sentences('GUARANTEE', {
  member_twice: { en: 'The member stands in the list already', zh: '该成员已在列表中' },
  defaulted_not_member: { en: 'The defaulted member is none of `members`', zh: '违约成员不在 members 中' },
  no_such_group: { en: 'There is no such guarantee group', zh: '联保小组不存在' },
  no_such_call: { en: 'There is no such call', zh: '该代偿通知不存在' },
  no_such_claim: { en: 'There is no such recourse claim', zh: '该追偿债权不存在' },
  no_such_notice: { en: 'The group has no such draw to be consented to', zh: '该小组没有此笔待同意的用款' },
  no_rules: { en: 'There are no rules for guarantee groups on this day', zh: '该日期没有适用的联保规则' },
  not_formed: { en: 'The group breaks the rules of formation', zh: '小组不符合组建规则' },
  party_unknown: { en: 'There is no such seller', zh: '该卖方不存在' },
  not_member: { en: 'The party is no member of the group, or not in this state', zh: '该企业不是小组成员，或状态不符' },
  too_few: { en: 'The group needs at least {least} members', zh: '小组至少须有 {least} 名成员' },
  too_many: { en: 'The group may have at most {most} members', zh: '小组最多 {most} 名成员' },
  not_accepted: { en: 'The member has not accepted its liability', zh: '该成员尚未确认承担联保责任' },
  no_seasoned: {
    en: 'None of the members has been one of the platform for as long as one must',
    zh: '没有成员达到平台会员年限要求',
  },
  too_young: {
    en: 'The company must be at least {months} months old',
    zh: '企业成立须满 {months} 个月',
  },
  in_future: { en: 'The day is still to come', zh: '日期尚未到来' },
  result_year: { en: 'The result of {year} is wanted', zh: '须提供 {year} 年度经营结果' },
  loss: { en: 'The company made a loss last year', zh: '企业上年度亏损' },
  limit_outside: { en: 'The limit must be from {least} to {most}', zh: '额度须在 {least} 至 {most} 之间' },
  owners_over: { en: 'The shares of the owners are more than the whole', zh: '股东持股比例合计超过 100%' },
  owner_twice: { en: 'The owner stands in the list already', zh: '该股东已在列表中' },
  owns_itself: { en: 'The company cannot be its own owner', zh: '企业不能是自己的股东' },
  tie: {
    en: 'Two members are tied: {owner} has a share in both, or one of them in the other',
    zh: '成员之间存在股权关联：{owner} 同时持股，或一方持有另一方股权',
  },
  ownership_circle: { en: 'The members own one another in a circle', zh: '成员之间循环持股' },
  elsewhere: {
    en: 'The party guarantees in group {group} already: nobody is in two',
    zh: '该企业已在小组 {group} 中联保，不得同时加入两个小组',
  },
  exposed: {
    en: 'Members join, leave and dissolve only while nothing is owed: the group owes {amount}',
    zh: '仅在小组无债务时可加入、退出或解散：目前债务为 {amount}',
  },
  recourse_open: {
    en: 'Recourse claims of the group are not settled: {amount}',
    zh: '小组尚有未结清的追偿债权：{amount}',
  },
  overdue: { en: 'A debt of the group is overdue, or a call on it is open', zh: '小组存在逾期债务或未完成的代偿' },
  not_overdue: {
    en: 'Only a drawn advance of a member that is past its maturity can be called',
    zh: '仅可对成员已提款且逾期的融资发起代偿',
  },
  call_open: { en: 'The debt is called already', zh: '该债务已发起代偿' },
  draw_announced: { en: 'Another draw is announced in this group', zh: '小组已有一笔用款公告' },
  over_limit: { en: 'The member can draw {free} more', zh: '该成员还可用款 {free}' },
  no_advance: { en: 'There is no such advance', zh: '该融资不存在' },
  amount_in: { en: 'The group reckons in {currency}', zh: '小组以 {currency} 计价' },
  amount_nothing: { en: 'The amount must be above zero', zh: '金额须大于零' },
  more_than_owed: { en: 'Only {amount} is owed', zh: '仅欠 {amount}' },
  group_frozen: { en: 'The guarantee group is frozen: no member draws', zh: '联保小组已冻结，成员不得用款' },
  consent_missing: {
    en: 'The members of the guarantee group have not consented to a draw; announce it first',
    zh: '联保小组成员尚未同意用款，请先公告',
  },
  called: { en: 'A member has defaulted, and the group is called', zh: '成员违约，小组已被要求代偿' },
});
