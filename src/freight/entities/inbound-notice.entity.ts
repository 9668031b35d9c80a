import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { INBOUND, type InboundCommand, type InboundState } from '../domain/warehouses/inbound-status.js';
import { type DeclaredItem } from '../domain/warehouses/reconciliation.js';

/** Goods on their way into a warehouse (入库预约, ASN). Its lines are lots. */
@Entity({ schema: 'freight', name: 'inbound_notice' })
@Check('ck_inbound_notice_state', oneOf('state', INBOUND.states))
export class InboundNotice implements Versioned {
  @TenantKey('inbound_notice')
  readonly tenantId!: string;

  @TenantKey('inbound_notice')
  readonly id!: string;

  @Column('uuid')
  readonly warehouseId!: string;

  /** Under which they left (9810); null where the platform did not declare them. */
  @Column('uuid', { nullable: true })
  readonly declarationId!: string | null;

  @Column('text')
  readonly reference!: string;

  @Column('text')
  readonly state!: InboundState;

  @Column('integer')
  readonly cartons!: number;

  @Column('text', { nullable: true })
  readonly trackingNumber!: string | null;

  @Column('date', { nullable: true })
  readonly expectedOn!: LocalDate | null;

  @Column('date', { nullable: true })
  readonly arrivedOn!: LocalDate | null;

  @Column('date', { nullable: true })
  readonly stockedOn!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly cancelReason!: string | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static announced(
    facts: Pick<
      InboundNotice,
      'tenantId' | 'id' | 'warehouseId' | 'declarationId' | 'reference' | 'cartons' | 'expectedOn' | 'createdAt'
    >,
  ): InboundNotice {
    return Object.assign(new InboundNotice(), {
      ...facts,
      state: 'announced' as const,
      ...{ trackingNumber: null, arrivedOn: null, stockedOn: null, cancelReason: null },
      ...{ version: 1, updatedAt: facts.createdAt },
    });
  }

  /** @throws IllegalTransitionError */
  become(
    command: InboundCommand,
    now: Date,
    facts: Partial<Pick<InboundNotice, 'trackingNumber' | 'arrivedOn' | 'stockedOn' | 'cancelReason'>> = {},
  ): void {
    Object.assign(this, { state: INBOUND.next(this.state, command), updatedAt: now, ...facts });
  }
}

/** What left for warehouses abroad under one declaration (9810), as customs told it. Its id is that of the declaration. */
@Entity({ schema: 'freight', name: 'overseas_export' })
export class OverseasExport implements Versioned {
  @TenantKey('overseas_export')
  readonly tenantId!: string;

  @TenantKey('overseas_export')
  readonly id!: string;

  /** An id in the orders' schema: no foreign key. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('text')
  readonly entryNumber!: string;

  @Column('date')
  readonly exportDate!: LocalDate;

  @Column('jsonb')
  readonly items!: readonly DeclaredItem[];

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static heard(facts: Omit<OverseasExport, 'version' | 'updatedAt'>): OverseasExport {
    return Object.assign(new OverseasExport(), { ...facts, version: 1, updatedAt: facts.createdAt });
  }
}
