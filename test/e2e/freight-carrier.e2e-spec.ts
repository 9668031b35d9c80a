import { randomUUID } from 'node:crypto';

import { parseId } from '../../src/kernel/ids.js';
import { type Booking, FreightDesk, HELD_BY_CUSTOMS, notification, transportEvent } from '../support/freight-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
let desk: FreightDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = new FreightDesk(platform, await platform.tenant());
});

afterAll(async () => {
  await platform.stop();
});

describe('What the carrier says twice, late, out of order or not at all', () => {
  it.each([
    'SBX-CARRIER-TWICE',
    'SBX-CARRIER-DISORDER',
    'SBX-CARRIER-ROLLED',
    'SBX-CARRIER-HANGUP',
    'SBX-CARRIER-DOWN-ONCE',
  ])('%s: it comes to the same end, told once', async (word) => {
    const { id } = await desk.booking(await desk.place({ word }), 'completed');
    const told = await desk.typesOf(id);
    for (const type of ['booking.confirmed', 'shipment.departed', 'shipment.arrived', 'booking.completed']) {
      expect([type, told.filter((one) => one === type).length]).toEqual([type, 1]);
    }
    expect(await desk.takenByCarrier(id)).toBe(1);
    expect(Object.keys(await desk.booked(id))).toHaveLength(4);
  });

  it('is sent again when the carrier was down, with one effect', async () => {
    await desk.carrierIs({ down: true });
    const orderId = await desk.place({ order: HELD_BY_CUSTOMS });
    const { id } = await desk.booking(orderId, 'requested');
    await eventually(
      () => platform.rows(`SELECT 1 FROM platform.partner_exchange WHERE reference = $1 AND status = 503`, [id]),
      (tries) => tries.length > 0,
    );
    await desk.carrierIs({});
    await desk.booking(orderId, 'confirmed');
    expect(await desk.takenByCarrier(id)).toBe(1);
  });

  it('is asked for when it was lost', async () => {
    const orderId = await desk.place({ word: 'SBX-CARRIER-LOST', order: HELD_BY_CUSTOMS });
    const { id } = await desk.booking(orderId, 'received');
    await eventually(
      () => desk.later(id),
      ({ state }) => state === 'confirmed',
    );
  });

  it('is overdue when it never comes, once, and is asked for again and again', async () => {
    const slow = new FreightDesk(platform, await platform.tenant('Slow'));
    const { id } = await slow.booking(await slow.place({ word: 'SBX-CARRIER-NEVER' }), 'received');
    await platform.rows(`UPDATE platform.tenant SET test_clock = now() + interval '1 hour' WHERE id = $1`, [
      slow.tenant.tenantId,
    ]);
    const late = await eventually(
      () => slow.later(id),
      ({ overdue }) => overdue,
    );
    expect(late.state).toBe('received');
    await eventually(
      async () => {
        await slow.later(id);
        return platform.rows<{ asks: number }>(`SELECT asks FROM freight.booking WHERE id = $1`, [
          parseId('booking', id),
        ]);
      },
      ([row]) => (row?.asks ?? 0) >= 3,
    );
    expect(await slow.countOf(id, 'booking.overdue')).toBe(1);
  });

  it('changes nothing when it is older than what is known', async () => {
    const known = await desk.booking(await desk.place({ order: HELD_BY_CUSTOMS }), 'confirmed');
    const { id, carrierBookingRequestReference } = known;
    await desk.callBack(notification({ bookingStatus: 'RECEIVED', carrierBookingRequestReference }, -60));
    await desk.callBack(notification({ bookingStatus: 'PENDING_UPDATE', carrierBookingRequestReference }, 60));
    await desk.callBack([transportEvent(known, 'DEPA', 'EST', '2026-12-24T18:00:00+08:00')]);
    const now = await desk.until(id, ({ departure }) => departure.estimated === '2026-12-24T10:00:00.000Z');
    expect(now).toMatchObject({ state: 'confirmed', bookingStatus: 'CONFIRMED' });
    expect(await desk.countOf(id, 'booking.confirmed')).toBe(1);
  });

  it('is made up for by asking when a later word comes first, and without its facts', async () => {
    const known = await desk.booking(await desk.place(), 'completed');
    // As if the request had been taken, and nothing been heard since.
    await platform.rows(
      `UPDATE freight.booking SET state = 'received', carrier_booking_reference = NULL, transport_document_reference = NULL,
              vessel_name = NULL, last_reported_at = NULL, departed_at = NULL, arrived_at = NULL, expected_by = now()
       WHERE id = $1`,
      [parseId('booking', known.id)],
    );
    await platform.rows(`DELETE FROM freight.milestone WHERE booking_id = $1`, [parseId('booking', known.id)]);
    const before = (await desk.typesOf(known.id)).length;
    const { carrierBookingRequestReference } = known;
    await desk.callBack(notification({ bookingStatus: 'COMPLETED', carrierBookingRequestReference }, 60));
    const done = await desk.until(known.id, ({ state }) => state === 'completed');
    expect(done).toMatchObject({
      carrierBookingReference: known.carrierBookingReference,
      transportDocumentReference: known.transportDocumentReference,
      vesselName: known.vesselName,
    });
    const told = (await desk.typesOf(known.id)).slice(before);
    expect(told.filter((type) => type !== 'shipment.milestone')).toEqual([
      'booking.confirmed',
      'shipment.departed',
      'shipment.arrived',
      'booking.completed',
    ]);
  });

  it('about ships is made up for likewise: a departure before the confirmation', async () => {
    const orderId = await desk.place({ order: HELD_BY_CUSTOMS });
    const known = await desk.booking(orderId, 'confirmed');
    await platform.rows(
      `UPDATE freight.booking SET state = 'received', carrier_booking_reference = NULL WHERE id = $1`,
      [parseId('booking', known.id)],
    );
    await desk.callBack([transportEvent(known, 'DEPA', 'ACT')]);
    const sailed = await desk.until(known.id, ({ departure }) => departure.actual !== null);
    expect(sailed).toMatchObject({
      state: 'confirmed',
      carrierBookingReference: known.carrierBookingReference,
    });
  });
});

