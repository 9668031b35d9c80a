import { parseId } from '../../src/kernel/ids.js';
import { key, notification } from '../support/freight-desk.js';
import { BOX, boxNumber, type Instructions, INSTRUCTIONS, LadingDesk } from '../support/lading-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
let desk: LadingDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = new LadingDesk(platform, await platform.tenant());
});
afterAll(() => platform.stop());

const told = (data: Record<string, unknown>, minutes = 0): object => ({
  ...notification(data, minutes),
  type: 'org.dcsa.shipping-instructions.v3',
});
const cutOffsOf = async (bookingId: string) =>
  (await desk.client.get<{ data: { code: string; state: string }[] }>(`/v1/freight/bookings/${bookingId}/cut-offs`))
    .body.data;

describe('Shipping instructions', () => {
  it('are made of order, parties and booking, and received by the carrier', async () => {
    const booking = await desk.booked();
    const { status, body } = await desk.submit(booking.id);
    expect([status, body.state, body.revision]).toEqual([202, 'requested', 1]);
    expect(body.warnings).toEqual([]);
    expect(body.instructions).toMatchObject({
      transportDocumentTypeCode: 'BOL',
      freightPaymentTermCode: 'PRE',
      isElectronic: false,
      numberOfOriginalsWithoutCharges: 3,
      documentParties: { shipper: expect.any(Object) as object, consignee: expect.any(Object) as object },
      consignmentItems: [{ carrierBookingReference: booking.carrierBookingReference }],
      utilizedTransportEquipments: [{ equipmentReference: BOX.equipmentReference }],
    });
    const received = await desk.until(body.id, ({ state }) => state === 'received');
    expect(received).toMatchObject({
      state: 'received',
      shippingInstructionsStatus: 'RECEIVED',
      allowedActions: ['request_update', 'cancel'],
    });
    expect(await desk.typesOf('shippingInstructions', body.id)).toEqual(['requested', 'received']);
    expect((await cutOffsOf(booking.id)).find(({ code }) => code === 'DCO')?.state).toBe('met');
  });

  it('are one set for a booking, however many are sent at once', async () => {
    const booking = await desk.booked();
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.submit(booking.id)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    const codes = new Set(answers.filter(({ status }) => status !== 202).map(({ body }) => body.code));
    expect(codes).toEqual(new Set(['FREIGHT.INSTRUCTIONS_EXIST']));
  });

  it('are refused with every fault at once, and then leave nothing', async () => {
    const booking = await desk.booked();
    const { status, body } = await desk.submit(booking.id, {
      transportDocumentTypeCode: 'SWB',
      isToOrder: true,
      numberOfOriginals: 1,
      contact: { name: 'Li Wei' },
      utilizedTransportEquipments: [
        { ...BOX, equipmentReference: 'SBXU7950019', ISOEquipmentCode: '42G1' },
        { ...BOX, isShipperOwned: true, cargo: [{ lineNumber: 7, grossKg: '1', packages: 1 }] },
      ],
    });
    expect([status, body.code]).toEqual([422, 'FREIGHT.UNSENDABLE_INSTRUCTIONS']);
    expect(body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/isToOrder not_allowed',
      '/numberOfOriginals not_allowed',
      '/utilizedTransportEquipments/0/equipmentReference container_number',
      '/utilizedTransportEquipments/1/tareKg required',
      '/utilizedTransportEquipments other_containers',
      '/utilizedTransportEquipments/0/cargo required',
      '/contact required',
    ]);
    const path = `/v1/freight/bookings/${booking.id}/shipping-instructions`;
    expect((await desk.client.get<{ data: object[] }>(path)).body.data).toEqual([]);
  });

  it('say the containers hold what the order says, to the gram', async () => {
    const booking = await desk.booked();
    const cargo = [{ lineNumber: 1, grossKg: '1', packages: 1 }];
    const { body } = await desk.submit(booking.id, {
      ...INSTRUCTIONS,
      utilizedTransportEquipments: [{ ...BOX, cargo }],
    });
    expect(body.errors.map(({ code }) => code)).toEqual(['weight_mismatch', 'package_mismatch']);
  });

  it('are not taken after the cut-off of documents, and warned of before', async () => {
    const move = (bookingId: string, by: string) =>
      platform.rows(`UPDATE freight.cut_off SET at = now() + $2::interval WHERE code = 'DCO' AND booking_id = $1`, [
        parseId('booking', bookingId),
        by,
      ]);
    // The carrier may say its own times once more in between: then it is tried with another booking.
    const told = await eventually(
      async () => {
        const { id } = await desk.booked();
        await move(id, '-1 minute');
        const late = await desk.submit(id);
        await move(id, '1 hour');
        const soon = await desk.submit(id);
        return [
          late.status,
          late.body.code,
          soon.status,
          soon.status === 202 && soon.body.warnings[0]?.includes('DCO'),
        ];
      },
      ([late, , , isWarned]) => late === 409 && isWarned === true,
    );
    expect(told).toEqual([409, 'FREIGHT.CUT_OFF_PASSED', 202, true]);
  });

  it('wait for a booking that is confirmed', async () => {
    const rejected = await desk.freight.booking(await desk.freight.place({ word: 'SBX-CARRIER-REJECT' }), 'rejected');
    expect((await desk.submit(rejected.id)).body.code).toBe('FREIGHT.BOOKING_NOT_CONFIRMED');
  });

  it('that the carrier declines make room for others', async () => {
    const booking = await desk.booked({ word: 'SBX-SI-DECLINE' });
    const { body } = await desk.submit(booking.id);
    const declined = await desk.until(body.id, ({ state }) => state === 'declined');
    expect(declined.reason).toContain('not what was booked');
    expect((await desk.submit(booking.id)).status).toBe(202);
  });

  it('go out again where the answer was lost', async () => {
    const booking = await desk.booked({ word: 'SBX-HANGUP' });
    const { body } = await desk.submit(booking.id);
    await desk.until(
      body.id,
      ({ state, shippingInstructionsReference }) => state === 'received' && shippingInstructionsReference !== null,
    );
    expect(await desk.freight.takenByCarrier(body.id)).toBe(1);
  });
});

