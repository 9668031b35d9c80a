import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type AgencyCondition } from './agency-evidence.js';

/** What must have been filed before an agent files for a producer, from a day on. */
export interface AgencyLaw {
  readonly from: LocalDate;
  /** The producer has filed whom it entrusts (委托代办退税备案). */
  readonly producerFiles: boolean;
  /** The agent has filed for whom it acts (代办退税备案), and how it controls the risk. */
  readonly agentFiles: boolean;
  /** What must be shown before anything is filed. */
  readonly conditions: readonly AgencyCondition[];
  /** CNY of refund that a producer entrusts in a year: above it the agent verifies the producer on site. Custom; confirm it. */
  readonly verifyAbove: Decimal;
  readonly source: string;
}

/** The newest first. Where the conditions change, a row is added with its day. */
export const AGENCY_LAWS: readonly AgencyLaw[] = [
  {
    from: '2017-11-01',
    producerFiles: true,
    agentFiles: true,
    conditions: ['producer', 'contracts', 'entrustment', 'agent'],
    verifyAbove: new Decimal('1000000'),
    source: '国家税务总局公告2017年第35号（外贸综合服务企业代办退税）',
  },
];

/** @returns null before there was any such agency */
export function agencyLaw(day: LocalDate): AgencyLaw | null {
  return AGENCY_LAWS.find(({ from }) => from <= day) ?? null;
}
