import { Column, Entity } from 'typeorm';

import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { DecimalColumn, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { checkMarkUp, type MarkUpTerms } from '../domain/rates/mark-up.js';

/** What a tenant adds to the bank's price, for some days. */
@Entity({ schema: 'fx', name: 'mark_up' })
export class MarkUp implements Versioned, MarkUpTerms {
  @TenantKey('mark_up')
  readonly tenantId!: string;

  @TenantKey('mark_up')
  readonly id!: string;

  @Column('char', { length: 3, nullable: true })
  readonly currency!: string | null;

  @Column('uuid', { nullable: true })
  readonly partyId!: string | null;

  @DecimalColumn()
  readonly share!: Decimal;

  @Column('date')
  readonly validFrom!: LocalDate;

  @Column('date', { nullable: true })
  readonly validTo!: LocalDate | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  /** @throws InvalidInputError */
  static make({ now, ...key }: { tenantId: string; id: string; now: Date }, terms: MarkUpTerms): MarkUp {
    checkMarkUp(terms);
    return Object.assign(new MarkUp(), { ...key, ...terms, version: 1, createdAt: now, updatedAt: now });
  }

  /** @throws InvalidInputError */
  change(change: Partial<Pick<MarkUpTerms, 'share' | 'validTo'>>, now: Date): void {
    const { currency, partyId, share, validFrom, validTo } = this;
    checkMarkUp({ currency, partyId, share, validFrom, validTo, ...change });
    Object.assign(this, change, { updatedAt: now });
  }
}
