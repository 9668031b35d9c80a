import { newId, parseId } from '../../src/kernel/ids.js';
import { type Arrange, asDocumented, inState } from './arrangements.js';
import { PAPERS_ONCE } from './lading-house.js';
import { CONSIGNMENTS_ONCE } from './courier-house.js';

const OPEN_CHANGE = `
  WITH change AS (
    INSERT INTO freight.booking_change (tenant_id, id, booking_id, kind, state, changes, message, version, created_at, updated_at)
    SELECT tenant_id, $2, id, 'amendment', 'received', '{"isPartialLoadAllowed": true}', '{}', 1, now(), now()
    FROM freight.booking WHERE id = $1 RETURNING id)
  UPDATE freight.booking SET open_change_id = $2 WHERE id = $1`;
const NO_CHANGE = `
  WITH closed AS (UPDATE freight.booking_change SET state = 'superseded' WHERE booking_id = $1)
  UPDATE freight.booking SET open_change_id = NULL, cancellation = 'none' WHERE id = $1`;

/** The house's booking, confirmed and with nothing open; with an amendment that the carrier has, where it says so. */
const bookingThat =
  ({ isAmended = false } = {}): Arrange =>
  async (house, endpoint) => {
    const id = parseId('booking', house.idFor(endpoint.path));
    await house.platform.rows(NO_CHANGE, [id]);
    if (isAmended) await house.platform.rows(OPEN_CHANGE, [id, newId()]);
    return inState('freight.booking', 'confirmed', { waits: true })(house, endpoint);
  };

/** How each operation on a booking under way, on its papers, or on a consignment, is done once. */
export const CARRIAGE_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  ['changeBooking', bookingThat()],
  ['reportMilestone', asDocumented],
  ['withdrawBookingAmendment', bookingThat({ isAmended: true })],
  ...PAPERS_ONCE,
  ...CONSIGNMENTS_ONCE,
];

/** An event of a booking that nobody knows. */
export const WAIT_FOR_BOOKING = `INSERT INTO freight.waiting_event (tenant_id, id, event_id, carrier_booking_reference, event, created_at)
   VALUES ($1, gen_random_uuid(), 'stranger', 'SBK0',
           '{"eventId": "stranger", "code": "DEPA", "classifier": "ACT", "at": "2026-12-05T18:12:00+08:00", "location": "CNNGB",
             "references": {"carrierBookingReference": "SBK0", "transportDocumentReference": null}}', now())`;

/** What bookings that went well do not leave. */
export const CARRIAGE_ADDED = [
  `INSERT INTO freight.booking_change (tenant_id, id, booking_id, kind, state, changes, message, version, created_at, updated_at)
   SELECT tenant_id, gen_random_uuid(), id, 'update', 'confirmed', '{"isPartialLoadAllowed": true}', '{}', 1, now(), now()
   FROM freight.booking WHERE tenant_id = $1 LIMIT 1`,
];
