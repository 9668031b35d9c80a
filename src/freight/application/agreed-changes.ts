import { type View } from '../../platform/database/session.js';
import { type BookingChanges } from '../domain/booking-change.js';

const CONFIRMED_CHANGES = `
  SELECT changes FROM freight.booking_change
  WHERE tenant_id = $1 AND booking_id = $2 AND state = 'confirmed' ORDER BY id`;

/** What the carrier has agreed to change of a booking, the oldest first. */
export async function agreedChanges(view: View, bookingId: string): Promise<BookingChanges[]> {
  const rows = await view.query<{ changes: BookingChanges }>(CONFIRMED_CHANGES, [view.tenantId, bookingId]);
  return rows.map(({ changes }) => changes);
}
