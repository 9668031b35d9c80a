import { type Decimal } from '../../kernel/decimal.js';
import { type InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Bilingual } from '../../kernel/sentence.js';
import {
  AGENCY_CONDITION_NAMES,
  type AgencyCondition,
  type AgencyEvidence,
  type ShownConditions,
} from './agency-evidence.js';
import { type AgencyLaw, agencyLaw } from './agency-law.js';
import { SAY } from './agency.sentences.js';

/** What must be shown before an agent files for a producer (国家税务总局公告2017年第35号). */
export const AGENCY_CONDITIONS = {
  producer: {
    en: 'the producer is a manufacturer of these goods, a general VAT taxpayer, and has filed for export refunds',
    zh: '委托方为一般纳税人生产企业，已办理出口退（免）税备案，出口自产或视同自产货物',
  },
  contracts: {
    en: 'the export contract with the buyer abroad, and the service contract between producer and agent',
    zh: '与境外单位或个人签订的出口合同，以及与综服企业签订的外贸综合服务合同',
  },
  entrustment: {
    en: "the producer's filing of whom it entrusts, with the account for the refund",
    zh: '生产企业的委托代办退税备案及代办退税账户',
  },
  agent: {
    en: 'the agent is an integrated-service enterprise, has filed for its agency, and has filed its rules of risk control',
    zh: '代办方为外贸综合服务企业，已办理代办退税备案并报备内部风险管控制度',
  },
} as const satisfies Readonly<Record<AgencyCondition, Bilingual>>;

/** 代办退税账户: the manufacturer's, unless the tax office lets it be the agent's. */
export const ACCOUNT_HOLDERS = ['producer', 'agent'] as const;
export type AccountHolder = (typeof ACCOUNT_HOLDERS)[number];

/** Those of the conditions that nothing shows to be met on that day, in the order of the law. */
export function missingConditions(
  { evidence, producerFiling, agentFiling }: ShownConditions,
  day: LocalDate,
  law: AgencyLaw | null = agencyLaw(day),
): AgencyCondition[] {
  const filed = { entrustment: producerFiling, agent: agentFiling, producer: null, contracts: null };
  const isShown = (condition: AgencyCondition): boolean => {
    const filing = filed[condition];
    if (filing !== null && filing.filedOn <= day) return true;
    return evidence.some((one) => one.condition === condition && one.metOn <= day && one.documents.length > 0);
  };
  return AGENCY_CONDITION_NAMES.filter((name) => law?.conditions.includes(name) === true && !isShown(name));
}

/** Each condition once, from a day that has come. */
export function checkEvidence(check: InputCheck, evidence: readonly AgencyEvidence[], today: LocalDate): void {
  evidence.forEach(({ condition, metOn }, index) => {
    const at = `/evidence/${index}`;
    const isFirst = evidence.findIndex((one) => one.condition === condition) === index;
    check.that(isFirst, `${at}/condition`, 'twice', SAY.condition_twice({ condition }));
    check.date(metOn, `${at}/metOn`);
    check.that(metOn <= today, `${at}/metOn`, 'in_future', SAY.filed_in_future({ today }));
  });
}

/** What a producer has entrusted in a year. */
export interface Entrusted {
  readonly year: string;
  readonly refund: Money;
  /** Above it the agent verifies the producer on site; null where the law of the day names none. */
  readonly threshold: Decimal | null;
  readonly isVerificationDue: boolean;
}

/** @param refund of all claims that were filed for the producer for the exports of the year */
export function entrustedIn(year: string, refund: Money, day: LocalDate): Entrusted {
  const threshold = agencyLaw(day)?.verifyAbove ?? null;
  const isVerificationDue = threshold !== null && refund.toDecimal().greaterThan(threshold);
  return { year, refund, threshold, isVerificationDue };
}
