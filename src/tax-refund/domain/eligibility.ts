import { type LocalDate } from '../../kernel/local-date.js';
import { type Said } from '../../kernel/sentence.js';
import { AGENCY_RULES, type AgencyLack } from './agency-gate.js';
import { SAY as AGENCY } from './agency.sentences.js';
import { type EligibilityRule, sourceOf } from './eligibility-law.js';
import { SAY } from './eligibility.sentences.js';
import { mayBeAdvanced } from './overseas-advance.js';

/** Supervision modes under which exports are refunded: general trade, processing with imported material, e-commerce. */
export const REFUNDABLE_MODES: readonly string[] = ['0110', '0615', '1210', '9610', '9710', '9810'];
const MARKET_PURCHASE = '1039';
const RETAIL_EXPORT = '9610';

/** What somebody wants to claim as; `agency_export`: nothing, a principal claims. */
export const WANTED_REGIMES = ['trading', 'manufacturer', 'agency', 'agency_export', 'none'] as const;
export type WantedRegime = (typeof WANTED_REGIMES)[number];

/** What a line is taxed and refunded as. */
export const DECIDED_REGIMES = [
  'trading',
  'manufacturer',
  'agency',
  'agency_export_certificate',
  'exempt',
  'deemed_domestic',
  'none',
] as const;
export type DecidedRegime = (typeof DECIDED_REGIMES)[number];

/** The refund rate of a line, or why there is none. */
export interface LineRate {
  readonly outcome: 'rate' | 'choice' | 'unknown';
  /** Fraction; null unless the outcome is `rate`. */
  readonly refundRate: string | null;
  readonly zeroMeaning: 'taxed_as_domestic' | 'exempt' | null;
  readonly hasConsumptionTax: boolean;
  readonly detail: Said;
}

/** What decides about all lines alike. */
export interface EligibilityFacts {
  readonly wanted: WantedRegime;
  readonly supervisionMode: string;
  /** Of 9610: whether the lists are declared simplified (清单核放、汇总统计). */
  readonly isSimplified: boolean;
  /** Null where the exporter is not known. */
  readonly enterpriseKind: 'trading' | 'manufacturer' | null;
  readonly taxpayerType: 'general' | 'small_scale' | null;
  /** What keeps an agent from filing; null where nothing does, or none is wanted. */
  readonly agencyLack: AgencyLack | null;
  /** Last day of filing that is past; null where it is not. */
  readonly expiredOn: LocalDate | null;
  /** The day that the law is asked of: the export, or today. */
  readonly day: LocalDate;
}

export interface EligibilityReason {
  readonly rule: EligibilityRule;
  readonly detail: Said;
  readonly source: string;
}

export interface LineEligibility {
  readonly regime: DecidedRegime;
  /** Whether VAT is refunded by a claim here. */
  readonly isRefundable: boolean;
  readonly reasons: readonly EligibilityReason[];
}

interface Verdict {
  readonly regime: DecidedRegime;
  readonly rule: EligibilityRule;
  readonly detail: Said;
}

/**
 * Under which regime a line is taxed, whether it is refunded, and why. What shuts the whole export comes first, then what the
 * exporter is, then the rate of the goods, then who may file. Lines of different regimes never share a filing.
 */
export function eligibilityOf(facts: EligibilityFacts, rate: LineRate): LineEligibility {
  const verdict = exportVerdict(facts) ?? exporterVerdict(facts) ?? rateVerdict(facts, rate) ?? agencyVerdict(facts);
  const decided = verdict ?? refunded(facts, rate);
  const reason = ({ rule, detail }: Pick<Verdict, 'rule' | 'detail'>): EligibilityReason => ({
    ...{ rule, detail, source: sourceOf(rule, facts.day) },
  });
  return {
    regime: decided.regime,
    isRefundable: verdict === null,
    reasons: [reason(decided), ...besides(facts, rate, decided).map(reason)],
  };
}

