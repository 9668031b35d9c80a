import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type IssuerDetails, nextNotice, type ReviewDays } from '../domain/issuer.js';
import { ISSUER, ISSUER_STATES, type IssuerCommand, type IssuerState } from '../domain/issuer-status.js';

interface PassedCapacity {
  readonly hsCode: string;
  readonly year: string;
}

interface NewIssuer {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly taxNumber: string;
  readonly details: IssuerDetails;
  readonly enteredBy: string;
  readonly now: Date;
}

/** Who issues invoices, as it was reviewed. What is looked at anew is another row. */
@Entity({ schema: 'tax_refund', name: 'invoice_issuer' })
@Check('ck_invoice_issuer_state', oneOf('state', ISSUER_STATES))
export class InvoiceIssuer implements Versioned {
  @TenantKey('invoice_issuer')
  readonly tenantId!: string;

  @TenantKey('invoice_issuer')
  readonly id!: string;

  @Column('text')
  readonly name!: string;

  @Column('text')
  readonly taxNumber!: string;

  @Column('jsonb')
  readonly details!: IssuerDetails;

  @Column('text')
  readonly state!: IssuerState;

  @Column('text')
  readonly enteredBy!: string;

  @Column('text', { nullable: true })
  readonly reviewedBy!: string | null;

  /** Why it was refused or revoked. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('date', { nullable: true })
  readonly validFrom!: LocalDate | null;

  @Column('date', { nullable: true })
  readonly validTo!: LocalDate | null;

  @Column('timestamptz', { nullable: true })
  readonly warnedAt!: Date | null;

  /** When somebody is told next: of its end, or that it has ended. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  /** Products of which it invoiced more in a year than it can make, as far as that was told. */
  @Column('jsonb', { default: [] })
  readonly capacityPassed!: readonly PassedCapacity[];

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static submit({ tenantId, id, name, taxNumber, details, enteredBy, now }: NewIssuer): InvoiceIssuer {
    return Object.assign(new InvoiceIssuer(), {
      ...{ tenantId, id, name, taxNumber, details, enteredBy },
      state: 'submitted' as const,
      reviewedBy: null,
      reason: null,
      validFrom: null,
      validTo: null,
      warnedAt: null,
      capacityPassed: [],
      expectedBy: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  approve({ validFrom, validTo }: ReviewDays, reviewedBy: string, now: Date): void {
    this.become('approve', { validFrom, validTo, reviewedBy, expectedBy: nextNotice(validTo, false) }, now);
  }

  refuse(reason: string, reviewedBy: string, now: Date): void {
    this.become('refuse', { reason, reviewedBy }, now);
  }

  revoke(reason: string, now: Date): void {
    this.become('revoke', { reason, expectedBy: null }, now);
  }

  warn(now: Date): void {
    const expectedBy = this.validTo === null ? null : nextNotice(this.validTo, true);
    Object.assign(this, { warnedAt: now, expectedBy, updatedAt: now });
  }

  hasPassed(hsCode: string, year: string): boolean {
    return this.capacityPassed.some((passed) => passed.hsCode === hsCode && passed.year === year);
  }

  pass(passed: PassedCapacity, now: Date): void {
    Object.assign(this, { capacityPassed: [...this.capacityPassed, passed], updatedAt: now });
  }

  expire(now: Date): void {
    this.become('expire', { expectedBy: null }, now);
  }

  private become(command: IssuerCommand, changes: Partial<InvoiceIssuer>, now: Date): void {
    Object.assign(this, { ...changes, state: ISSUER.next(this.state, command), updatedAt: now });
  }
}
