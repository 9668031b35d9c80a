import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { DuesReturns } from '../application/dues/dues-returns.js';
import { onFreightReleased } from './fx.job.js';

/** The freight of a booking that ended is owed no more: what was taken for it is the seller's again. */
@Injectable()
export class OnFreightReleasedProcessor extends Subscriber {
  readonly job = onFreightReleased;

  readonly hearing: Hearing = {
    'freight.booking.cancelled': (tx, { id, orderId }) => this.released(tx, id, orderId),
    'freight.booking.rejected': (tx, { id, orderId }) => this.released(tx, id, orderId),
  };

  constructor(
    deliveries: Deliveries,
    private readonly returns: DuesReturns,
  ) {
    super(deliveries);
  }

  private async released(tx: Tx, eventId: string, orderId: string | null): Promise<void> {
    if (orderId !== null) await this.returns.giveBack(tx, { eventId, orderId });
  }
}
