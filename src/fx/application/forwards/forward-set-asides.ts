import { Injectable } from '@nestjs/common';

import { Money } from '../../../kernel/money.js';
import { type Tx } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { toSetAside } from '../../domain/forwards/set-aside.js';
import { Forward } from '../../entities/forward.entity.js';
import { passSetAside } from '../../jobs/forward.job.js';
import { ForwardDeposits } from './forward-deposits.js';
import { openForwards } from './open-forwards.js';

/** CNY that would go to a seller and is kept for the price of what it has bought forward, so that it can be delivered. */
@Injectable()
export class ForwardSetAsides {
  constructor(private readonly deposits: ForwardDeposits) {}

  /** For what falls due first, first. The order's debt is held. @returns what is left of the money */
  async takeFrom(tx: Tx, orderId: string, released: Money): Promise<Money> {
    let left = released;
    const bought = (await openForwards(tx, { orderId })).filter(({ side }) => side === 'buy');
    for (const { id } of bought) {
      const forward = await tx.lock(Forward, id);
      const part = forward === null ? Money.zero(left.currency) : toSetAside(left, forward.heldForPrice);
      if (forward === null || part.isZero()) continue;
      forward.putAside(forward.setAside.plus(part));
      await this.deposits.keep(tx, forward);
      await tx.store(Forward, forward);
      left = left.minus(part);
    }
    return left;
  }
}

/** What is free again goes where it would have gone: to other dues, then to the seller. */
export function passFreed(
  tx: Tx,
  { orderId, partyId }: Forward,
  { causeId, freed }: { causeId: string; freed: Money },
): void {
  // Of dues on no order nothing was kept back from anybody: what is no longer held is the seller's as it was.
  if (!freed.isZero() && orderId !== null)
    enqueue(tx, passSetAside, { causeId, orderId, partyId, amount: freed.toJSON() });
}
