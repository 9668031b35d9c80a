import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Bookings } from '../application/bookings.service.js';
import { CutOffs } from '../application/cut-offs.service.js';
import { type AskPayload, EXPIRE_CUT_OFFS } from './freight.job.js';

/** Warns of the cut-offs of one booking when they come near, and once more when they have passed. */
@Injectable()
export class ExpireCutOffs extends Processor<AskPayload> {
  readonly job = EXPIRE_CUT_OFFS;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly bookings: Bookings,
    private readonly cutOffs: CutOffs,
  ) {
    super();
  }

  override async process(delivery: Delivery<AskPayload>): Promise<void> {
    const { bookingId, dueAt } = delivery.payload;
    const booking = await this.deliveries.read(delivery, (view) => this.bookings.get(view, bookingId));
    if (booking.cutOffsArmedFor?.toISOString() !== dueAt) return; // another took its place
    await this.deliveries.once(delivery, (tx) => this.cutOffs.pass(tx, bookingId));
  }
}
