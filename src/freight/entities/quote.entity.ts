import { Check, Column, Entity } from 'typeorm';

import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type MoneyJson } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { DecimalColumn, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type ChargeLineRecord, type Working } from '../domain/charge-record.js';
import { SAY } from '../domain/freight.sentences.js';
import { QuoteAlreadyBookedError, QuoteExpiredError } from '../domain/quote.errors.js';
import { FREIGHT_MODES, type FreightMode } from '../domain/rate.js';

/** A price for carrying one shipment, good until `validUntil` and for one booking. */
@Entity({ schema: 'freight', name: 'quote' })
@Check('ck_quote_state', oneOf('state', ['open', 'booked']))
@Check('ck_quote_mode', oneOf('mode', FREIGHT_MODES))
export class Quote implements Versioned {
  @TenantKey('quote')
  readonly tenantId!: string;

  @TenantKey('quote')
  readonly id!: string;

  /** The caller's own. */
  @Column('text', { nullable: true })
  readonly reference!: string | null;

  /** An id in the orders' schema: no foreign key. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('text')
  readonly state!: 'open' | 'booked';

  @Column('text')
  readonly mode!: FreightMode;

  @Column('char', { length: 5 })
  readonly portOfLoading!: string;

  @Column('char', { length: 5 })
  readonly portOfDischarge!: string;

  @Column('date')
  readonly departureDate!: LocalDate;

  @Column('jsonb')
  readonly cargo!: Readonly<Record<string, unknown>>;

  @Column('jsonb')
  readonly charges!: readonly ChargeLineRecord[];

  /** Prepaid sums, one per currency. */
  @Column('jsonb')
  readonly totals!: readonly MoneyJson[];

  @Column('jsonb')
  readonly collectTotals!: readonly MoneyJson[];

  @DecimalColumn({ nullable: true })
  readonly revenueTons!: Decimal | null;

  @Column('jsonb')
  readonly calculation!: Working;

  @Column('timestamptz')
  readonly validUntil!: Date;

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static given(facts: Omit<Facts, 'state' | 'version' | 'updatedAt'>): Quote {
    return Object.assign(new Quote(), { ...facts, state: 'open', version: 1, updatedAt: facts.createdAt });
  }

  hasExpired(now: Date): boolean {
    return this.state === 'open' && now >= this.validUntil;
  }

  /**
   * Uses the quote up.
   * @throws QuoteAlreadyBookedError
   * @throws QuoteExpiredError
   */
  book(now: Date): void {
    if (this.state === 'booked') throw new QuoteAlreadyBookedError(SAY.quote_booked);
    if (this.hasExpired(now)) {
      throw new QuoteExpiredError(SAY.quote_expired, { validUntil: this.validUntil.toISOString() });
    }
    Object.assign(this, { state: 'booked', updatedAt: now });
  }
}

type Facts = Omit<Quote, 'hasExpired' | 'book'>;
