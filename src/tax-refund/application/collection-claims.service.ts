import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { collectionStanding, withCollection } from '../domain/claim-collection.js';
import { Claim } from '../entities/claim.entity.js';
import { claimOfOrder } from '../entities/collection-standing.table.js';
import { RefundCase } from '../entities/refund-case.entity.js';
import { announceCollectionUndone } from './claim-news.js';
import { Claims, isWindowClosed } from './claims.service.js';

/**
 * What a claim hears of the collection behind it. What the bureau does not have waits until it is collected again; what it has is
 * warned of. The order says how it stands now, so that nothing depends on what was heard first.
 */
@Injectable()
export class CollectionClaims {
  constructor(private readonly claims: Claims) {}

  async follow(tx: Tx, orderId: string): Promise<void> {
    const claimId = await claimOfOrder(tx, orderId);
    const claim = claimId === null ? null : await tx.lock(Claim, claimId);
    // After the claim is held: whoever changes the case orders this once more.
    const refundCase = await tx.find(RefundCase, orderId);
    // A claim in advance was never made on a collection.
    if (claim === null || refundCase === null || claim.businessType !== null) return;
    const standing = collectionStanding(refundCase, claim.collectBy);
    const { checks, isNews } = withCollection(claim.checks, standing);
    if (isNews) claim.recheck(checks, tx);
    if (refundCase.collection === null) {
      if (claim.state === 'matched' && claim.held?.rule !== 'not_collected') await this.claims.mayLeave(tx, claim);
      else if (isNews && standing.reopening !== null) announceCollectionUndone(tx, claim, standing.reopening);
    } else {
      await this.goOn(tx, claim);
    }
    await tx.store(Claim, claim);
  }

  /** What was kept back for its collection alone is filed, as everything is that nothing keeps back. */
  private async goOn(tx: Tx, claim: Claim): Promise<void> {
    if (claim.state !== 'matched' || claim.held?.rule !== 'not_collected' || isWindowClosed(tx, claim)) return;
    if (await this.claims.mayLeave(tx, claim)) await this.claims.leave(tx, claim);
  }
}
