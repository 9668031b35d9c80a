import { type LocalDate } from '../../kernel/local-date.js';

/** What must be shown before an agent files for a producer, in the order of the law (国家税务总局公告2017年第35号). */
export const AGENCY_CONDITION_NAMES = ['producer', 'contracts', 'entrustment', 'agent'] as const;
export type AgencyCondition = (typeof AGENCY_CONDITION_NAMES)[number];

/** What one side has filed with its tax office (备案). */
export interface OfficeFiling {
  readonly filedOn: LocalDate;
  readonly taxOffice: string;
}

export interface AgencyFilings {
  /** 委托代办退税备案. */
  readonly producerFiling: OfficeFiling | null;
  /** 代办退税备案, with the rules of risk control (风险管控制度). */
  readonly agentFiling: OfficeFiling | null;
}

/** What shows that a condition is met. */
export interface AgencyEvidence {
  readonly condition: AgencyCondition;
  /** Since when it is met. */
  readonly metOn: LocalDate;
  /** References of the documents, as the tenant files them. */
  readonly documents: readonly string[];
}

/** What is known of an agreement's conditions: the filings stand for the last two of them. */
export interface ShownConditions extends AgencyFilings {
  readonly evidence: readonly AgencyEvidence[];
}
