import { Column, Entity, Index } from 'typeorm';

import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { DecimalColumn, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type ForwardTermsRule } from '../domain/forwards/forward-terms.js';

/** On what terms a tenant sells forward, from a day on. Never changed: other terms begin on another day. */
@Entity({ schema: 'fx', name: 'forward_terms' })
@Index('uq_forward_terms_day', ['tenantId', 'validFrom'], { unique: true })
export class ForwardTerms implements Versioned, ForwardTermsRule {
  @TenantKey('forward_terms')
  readonly tenantId!: string;

  @TenantKey('forward_terms')
  readonly id!: string;

  @Column('date')
  readonly validFrom!: LocalDate;

  @DecimalColumn()
  readonly spread!: Decimal;

  @DecimalColumn()
  readonly depositShare!: Decimal;

  @Column('integer')
  readonly lockSeconds!: number;

  @Column('integer')
  readonly curveMaxAgeDays!: number;

  @Column('integer')
  readonly daysMax!: number;

  @Column('jsonb')
  readonly noticeDays!: readonly number[];

  @Column('text')
  readonly source!: string;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static set({ now, ...facts }: ForwardTermsRule & { tenantId: string; id: string; now: Date }): ForwardTerms {
    return Object.assign(new ForwardTerms(), facts, { version: 1, createdAt: now, updatedAt: now });
  }
}
