import { randomUUID } from 'node:crypto';

import { parseId } from '../../src/kernel/ids.js';
import {
  FreightDesk,
  HELD_BY_CUSTOMS,
  key,
  notification,
  type Problem,
  transportEvent,
} from '../support/freight-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Told {
  readonly source: string;
  readonly at: string;
}
interface Tracked {
  readonly stages: readonly {
    readonly code: string;
    readonly location: string | null;
    readonly equipmentReference: string | null;
    readonly planned: Told | null;
    readonly estimated: Told | null;
    readonly actual: Told | null;
    readonly contradictions: readonly Told[];
  }[];
  readonly lastReportedAt: string | null;
  readonly predictedArrival: { readonly at: string; readonly samples: number } | null;
}

let platform: TestPlatform;
let desk: FreightDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = new FreightDesk(platform, await platform.tenant());
});
afterAll(() => platform.stop());

const confirmed = async () => desk.booking(await desk.place({ order: HELD_BY_CUSTOMS }), 'confirmed');
const tracking = async (id: string) => (await desk.client.get<Tracked>(`/v1/freight/bookings/${id}/tracking`)).body;
const report = (id: string, body: object) =>
  desk.client.post<{ id: string; code: string; source: string } & Problem>(
    `/v1/freight/bookings/${id}/events`,
    { source: 'terminal', scheme: 'dcsa', classifier: 'ACT', at: '2026-12-06T09:30:00+08:00', ...body },
    key(),
  );
const BOX = 'SBXU7950018';
const boxEvent = (
  of: { carrierBookingReference: string | null },
  code: string,
  at: string,
  { location = 'DEHAM', writtenAt = new Date().toISOString() } = {},
) => ({
  metadata: { eventID: randomUUID(), eventCreatedDateTime: writtenAt, eventType: 'EQUIPMENT' },
  payload: {
    ...{ eventClassifierCode: 'ACT', eventDateTime: at, equipmentEventTypeCode: code, equipmentReference: BOX },
    eventLocation: { UNLocationCode: location },
    relatedDocumentReferences: [{ type: 'BKG', value: of.carrierBookingReference }],
  },
});

