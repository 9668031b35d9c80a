import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { type AccountCode, Ledger } from '../../../ledger/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, type DatedPageQuery, equal, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { SAY } from '../../domain/safe/safe.sentences.js';
import { Allocation } from '../../entities/allocation.entity.js';
import { type Collection } from '../../entities/collection.entity.js';
import { readSettings } from '../../entities/currency-control.table.js';
import { classOn } from '../../entities/enterprise-classes.table.js';
import { FundsReview } from '../../entities/funds-review.entity.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { type TradeCheck } from '../../entities/trade-check.entity.js';
import { convertAllocation } from '../../jobs/fx.job.js';
import { TradeChecks } from './trade-checks.js';

export interface FundsReviewFilter {
  readonly state?: string | undefined;
  readonly partyId?: string | undefined;
  readonly collectionId?: string | undefined;
}

/** Shares of an order that are still in the account under review. */
const HELD_SHARES = `
  SELECT a.id AS "allocationId", r.id AS "reviewId" FROM fx.allocation a
  JOIN fx.funds_review r ON r.tenant_id = a.tenant_id AND r.collection_id = a.collection_id
  WHERE a.tenant_id = $1 AND a.order_id = $2
    AND NOT EXISTS (SELECT FROM fx.funds_release f WHERE f.tenant_id = a.tenant_id AND f.allocation_id = a.id)
  ORDER BY r.id, a.id`;
const RELEASE = `INSERT INTO fx.funds_release (tenant_id, allocation_id, review_id, created_at) VALUES ($1, $2, $3, $4)`;
const UNCONVERTED = `
  SELECT id FROM fx.allocation WHERE tenant_id = $1 AND order_id = $2 AND conversion_id IS NULL ORDER BY id`;

/** Money that has to wait in the account under review (待核查账户) until the trade behind it is shown. */
@Injectable()
export class FundReviews {
  constructor(
    private readonly checks: TradeChecks,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Where a receipt is credited: foreign currency of classes B and C first to the account under review; of class A where the
   * tenant wants it so.
   */
  async accountOf(view: View, { partyId, amount, bookedOn }: Collection): Promise<AccountCode> {
    if (amount.currency === HOME) return 'client_funds';
    const fact = await classOn(view, partyId, bookedOn);
    if ((fact?.enterpriseClass ?? 'A') !== 'A') return 'funds_under_review';
    return (await readSettings(view)).classAUnderReview ? 'funds_under_review' : 'client_funds';
  }

  /** Keeps that a receipt, which is stored now, was credited there. */
  async note(tx: Tx, collection: Collection, account: AccountCode): Promise<void> {
    if (account !== 'funds_under_review') return;
    const { id: collectionId, partyId, amount, bookedOn } = collection;
    const enterpriseClass = (await classOn(tx, partyId, bookedOn))?.enterpriseClass ?? 'A';
    const facts = { tenantId: tx.tenantId, id: newId(), collectionId, partyId, enterpriseClass, amount, now: tx.now };
    const review = FundsReview.hold(facts);
    await tx.insert(FundsReview, review);
    publish(tx, {
      type: 'fx.funds_review.held',
      resource: { type: 'fundsReview', id: review.id },
      creates: true,
      changed: ['state'],
      data: { amount: amount.toJSON(), enterpriseClass, collectionId: publicId('collection', collectionId) },
    });
    this.audit(tx, review, 'held', null);
  }

  /** Whether a receipt was credited to the account under review. Dues are not taken from it then: they are paid from the CNY. */
  async isUnderReview(view: View, collectionId: string): Promise<boolean> {
    return view.manager.existsBy(FundsReview, { tenantId: view.tenantId, collectionId });
  }

  /**
   * Facts of an order have changed: its trade is looked at anew, and where it is shown, its money may be used.
   * @param receivable locked
   */
  async judge(tx: Tx, receivable: Receivable): Promise<TradeCheck> {
    const check = await this.checks.judge(tx, receivable);
    if (check.isOpen) await this.free(tx, receivable);
    return check;
  }

  /** The money of an order may be used: what is under review is released, what waits is converted. */
  async free(tx: Tx, receivable: Receivable): Promise<void> {
    const shares = await tx.query<{ allocationId: string; reviewId: string }>(HELD_SHARES, [
      tx.tenantId,
      receivable.id,
    ]);
    for (const { allocationId, reviewId } of shares) await this.release(tx, receivable, allocationId, reviewId);
    if (receivable.conversion !== 'automatic' || receivable.expected.currency === HOME) return;
    for (const { id } of await tx.query<{ id: string }>(UNCONVERTED, [tx.tenantId, receivable.id])) {
      enqueue(tx, convertAllocation, { allocationId: id });
    }
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<FundsReview> {
    const review = await view.find(FundsReview, id);
    if (review === null) throw new ResourceNotFoundError(SAY.no_such_review);
    return review;
  }

  list(view: View, query: DatedPageQuery, filter: FundsReviewFilter): Promise<Page<FundsReview>> {
    const { state, partyId, collectionId } = filter;
    const conditions = [
      ...among('state', state),
      ...equal('party_id', partyId),
      ...equal('collection_id', collectionId),
    ];
    return entityPage(view, FundsReview, { table: 'fx.funds_review', query, conditions });
  }

  private async release(tx: Tx, receivable: Receivable, allocationId: string, reviewId: string): Promise<void> {
    const [review, allocation] = [await tx.lock(FundsReview, reviewId), await tx.find(Allocation, allocationId)];
    if (review === null || allocation === null) throw new Error(`Share ${allocationId} is of no review`);
    const { state: from, partyId } = review;
    const { amount } = allocation;
    await tx.query(RELEASE, [tx.tenantId, allocationId, reviewId, tx.now]);
    review.release(amount, tx.now);
    await this.ledger.post(tx, {
      kind: 'fx.review-released',
      key: `fx.review-released/${allocationId}`,
      orderId: receivable.id,
      valueDate: dateInZone(tx.now, CHINA),
      postings: [
        { account: { code: 'funds_under_review', partyId }, amount },
        { account: { code: 'client_funds', partyId }, amount: amount.negated() },
      ],
    });
    await tx.store(FundsReview, review);
    publish(tx, {
      type: 'fx.funds_review.released',
      resource: { type: 'fundsReview', id: reviewId },
      orderId: receivable.id,
      changed: ['state', 'released'],
      data: { amount: amount.toJSON() },
    });
    this.audit(tx, review, 'released', from);
  }

  private audit(tx: Tx, { id, state }: FundsReview, action: string, from: string | null): void {
    audit(tx, { action: `funds_review.${action}`, resourceType: 'fundsReview', resourceId: id, from, to: state });
  }
}
