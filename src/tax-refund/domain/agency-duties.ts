import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { agencyLaw } from './agency-law.js';

/** How much of what an agent files may be rejected, from a day on. */
export interface AgencyDuties {
  readonly from: LocalDate;
  /** More than this share of what was filed in twelve months rejected: the agent is downgraded or suspended. */
  readonly rejectedShareMax: Decimal;
  readonly source: string;
}

/** The newest last. Where the duties change, a row is added with its day: ask the tax office which articles hold. */
export const AGENCY_DUTIES: readonly AgencyDuties[] = [
  {
    from: '2017-11-01',
    rejectedShareMax: new Decimal('0.05'),
    source: '国家税务总局公告2017年第35号（外贸综合服务企业代办退税：风险管控与退税审核）',
  },
];

export function agencyDuties(day: LocalDate): AgencyDuties {
  const duties = AGENCY_DUTIES.filter(({ from }) => from <= day).at(-1) ?? AGENCY_DUTIES[0];
  if (duties === undefined) throw new Error('There are no duties of agents');
  return duties;
}

/** What the refunds of a producer for the exports of a year may come to without its being verified on the spot; CNY. */
export function verificationAbove(day: LocalDate): Money {
  const law = agencyLaw(day);
  if (law === null) throw new Error(`There were no agents on ${day}`);
  return Money.ofMajor(law.verifyAbove, 'CNY', 'half-up');
}

/** A producer with what it has entrusted of the exports of a year. */
export interface EntrustingProducer {
  readonly id: string;
  readonly name: string;
  readonly entrusted: Money;
  readonly verifiedOn: LocalDate | null;
}

/** What was filed for producers in twelve months, and what of it was rejected; CNY. */
export interface AgencyRecord {
  readonly filed: Money;
  readonly rejected: Money;
}

export const AGENCY_WARNINGS = ['verification_due', 'rejections_high'] as const;

/** Above the threshold, and not verified in that year: exactly the threshold is not above it. */
export function isVerificationDue({ entrusted, verifiedOn }: EntrustingProducer, threshold: Money): boolean {
  return verifiedOn === null && entrusted.minor > threshold.minor;
}

/** Rejected ÷ filed, by amount, to four places half up; nothing filed is nothing rejected. */
export function rejectedShare({ filed, rejected }: AgencyRecord): Decimal {
  if (filed.isZero()) return new Decimal(0);
  return rejected.toDecimal().div(filed.toDecimal()).toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
}

/** Compared without rounding: exactly the share that is allowed is allowed. */
export function isRejectionHigh({ filed, rejected }: AgencyRecord, { rejectedShareMax }: AgencyDuties): boolean {
  return rejected.toDecimal().greaterThan(filed.toDecimal().times(rejectedShareMax));
}