describe('An update of shipping instructions', () => {
  const marked = (shippingMarks: string): object => ({ ...INSTRUCTIONS, shippingMarks });

  it('holds once the carrier says yes', async () => {
    const { id } = await desk.instructed();
    const { status, body } = await desk.act(id, 'updates', marked('NEW MARKS'));
    expect([status, body.updateState, body.revision]).toEqual([202, 'requested', 2]);
    const updated = await desk.until(id, ({ updateState }) => updateState === 'confirmed');
    expect(updated.updatedInstructions).toBeNull();
    expect(updated.instructions).toMatchObject({
      shippingInstructionsRevisionNumber: 2,
      consignmentItems: [{ shippingMarks: ['NEW MARKS'] }],
    });
  });

  it('is what the carrier wants, where it wants one', async () => {
    const booking = await desk.booked({ word: 'SBX-SI-PENDING-UPDATE' });
    const { body } = await desk.submit(booking.id);
    const wanted = await desk.until(body.id, ({ state }) => state === 'pending_update');
    expect(wanted.reason).toContain('too general');
    await desk.act(body.id, 'updates', marked('CLEARER'));
    await desk.until(body.id, ({ state, updateState }) => state === 'received' && updateState === 'confirmed');
    // Where the wish overtakes the receipt, the receipt is not told.
    const types = await desk.typesOf('shippingInstructions', body.id);
    expect(types.filter((type) => type !== 'received')).toEqual(['requested', 'update_wanted', 'updated']);
    expect(types.at(-1)).toBe('received');
  });

  it('leaves them as they were where the carrier says no', async () => {
    const { id } = await desk.instructed({ word: 'SBX-NO-SI-UPDATE' });
    await desk.act(id, 'updates', marked('NEW MARKS'));
    const declined = await desk.until(id, ({ updateState }) => updateState === 'declined');
    expect(declined).toMatchObject({ reason: 'The manifest is closed', state: 'received' });
    expect(declined.instructions['shippingInstructionsRevisionNumber']).toBe(1);
  });

  it('is taken back while it is open; the last of many counts', async () => {
    const { id } = await desk.instructed({ word: 'SBX-SI-UPDATE-WAITS' });
    expect((await desk.act(id, 'update-withdrawal')).body.code).toBe('FREIGHT.INSTRUCTIONS_NOT_CHANGEABLE');
    const marks = Array.from({ length: 6 }, (_none, index) => marked(`MARKS ${index}`));
    const answers = await Promise.all(marks.map((body) => desk.act(id, 'updates', body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const received = await desk.until(id, ({ updateState }) => updateState === 'received');
    expect(received.revision).toBe(7);
    await desk.act(id, 'update-withdrawal');
    await desk.until(id, ({ updateState }) => updateState === 'withdrawn');
  });
});

describe('Instructions that are cancelled', () => {
  it('are forgotten by the carrier, and others may be sent', async () => {
    const { id, bookingId } = await desk.instructed();
    expect((await desk.act(id, 'cancellation')).status).toBe(202);
    const cancelled = await desk.until(id, ({ state }) => state === 'cancelled');
    expect(cancelled.allowedActions).toEqual([]);
    expect((await desk.submit(bookingId)).status).toBe(202);
  });
});

describe('What the carrier says of instructions', () => {
  it('counts by its own clock, once, in whatever order it comes', async () => {
    const { id, shippingInstructionsReference } = await desk.instructed();
    const states = { shippingInstructionsReference, shippingInstructionsStatus: 'PENDING_UPDATE' };
    const feedbacks = [{ severity: 'ERROR', code: 'X', message: 'HS code' }];
    await desk.freight.callBack(told({ ...states, feedbacks }, 5));
    await desk.until(id, ({ state, reason }) => state === 'pending_update' && reason === 'HS code');
    await desk.freight.callBack(told({ ...states, shippingInstructionsStatus: 'RECEIVED' }, 4));
    await desk.freight.callBack(told({ ...states, feedbacks }, 5));
    await desk.freight.callBack(told({ ...states, shippingInstructionsStatus: 'RECEIVED' }, 6));
    await desk.until(id, ({ state }) => state === 'received');
    expect(await desk.typesOf('shippingInstructions', id)).toEqual([
      ...['requested', 'received'],
      ...['update_wanted', 'received'],
    ]);
  });

  it('is asked for where it does not come', async () => {
    const booking = await desk.booked();
    const { body } = await desk.submit(booking.id, { ...INSTRUCTIONS, shippingMarks: 'SBX-LOST' });
    await desk.until(body.id, ({ shippingInstructionsReference }) => shippingInstructionsReference !== null);
    await platform.rows(
      `UPDATE platform.delivery SET due_at = now() WHERE queue = 'freight.ask-for-papers' AND payload->>'instructionsId' = $1`,
      [parseId('shippingInstructions', body.id)],
    );
    await desk.until(body.id, ({ state }) => state === 'received');
  });

  it('of papers that nobody knows is kept for a person', async () => {
    await desk.freight.callBack(
      told({ shippingInstructionsReference: 'si-0', shippingInstructionsStatus: 'RECEIVED' }),
    );
    await eventually(
      () =>
        platform.rows<{ attempts: number }>(
          `SELECT 1 AS attempts FROM platform.inbox_message WHERE body LIKE '%si-0%'`,
        ),
      (rows) => rows.length > 0,
    );
  });
});

describe('Another tenant', () => {
  it('sees none of it', async () => {
    const { id } = await desk.instructed();
    const other = await platform.tenant();
    const { status } = await other.client.get<Instructions>(`/v1/freight/shipping-instructions/${id}`);
    const acted = await other.client.post(`/v1/freight/shipping-instructions/${id}/cancellation`, {}, key());
    expect([status, acted.status]).toEqual([404, 404]);
    expect(boxNumber(1)).toMatch(/^SBXU000001\d$/);
  });
});
