import { Check, Column, Entity } from 'typeorm';

import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Wire } from '../../kernel/wire.js';
import { oneOf } from '../../platform/database/checks.js';
import { DecimalColumn, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type ContainerPlan } from '../domain/container-plan.js';
import { type Measures } from '../domain/consignment.js';
import { type Consignment } from '../domain/offers/consignment-facts.js';
import { type MissingOffer, type Offer } from '../domain/offers/offer.js';
import { type Ranking, RANKINGS } from '../domain/offers/ranking.js';
import { type MoneyJson } from '../../kernel/money.js';

export type OfferRecord = Wire<Offer> & {
  readonly rank: number;
  readonly score: string;
  readonly total: MoneyJson | null;
  readonly validUntil: string;
};

export type GoodsRecord = Wire<
  Pick<Consignment, 'pieces' | 'nature' | 'incoterm' | 'goodsValue' | 'storageDays' | 'units'>
> & {
  readonly measures: Wire<Measures>;
};

export interface ExchangeRecord {
  readonly currency: string;
  readonly rate: string;
  /** Who says so: `request` for the caller. */
  readonly source: string;
}

/** What every way of carriage came to for one shipment, as it was offered; it never changes. */
@Entity({ schema: 'freight', name: 'comparison' })
@Check('ck_comparison_ranking', oneOf('ranking', RANKINGS))
export class Comparison implements Versioned {
  @TenantKey('comparison')
  readonly tenantId!: string;

  @TenantKey('comparison')
  readonly id!: string;

  @Column('char', { length: 5 })
  readonly origin!: string;

  @Column('char', { length: 5 })
  readonly destination!: string;

  @Column('date')
  readonly readyOn!: LocalDate;

  @Column('char', { length: 3 })
  readonly currency!: string;

  @Column('text')
  readonly ranking!: Ranking;

  @DecimalColumn()
  readonly costWeight!: Decimal;

  @Column('jsonb')
  readonly goods!: GoodsRecord;

  @Column('jsonb')
  readonly exchange!: readonly ExchangeRecord[];

  @Column('jsonb')
  readonly offers!: readonly OfferRecord[];

  @Column('jsonb')
  readonly missing!: Wire<readonly MissingOffer[]>;

  @Column('jsonb')
  readonly plan!: Wire<ContainerPlan>;

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static given(facts: Omit<Comparison, 'version' | 'updatedAt'>): Comparison {
    return Object.assign(new Comparison(), { ...facts, version: 1, updatedAt: facts.createdAt });
  }
}
