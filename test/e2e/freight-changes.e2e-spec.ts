import { FreightDesk, HELD_BY_CUSTOMS, key, notification, type Problem } from '../support/freight-desk.js';
import { parseId } from '../../src/kernel/ids.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Change {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly reason: string | null;
  readonly allowedActions: readonly string[];
}

let platform: TestPlatform;
let desk: FreightDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = new FreightDesk(platform, await platform.tenant());
});
afterAll(() => platform.stop());

const DAY = { expectedDepartureDate: '2099-12-12' };
const change = (id: string, body: object = DAY) =>
  desk.client.post<Change & Problem>(`/v1/freight/bookings/${id}/changes`, body, key());
const changesOf = async (id: string) =>
  (await desk.client.get<{ data: Change[] }>(`/v1/freight/bookings/${id}/changes`)).body.data;
const decided = (id: string, state: string) =>
  eventually(
    () => changesOf(id),
    ([newest]) => newest?.state === state,
  );
const cutOffsOf = async (id: string) =>
  (
    await desk.client.get<{ data: { code: string; state: string; at: string; kind: string }[] }>(
      `/v1/freight/bookings/${id}/cut-offs`,
    )
  ).body.data;

describe('A booking that the carrier wants updated', () => {
  it('is confirmed once it was', async () => {
    const waiting = await desk.booking(
      await desk.place({ word: 'SBX-PENDING-UPDATE', order: HELD_BY_CUSTOMS }),
      'pending_update',
    );
    expect(waiting).toMatchObject({
      bookingStatus: 'PENDING_UPDATE',
      reason: expect.stringContaining('choose another day') as string,
      allowedActions: ['request_cancellation', 'request_change'],
    });
    const { body, status } = await change(waiting.id);
    expect([status, body.kind, body.state]).toEqual([202, 'update', 'requested']);
    // The carrier may confirm the booking before it is known that it has the update.
    const [update] = await decided(waiting.id, 'confirmed');
    expect(update).toMatchObject({ id: body.id, kind: 'update' });
    const confirmed = await desk.until(waiting.id, ({ state }) => state === 'confirmed');
    expect(confirmed).toMatchObject({ expectedDepartureDate: '2099-12-12', plannedDeparture: '2099-12-12' });
    expect(await desk.typesOf(waiting.id)).toEqual(
      expect.arrayContaining(['booking.change_wanted', 'booking.change_requested', 'booking.changed']),
    );
  });
});

