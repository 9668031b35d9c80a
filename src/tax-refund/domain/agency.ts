import { checkUscc } from '../../kernel/identifiers/uscc.js';
import { InputCheck } from '../../kernel/input-check.js';
import { addDays, type LocalDate } from '../../kernel/local-date.js';
import { type AgencyFilings, type ShownConditions } from './agency-evidence.js';
import { agencyLaw } from './agency-law.js';
import { SAY } from './agency.sentences.js';
import { type AgencyState } from './agency-status.js';

/** 外贸综合服务企业: files for the producer. */
export interface Agent {
  readonly name: string;
  readonly uscc: string;
}

/** What a producer and its agent have agreed (代办退税协议). */
export interface AgencyTerms {
  readonly agreementNumber: string;
  readonly agent: Agent;
  readonly signedOn: LocalDate;
  readonly validFrom: LocalDate;
  /** The last day; null until somebody ends it. */
  readonly validTo: LocalDate | null;
}

/** An agreement as the gate sees it. */
export interface StandingAgency extends AgencyTerms, ShownConditions {
  readonly id: string;
  readonly state: AgencyState;
  readonly endedOn: LocalDate | null;
}

/**
 * What must hold of an agreement when it is entered.
 * @throws InvalidInputError naming every fault
 */
export function checkAgency(
  { agent, signedOn, validFrom, validTo }: AgencyTerms,
  producer: { readonly uscc: string; readonly isManufacturer: boolean },
  today: LocalDate,
): void {
  const check = new InputCheck();
  check.that(producer.isManufacturer, '/producerId', 'no_manufacturer', SAY.no_manufacturer);
  const uscc = checkUscc(agent.uscc);
  check.that(uscc.valid || uscc.reason === 'checksum', '/agent/uscc', 'format', SAY.uscc);
  check.that(agent.uscc !== producer.uscc, '/agent/uscc', 'same_company', SAY.own_agent);
  check.date(signedOn, '/signedOn');
  check.date(validFrom, '/validFrom');
  check.date(validTo, '/validTo');
  check.that(signedOn <= validFrom, '/validFrom', 'before_signing', SAY.signed_after_start({ signedOn }));
  if (validTo !== null) {
    const isInOrder = validFrom <= validTo;
    if (check.that(isInOrder, '/validTo', 'before_start', SAY.ends_before_start({ validFrom }))) {
      check.that(validTo >= today, '/validTo', 'over', SAY.over_already({ today }));
    }
  }
  check.that(agencyLaw(validFrom) !== null, '/validFrom', 'too_early', SAY.no_agency_yet({ from: '2017-11-01' }));
  check.done();
}

/**
 * What the law of the day asks to have been filed, by whom and when.
 * @throws InvalidInputError naming every fault
 */
export function checkFilings(
  { producerFiling, agentFiling }: AgencyFilings,
  { signedOn }: Pick<AgencyTerms, 'signedOn'>,
  today: LocalDate,
): void {
  const check = new InputCheck();
  const law = agencyLaw(today);
  const sides = [
    { filing: producerFiling, pointer: '/producerFiling', isNeeded: law?.producerFiles, earliest: signedOn },
    // The agent files once for all its producers, and may have done so before.
    { filing: agentFiling, pointer: '/agentFiling', isNeeded: law?.agentFiles, earliest: null },
  ];
  for (const { filing, pointer, isNeeded, earliest } of sides) {
    if (filing === null) {
      check.that(isNeeded !== true, pointer, 'required', SAY.filing_needed);
      continue;
    }
    const { filedOn } = filing;
    check.date(filedOn, `${pointer}/filedOn`);
    check.that(filedOn <= today, `${pointer}/filedOn`, 'in_future', SAY.filed_in_future({ today }));
    const isInOrder = earliest === null || filedOn >= earliest;
    check.that(isInOrder, `${pointer}/filedOn`, 'before_signing', SAY.filed_before_signing({ signedOn }));
  }
  check.done();
}

/** The first instant at which it is over by itself: midnight in China after its last day. */
export function endOf({ validTo }: Pick<AgencyTerms, 'validTo'>): Date | null {
  return validTo === null ? null : new Date(`${addDays(validTo, 1)}T00:00:00+08:00`);
}
