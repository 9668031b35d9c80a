import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CollectionClaims } from '../application/collection-claims.service.js';
import { FOLLOW_COLLECTION, type FollowCollection } from './tax-refund.job.js';

/** Tells the claim of an order how its collection stands. */
@Injectable()
export class FollowCollectionProcessor extends Processor<FollowCollection> {
  readonly job = FOLLOW_COLLECTION;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly claims: CollectionClaims,
  ) {
    super();
  }

  override async process(delivery: Delivery<FollowCollection>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.claims.follow(tx, delivery.payload.orderId));
  }
}
