import { type Tx } from '../../platform/database/session.js';
import { enqueue, publish } from '../../platform/outbox/outbox.js';
import { type Booking } from '../entities/booking.entity.js';
import { ASK_CARRIER } from '../jobs/freight.job.js';

/** Something new was said or asked for: by when the next word is expected, and who asks if it does not come. */
export function expectNext(tx: Tx, booking: Booking): void {
  booking.expectNext(tx.now, tx.livemode);
  armAsk(tx, booking);
}

/** The carrier was asked and had nothing new: ask again later, and say so once it is late. */
export function noteSilence(tx: Tx, booking: Booking): void {
  const { id, orderId, state, expectedBy } = booking;
  const isLate = booking.noteSilence(tx.now, tx.livemode);
  if (isLate && expectedBy !== null) {
    publish(tx, {
      type: 'freight.booking.overdue',
      resource: { type: 'booking', id },
      orderId,
      data: { state, expectedBy: expectedBy.toISOString() },
    });
  }
  armAsk(tx, booking);
}

/** Orders the one job that asks, unless one is under way that comes soon enough. */
export function armAsk(tx: Tx, booking: Booking): void {
  const dueAt = booking.armAsk();
  if (dueAt === null) return;
  enqueue(tx, ASK_CARRIER, { bookingId: booking.id, dueAt: dueAt.toISOString() }, { dueAt });
}
