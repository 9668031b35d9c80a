import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type BrokerMandateTerms, endOf, MANDATE_KINDS, type MandateKind } from '../domain/broker-mandate.js';
import {
  BROKER_MANDATE,
  BROKER_MANDATE_STATES,
  type BrokerMandateCommand,
  type BrokerMandateState,
} from '../domain/broker-mandate-status.js';
import { type DomesticParty } from '../domain/declaration-form.js';

/** The exporter who entrusts (委托方), as it was then. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
}

interface NewMandate {
  readonly tenantId: string;
  readonly id: string;
  readonly seller: Principal;
  readonly terms: BrokerMandateTerms;
  readonly now: Date;
}

/** What an exporter has entrusted to a customs broker, and how that stands. */
@Entity({ schema: 'customs', name: 'broker_mandate' })
@Check('ck_broker_mandate_state', oneOf('state', BROKER_MANDATE_STATES))
@Check('ck_broker_mandate_kind', oneOf('kind', MANDATE_KINDS))
export class BrokerMandate implements Versioned, BrokerMandateTerms {
  @TenantKey('broker_mandate')
  readonly tenantId!: string;

  @TenantKey('broker_mandate')
  readonly id!: string;

  @Column('uuid')
  readonly sellerId!: string;

  @Column('text')
  readonly sellerName!: string;

  /** By which a declaration finds it: the company that is the exporter on the form. */
  @Column('text')
  readonly sellerUscc!: string;

  @Column('text')
  readonly kind!: MandateKind;

  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('text')
  readonly agreementNumber!: string;

  @Column('jsonb')
  readonly broker!: DomesticParty;

  @Column('text', { array: true })
  readonly customsOffices!: string[];

  @Column('text', { array: true })
  readonly supervisionModes!: string[];

  @Column('date')
  readonly validFrom!: LocalDate;

  @Column('date')
  readonly validTo!: LocalDate;

  @Column('text')
  readonly state!: BrokerMandateState;

  /** Why it was refused or revoked, in the words of who did. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly acceptedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly endedAt!: Date | null;

  /** When it ends by itself, while it has not ended: what the watch over waiting rows looks at. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static offer({ tenantId, id, seller, terms, now }: NewMandate): BrokerMandate {
    return Object.assign(new BrokerMandate(), {
      ...terms,
      tenantId,
      id,
      sellerId: seller.id,
      sellerName: seller.name,
      sellerUscc: seller.uscc,
      customsOffices: [...terms.customsOffices],
      supervisionModes: [...terms.supervisionModes],
      state: 'offered' as const,
      reason: null,
      acceptedAt: null,
      endedAt: null,
      expectedBy: endOf(terms),
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  isOver(now: Date): boolean {
    return endOf(this) <= now;
  }

  accept(now: Date): void {
    this.become('accept', { acceptedAt: now }, now);
  }

  refuse(reason: string, now: Date): void {
    this.end('refuse', reason, now);
  }

  revoke(reason: string, now: Date): void {
    this.end('revoke', reason, now);
  }

  expire(now: Date): void {
    this.end('expire', null, now);
  }

  private end(command: BrokerMandateCommand, reason: string | null, now: Date): void {
    this.become(command, { reason, endedAt: now, expectedBy: null }, now);
  }

  private become(command: BrokerMandateCommand, changes: Partial<BrokerMandate>, now: Date): void {
    Object.assign(this, { ...changes, state: BROKER_MANDATE.next(this.state, command), updatedAt: now });
  }
}
