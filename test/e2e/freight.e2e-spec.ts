import { parseId } from '../../src/kernel/ids.js';
import { FreightDesk, HELD_BY_CUSTOMS, key, type Problem, type Quote, SHIPMENT } from '../support/freight-desk.js';
import { LINE, orderBody } from '../support/order-samples.js';
import { stepByStep } from '../support/step-by-step.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const CANCELLATION_SENT = `
  SELECT 1 FROM platform.partner_exchange WHERE reference = $1 AND operation = 'cancel-booking' AND status = 202`;

let platform: TestPlatform;
let desk: FreightDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = new FreightDesk(platform, await platform.tenant());
});

afterAll(async () => {
  await platform.stop();
});

describe('An order that the platform carries', () => {
  it('is quoted, booked, confirmed, sails, arrives and is completed, with nobody lifting a finger', async () => {
    const orderId = await desk.place();
    const done = await desk.booking(orderId, 'completed');

    expect(done).toMatchObject({
      cancellation: 'none',
      bookingStatus: 'COMPLETED',
      expectedBy: null,
      allowedActions: [],
    });
    expect(done.carrierBookingReference).toMatch(/^SBK/);
    expect(done.transportDocumentReference).toMatch(/^SNBX/);
    expect(done.cutOffs.map(({ code }) => code)).toEqual(['DCO', 'VCO', 'FCO']);
    // What was planned and estimated may be heard after the completion.
    const isWhole = (times: object): boolean => !Object.values(times).includes(null);
    await desk.until(done.id, ({ departure, arrival }) => isWhole(departure) && isWhole(arrival));

    const told = await desk.typesOf(done.id);
    const steps = told.filter((type) => type !== 'shipment.milestone');
    expect(steps.slice(0, 2)).toEqual(['booking.requested', 'booking.confirmed']);
    // The carrier's news come in any order, so that the arrival may be heard before the departure.
    expect(steps.slice(2).sort()).toEqual(['booking.completed', 'shipment.arrived', 'shipment.departed']);
    const charges = [
      { amount: '1495.00', currency: 'USD' },
      { amount: '1500.00', currency: 'CNY' },
    ];
    const events = await desk.eventsOf(done.id);
    expect(events.find(({ type }) => type === 'freight.booking.confirmed')?.data).toMatchObject({
      transportDocumentReference: done.transportDocumentReference,
      charges,
    });
    expect(events.find(({ type }) => type === 'freight.booking.completed')?.data).toEqual({ charges });
    expect(await desk.booked(done.id)).toEqual({
      'clearing_carrier CNY': '-150000',
      'clearing_carrier USD': '-149500',
      'client_dues CNY': '150000',
      'client_dues USD': '149500',
    });
    await desk.untilTrack(orderId, 'completed');
  });

  it('shows its milestones: planned, estimated and actual ones, in whatever order their news came in', async () => {
    const { id } = await desk.booking(await desk.place(), 'completed');
    const path = `/v1/freight/bookings/${id}/events`;
    const all = await eventually(
      () => desk.client.get<{ data: { code: string; classifier: string; at: string }[] }>(path),
      ({ body }) => body.data.length >= 10,
    );
    const told = all.body.data.map(({ classifier, code }) => `${classifier} ${code}`);
    const expected = [
      'PLN DEPA',
      'PLN ARRI',
      'EST DEPA',
      'EST ARRI',
      'ACT GTIN',
      'ACT LOAD',
      'ACT DEPA',
      'EST ARRI',
      'ACT ARRI',
      'ACT DISC',
    ];
    expect(told.toSorted()).toEqual(expected.toSorted());
    expect(all.body.data.find(({ code }) => code === 'GTIN')?.at).toMatch(/\+08:00$/);
    const first = await desk.client.get<{ nextCursor: string }>(`${path}?limit=8`);
    const rest = await desk.client.get<{ data: unknown[]; nextCursor: null }>(
      `${path}?limit=8&cursor=${first.body.nextCursor}`,
    );
    expect([rest.body.data.length, rest.body.nextCursor]).toEqual([2, null]);
    const actual = await desk.client.get<{ data: unknown[] }>(`${path}?classifier=ACT`);
    expect(actual.body.data).toHaveLength(5);
  });

  it('is asked of the carrier once, in a message that names us, and kept word for word', async () => {
    const { id } = await desk.booking(await desk.place({ order: HELD_BY_CUSTOMS }), 'confirmed');
    expect(await desk.takenByCarrier(id)).toBe(1);
    const [exchange] = await platform.rows<{ request_body: string }>(
      `SELECT request_body FROM platform.partner_exchange WHERE reference = $1 AND operation = 'create-booking'`,
      [id],
    );
    expect(JSON.parse(exchange?.request_body ?? '')).toMatchObject({
      references: [{ type: 'FF', value: id }, { type: 'CR' }],
      requestedEquipments: [{ ISOEquipmentCode: '22G1', units: 1 }],
    });
  });

  it('goes by LCL', async () => {
    const freight = { by: 'platform', mode: 'lcl', readyDate: '2026-12-01' };
    const lines = [{ ...LINE, grossWeightKg: '9000', volumeCbm: '27.5' }];
    const done = await desk.booking(await desk.place({ order: { freight, lines } }), 'completed');
    expect(done.cutOffs.map(({ code }) => code)).toContain('LCO');
    expect(done.charges).toEqual([
      { amount: '942.50', currency: 'USD' },
      { amount: '3275.00', currency: 'CNY' },
    ]);
  });
});

describe('When the answer is no', () => {
  it('before the confirmation: rejected in the carrier’s words, nothing is owed, and the order says so', async () => {
    const orderId = await desk.place({ word: 'SBX-CARRIER-REJECT' });
    const rejected = await desk.booking(orderId, 'rejected');
    expect(rejected).toMatchObject({
      reason: 'No equipment and space on the requested sailing',
      allowedActions: [],
      expectedBy: null,
    });
    expect(await desk.typesOf(rejected.id)).toEqual(['booking.requested', 'booking.rejected']);
    expect(await desk.booked(rejected.id)).toEqual({});
    await desk.untilTrack(orderId, 'rejected');
  });

  it('after the confirmation: declined, and the freight owed is taken back', async () => {
    await stepByStep(platform, 'carrier', async (stepOn) => {
      const orderId = await desk.place({ word: 'SBX-CARRIER-DECLINE', order: HELD_BY_CUSTOMS });
      await desk.booking(orderId, 'received');
      await stepOn(); // says that it has received it
      await stepOn();
      const { id } = await desk.booking(orderId, 'confirmed');
      expect(Object.keys(await desk.booked(id))).toHaveLength(4);
      await stepOn();
      const declined = await desk.booking(orderId, 'declined');
      expect(declined.reason).toBe('The sailing was cancelled (blank sailing)');
      const [last] = (await desk.eventsOf(id)).slice(-1);
      expect(last).toMatchObject({ type: 'freight.booking.rejected', data: { afterConfirmation: true } });
      expect(await desk.booked(id)).toEqual({});
    });
  });

  it('for want of a rate: rejected at once, and booked by hand once there is one', async () => {
    const route = { ...orderBody('', '').route, portOfDischarge: 'FIHEL', destinationCountry: 'FI' };
    const orderId = await desk.place({ order: { ...HELD_BY_CUSTOMS, route } });
    const rejected = await desk.booking(orderId, 'rejected');
    expect(rejected.quoteId).toBeNull();
    expect(rejected.reason).toContain('no ocean freight for 22G1');

    const ours = {
      mode: 'fcl',
      code: 'OCEAN',
      name: 'Ocean freight',
      basis: 'per_container',
      portOfDischarge: 'FIHEL',
      currency: 'USD',
      price: { amount: '1400.00', currency: 'USD' },
      validFrom: '2026-01-01',
      source: 'Contract 7',
    };
    await desk.client.post('/v1/freight/rates', ours, key());
    const { body: given } = await desk.quote({ orderId });
    const again = await desk.book({ orderId, quoteId: given.id, reference: 'BKG-1' });
    expect([again.status, again.body.state]).toEqual([202, 'requested']);
    expect(again.body.expectedBy).not.toBeNull();
    expect((await desk.booking(orderId, 'confirmed')).id).toBe(again.body.id);
  });

  it('because somebody else arranges the freight: then nothing is booked or said', async () => {
    const { freight } = orderBody('', '');
    const orderId = await desk.place({ order: { freight: { ...freight, by: 'other', mode: null, containers: [] } } });
    await desk.untilTrack(orderId, 'not_applicable');
    const { body: given } = await desk.quote(SHIPMENT);
    const answer = await desk.book({ orderId, quoteId: given.id });
    expect([answer.status, answer.body.code]).toEqual([409, 'FREIGHT.NOT_ARRANGED_HERE']);
    expect(await desk.bookingsOf(orderId)).toEqual([]);
  });
});

describe('Booking by hand', () => {
  it('is refused while the order has a booking', async () => {
    const orderId = await desk.place({ order: HELD_BY_CUSTOMS });
    await desk.booking(orderId, 'confirmed');
    const { body: given } = await desk.quote({ orderId });
    const answer = await desk.book({ orderId, quoteId: given.id });
    expect([answer.status, answer.body.code]).toEqual([409, 'FREIGHT.BOOKING_EXISTS']);
  });

  it('takes a quote for this very shipment, open and not expired', async () => {
    const orderId = await desk.place({ word: 'SBX-CARRIER-REJECT' });
    await desk.booking(orderId, 'rejected');
    const refusal = async (quoteId: string) => (await desk.book({ orderId, quoteId })).body.code;
    const { body: other } = await desk.quote({ ...SHIPMENT, portOfDischarge: 'NLRTM' });
    expect(await refusal(other.id)).toBe('FREIGHT.QUOTE_MISFIT');
    const { body: given } = await desk.quote({ orderId });
    await platform.rows(`UPDATE freight.quote SET valid_until = now() - interval '1 s' WHERE id = $1`, [
      parseId('freightQuote', given.id),
    ]);
    const expired = await desk.book({ orderId, quoteId: given.id });
    const totals = given.totals.map(({ amount, currency }) => `${amount} ${currency}`);
    const { details } = expired.body as unknown as { details: { orderId: string; freshCharges: string[] } };
    expect(expired.body).toMatchObject({ code: 'FREIGHT.QUOTE_EXPIRED', details: { freshTotals: totals, orderId } });
    // What is offered is what the order is then quoted.
    const { body: fresh } = await desk.quote({ orderId: details.orderId });
    expect(details.freshCharges).toEqual(
      fresh.charges.map(({ code, amount }) => `${code} ${amount.amount} ${amount.currency}`),
    );
    expect((await desk.client.get<Quote>(`/v1/freight/quotes/${given.id}`)).body.state).toBe('expired');
    const ofOrder = await desk.client.get<{ data: Quote[] }>(`/v1/freight/quotes?orderId=${orderId}`);
    const used = ofOrder.body.data.at(-1);
    expect([used?.state, await refusal(used?.id ?? '')]).toEqual(['booked', 'FREIGHT.QUOTE_ALREADY_BOOKED']);
    expect(await refusal('frq_01jdq3x7k2e9ta6v0m8r4c5wzb')).toBe('REQUEST.NOT_FOUND');
  });

  it('needs an idempotency key, and with one and the same books once', async () => {
    const orderId = await desk.place({ word: 'SBX-CARRIER-REJECT' });
    await desk.booking(orderId, 'rejected');
    const { body: given } = await desk.quote({ orderId });
    const wanted = { orderId, quoteId: given.id };
    const keyless = await desk.client.post<Problem>('/v1/freight/bookings', wanted);
    expect(keyless.body.code).toBe('IDEMPOTENCY.KEY_REQUIRED');
    const same = key();
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => desk.client.post('/v1/freight/bookings', wanted, same)),
    );
    expect(tries.every(({ status }) => status === 202 || status === 409)).toBe(true);
    expect(await desk.bookingsOf(orderId)).toHaveLength(2);
  });
});

describe('Cancelling a booking', () => {
  it('that is confirmed asks the carrier, and takes the freight owed back', async () => {
    const { id, version } = await desk.booking(await desk.place({ order: HELD_BY_CUSTOMS }), 'confirmed');
    expect((await desk.cancel(id, { 'if-match': `"${version + 7}"` })).status).toBe(412);
    const asked = await desk.cancel(id);
    expect([asked.status, asked.body.cancellation, asked.body.allowedActions]).toEqual([202, 'requested', []]);
    expect(await desk.until(id, ({ state }) => state === 'cancelled')).toMatchObject({
      cancellation: 'confirmed',
      bookingCancellationStatus: 'CANCELLATION_CONFIRMED',
      reason: 'The buyer has postponed',
    });
    expect(await desk.countOf(id, 'booking.cancelled')).toBe(1);
    expect(await desk.booked(id)).toEqual({});
    const again = await desk.cancel(id);
    expect([again.status, again.body.code]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
  });

  it('that the carrier has not confirmed simply holds', async () => {
    const { id } = await desk.booking(await desk.place({ word: 'SBX-CARRIER-NEVER' }), 'received');
    await desk.cancel(id);
    await desk.until(id, ({ state }) => state === 'cancelled');
    expect(await desk.countOf(id, 'booking.confirmed')).toBe(0);
  });

  it('whose goods are loaded is declined, and the booking stands', async () => {
    const orderId = await desk.place();
    await stepByStep(platform, 'carrier', async (stepOn) => {
      const { id } = await desk.booking(orderId, 'received');
      await stepOn(); // says that it has received it
      await stepOn();
      await desk.booking(orderId, 'confirmed');
      await stepOn(); // plans
      await stepOn(); // takes the containers in, as soon as customs have released them
      await stepOn(); // sails
      await eventually(
        () => desk.countOf(id, 'shipment.departed'),
        (count) => count === 1,
      );
      expect((await desk.cancel(id)).status).toBe(202);
      await eventually(
        () => platform.rows(CANCELLATION_SENT, [id]),
        ({ length }) => length === 1,
      );
      await stepOn();
      await desk.until(id, ({ cancellation }) => cancellation === 'declined');
    });
    const { id } = await desk.booking(orderId, 'completed');
    expect(await desk.countOf(id, 'booking.cancellation_declined')).toBe(1);
    expect(Object.keys(await desk.booked(id))).toHaveLength(4);
  });
});