function exportVerdict({ wanted, supervisionMode, isSimplified, taxpayerType, expiredOn }: EligibilityFacts) {
  if (supervisionMode === MARKET_PURCHASE) return verdict('exempt', 'market_purchase', SAY.market_purchase);
  if (taxpayerType === 'small_scale') return verdict('exempt', 'small_scale', SAY.small_scale);
  if (wanted === 'none') return verdict('none', 'not_requested', SAY.not_requested);
  if (supervisionMode === RETAIL_EXPORT && isSimplified) {
    return verdict('none', 'simplified_list', SAY.simplified_list);
  }
  if (!REFUNDABLE_MODES.includes(supervisionMode)) {
    return verdict('none', 'supervision_mode', SAY.supervision_mode({ mode: supervisionMode }));
  }
  return expiredOn === null
    ? null
    : verdict('deemed_domestic', 'filing_expired', SAY.filing_expired({ day: expiredOn }));
}

function exporterVerdict({ wanted, enterpriseKind }: EligibilityFacts): Verdict | null {
  if (wanted === 'agency_export') return verdict('agency_export_certificate', 'agency_export', SAY.agency_export);
  if (enterpriseKind === null) return null;
  if (wanted === 'trading') {
    return enterpriseKind === 'trading' ? null : verdict('none', 'not_a_trader', SAY.not_a_trader);
  }
  if (enterpriseKind === 'manufacturer') return null;
  return verdict('none', 'not_a_manufacturer', SAY.not_a_manufacturer({ mode: wanted }));
}

function rateVerdict(facts: EligibilityFacts, { outcome, refundRate, zeroMeaning, detail }: LineRate): Verdict | null {
  if (outcome === 'choice') return verdict(regimeOf(facts), 'rate_choice', detail);
  if (outcome === 'unknown' || refundRate === null) return verdict(regimeOf(facts), 'rate_unknown', detail);
  if (!/^0(\.0*)?$/.test(refundRate)) return null;
  if (zeroMeaning === 'exempt') return verdict('exempt', 'rate_exempt', detail);
  if (zeroMeaning === 'taxed_as_domestic') return verdict('deemed_domestic', 'rate_cancelled', detail);
  return verdict('none', 'rate_zero', detail);
}

function agencyVerdict({ wanted, agencyLack }: EligibilityFacts): Verdict | null {
  if (wanted !== 'agency' || agencyLack === null) return null;
  const { title, fix } = AGENCY_RULES[agencyLack.rule];
  return verdict('agency', agencyLack.rule, AGENCY.lack({ title, detail: agencyLack.detail, fix }));
}

function refunded(facts: EligibilityFacts, { detail }: LineRate): Verdict {
  return verdict(regimeOf(facts), 'refunded', SAY.refunded({ detail }));
}

/** What is worth knowing beside the verdict. */
function besides(
  { supervisionMode, wanted }: EligibilityFacts,
  { hasConsumptionTax }: LineRate,
  { regime, rule }: Verdict,
): Pick<Verdict, 'rule' | 'detail'>[] {
  const isAdvanced = mayBeAdvanced(supervisionMode) && rule === 'refunded';
  const keepsTax = hasConsumptionTax && wanted === 'trading' && (rule === 'refunded' || rule === 'rate_cancelled');
  return [
    ...(isAdvanced && regime !== 'none' ? [{ rule: 'overseas_advance' as const, detail: SAY.overseas_advance }] : []),
    ...(keepsTax ? [{ rule: 'consumption_tax' as const, detail: SAY.consumption_tax }] : []),
  ];
}

function regimeOf({ wanted }: EligibilityFacts): DecidedRegime {
  return wanted === 'agency_export' ? 'agency_export_certificate' : wanted;
}

function verdict(regime: DecidedRegime, rule: EligibilityRule, detail: Said): Verdict {
  return { regime, rule, detail };
}

/** The lines of one filing: of one regime, refunded or not. */
export interface EligibilityGroup {
  readonly regime: DecidedRegime;
  readonly isRefundable: boolean;
  readonly lineNumbers: readonly number[];
}

/** Never two regimes in one filing; what is not refunded stands apart. */
export function groupsOf(lines: readonly (LineEligibility & { readonly lineNumber: number })[]): EligibilityGroup[] {
  const groups = new Map<string, EligibilityGroup>();
  for (const { regime, isRefundable, lineNumber } of lines) {
    const name = `${regime} ${isRefundable}`;
    const lineNumbers = [...(groups.get(name)?.lineNumbers ?? []), lineNumber];
    groups.set(name, { regime, isRefundable, lineNumbers });
  }
  return [...groups.values()];
}
