import { Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type CoverTerms } from '../domain/insurance/cover-terms.js';

/** What a seller and an insurer have agreed (保单). It never changes: another year is another policy. */
@Entity({ schema: 'financing', name: 'insurance_policy' })
export class InsurancePolicy implements Versioned {
  @TenantKey('insurance_policy')
  readonly tenantId!: string;

  @TenantKey('insurance_policy')
  readonly id!: string;

  @Column('uuid')
  readonly sellerId!: string;

  @Column('text')
  readonly insurer!: string;

  @Column('text')
  readonly policyNumber!: string;

  @Column('date')
  readonly validFrom!: LocalDate;

  @Column('date')
  readonly validTo!: LocalDate;

  /** Shipments of it are declared by the platform, as it hears of them. */
  @Column('boolean')
  readonly declaresItself!: boolean;

  @Column('jsonb')
  readonly terms!: CoverTerms;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static enter(
    facts: Omit<InsurancePolicy, 'version' | 'createdAt' | 'updatedAt' | 'isInForce'>,
    now: Date,
  ): InsurancePolicy {
    return Object.assign(new InsurancePolicy(), facts, { version: 1, createdAt: now, updatedAt: now });
  }

  isInForce(day: LocalDate): boolean {
    return this.validFrom <= day && day <= this.validTo;
  }
}
