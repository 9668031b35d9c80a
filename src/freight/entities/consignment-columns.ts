import { Column } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type Wire } from '../../kernel/wire.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import {
  type ConsignmentParty,
  type Contents,
  type DeclaredGoods,
  type Paper,
} from '../domain/consignments/consignment-check.js';
import { type ConsignmentState, type WithdrawalState } from '../domain/consignments/consignment-status.js';
import { type ConsignmentWay } from '../domain/consignments/consignment-way.js';
import { type GoodsRecord, type OfferRecord } from './comparison.entity.js';

/** Planned, estimated and actual, side by side. */
type Told = Readonly<Record<'planned' | 'estimated' | 'actual', string | null>>;
export type ConsignmentTimes = Readonly<Record<'collection' | 'departure' | 'delivery', Told>>;

/** What a consignment keeps. What may become of it stands in `Consignment`. */
export abstract class ConsignmentColumns implements Versioned {
  @TenantKey('consignment')
  readonly tenantId!: string;

  @TenantKey('consignment')
  readonly id!: string;

  /** The caller's own. */
  @Column('text', { nullable: true })
  readonly reference!: string | null;

  /** In another module's schema: no foreign key. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('uuid')
  readonly comparisonId!: string;

  @Column('integer')
  readonly offerRank!: number;

  @Column('text')
  readonly way!: ConsignmentWay;

  @Column('text')
  readonly state!: ConsignmentState;

  @Column('text')
  readonly cancellation!: WithdrawalState;

  @Column('text', { nullable: true })
  readonly cancellationReason!: string | null;

  @Column('date')
  readonly departureDate!: LocalDate;

  /** As it was offered: price, times, gateways. */
  @Column('jsonb')
  readonly offer!: OfferRecord;

  /** Pieces, what is special of them, what they come to; as they were compared. */
  @Column('jsonb')
  readonly cargo!: GoodsRecord;

  @Column('jsonb')
  readonly sender!: ConsignmentParty;

  @Column('jsonb')
  readonly recipient!: ConsignmentParty;

  /** What customs are told that it is. */
  @Column('jsonb')
  readonly goods!: Wire<readonly DeclaredGoods[]>;

  @Column('text')
  readonly contents!: Contents;

  @Column('jsonb')
  readonly papers!: readonly Paper[];

  /** The request word for word, so that a repeat is the same to the byte. */
  @Column('text')
  readonly requestMessage!: string;

  @Column('text', { nullable: true })
  readonly courierReference!: string | null;

  /** Air waybill, rail consignment note, number of the first postal item or parcel. */
  @Column('text', { nullable: true })
  readonly waybillNumber!: string | null;

  @Column('jsonb')
  readonly trackingNumbers!: readonly string[];

  @Column('jsonb')
  readonly times!: ConsignmentTimes;

  /** Why it was rejected, cancelled, sent back or lost. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** The same where it was said by us. */
  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  /** Time of the newest report acted on, by the courier's clock. */
  @Column('timestamptz', { nullable: true })
  readonly lastReportedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly overdueAt!: Date | null;

  /** How often the courier was asked since it last told something new. */
  @Column('integer')
  readonly asks!: number;

  @Column('timestamptz', { nullable: true })
  readonly askAt!: Date | null;

  /** When the one job that asks is due. */
  @Column('timestamptz', { nullable: true })
  readonly askArmedFor!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;
}