describe('A shipment', () => {
  it('is shown as planned, estimated and done, with who contradicts whom; others move nothing but the picture', async () => {
    const known = await confirmed();
    await eventually(
      () => tracking(known.id),
      ({ stages }) =>
        stages.length === 2 && stages.every(({ planned, estimated }) => planned !== null && estimated !== null),
    );
    const seen = await report(known.id, { scheme: 'x12', code: 'VD', location: 'CNNGB', sourceReference: 'T-1' });
    expect([seen.status, seen.body.code, seen.body.source]).toEqual([200, 'DEPA', 'terminal']);
    const again = await report(known.id, { scheme: 'x12', code: 'VD', location: 'CNNGB', sourceReference: 'T-1' });
    expect(again.body.id).toBe(seen.body.id);
    expect((await desk.read(known.id)).body.departure.actual).toBeNull();
    expect(await desk.countOf(known.id, 'shipment.departed')).toBe(0);
    await desk.callBack([transportEvent(known, 'DEPA', 'ACT')]);
    await desk.until(known.id, ({ departure }) => departure.actual !== null);
    const { stages, lastReportedAt } = await tracking(known.id);
    const [departure] = stages.filter(({ code }) => code === 'DEPA');
    expect(departure?.actual?.source).toBe('carrier');
    expect(departure?.contradictions.map(({ source }) => source)).toEqual(['carrier', 'terminal']);
    expect(lastReportedAt).not.toBeNull();
  });

  it('is told of in codes that somebody knows', async () => {
    const known = await confirmed();
    const { status, body } = await report(known.id, { scheme: 'codeco', code: '99' });
    expect([status, body.code]).toEqual([422, 'FREIGHT.UNKNOWN_EVENT_CODE']);
    expect((await report(known.id, { source: 'carrier', code: 'GTIN' })).status).toBe(422);
    const codes = await desk.client.get<{ data: { code: string; x12: string[]; words: string[] }[] }>(
      '/v1/freight/event-codes',
    );
    expect(codes.body.data.find(({ code }) => code === 'GTIN')).toMatchObject({ x12: ['I'], words: ['GATED_IN'] });
  });

  it('has what came before it had its number', async () => {
    const booking = await confirmed();
    const id = parseId('booking', booking.id);
    const number = `SBK-LATER-${id.slice(-6)}`;
    await platform.rows(
      `UPDATE freight.booking SET state = 'received', carrier_booking_reference = NULL, transport_document_reference = NULL
       WHERE id = $1`,
      [id],
    );
    await desk.callBack([
      boxEvent({ carrierBookingReference: number }, 'GATED_IN', '2026-12-04T09:00:00+08:00', { location: 'CNNGB' }),
    ]);
    const waiting = () =>
      desk.client.get<{ data: { carrierBookingReference: string }[] }>('/v1/freight/waiting-events');
    await eventually(waiting, ({ body }) => body.data.some((each) => each.carrierBookingReference === number));
    const names = {
      carrierBookingRequestReference: booking.carrierBookingRequestReference,
      carrierBookingReference: number,
      booking: {
        ...{ bookingStatus: 'CONFIRMED', transportDocumentReferences: ['SNBX-LATER'] },
        transportPlan: [{ transportPlanStage: 'MNC', vesselName: 'SBX ORIENT' }],
      },
    };
    await desk.callBack(notification({ bookingStatus: 'CONFIRMED', ...names }, 1));
    await desk.until(booking.id, ({ state }) => state === 'confirmed');
    const { stages } = await tracking(booking.id);
    expect(stages.find(({ code }) => code === 'GTIN')).toMatchObject({ equipmentReference: BOX, location: 'CNNGB' });
    expect((await waiting()).body.data.filter((each) => each.carrierBookingReference === number)).toEqual([]);
  });

  it('is expected by how long past voyages took, once three are known', async () => {
    const known = await confirmed();
    await eventually(
      () => desk.read(known.id),
      ({ body }) => body.departure.planned !== null,
    );
    expect((await tracking(known.id)).predictedArrival).toBeNull();
    await platform.rows(
      `INSERT INTO freight.booking (tenant_id, id, order_id, party_id, state, cancellation, mode, port_of_loading,
         port_of_discharge, expected_departure_date, charges, cut_offs, carrier_booking_reference, departed_at, arrived_at, asks,
         version, created_at, updated_at)
       SELECT tenant_id, gen_random_uuid(), gen_random_uuid(), party_id, 'completed', 'none', mode, port_of_loading,
              port_of_discharge, expected_departure_date, '[]', '[]', 'P' || days, now() - make_interval(days => days), now(), 0,
              1, now(), now()
       FROM freight.booking, unnest(ARRAY[28, 30, 40]) AS days WHERE id = $1`,
      [parseId('booking', known.id)],
    );
    const { predictedArrival } = await tracking(known.id);
    expect(predictedArrival?.samples).toBe(3);
  });

  it('costs demurrage at the terminal, and detention until the box is back', async () => {
    const known = await confirmed();
    await desk.callBack([
      boxEvent(known, 'DISC', '2027-01-04T08:00:00+01:00'),
      boxEvent(known, 'GATED_OUT', '2027-01-11T08:00:00+01:00'),
    ]);
    const clock = async (asOf: string) =>
      (
        await desk.client.get<{ boxes: { demurrage: object; detention: object | null }[] }>(
          `/v1/freight/bookings/${known.id}/free-time?asOf=${asOf}`,
        )
      ).body.boxes;
    const [box] = await eventually(
      () => clock('2027-01-21'),
      (boxes) => boxes.length === 1 && boxes[0]?.detention !== null,
    );
    expect(box).toMatchObject({
      equipmentReference: BOX,
      demurrage: { freeUntil: '2027-01-09', chargeableDays: 2, amount: { amount: '120.00', currency: 'USD' } },
      detention: { daysUsed: 10, chargeableDays: 3, amount: { amount: '90.00', currency: 'USD' } },
    });
  });

  it('costs by what the carrier wrote last, not by what came last', async () => {
    const known = await confirmed();
    const told = (day: string, writtenAt: string) =>
      boxEvent(known, 'DISC', `2027-01-${day}T08:00:00+01:00`, { writtenAt });
    const days = async () => {
      const path = `/v1/freight/bookings/${known.id}/free-time?asOf=2027-01-21`;
      const { body } = await desk.client.get<{ boxes: { demurrage: { startsOn: string } }[] }>(path);
      return body.boxes.map(({ demurrage }) => demurrage.startsOn);
    };
    await desk.callBack([told('06', '2027-01-06T12:00:00Z')]);
    await eventually(days, (found) => found.join() === '2027-01-07');
    await desk.callBack([told('04', '2027-01-05T12:00:00Z')]);
    await eventually(
      () => desk.client.get<{ data: { code: string }[] }>(`/v1/freight/bookings/${known.id}/events`),
      ({ body }) => body.data.filter(({ code }) => code === 'DISC').length === 2,
    );
    expect(await days()).toEqual(['2027-01-07']);
  });

  it('is nobody else’s', async () => {
    const known = await confirmed();
    const stranger = new FreightDesk(platform, await platform.tenant('Stranger'));
    for (const path of ['tracking', 'free-time', 'changes', 'cut-offs']) {
      expect((await stranger.client.get(`/v1/freight/bookings/${known.id}/${path}`)).status).toBe(404);
    }
  });
});
