import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { fromReview } from '../../domain/refunds/refund-rule.js';
import { type CollectionRefund } from '../../entities/collection-refund.entity.js';
import { Collection } from '../../entities/collection.entity.js';
import { FundReviews } from '../safe/fund-reviews.js';
import { lockAccount } from '../collections/collection-rows.js';

/** Where the money of a refund stands: set aside while it is on its way, and the collection's again where it did not arrive. */
@Injectable()
export class RefundMoney {
  constructor(
    private readonly reviews: FundReviews,
    private readonly ledger: Ledger,
  ) {}

  /** The receipt of a refund; who holds its account's row is the only one to use it. */
  async lock(
    tx: Tx,
    { accountId, collectionId }: Pick<CollectionRefund, 'accountId' | 'collectionId'>,
  ): Promise<Collection> {
    await lockAccount(tx, { id: accountId });
    const collection = await tx.lock(Collection, collectionId);
    if (collection === null) throw new Error(`Collection ${collectionId} is gone`);
    return collection;
  }

  /**
   * Holds it for this refund. What is under review is taken out of it first.
   * @returns the hold, and what was under review
   * @throws InsufficientFundsError when the seller's funds were used otherwise
   */
  async setAside(
    tx: Tx,
    { id: collectionId, partyId }: Collection,
    { refundId, amount }: { readonly refundId: string; readonly amount: Money },
  ): Promise<{ readonly holdId: string; readonly fromReview: Money }> {
    const review = await this.reviews.lockOf(tx, collectionId);
    const zero = Money.zero(amount.currency);
    const part =
      review === null
        ? zero
        : fromReview(amount, {
            held: review.held,
            awaited: await this.reviews.awaited(tx, collectionId, amount.currency),
          });
    if (review !== null && !part.isZero()) {
      await this.move(tx, { key: `fx.refund-released/${refundId}`, kind: 'fx.refund-released', partyId, amount: part });
      await this.reviews.takeOut(tx, review, part);
    }
    const account = { code: 'client_funds', partyId } as const;
    const hold = { key: `fx.collection-refund/${refundId}`, account, amount, orderId: null };
    return { holdId: await this.ledger.hold(tx, hold), fromReview: part };
  }

  /** It did not go, or has come back, and is in the seller's funds: what was under review is so again. */
  async giveBack(
    tx: Tx,
    refund: CollectionRefund,
    collection: Collection,
    from: 'refunding' | 'refunded',
  ): Promise<void> {
    if (!collection.regain(refund.amount, from, tx.now)) return;
    await tx.store(Collection, collection);
    const { id, partyId, fromReview: amount } = refund;
    const review = amount.isZero() ? null : await this.reviews.lockOf(tx, refund.collectionId);
    if (review === null) return;
    await this.move(tx, {
      key: `fx.refund-held-again/${id}`,
      kind: 'fx.refund-held-again',
      partyId,
      amount: amount.negated(),
    });
    await this.reviews.putBack(tx, review, amount);
  }

  private async move(
    tx: Tx,
    {
      key,
      kind,
      partyId,
      amount,
    }: { readonly key: string; readonly kind: string; readonly partyId: string; readonly amount: Money },
  ): Promise<void> {
    await this.ledger.post(tx, {
      ...{ key, kind },
      valueDate: dateInZone(tx.now, CHINA),
      postings: [
        { account: { code: 'funds_under_review', partyId }, amount },
        { account: { code: 'client_funds', partyId }, amount: amount.negated() },
      ],
    });
  }
}
