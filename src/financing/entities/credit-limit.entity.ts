import { Check, Column, Entity, VersionColumn } from 'typeorm';

import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import {
  freeOf,
  LIMIT_LEVELS,
  type LevelStanding,
  type LimitLevel,
  type LimitSubject,
} from '../domain/limits/levels.js';

/** What may be owed at once at one level, and what of it is taken. */
@Entity({ schema: 'financing', name: 'credit_limit' })
@Check('ck_credit_limit_level', oneOf('level', LIMIT_LEVELS))
@Check('ck_credit_limit_free', 'reserved_minor + used_minor <= limit_minor')
export class CreditLimit implements Versioned, LevelStanding {
  @TenantKey('credit_limit')
  readonly tenantId!: string;

  @TenantKey('credit_limit')
  readonly id!: string;

  @Column('text')
  readonly level!: LimitLevel;

  @Column('uuid', { nullable: true })
  readonly subjectId!: string | null;

  @Column('text', { nullable: true })
  readonly code!: string | null;

  @Column('char', { length: 3 })
  readonly currency!: string;

  @BigintColumn({ nullable: true })
  private readonly limitMinor!: bigint | null;

  /** By somebody; else it is what the product says of each client, or nothing. */
  @Column('boolean')
  readonly isSet!: boolean;

  /** What it shall be when a second person has approved it. */
  @BigintColumn({ nullable: true })
  private readonly proposedMinor!: bigint | null;

  @Column('jsonb', { nullable: true })
  readonly approval!: ApprovalStanding | null;

  @BigintColumn()
  private readonly reservedMinor!: bigint;

  @BigintColumn()
  private readonly usedMinor!: bigint;

  /** Counts what is reserved and used too: who sets a limit has seen what is owed. */
  @VersionColumn()
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  /** @param limit what the product says; null of the other levels */
  static open(
    key: { readonly tenantId: string; readonly id: string; readonly currency: string; readonly now: Date },
    { level, subjectId, code }: LimitSubject,
    limit: Money | null,
  ): CreditLimit {
    const { now, ...rest } = key;
    return Object.assign(new CreditLimit(), {
      ...{ ...rest, level, subjectId, code, limitMinor: limit?.minor ?? null, isSet: false, proposedMinor: null },
      ...{ approval: null, reservedMinor: 0n, usedMinor: 0n, version: 1, createdAt: now, updatedAt: now },
    });
  }

  get limit(): Money | null {
    return this.money(this.limitMinor);
  }

  get proposed(): Money | null {
    return this.money(this.proposedMinor);
  }

  get reserved(): Money {
    return Money.ofMinor(this.reservedMinor, this.currency);
  }

  get used(): Money {
    return Money.ofMinor(this.usedMinor, this.currency);
  }

  /** Null where nothing is set. */
  get free(): Money | null {
    return freeOf(this);
  }

  get taken(): Money {
    return this.reserved.plus(this.used);
  }

  set(limit: Money, now: Date): void {
    Object.assign(this, {
      ...{ limitMinor: limit.minor, isSet: true, proposedMinor: null, approval: null, updatedAt: now },
    });
  }

  /** A second person is asked first. */
  propose(limit: Money, approval: ApprovalStanding, now: Date): void {
    Object.assign(this, { proposedMinor: limit.minor, approval, updatedAt: now });
  }

  /** Nobody approved it, or it cannot be any more: it stays as it is. */
  drop(approval: ApprovalStanding, now: Date): void {
    Object.assign(this, { proposedMinor: null, approval, updatedAt: now });
  }

  private money(minor: bigint | null): Money | null {
    return minor === null ? null : Money.ofMinor(minor, this.currency);
  }
}