describe('Milestones', () => {
  it('that the carrier takes back no longer count, whichever of the two comes first', async () => {
    const known = await desk.booking(await desk.place({ order: HELD_BY_CUSTOMS }), 'confirmed');
    const wrong = transportEvent(known, 'ARRI', 'ACT');
    const departed = transportEvent(known, 'DEPA', 'ACT');
    await desk.callBack([{ eventID: randomUUID(), retractedEventID: wrong.eventID }]);
    await desk.callBack([wrong]);
    await desk.callBack([departed]);
    await desk.until(known.id, ({ departure }) => departure.actual !== null);
    expect((await desk.read(known.id)).body.arrival.actual).toBeNull();
    expect(await desk.countOf(known.id, 'shipment.arrived')).toBe(0);

    await desk.callBack([{ metadata: { eventID: randomUUID(), retractedEventID: departed.eventID } }]);
    await desk.until(known.id, ({ departure }) => departure.actual === null);
    await desk.callBack([transportEvent(known, 'DEPA', 'ACT', '2026-12-06T02:00:00+08:00')]);
    await desk.until(known.id, ({ departure }) => departure.actual === '2026-12-05T18:00:00.000Z');
    expect(await desk.countOf(known.id, 'shipment.departed')).toBe(1);
    const listed = await desk.client.get<{ data: { id: string; retractedAt: string | null }[] }>(
      `/v1/freight/bookings/${known.id}/events?classifier=ACT`,
    );
    const retracted = listed.body.data.filter(({ retractedAt }) => retractedAt !== null).map(({ id }) => id);
    expect(new Set(retracted)).toEqual(new Set([wrong.eventID, departed.eventID]));
  });

  it('and their retraction in the same moment leave nothing that counts', async () => {
    const known = await desk.booking(await desk.place({ order: HELD_BY_CUSTOMS }), 'confirmed');
    const wrong = Array.from({ length: 12 }, () => transportEvent(known, 'DEPA', 'ACT'));
    await Promise.all(
      wrong.flatMap((event) => [
        desk.callBack([event]),
        desk.callBack([{ eventID: randomUUID(), retractedEventID: event.eventID }]),
      ]),
    );
    const counted = () =>
      platform.rows<{ kept: number; retracted: number }>(
        `SELECT count(*)::int AS kept, count(retracted_at)::int AS retracted FROM freight.milestone
         WHERE booking_id = $1 AND classifier = 'ACT'`,
        [parseId('booking', known.id)],
      );
    await eventually(counted, ([row]) => row?.kept === 12 && row.retracted === 12);
    expect((await desk.read(known.id)).body.departure.actual).toBeNull();
  });

  it('of no booking of ours, and words that cannot be read, wait for a person', async () => {
    const buried = () =>
      platform.rows<{ error_code: string }>(
        `SELECT error_code FROM platform.dead_letter WHERE queue = 'freight.take-notification' ORDER BY error_code`,
      );
    const stranger = { id: 'bkg_01jdq3x7k2e9ta6v0m8r4c5wzb', carrierBookingReference: 'SBK0' };
    await desk.callBack(notification({ bookingStatus: 'RECEIVED', carrierBookingReference: 'SBK0' }));
    await desk.callBack([transportEvent(stranger, 'DEPA', 'ACT')]);
    await desk.callBack('no JSON');
    await desk.callBack(notification({ bookingStatus: 'PARKED' }));
    const dead = await eventually(buried, (found) => found.length === 3);
    expect(dead.map(({ error_code }) => error_code)).toEqual([
      'FREIGHT.UNKNOWN_BOOKING',
      'FREIGHT.UNREADABLE_MESSAGE',
      'FREIGHT.UNREADABLE_MESSAGE',
    ]);
  });
});

describe('Bookings', () => {
  it('are listed by state and found by the carrier’s number, by their own tenant only', async () => {
    const known = await desk.booking(await desk.place({ order: HELD_BY_CUSTOMS }), 'confirmed');
    const found = await desk.client.get<{ data: Booking[] }>(
      `/v1/freight/bookings?state=confirmed,completed&carrierBookingReference=${known.carrierBookingReference ?? ''}`,
    );
    expect(found.body.data.map(({ id }) => id)).toEqual([known.id]);
    const stranger = new FreightDesk(platform, await platform.tenant('Stranger'));
    expect((await stranger.read(known.id)).status).toBe(404);
    expect((await stranger.cancel(known.id)).status).toBe(404);
    expect((await stranger.client.get<{ data: unknown[] }>('/v1/freight/bookings')).body.data).toEqual([]);
    expect((await stranger.client.get(`/v1/freight/bookings/${known.id}/events`)).status).toBe(404);
    expect((await desk.client.get('/v1/freight/bookings?state=lost')).status).toBe(400);
    expect((await desk.client.get('/v1/freight/bookings?colour=red')).status).toBe(400);
    expect((await desk.read(known.id)).headers['etag']).toMatch(/^"\d+"$/);
  });
});
