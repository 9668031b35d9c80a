import { Check, Column, Entity } from 'typeorm';

import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { CASE_MACHINE, CASE_STATES, type CaseCommand, type CaseState } from '../domain/case-status.js';
import {
  afterCollected,
  afterUndone,
  type CollectedNews,
  type CollectionLog,
  NOTHING_HEARD,
  type UndoneNews,
} from '../domain/collection-news.js';
import { type ClearedDeclaration, type Collection, withCleared } from '../domain/export-facts.js';
import { type Finding, type Missing } from '../domain/finding.js';
import { type Suggestion } from '../domain/match-suggestions.js';
import { laterSales, type OverseasSales } from '../domain/overseas-advance.js';
import { type Regime, REGIMES } from '../domain/regime.js';

/** The refund of one order while its facts come together. Its id is the order's. */
@Entity({ schema: 'tax_refund', name: 'refund_case' })
@Check('ck_refund_case_state', oneOf('state', CASE_STATES))
@Check('ck_refund_case_regime', oneOf('regime', REGIMES))
export class RefundCase implements Versioned {
  @TenantKey('refund_case')
  readonly tenantId!: string;

  @TenantKey('refund_case')
  readonly id!: string;

  @Column('text')
  readonly orderReference!: string;

  @Column('uuid')
  readonly sellerId!: string;

  @Column('text')
  readonly regime!: Regime;

  @Column('text')
  readonly state!: CaseState;

  /** What customs has cleared, by the parts of the order; none before. */
  @Column('jsonb')
  readonly declarations!: readonly ClearedDeclaration[];

  /** Parts of the order that were given up: nothing is exported under them. */
  @Column('jsonb')
  readonly givenUpParts!: readonly number[];

  /** Null until the buyer has paid, and while what it had paid is owed again. */
  @Column('jsonb', { nullable: true })
  readonly collection!: Collection | null;

  /** The receipts behind it, and since when it is owed again. */
  @Column('jsonb', { default: NOTHING_HEARD })
  readonly collectionLog!: CollectionLog;

  /** Of goods in a warehouse abroad: what was sold of them, by declaration; none until that is told. */
  @Column('jsonb')
  readonly overseasSales!: readonly OverseasSales[];

  /** Why consumption tax is not claimed; null where it is. */
  @Column('text', { nullable: true })
  readonly consumptionTaxWaiver!: string | null;

  /** What is still waited for, as of the last look. */
  @Column('jsonb')
  readonly missing!: readonly Missing[];

  @Column('jsonb')
  readonly checks!: readonly Finding[];

  /** What would let the lines match that did not at the last look. */
  @Column('jsonb', { default: [] })
  readonly suggestions!: readonly Suggestion[];

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  clear(declaration: ClearedDeclaration, now: Date): void {
    Object.assign(this, { declarations: withCleared(this, declaration), updatedAt: now });
  }

  /** Nothing is exported under a part of the order. */
  giveUpPart(part: number, now: Date): void {
    Object.assign(this, { givenUpParts: [...new Set([...this.givenUpParts, part])], updatedAt: now });
  }

  collect(news: CollectedNews, now: Date): void {
    Object.assign(this, { ...afterCollected(this, news), updatedAt: now });
  }

  /** A receipt does not pay for the order, after all. */
  undoReceipt(news: UndoneNews, now: Date): void {
    Object.assign(this, { ...afterUndone(this, news), updatedAt: now });
  }

  /** Settles nothing by itself: it is what the settlement is reckoned by. */
  account(news: OverseasSales, now: Date): void {
    Object.assign(this, { overseasSales: laterSales(this.overseasSales, news), updatedAt: now });
  }

  /** Keeps what the last look at the facts has shown. */
  note(missing: readonly Missing[], checks: readonly Finding[], now: Date): void {
    Object.assign(this, { missing, checks, updatedAt: now });
  }

  suggest(suggestions: readonly Suggestion[]): void {
    Object.assign(this, { suggestions });
  }

  waiveConsumptionTax(consumptionTaxWaiver: string, now: Date): void {
    this.become('waive_consumption_tax', now);
    Object.assign(this, { consumptionTaxWaiver });
  }

  claim(now: Date): void {
    this.become('claim', now);
  }

  reopen(now: Date): void {
    this.become('reopen', now);
  }

  /** Nothing is waited for any more. */
  close(now: Date): void {
    this.become('close', now);
    this.note([], this.checks, now);
    this.suggest([]);
  }

  private become(command: CaseCommand, now: Date): void {
    Object.assign(this, { state: CASE_MACHINE.next(this.state, command), updatedAt: now });
  }
}
