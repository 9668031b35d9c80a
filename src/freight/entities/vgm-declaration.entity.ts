import { Check, Column, Entity } from 'typeorm';

import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type VgmFinding } from '../domain/verified-gross-mass.js';
import { type VgmContent, type VgmFigures } from '../domain/vgm/vgm-content.js';
import { vgmExpectedBy } from '../domain/vgm/vgm-expectation.js';
import {
  awaitsCarrier,
  VGM_DECLARATION,
  VGM_STATES,
  type VgmCommand,
  type VgmState,
} from '../domain/vgm/vgm-status.js';

type DeclaredFacts = Pick<
  VgmDeclaration,
  | 'tenantId'
  | 'id'
  | 'bookingId'
  | 'orderId'
  | 'equipmentReference'
  | 'carrierBookingReference'
  | 'shipperName'
  | 'content'
  | 'figures'
  | 'findings'
  | 'warnings'
  | 'message'
  | 'supersedesId'
>;

/** The verified gross mass of one packed container, as it was declared, and what the carrier says of it. */
@Entity({ schema: 'freight', name: 'vgm_declaration' })
@Check('ck_vgm_declaration_state', oneOf('state', VGM_STATES))
export class VgmDeclaration implements Versioned {
  @TenantKey('vgm_declaration')
  readonly tenantId!: string;

  @TenantKey('vgm_declaration')
  readonly id!: string;

  @Column('uuid')
  readonly bookingId!: string;

  @Column('uuid')
  readonly orderId!: string;

  @Column('text')
  readonly equipmentReference!: string;

  @Column('text')
  readonly state!: VgmState;

  @Column('text')
  readonly carrierBookingReference!: string;

  @Column('text')
  readonly shipperName!: string;

  @Column('jsonb')
  readonly content!: VgmContent;

  @Column('jsonb')
  readonly figures!: VgmFigures;

  @Column('jsonb')
  readonly findings!: readonly VgmFinding[];

  @Column('jsonb')
  readonly warnings!: readonly Sentence[];

  /** Word for word as sent. */
  @Column('text')
  readonly message!: string;

  /** The one of the same container before it. */
  @Column('uuid', { nullable: true })
  readonly supersedesId!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('timestamptz', { nullable: true })
  readonly takenAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly decidedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly lastReportedAt!: Date | null;

  /** By when the carrier should have decided; null where nothing is waited for. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  /** How often the carrier was asked since it last told something new. */
  @Column('integer')
  readonly asks!: number;

  /** When the one job that asks is due. */
  @Column('timestamptz', { nullable: true })
  readonly askArmedFor!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static declared(facts: DeclaredFacts, now: Date, livemode: boolean): VgmDeclaration {
    const stamps = { createdAt: now, updatedAt: now, expectedBy: vgmExpectedBy(now, livemode) };
    return Object.assign(new VgmDeclaration(), BLANK, facts, stamps);
  }

  /** Nothing more is waited for. */
  get isSettled(): boolean {
    return !awaitsCarrier(this.state);
  }

  /** The carrier has the message. */
  noteTaken(now: Date): void {
    this.set({ takenAt: this.takenAt ?? now });
  }

  noteReport(asOf: Date, now: Date): void {
    this.set({ takenAt: this.takenAt ?? now, lastReportedAt: asOf });
  }

  /** @throws IllegalTransitionError unless it may take the command */
  take(command: VgmCommand, now: Date, why: Reason | null = null): void {
    const { reason = null, causes = null } = why ?? {};
    this.set({ state: VGM_DECLARATION.next(this.state, command), reason, causes, updatedAt: now });
    if (this.isSettled) this.set({ decidedAt: now, expectedBy: null, askArmedFor: null });
  }

  /** @param isNews whether something was said since the last asking */
  armAsk(dueAt: Date, isNews: boolean): void {
    this.set({ askArmedFor: dueAt, asks: isNews ? 0 : this.asks + 1 });
  }

  /** The booking is over: nobody waits for the carrier's word any more. */
  stopAsking(): void {
    this.set({ expectedBy: null, askArmedFor: null });
  }

  /** The only writer: to everyone else the columns are readonly. */
  private set(changes: Partial<VgmDeclaration>): void {
    Object.assign(this, changes);
  }
}

const BLANK: Partial<VgmDeclaration> = {
  state: 'requested',
  reason: null,
  causes: null,
  takenAt: null,
  decidedAt: null,
  lastReportedAt: null,
  asks: 0,
  askArmedFor: null,
  version: 1,
};
