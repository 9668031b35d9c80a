import { type Guidance } from '../../kernel/domain-error.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Said } from '../../kernel/sentence.js';
import { AGENCY_CONDITIONS, missingConditions } from './agency-conditions.js';
import { SAY } from './agency.sentences.js';
import { type StandingAgency } from './agency.js';

/** Why nobody may file for a producer, and what to do about it. */
export const AGENCY_RULES = {
  agency_missing: {
    title: { en: 'The producer has entrusted no agent (代办退税)', zh: '生产企业未委托代办退税' },
    fix: {
      en: 'Enter the agreement by POST /v1/tax-refund/agency-agreements and have it confirmed, then file the claim',
      zh: '请登记协议（POST /v1/tax-refund/agency-agreements）并确认备案后再申报',
    },
  },
  agency_ended: {
    title: { en: 'The agency agreement has ended', zh: '代办退税协议已终止' },
    fix: {
      en: 'Enter a new one by POST /v1/tax-refund/agency-agreements and have it confirmed, then file the claim',
      zh: '请登记新协议（POST /v1/tax-refund/agency-agreements）并确认备案后再申报',
    },
  },
  agency_conditions: {
    title: { en: 'A condition of the agency is not shown (代办退税条件)', zh: '代办退税条件缺少证明' },
    fix: {
      en: 'Give the evidence by PUT /v1/tax-refund/agency-agreements/{id}/evidence, then file the claim',
      zh: '请补充证明（PUT /v1/tax-refund/agency-agreements/{id}/evidence）后再申报',
    },
  },
  agency_not_begun: {
    title: { en: 'The agency agreement has not begun', zh: '代办退税协议尚未生效' },
    fix: {
      en: 'File the claim from its first day on, or enter another agreement by POST /v1/tax-refund/agency-agreements',
      zh: '请自生效日起申报，或登记其他协议（POST /v1/tax-refund/agency-agreements）',
    },
  },
} as const satisfies Readonly<Record<string, Guidance>>;
export type AgencyRule = keyof typeof AGENCY_RULES;

/** Why a claim may not be filed, whoever files it. */
export const HOLD_RULES = {
  ...AGENCY_RULES,
  invoice_doubted: {
    title: { en: 'An invoice behind the claim cannot be claimed on any more', zh: '申报所用发票已不可用于退税' },
    fix: {
      en: 'See `flags` of the claim; abandon it (POST …/claims/{id}/abandonment), and it is matched anew with other invoices',
      zh: '请查看申报的 flags；放弃该申报（POST …/claims/{id}/abandonment）后以其他发票重新匹配',
    },
  },
  not_collected: {
    title: { en: 'What was collected is owed again', zh: '已收汇的货款又成应收' },
    fix: {
      en: 'It is filed by itself once the order is collected again; see /v1/fx/receivables of the order',
      zh: '订单重新收汇后将自动申报；请查看该订单的 /v1/fx/receivables',
    },
  },
} as const satisfies Readonly<Record<string, Guidance>>;

/** What keeps an agent from filing a claim. */
export interface AgencyLack {
  /** JSON pointer into the claim. */
  readonly pointer: string;
  readonly rule: AgencyRule;
  readonly detail: Said;
}

/** What keeps anybody from filing it. */
export interface InvoiceDoubt {
  readonly pointer: string;
  readonly rule: 'invoice_doubted';
  readonly detail: Said;
}

/** The collection that it was made on is gone. */
export interface CollectionLack {
  readonly pointer: string;
  readonly rule: 'not_collected';
  readonly detail: Said;
}

export type ClaimHold = AgencyLack | InvoiceDoubt | CollectionLack;

export interface AgencyAnswer<Lack extends ClaimHold = ClaimHold> {
  /** Under which it is filed; null where none is there and none is asked for. */
  readonly agreement: StandingAgency | null;
  readonly lack: Lack | null;
}

/**
 * Whether an agent may file for the producer on this day. One agreement in force is enough, the newest first. One that has
 * ended keeps the claim back always; that there is none, or none yet, only where an agreement is required.
 * @param needsEvidence whether what the law asks for must be shown to be met
 * @param agreements of the producer; only such as were confirmed once
 */
export function agencyGate(
  agreements: readonly StandingAgency[],
  { producer, day }: { readonly producer: string; readonly day: LocalDate },
  isRequired: boolean,
  needsEvidence = false,
): AgencyAnswer<AgencyLack> {
  const judged = [...agreements]
    .sort((left, right) => (left.id < right.id ? 1 : -1))
    .map((agreement) => ({ agreement, lack: lackOf(agreement, day, needsEvidence) }));
  const covering = judged.find(({ lack }) => lack === null);
  if (covering !== undefined) return { agreement: covering.agreement, lack: null };
  const ended = judged.find(({ lack }) => lack?.rule === 'agency_ended');
  const unshown = judged.find(({ lack }) => lack?.rule === 'agency_conditions');
  if (unshown !== undefined) return { agreement: null, lack: unshown.lack };
  if (ended !== undefined) return { agreement: null, lack: ended.lack };
  if (!isRequired) return { agreement: null, lack: null };
  return { agreement: null, lack: judged[0]?.lack ?? lackBy('agency_missing', SAY.nobody_entrusted({ producer })) };
}

function lackOf(agreement: StandingAgency, day: LocalDate, needsEvidence: boolean): AgencyLack | null {
  const { agent, agreementNumber, state, validFrom, validTo, endedOn } = agreement;
  const named = { agent: agent.name, agreementNumber };
  if (state === 'ended') return lackBy('agency_ended', SAY.ended({ ...named, day: endedOn ?? '' }));
  if (state === 'expired' || (validTo !== null && validTo < day)) {
    return lackBy('agency_ended', SAY.over({ ...named, day: validTo ?? '' }));
  }
  if (validFrom > day) return lackBy('agency_not_begun', SAY.not_begun({ ...named, day: validFrom }));
  const missing = needsEvidence ? missingConditions(agreement, day) : [];
  if (missing.length === 0) return null;
  const conditions = missing.map((condition) => AGENCY_CONDITIONS[condition]);
  return lackBy('agency_conditions', SAY.conditions_missing({ ...named, conditions }));
}

/** What became known of its invoices keeps a claim back, whoever files it. */
export function doubtOf([flag]: readonly { readonly detail: Said }[]): InvoiceDoubt | null {
  return flag === undefined ? null : { pointer: '/flags', rule: 'invoice_doubted', detail: flag.detail };
}

function lackBy(rule: AgencyRule, detail: Said): AgencyLack {
  return { pointer: '/sellerId', rule, detail };
}
