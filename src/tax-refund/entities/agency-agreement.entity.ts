import { Check, Column, Entity } from 'typeorm';

import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type AgencyTerms, type Agent, endOf } from '../domain/agency.js';
import { type AgencyFilings, type OfficeFiling } from '../domain/agency-evidence.js';
import { type AccountHolder } from '../domain/agency-conditions.js';
import { type AgencyEvidence } from '../domain/agency-evidence.js';
import { AGENCY, AGENCY_STATES, type AgencyCommand, type AgencyState } from '../domain/agency-status.js';

/** The producer who entrusts, as it was then. */
export interface Producer {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
}

interface NewAgreement {
  readonly tenantId: string;
  readonly id: string;
  readonly producer: Producer;
  readonly terms: AgencyTerms;
  readonly accountHolder: AccountHolder;
  readonly evidence: readonly AgencyEvidence[];
  readonly now: Date;
}

/** By which an agent files the refunds of a producer (代办退税), what was filed of it, and how it stands. */
@Entity({ schema: 'tax_refund', name: 'agency_agreement' })
@Check('ck_agency_agreement_state', oneOf('state', AGENCY_STATES))
export class AgencyAgreement implements Versioned, AgencyTerms, AgencyFilings {
  @TenantKey('agency_agreement')
  readonly tenantId!: string;

  @TenantKey('agency_agreement')
  readonly id!: string;

  @Column('uuid')
  readonly producerId!: string;

  @Column('text')
  readonly producerName!: string;

  /** By which a claim finds it: the company that is the taxpayer of the claim. */
  @Column('text')
  readonly producerUscc!: string;

  @Column('jsonb')
  readonly agent!: Agent;

  @Column('text')
  readonly agreementNumber!: string;

  @Column('date')
  readonly signedOn!: LocalDate;

  @Column('date')
  readonly validFrom!: LocalDate;

  @Column('date', { nullable: true })
  readonly validTo!: LocalDate | null;

  @Column('jsonb', { nullable: true })
  readonly producerFiling!: OfficeFiling | null;

  @Column('jsonb', { nullable: true })
  readonly agentFiling!: OfficeFiling | null;

  /** Whose the account for the refund is. */
  @Column('text')
  readonly accountHolder!: AccountHolder;

  @Column('jsonb')
  readonly evidence!: readonly AgencyEvidence[];

  @Column('text')
  readonly state!: AgencyState;

  /** Why it was withdrawn or ended, in the words of who did. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly confirmedAt!: Date | null;

  /** The last day on which something could be filed under it; of a draft the day it came to nothing. */
  @Column('date', { nullable: true })
  readonly endedOn!: LocalDate | null;

  @Column('timestamptz', { nullable: true })
  readonly endedAt!: Date | null;

  /** When it ends by itself, while it has not ended and has a last day. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static draft({ producer, terms, now, ...given }: NewAgreement): AgencyAgreement {
    return Object.assign(new AgencyAgreement(), {
      ...terms,
      ...given,
      producerId: producer.id,
      producerName: producer.name,
      producerUscc: producer.uscc,
      producerFiling: null,
      agentFiling: null,
      state: 'drafted' as const,
      reason: null,
      confirmedAt: null,
      endedOn: null,
      endedAt: null,
      expectedBy: endOf(terms),
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  isOver(now: Date): boolean {
    const end = endOf(this);
    return end !== null && end <= now;
  }

  confirm({ producerFiling, agentFiling }: AgencyFilings, now: Date): void {
    this.become('confirm', { producerFiling, agentFiling, confirmedAt: now }, now);
  }

  /** Replaces what is shown of the conditions. */
  show(evidence: readonly AgencyEvidence[], now: Date): void {
    Object.assign(this, { evidence, updatedAt: now });
  }

  withdraw(reason: string, now: Date): void {
    this.finish('withdraw', { reason, endedOn: dateInZone(now, CHINA) }, now);
  }

  end(reason: string, now: Date): void {
    this.finish('end', { reason, endedOn: dateInZone(now, CHINA) }, now);
  }

  expire(now: Date): void {
    this.finish('expire', { endedOn: this.validTo }, now);
  }

  private finish(command: AgencyCommand, changes: Partial<AgencyAgreement>, now: Date): void {
    this.become(command, { ...changes, endedAt: now, expectedBy: null }, now);
  }

  private become(command: AgencyCommand, changes: Partial<AgencyAgreement>, now: Date): void {
    Object.assign(this, { ...changes, state: AGENCY.next(this.state, command), updatedAt: now });
  }
}
