import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type FilingParties } from '../domain/contracts/contract-filing.js';
import { type ContractTerms } from '../domain/contracts/contract-terms.js';
import {
  REGISTERED_CONTRACT,
  type RegisteredContractCommand,
  type RegisteredContractState,
} from '../domain/contracts/registered-contract-status.js';

/** The sales contract of one order or of several, as it is registered with the bank. */
@Entity({ schema: 'fx', name: 'registered_contract' })
@Check('ck_registered_contract_state', oneOf('state', REGISTERED_CONTRACT.states))
export class RegisteredContract implements Versioned {
  @TenantKey('registered_contract')
  readonly tenantId!: string;

  @TenantKey('registered_contract')
  readonly id!: string;

  /** The seller. */
  @Column('uuid')
  readonly partyId!: string;

  /** Of one seller, one buyer and one currency; the first speaks for all. */
  @Column('uuid', { array: true })
  readonly orderIds!: readonly string[];

  @Column('text')
  readonly state!: RegisteredContractState;

  /** What the bank has registered; until it has, what it was asked for. */
  @Column('jsonb')
  readonly terms!: ContractTerms;

  /** What the bank was asked to register instead; null where nothing is asked. */
  @Column('jsonb', { nullable: true })
  readonly proposed!: ContractTerms | null;

  /** Who is who, and which bank, as of the registration. */
  @Column('jsonb')
  readonly parties!: FilingParties;

  /** The bank's own number; null until it has registered it. */
  @Column('text', { nullable: true })
  readonly registrationNumber!: string | null;

  @Column('date', { nullable: true })
  readonly registeredOn!: LocalDate | null;

  @Column('date', { nullable: true })
  readonly closedOn!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly closureReason!: string | null;

  /** When the bank should have answered; null when nothing is awaited that changes the state. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  /** The bank's last no, in its words. */
  @Column('text', { nullable: true })
  readonly reasonCode!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static request(facts: {
    tenantId: string;
    id: string;
    partyId: string;
    orderIds: readonly string[];
    terms: ContractTerms;
    parties: FilingParties;
    expectedBy: Date;
    now: Date;
  }): RegisteredContract {
    const { now, ...plain } = facts;
    return Object.assign(new RegisteredContract(), plain, {
      state: 'requested' as const,
      ...{ proposed: null, registrationNumber: null, registeredOn: null, closedOn: null, closureReason: null },
      ...{ reasonCode: null, reason: null, version: 1, createdAt: now, updatedAt: now },
    });
  }

  /** Whether its orders are under it. */
  get isOpen(): boolean {
    return this.state !== 'closed' && this.state !== 'refused';
  }

  /** The order whose timeline tells of it. */
  get firstOrderId(): string {
    return this.orderIds[0] ?? '';
  }

  /** Its only order; null where it covers several. */
  get onlyOrderId(): string | null {
    return this.orderIds.length === 1 ? this.firstOrderId : null;
  }

  /** What the bank has registered stays as it is. */
  cover(orderIds: readonly string[], now: Date): void {
    Object.assign(this, { orderIds, updatedAt: now });
  }

  /** @throws IllegalTransitionError unless it is asked for */
  confirm(number: string, registeredOn: LocalDate, terms: ContractTerms, now: Date): void {
    this.become('confirm', now, { registrationNumber: number, registeredOn, terms, expectedBy: null });
  }

  /** @throws IllegalTransitionError unless it is registered */
  amend(proposed: ContractTerms, expectedBy: Date, now: Date): void {
    this.become('amend', now, { proposed, expectedBy, reasonCode: null, reason: null });
  }

  confirmAmendment(terms: ContractTerms, now: Date): void {
    this.become('confirm_amendment', now, { terms, proposed: null, expectedBy: null });
  }

  /** @throws IllegalTransitionError unless it is registered */
  close(closureReason: string, expectedBy: Date, now: Date): void {
    this.become('close', now, { closureReason, expectedBy, reasonCode: null, reason: null });
  }

  /** @throws IllegalTransitionError where there is nothing to close */
  confirmClosure(closedOn: LocalDate, closureReason: string | null, now: Date): void {
    const reason = closureReason ?? this.closureReason;
    this.become('confirm_closure', now, { closedOn, closureReason: reason, proposed: null, expectedBy: null });
  }

  /** The bank's no to what it was asked last. */
  refuse(reasonCode: string | null, reason: string | null, now: Date): void {
    const command = REFUSALS[this.state] ?? 'refuse';
    this.become(command, now, { reasonCode, reason, proposed: null, closureReason: null, expectedBy: null });
  }

  waitUntil(expectedBy: Date, now: Date): void {
    Object.assign(this, { expectedBy, updatedAt: now });
  }

  private become(command: RegisteredContractCommand, now: Date, facts: object): void {
    Object.assign(this, { state: REGISTERED_CONTRACT.next(this.state, command), updatedAt: now, ...facts });
  }
}

const REFUSALS: Readonly<Partial<Record<RegisteredContractState, RegisteredContractCommand>>> = {
  amendment_requested: 'refuse_amendment',
  closure_requested: 'refuse_closure',
};
