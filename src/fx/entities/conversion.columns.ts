import { Column } from 'typeorm';

import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { BigintColumn, DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type ConversionState } from '../domain/conversions/conversion-status.js';
import { HOME } from '../domain/conversions/price-quote.js';
import { type DealtTerms } from '../domain/conversions/price-change.js';
import { type Rate, type Side } from '../domain/conversions/rate-bound.js';
import { type Tenor } from '../domain/value-dates/cut-offs.js';

/** What is kept of an exchange, and what follows from it. Its verbs are the entity's. */
export abstract class ConversionColumns {
  @TenantKey('conversion')
  readonly tenantId!: string;

  @TenantKey('conversion')
  readonly id!: string;

  /** Null for money that came in CNY and needs no exchange. */
  @Column('uuid', { nullable: true })
  readonly quoteId!: string | null;

  /** The forward that it delivers; null at a price of the day. */
  @Column('uuid', { nullable: true })
  readonly forwardId!: string | null;

  /** The share of a collection that is converted by itself. */
  @Column('uuid', { nullable: true })
  readonly allocationId!: string | null;

  @Column('uuid')
  readonly partyId!: string;

  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column(() => MoneyColumns, { prefix: 'sold' })
  private readonly soldColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'bought' })
  private readonly boughtColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'bankSell' })
  private readonly bankSellColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'bankBuy' })
  private readonly bankBuyColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'margin' })
  private readonly marginColumns!: MoneyColumns;

  @DecimalColumn()
  readonly rate!: Decimal;

  @DecimalColumn()
  readonly boardRate!: Decimal;

  @DecimalColumn()
  readonly unit!: Decimal;

  /** What the order planned to get for it, in the bought currency's minor unit. */
  @BigintColumn({ nullable: true })
  private readonly plannedMinor!: bigint | null;

  @Column('text')
  readonly state!: ConversionState;

  /** The booking in the ledger, to be reversed if the bank says no. */
  @Column('uuid', { nullable: true })
  readonly transferId!: string | null;

  @Column('text', { nullable: true })
  readonly dealId!: string | null;

  /** Null: exchanged at the bank's counter, at once. */
  @Column('text', { nullable: true })
  readonly tenor!: Tenor | null;

  /** The change that the bank is asked for. */
  @Column('uuid', { nullable: true })
  readonly changeId!: string | null;

  @Column('date', { nullable: true })
  readonly valueDate!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** The reason as the sentences it was said in, where they are ours. */
  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  /** The worst rate it may be carried out at when it was approved, for `unit`; null at par. */
  @DecimalColumn({ nullable: true })
  readonly worstRate!: Decimal | null;

  /** Until when it may be carried out; null: as long as somebody may approve it. */
  @Column('timestamptz', { nullable: true })
  readonly validUntil!: Date | null;

  /** How it stands with the second person that it may take. */
  @Column('jsonb', { nullable: true })
  readonly approval!: ApprovalStanding | null;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  get sold(): Money {
    return this.soldColumns.toMoney();
  }

  get bought(): Money {
    return this.boughtColumns.toMoney();
  }

  /** What is dealt with the bank at the board's price. */
  get bankSell(): Money {
    return this.bankSellColumns.toMoney();
  }

  get bankBuy(): Money {
    return this.bankBuyColumns.toMoney();
  }

  get margin(): Money {
    return this.marginColumns.toMoney();
  }

  /** CNY for 1 unit of the foreign currency; of two foreign ones what was bought for 1 unit of what was sold. */
  get ratePerOne(): Decimal {
    return this.rate.div(this.unit);
  }

  get planned(): Money | null {
    return this.plannedMinor === null ? null : Money.ofMinor(this.plannedMinor, this.bought.currency);
  }

  /** One foreign currency into another. */
  get isCross(): boolean {
    return this.sold.currency !== HOME && this.bought.currency !== HOME;
  }

  /** `sell`: foreign currency into CNY, or into another one; `buy`: CNY into foreign currency. */
  get side(): Side {
    return this.sold.currency === HOME ? 'buy' : 'sell';
  }

  /** As it was dealt. */
  get terms(): DealtTerms {
    const { side, rate, boardRate, unit, sold, bought } = this;
    return { side, foreign: side === 'sell' ? sold : bought, rate, boardRate, unit };
  }

  /** @throws Error at par */
  get worst(): Rate {
    if (this.worstRate === null) throw new Error(`Conversion ${this.id} has no bound`);
    return { rate: this.worstRate, unit: this.unit };
  }
}
