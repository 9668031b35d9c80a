import { type LocalDate } from '../../kernel/local-date.js';

/** Why a line gets a refund, or none. The first that shuts decides the regime; what only informs stands beside it. */
export const ELIGIBILITY_RULES = [
  'not_requested',
  'small_scale',
  'market_purchase',
  'simplified_list',
  'supervision_mode',
  'filing_expired',
  'not_a_manufacturer',
  'not_a_trader',
  'rate_cancelled',
  'rate_exempt',
  'rate_zero',
  'rate_choice',
  'rate_unknown',
  'agency_missing',
  'agency_ended',
  'agency_not_begun',
  'agency_conditions',
  'agency_export',
  'refunded',
  'overseas_advance',
  'consumption_tax',
] as const;
export type EligibilityRule = (typeof ELIGIBILITY_RULES)[number];

const N2026_11 = '财政部 税务总局公告2026年第11号';
const N2012_39 = '财税〔2012〕39号';
const N2017_35 = '国家税务总局公告2017年第35号';

interface Sourced {
  readonly from: LocalDate;
  readonly source: string;
}

/** Which law says so, the newest first: a rule that moves into another notice gets a row with its day. */
const SOURCES: Readonly<Record<EligibilityRule, readonly Sourced[]>> = {
  not_requested: always('the order asks for no refund'),
  small_scale: since2026(`${N2026_11} 第六条（一）`, `${N2012_39} 第六条（一）`),
  market_purchase: always('国家税务总局公告2015年第89号'),
  simplified_list: always('跨境电子商务零售出口：清单核放、汇总统计（简化申报）'),
  supervision_mode: since2026(`${N2026_11} 第一条（一）`, `${N2012_39} 第一条`),
  filing_expired: always(N2026_11),
  not_a_manufacturer: since2026(`${N2026_11} 第二条`, `${N2012_39} 第二条`),
  not_a_trader: since2026(`${N2026_11} 第二条（二）`, `${N2012_39} 第二条`),
  rate_cancelled: since2026(`${N2026_11} 第七条（一）1`, `${N2012_39} 第七条（一）1`),
  rate_exempt: since2026(`${N2026_11} 第六条（一）、（二）1`, `${N2012_39} 第六条`),
  rate_zero: since2026(`${N2026_11} 第六条、第七条`, `${N2012_39} 第六条、第七条`),
  rate_choice: always('出口退税率文库'),
  rate_unknown: always('出口退税率文库'),
  agency_missing: always(N2017_35),
  agency_ended: always(N2017_35),
  agency_not_begun: always(N2017_35),
  agency_conditions: always(N2017_35),
  agency_export: always('代理出口货物证明（由委托方向其主管税务机关申报）'),
  refunded: since2026(`${N2026_11} 第一条、第二条`, `${N2012_39} 第一条、第二条`),
  overseas_advance: always('国家税务总局公告2025年第3号'),
  consumption_tax: always('财政部 税务总局公告2026年第2号'),
};

export function sourceOf(rule: EligibilityRule, day: LocalDate): string {
  return SOURCES[rule].find(({ from }) => from <= day)?.source ?? '';
}

function always(source: string): Sourced[] {
  return [{ from: '0001-01-01', source }];
}

function since2026(source: string, before: string): Sourced[] {
  return [{ from: '2026-01-01', source }, ...always(before)];
}
