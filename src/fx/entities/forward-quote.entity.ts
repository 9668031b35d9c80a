import { Check, Column, Entity } from 'typeorm';

import { type Explained } from '../../kernel/calculation.js';
import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { HOME } from '../domain/conversions/price-quote.js';
import { QuoteExpiredError, QuoteUsedError } from '../domain/conversions/quote.errors.js';
import { type Side } from '../domain/conversions/rate-bound.js';
import { FORWARD_QUOTE, type ForwardQuoteState, type Purpose } from '../domain/forwards/forward-quote-status.js';
import { type Days, type PricedClose, type PricedForward } from '../domain/forwards/price-forward.js';
import { SAY } from '../domain/fx.sentences.js';

/** Which curves it was priced from. */
export interface CurveUse {
  readonly currency: string;
  readonly asOf: LocalDate;
  readonly source: string;
}

interface NewForwardQuote {
  readonly tenantId: string;
  readonly id: string;
  readonly purpose: Purpose;
  readonly side: Side;
  readonly forwardId: string | null;
  readonly partyId: string;
  readonly orderId: string | null;
  readonly days: Days | null;
  readonly next: PricedForward | null;
  readonly close: PricedClose | null;
  readonly explanation: Explained;
  readonly curves: readonly CurveUse[];
  readonly boardAsOf: Date;
  readonly expiresAt: Date;
  readonly now: Date;
}

/** A firm price, for some seconds: of a new contract, of another last day for one, or of its end before its day. */
@Entity({ schema: 'fx', name: 'forward_quote' })
@Check('ck_forward_quote_state', oneOf('state', FORWARD_QUOTE.states))
export class ForwardQuote implements Versioned {
  @TenantKey('forward_quote')
  readonly tenantId!: string;

  @TenantKey('forward_quote')
  readonly id!: string;

  @Column('text')
  readonly purpose!: Purpose;

  /** Of the contract that is made or ended: what the client does. */
  @Column('text')
  readonly side!: Side;

  @Column('uuid', { nullable: true })
  readonly forwardId!: string | null;

  @Column('uuid')
  readonly partyId!: string;

  /** Null of dues that are owed on no order. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @DecimalColumn()
  readonly unit!: Decimal;

  @Column('date', { nullable: true })
  readonly startsOn!: LocalDate | null;

  @Column('date', { nullable: true })
  readonly dueOn!: LocalDate | null;

  @DecimalColumn({ nullable: true })
  readonly rate!: Decimal | null;

  @DecimalColumn({ nullable: true })
  readonly bankRate!: Decimal | null;

  @DecimalColumn({ nullable: true })
  readonly swapPoints!: Decimal | null;

  @BigintColumn({ nullable: true })
  private readonly depositMinor!: bigint | null;

  @DecimalColumn({ nullable: true })
  readonly closeRate!: Decimal | null;

  @DecimalColumn({ nullable: true })
  readonly closeBankRate!: Decimal | null;

  @BigintColumn({ nullable: true })
  private readonly resultMinor!: bigint | null;

  @BigintColumn({ nullable: true })
  private readonly bankResultMinor!: bigint | null;

  @Column('jsonb')
  readonly explanation!: Explained;

  @Column('jsonb')
  readonly curves!: readonly CurveUse[];

  @Column('timestamptz')
  readonly boardAsOf!: Date;

  @Column('timestamptz')
  readonly expiresAt!: Date;

  @Column('text')
  readonly state!: ForwardQuoteState;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static give({ days, next, close, now, ...plain }: NewForwardQuote): ForwardQuote {
    const priced = next ?? close;
    if (priced === null) throw new Error('A forward quote of nothing');
    return Object.assign(new ForwardQuote(), plain, {
      amountColumns: MoneyColumns.from(priced.amount),
      unit: priced.unit,
      startsOn: days?.startsOn ?? null,
      dueOn: days?.dueOn ?? null,
      rate: next?.rate ?? null,
      bankRate: next?.bankRate ?? null,
      swapPoints: next?.swapPoints ?? null,
      depositMinor: next?.deposit.minor ?? null,
      closeRate: close?.closeRate ?? null,
      closeBankRate: close?.closeBankRate ?? null,
      resultMinor: close?.result.minor ?? null,
      bankResultMinor: close?.bankResult.minor ?? null,
      state: 'open' as const,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  get deposit(): Money | null {
    return inHome(this.depositMinor);
  }

  get result(): Money | null {
    return inHome(this.resultMinor);
  }

  /** What a new contract is made of. @throws Error on a close-out */
  get contract(): Days & {
    readonly side: Side;
    readonly rate: Decimal;
    readonly bankRate: Decimal;
    readonly deposit: Money;
  } {
    const { side, startsOn, dueOn, rate, bankRate, deposit } = this;
    if (startsOn === null || dueOn === null || rate === null || bankRate === null || deposit === null) {
      throw new Error(`Forward quote ${this.id} makes no contract`);
    }
    return { side, startsOn, dueOn, rate, bankRate, deposit };
  }

  /** What ends a contract, or a part of one. @throws Error on a new one */
  get ending(): {
    readonly closeRate: Decimal;
    readonly closeBankRate: Decimal;
    readonly result: Money;
    readonly bankResult: Money;
  } {
    const { closeRate, closeBankRate, result } = this;
    const bankResult = inHome(this.bankResultMinor);
    if (closeRate === null || closeBankRate === null || result === null || bankResult === null) {
      throw new Error(`Forward quote ${this.id} ends nothing`);
    }
    return { closeRate, closeBankRate, result, bankResult };
  }

  isExpired(now: Date): boolean {
    return this.expiresAt <= now;
  }

  /**
   * Uses it up; the row must be locked.
   * @throws QuoteUsedError when somebody was first
   * @throws QuoteExpiredError when its time is over
   */
  use(now: Date): void {
    if (this.state === 'used') throw new QuoteUsedError(SAY.quote_used);
    if (this.isExpired(now)) {
      throw new QuoteExpiredError(SAY.quote_expired, { expiresAt: this.expiresAt.toISOString() });
    }
    Object.assign(this, { state: FORWARD_QUOTE.next(this.state, 'accept'), updatedAt: now });
  }
}

function inHome(minor: bigint | null): Money | null {
  return minor === null ? null : Money.ofMinor(minor, HOME);
}
