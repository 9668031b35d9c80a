import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { freeOfLimit, type LimitStanding } from '../domain/insurance/cover.js';
import { COVER_CURRENCY } from '../domain/insurance/cover-terms.js';
import {
  BUYER_LIMIT,
  BUYER_LIMIT_STATES,
  type BuyerLimitCommand,
  type BuyerLimitState,
} from '../domain/insurance/insurance-status.js';

/** What the insurer said of it. */
export interface LimitWord extends Partial<Reason> {
  readonly limitNumber?: string | undefined;
  readonly amount?: Money | undefined;
  readonly validFrom?: LocalDate | undefined;
  readonly validUntil?: LocalDate | undefined;
  /** When the insurer said it. */
  readonly asOf: Date;
}

/** Up to how much an insurer answers for one buyer of a policy (买方信用限额), and what of it is used. In yuan; revolving. */
@Entity({ schema: 'financing', name: 'buyer_limit' })
@Check('ck_buyer_limit_state', oneOf('state', BUYER_LIMIT_STATES))
@Check('ck_buyer_limit_used', 'used_minor BETWEEN 0 AND ceiling_minor')
export class BuyerLimit implements Versioned, LimitStanding {
  @TenantKey('buyer_limit')
  readonly tenantId!: string;

  @TenantKey('buyer_limit')
  readonly id!: string;

  @Column('uuid')
  readonly policyId!: string;

  @Column('uuid')
  readonly sellerId!: string;

  @Column('uuid')
  readonly buyerId!: string;

  /** ISO 3166-1 alpha-2. */
  @Column('char', { length: 2 })
  readonly country!: string;

  @Column('integer')
  readonly tenorDays!: number;

  @Column('text')
  readonly state!: BuyerLimitState;

  @BigintColumn()
  private readonly requestedMinor!: bigint;

  @BigintColumn()
  private readonly grantedMinor!: bigint;

  @BigintColumn()
  private readonly usedMinor!: bigint;

  /** The most that was ever granted: what was used before a cut stays insured. */
  @BigintColumn()
  private readonly ceilingMinor!: bigint;

  @Column('text', { nullable: true })
  readonly limitNumber!: string | null;

  @Column('date', { nullable: true })
  readonly validFrom!: LocalDate | null;

  @Column('date', { nullable: true })
  readonly validUntil!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('timestamptz', { nullable: true })
  readonly saidAt!: Date | null;

  /** By when the insurer should have decided; null where nothing is waited for. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer')
  readonly asks!: number;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static apply(
    facts: Pick<BuyerLimit, 'tenantId' | 'id' | 'policyId' | 'sellerId' | 'buyerId' | 'country' | 'tenorDays'> & {
      readonly requested: Money;
      readonly expectedBy: Date;
    },
    now: Date,
  ): BuyerLimit {
    const { requested, ...plain } = facts;
    const times = { version: 1, createdAt: now, updatedAt: now };
    return Object.assign(new BuyerLimit(), { ...BLANK, ...plain, ...times, requestedMinor: requested.minor });
  }

  get requested(): Money {
    return Money.ofMinor(this.requestedMinor, COVER_CURRENCY);
  }

  get granted(): Money {
    return Money.ofMinor(this.grantedMinor, COVER_CURRENCY);
  }

  get used(): Money {
    return Money.ofMinor(this.usedMinor, COVER_CURRENCY);
  }

  get free(): Money {
    return this.state === 'granted' ? freeOfLimit(this) : Money.zero(COVER_CURRENCY);
  }

  /** Said before something that is known already. */
  isOld({ asOf }: LimitWord): boolean {
    return this.saidAt !== null && asOf <= this.saidAt;
  }

  /** @throws IllegalTransitionError */
  take(command: BuyerLimitCommand, word: LimitWord, now: Date): void {
    const state = BUYER_LIMIT.next(this.state, command);
    const grantedMinor = word.amount?.minor ?? this.grantedMinor;
    const ceilingMinor = grantedMinor > this.ceilingMinor ? grantedMinor : this.ceilingMinor;
    Object.assign(this, {
      ...{ state, grantedMinor, ceilingMinor, saidAt: word.asOf, expectedBy: null, updatedAt: now },
      ...{ limitNumber: word.limitNumber ?? this.limitNumber, validFrom: word.validFrom ?? this.validFrom },
      ...{ validUntil: word.validUntil ?? this.validUntil },
      ...{ reason: word.reason ?? null, causes: word.causes ?? null },
    });
  }

  /** Of what is free, up to so much. @returns what was taken */
  use(amount: Money, now: Date): Money {
    const taken = Money.min(amount, this.free);
    Object.assign(this, { usedMinor: this.usedMinor + taken.minor, updatedAt: now });
    return taken;
  }

  giveBack(amount: Money, now: Date): void {
    Object.assign(this, { usedMinor: this.usedMinor - amount.minor, updatedAt: now });
  }

  noteAsked(expectedBy: Date, now: Date): void {
    Object.assign(this, { asks: this.asks + 1, expectedBy, updatedAt: now });
  }
}

const BLANK: Readonly<Record<string, unknown>> = {
  ...{ state: 'requested', grantedMinor: 0n, usedMinor: 0n, ceilingMinor: 0n, limitNumber: null, validFrom: null },
  ...{ validUntil: null, reason: null, causes: null, saidAt: null, asks: 0 },
};
