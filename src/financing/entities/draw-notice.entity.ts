import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { type Money, type MoneyJson } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { DRAW_NOTICE, type NoticeCommand, type NoticeState } from '../domain/guarantee/group-status.js';

/** What a member answers for now, and will once the draw is made. */
export interface ShownExposure {
  readonly partyId: string;
  readonly before: MoneyJson;
  readonly after: MoneyJson;
}

/** A draw that a member wants to make, as it is shown to the others. */
@Entity({ schema: 'financing', name: 'draw_notice' })
@Check('ck_draw_notice_state', oneOf('state', DRAW_NOTICE.states))
@Check('ck_draw_notice_amount', 'amount_minor > 0')
export class DrawNotice implements Versioned {
  @TenantKey('draw_notice')
  readonly tenantId!: string;

  @TenantKey('draw_notice')
  readonly id!: string;

  @Column('uuid')
  readonly groupId!: string;

  /** Who draws. */
  @Column('uuid')
  readonly partyId!: string;

  @Column('text')
  readonly state!: NoticeState;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @Column('jsonb')
  readonly exposures!: readonly ShownExposure[];

  /** Who has consented. */
  @Column('jsonb')
  readonly consents!: readonly string[];

  /** Last day on which it can be made. */
  @Column('date')
  readonly expiresOn!: LocalDate;

  /** The order whose advance it was made for. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  /** The advance that it was made for; null of those of before. */
  @Column('uuid', { nullable: true })
  readonly advanceId!: string | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static announce(facts: {
    tenantId: string;
    id: string;
    groupId: string;
    partyId: string;
    amount: Money;
    exposures: readonly ShownExposure[];
    expiresOn: LocalDate;
    now: Date;
  }): DrawNotice {
    const { now, amount, ...plain } = facts;
    return Object.assign(new DrawNotice(), plain, {
      ...{ state: 'open' as const, amountColumns: MoneyColumns.from(amount), consents: [] },
      ...{ orderId: null, advanceId: null },
      ...{ version: 1, createdAt: now, updatedAt: now },
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  /** Whose consent is still missing. */
  get awaited(): readonly string[] {
    if (this.state !== 'open') return [];
    return this.exposures
      .map(({ partyId }) => partyId)
      .filter((id) => id !== this.partyId && !this.consents.includes(id));
  }

  /** The last one clears it. */
  consent(partyId: string, now: Date): void {
    DRAW_NOTICE.next(this.state, 'clear');
    Object.assign(this, { consents: [...new Set([...this.consents, partyId])], updatedAt: now });
    if (this.awaited.length === 0) this.become('clear', now);
  }

  /** Nobody is to be asked. */
  clear(now: Date): void {
    this.become('clear', now);
  }

  refuse(now: Date): void {
    this.become('refuse', now);
  }

  lapse(now: Date): void {
    this.become('lapse', now);
  }

  use({ advanceId, orderId }: { advanceId: string; orderId: string | null }, now: Date): void {
    this.become('use', now);
    Object.assign(this, { advanceId, orderId });
  }

  private become(command: NoticeCommand, now: Date): void {
    Object.assign(this, { state: DRAW_NOTICE.next(this.state, command), updatedAt: now });
  }
}