describe('A confirmed booking', () => {
  it('is amended where the carrier agrees: another sailing moves its cut-offs', async () => {
    const known = await desk.booking(await desk.place({ order: HELD_BY_CUSTOMS }), 'confirmed');
    const before = await cutOffsOf(known.id);
    expect(before.map(({ code, state }) => [code, state])).toEqual([
      ['DCO', 'open'],
      ['FCO', 'open'],
      ['VCO', 'open'],
    ]);
    expect((await change(known.id)).body.kind).toBe('amendment');
    await decided(known.id, 'confirmed');
    const amended = await desk.until(known.id, ({ plannedDeparture }) => plannedDeparture === '2099-12-12');
    expect(amended).toMatchObject({
      state: 'confirmed',
      amendedBookingStatus: 'AMENDMENT_CONFIRMED',
      openChangeId: null,
    });
    expect((await cutOffsOf(known.id)).map(({ at }) => at.slice(0, 10))).toEqual([
      '2099-12-10',
      '2099-12-11',
      '2099-12-11',
    ]);
    expect(await desk.countOf(known.id, 'cut_off.moved')).toBe(3);
  });

  it('is amended at the wish of the carrier', async () => {
    const known = await desk.booking(
      await desk.place({ word: 'SBX-PENDING-AMENDMENT', order: HELD_BY_CUSTOMS }),
      'pending_amendment',
    );
    await change(known.id, {
      goods: [{ lineNumber: 1, grossKg: '1120.5', packages: 12 }],
      transportDocumentType: 'SWB',
    });
    await decided(known.id, 'confirmed');
    await desk.until(known.id, ({ state }) => state === 'confirmed');
  });

  it('stands as it was where the carrier does not agree', async () => {
    const known = await desk.booking(
      await desk.place({ word: 'SBX-NO-AMENDMENT', order: HELD_BY_CUSTOMS }),
      'confirmed',
    );
    await change(known.id);
    const [declined] = await decided(known.id, 'declined');
    expect(declined?.reason).toContain('No space');
    const after = (await desk.read(known.id)).body;
    expect(after).toMatchObject({
      state: 'confirmed',
      amendedBookingStatus: 'AMENDMENT_DECLINED',
      feedbacks: [expect.objectContaining({ severity: 'ERROR' })],
    });
    expect(after.plannedDeparture).toBe(known.plannedDeparture);
    // And is asked again: what was said of the first is not taken for an answer to the second.
    await change(known.id, { isPartialLoadAllowed: true });
    await eventually(
      () => changesOf(known.id),
      (all) => all.length === 2 && all.every(({ state }) => state === 'declined'),
    );
  });

  it('keeps an amendment open until it is taken back', async () => {
    const known = await desk.booking(
      await desk.place({ word: 'SBX-AMENDMENT-WAITS', order: HELD_BY_CUSTOMS }),
      'confirmed',
    );
    const withdraw = () =>
      desk.client.post<Change & Problem>(`/v1/freight/bookings/${known.id}/change-withdrawal`, {}, key());
    expect((await withdraw()).body.code).toBe('FREIGHT.NO_OPEN_CHANGE');
    await change(known.id);
    const [received] = await decided(known.id, 'received');
    expect(received?.allowedActions).toEqual(['withdraw']);
    expect((await withdraw()).body.state).toBe('withdrawing');
    await decided(known.id, 'withdrawn');
    expect((await desk.read(known.id)).body).toMatchObject({ amendedBookingStatus: 'AMENDMENT_CANCELLED' });
  });

  it('has one open change, however many are asked for at once', async () => {
    const known = await desk.booking(
      await desk.place({ word: 'SBX-AMENDMENT-WAITS', order: HELD_BY_CUSTOMS }),
      'confirmed',
    );
    const days = Array.from({ length: 8 }, (_none, day) => ({ expectedDepartureDate: `2099-11-1${day}` }));
    const answers = await Promise.all(days.map((body) => change(known.id, body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const all = await eventually(
      () => changesOf(known.id),
      (found) => found.filter(({ state }) => state === 'received').length === 1,
    );
    expect(all.filter(({ state }) => state === 'superseded')).toHaveLength(7);
  });

  it('refuses what cannot be asked for, every fault at once, and changes nothing', async () => {
    const known = await desk.booking(await desk.place({ order: HELD_BY_CUSTOMS }), 'confirmed');
    const faulty = {
      expectedDepartureDate: '2020-01-01',
      vesselName: 'SBX CATHAY',
      goods: [
        { lineNumber: 9, grossKg: '0' },
        { lineNumber: 9, packages: 1 },
      ],
    };
    const { status, body } = await change(known.id, faulty);
    expect([status, body.code]).toEqual([422, 'FREIGHT.INVALID_CHANGE']);
    expect(body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/expectedDepartureDate past',
      '/voyageNumber required',
      '/goods/0/lineNumber unknown',
      '/goods/0/grossKg range',
      '/goods/1/lineNumber unknown',
      '/goods/1/lineNumber duplicate',
    ]);
    expect((await change(known.id, {})).body.errors).toEqual([expect.objectContaining({ code: 'required' })]);
    expect((await change(known.id, { containers: [] })).body.errors).toEqual([
      expect.objectContaining({ pointer: '/containers' }),
    ]);
    expect(await changesOf(known.id)).toEqual([]);
  });

  it('that is over takes no change', async () => {
    const known = await desk.booking(await desk.place({ word: 'SBX-CARRIER-REJECT' }), 'rejected');
    expect((await change(known.id)).body.code).toBe('FREIGHT.BOOKING_NOT_CHANGEABLE');
  });
});

describe('Cut-offs', () => {
  it('are warned of, called overdue once, and end with the departure', async () => {
    const known = await desk.booking(await desk.place({ order: HELD_BY_CUSTOMS }), 'confirmed');
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const shipmentCutOffTimes = [
      { cutOffDateTimeCode: 'VCO', cutOffDateTime: at(3) },
      { cutOffDateTimeCode: 'DCO', cutOffDateTime: at(-1) },
      { cutOffDateTimeCode: 'EFC', cutOffDateTime: at(-1) },
    ];
    const { carrierBookingReference } = known;
    await desk.callBack(
      notification(
        {
          bookingStatus: 'CONFIRMED',
          carrierBookingReference,
          booking: { shipmentCutOffTimes, bookingStatus: 'CONFIRMED' },
        },
        1,
      ),
    );
    await eventually(
      () => cutOffsOf(known.id),
      (all) => all.some(({ code, state }) => code === 'DCO' && state === 'missed'),
    );
    expect(await desk.countOf(known.id, 'cut_off.overdue')).toBe(1);
    expect(await desk.countOf(known.id, 'cut_off.due_soon')).toBe(1);
    const board = await cutOffsOf(known.id);
    expect(board.find(({ code }) => code === 'EFC')).toMatchObject({ kind: 'earliest', state: 'open' });
    const [armed] = await platform.rows<{ due: number }>(
      `SELECT count(*)::int AS due FROM platform.delivery
       WHERE queue = 'freight.expire-cut-offs' AND payload->>'bookingId' = $1 AND due_at > now()`,
      [parseId('booking', known.id)],
    );
    expect(armed?.due).toBeGreaterThanOrEqual(1);
    // The carrier's last word moves them once more; then nothing is due.
    await desk.cancel(known.id);
    await desk.until(known.id, ({ state }) => state === 'cancelled');
    expect((await cutOffsOf(known.id)).map(({ state }) => state).sort()).toEqual(['void', 'void', 'void', 'void']);
  });
});
