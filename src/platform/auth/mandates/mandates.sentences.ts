import { sentences } from '../../../kernel/sentence.js';

/** What is said about acting for another tenant. 授权 is between tenants; a seller's 委托书 to a broker is another thing. */
export const SAY = sentences('MANDATES', {
  no_such_mandate: { en: 'There is no such mandate', zh: '授权不存在' },
  no_such_integrator: {
    en: 'There is no other tenant of this id and of your mode, live or sandbox',
    zh: '不存在使用该 id 且与您同为正式或沙箱模式的其他租户',
  },
  term: {
    en: 'A mandate ends in the future, and within {years} years',
    zh: '授权到期时间应为将来的时刻，且不超过 {years} 年',
  },
  not_granted: {
    en: 'No mandate from this tenant was granted to yours and accepted',
    zh: '该租户未向您授权，或授权尚未被接受',
  },
  expired: { en: 'The mandate has expired', zh: '授权已到期' },
  revoked: { en: 'The mandate was revoked', zh: '授权已被撤销' },
  scope_not_granted: { en: 'The mandate does not include {scope}', zh: '授权范围不包括 {scope}' },
  limit_command: {
    en: 'The command moves {amount}, and the mandate allows {limit} at once',
    zh: '该操作金额为 {amount}，超过授权的单笔限额 {limit}',
  },
  limit_day: {
    en: 'With this command {amount} would be moved today, and the mandate allows {limit} a day',
    zh: '执行后当日累计金额为 {amount}，超过授权的每日限额 {limit}',
  },
  limit_currency: {
    en: 'The limits of the mandate are in {currency}, and the command moves no money of that currency',
    zh: '授权限额币种为 {currency}，该操作不涉及该币种',
  },
  limit_currencies: { en: 'Both limits are in one currency', zh: '两项限额应使用同一币种' },
  limit_missing: { en: 'Limits name at least one amount', zh: '限额至少应包含一项金额' },
  receiver_only: { en: 'Only the tenant that was offered the mandate answers it', zh: '只有被授权方可以答复授权' },
  header: {
    en: 'Acting-For must be the id of one tenant, `ten_…`',
    zh: 'Acting-For 应为一个租户 id（ten_…）',
  },
});
