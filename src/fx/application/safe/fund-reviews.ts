import { Injectable } from '@nestjs/common';

import { type Currency } from '../../../kernel/currency.js';
import { newId, publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
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
import { classesOn, classOn } from '../../entities/enterprise-classes.table.js';
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

interface HeldShare {
  readonly allocationId: string;
  readonly reviewId: string;
  readonly orderId: string;
}

const UNDER_REVIEW = `
  SELECT collection_id AS id FROM fx.funds_review WHERE tenant_id = $1 AND collection_id = ANY($2::uuid[])`;
/** Shares of orders that are still in the account under review. */
const HELD_SHARES = `
  SELECT a.id AS "allocationId", r.id AS "reviewId", a.order_id AS "orderId" FROM fx.allocation a
  JOIN fx.funds_review r ON r.tenant_id = a.tenant_id AND r.collection_id = a.collection_id
  WHERE a.tenant_id = $1 AND a.order_id = ANY($2::uuid[]) AND a.undone_at IS NULL
    AND NOT EXISTS (SELECT FROM fx.funds_release f WHERE f.tenant_id = a.tenant_id AND f.allocation_id = a.id)
  ORDER BY r.id, a.id`;
const AWAITED = `
  SELECT coalesce(sum(a.amount_minor), 0)::text AS minor FROM fx.allocation a
  WHERE a.tenant_id = $1 AND a.collection_id = $2 AND a.undone_at IS NULL
    AND NOT EXISTS (SELECT FROM fx.funds_release f WHERE f.tenant_id = a.tenant_id AND f.allocation_id = a.id)`;
const RELEASE = `INSERT INTO fx.funds_release (tenant_id, allocation_id, review_id, created_at) VALUES ($1, $2, $3, $4)`;
const UNCONVERTED = `
  SELECT id FROM fx.allocation
  WHERE tenant_id = $1 AND order_id = ANY($2::uuid[]) AND conversion_id IS NULL AND undone_at IS NULL
    AND amount_minor > dues_minor
  ORDER BY id`;

/** Money that has to wait in the account under review (待核查账户) until the trade behind it is shown. */
@Injectable()
export class FundReviews {
  constructor(
    private readonly checks: TradeChecks,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Where receipts of a seller are credited: foreign currency of classes B and C first to the account under review; of class A
   * where the tenant wants it so.
   * @returns by the id of the receipt
   */
  async accountsOf(
    view: View,
    partyId: string,
    receipts: readonly Collection[],
  ): Promise<ReadonlyMap<string, AccountCode>> {
    const foreign = receipts.filter(({ amount }) => amount.currency !== HOME);
    const classes = await classesOn(
      view,
      partyId,
      foreign.map(({ bookedOn }) => bookedOn),
    );
    const isOfA = ({ bookedOn }: Collection): boolean => (classes.get(bookedOn)?.enterpriseClass ?? 'A') === 'A';
    const needsSettings = foreign.some(isOfA);
    const holdsA = needsSettings && (await readSettings(view)).classAUnderReview;
    const held = new Set(foreign.filter((receipt) => holdsA || !isOfA(receipt)));
    return new Map(receipts.map((receipt) => [receipt.id, held.has(receipt) ? 'funds_under_review' : 'client_funds']));
  }

  /** Keeps that receipts, which are stored now, were credited to the account under review. */
  async hold(tx: Tx, receipts: readonly Collection[]): Promise<void> {
    for (const receipt of receipts) await this.holdOne(tx, receipt);
  }

  /**
   * Which of these receipts were credited to the account under review. Dues are not taken from them then: they are paid from the
   * CNY.
   */
  async underReview(view: View, collectionIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await view.query<{ id: string }>(UNDER_REVIEW, [view.tenantId, collectionIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Facts of an order have changed: its trade is looked at anew, and where it is shown, its money may be used.
   * @param receivable locked
   */
  async judge(tx: Tx, receivable: Receivable): Promise<TradeCheck> {
    const [check] = await this.judgeAll(tx, [receivable]);
    if (check === undefined) throw new Error('One looked at, none judged');
    return check;
  }

  /** @param receivables of one seller, locked. @returns in their order */
  async judgeAll(tx: Tx, receivables: readonly Receivable[]): Promise<TradeCheck[]> {
    const checks = await this.checks.judgeAll(tx, receivables);
    await this.free(
      tx,
      receivables.filter((_, index) => checks[index]?.isOpen === true),
    );
    return checks;
  }

  /** The money of orders may be used: what is under review is released, what waits is converted. */
  async free(tx: Tx, receivables: readonly Receivable[]): Promise<void> {
    if (receivables.length === 0) return;
    const byId = new Map(receivables.map((receivable) => [receivable.id, receivable]));
    for (const share of await tx.query<HeldShare>(HELD_SHARES, [tx.tenantId, [...byId.keys()]])) {
      const receivable = byId.get(share.orderId);
      if (receivable !== undefined) await this.release(tx, receivable, share);
    }
    const automatic = receivables.filter(
      ({ conversion, expected }) => conversion === 'automatic' && expected.currency !== HOME,
    );
    if (automatic.length === 0) return;
    const ids = automatic.map(({ id }) => id);
    for (const { id } of await tx.query<{ id: string }>(UNCONVERTED, [tx.tenantId, ids])) {
      enqueue(tx, convertAllocation, { allocationId: id });
    }
  }

  /** The bank takes a receipt back: what of it is under review still is released, for whoever takes it from the seller's funds. */
  async endOf(tx: Tx, receipt: Collection): Promise<void> {
    const review = await this.lockOf(tx, receipt.id);
    if (review === null || review.held.isZero()) return;
    const { id, partyId, state: from, held } = review;
    review.release(held, tx.now);
    await this.ledger.post(tx, {
      kind: 'fx.review-returned',
      key: `fx.review-returned/${id}`,
      valueDate: dateInZone(tx.now, CHINA),
      postings: [
        { account: { code: 'funds_under_review', partyId }, amount: held },
        { account: { code: 'client_funds', partyId }, amount: held.negated() },
      ],
    });
    await tx.store(FundsReview, review);
    this.announce(tx, review, null, held);
    this.audit(tx, review, 'returned', from);
  }

  /** Of a receipt that was credited to the account under review; null of any other. */
  lockOf(tx: Tx, collectionId: string): Promise<FundsReview | null> {
    return tx.manager.findOne(FundsReview, {
      where: { tenantId: tx.tenantId, collectionId },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** What orders that a receipt pays for wait for, in the account under review. */
  async awaited(view: View, collectionId: string, currency: Currency): Promise<Money> {
    const [row] = await view.query<{ minor: string }>(AWAITED, [view.tenantId, collectionId]);
    return Money.ofMinor(BigInt(row?.minor ?? 0), currency);
  }

  /** So much goes back to the payer, and is under review no more. The caller books it. */
  async takeOut(tx: Tx, review: FundsReview, amount: Money): Promise<void> {
    const { state: from } = review;
    review.release(amount, tx.now);
    await tx.store(FundsReview, review);
    this.announce(tx, review, null, amount);
    this.audit(tx, review, 'released', from);
  }

  /** It did not get there: it is under review as before. The caller books it. */
  async putBack(tx: Tx, review: FundsReview, amount: Money): Promise<void> {
    const { id, state: from, enterpriseClass, collectionId } = review;
    review.holdAgain(amount, tx.now);
    await tx.store(FundsReview, review);
    publish(tx, {
      type: 'fx.funds_review.held',
      resource: { type: 'fundsReview', id },
      changed: ['state', 'released'],
      data: { amount: amount.toJSON(), enterpriseClass, collectionId: publicId('collection', collectionId) },
    });
    this.audit(tx, review, 'held', from);
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

  private async holdOne(tx: Tx, { id: collectionId, partyId, amount, bookedOn }: Collection): Promise<void> {
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

  private async release(tx: Tx, receivable: Receivable, { allocationId, reviewId }: HeldShare): Promise<void> {
    const [review, allocation] = [await tx.lock(FundsReview, reviewId), await tx.find(Allocation, allocationId)];
    if (review === null || allocation === null) throw new Error(`Share ${allocationId} is of no review`);
    const { state: from, partyId } = review;
    // Of a share that was taken back and given anew, some may be released already.
    const amount = Money.min(allocation.amount, review.held);
    if (amount.isZero()) return;
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
    this.announce(tx, review, receivable.id, amount);
    this.audit(tx, review, 'released', from);
  }

  private announce(tx: Tx, { id }: FundsReview, orderId: string | null, amount: Money): void {
    publish(tx, {
      type: 'fx.funds_review.released',
      resource: { type: 'fundsReview', id },
      orderId,
      changed: ['state', 'released'],
      data: { amount: amount.toJSON() },
    });
  }

  private audit(tx: Tx, { id, state }: FundsReview, action: string, from: string | null): void {
    audit(tx, { action: `funds_review.${action}`, resourceType: 'fundsReview', resourceId: id, from, to: state });
  }
}
