import { newId, parseId, publicId } from '../../src/kernel/ids.js';
import { HELD_BY_CUSTOMS, key, type Problem } from '../support/freight-desk.js';
import { BOX, boxNumber, INSTRUCTIONS } from '../support/lading-desk.js';
import { orderBody } from '../support/order-samples.js';
import { eventually, TestPlatform } from '../support/test-platform.js';
import { type Declared, FIRST_BOX, SECOND_BOX, vgmEvent, VgmDesk, WEIGHED } from '../support/vgm-desk.js';

let platform: TestPlatform;
let desk: VgmDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = new VgmDesk(platform, await platform.tenant());
});
afterAll(() => platform.stop());

const LIVE = ['requested', 'received', 'accepted'];
const AT_ONCE = 20;

/** A confirmed booking of two containers. */
async function bookedTwo(): Promise<string> {
  const { freight } = orderBody('', '', '') as { freight: object };
  const order = { ...HELD_BY_CUSTOMS, freight: { ...freight, containers: [{ sizeType: '22G1', count: 2 }] } };
  return (await desk.freight.booking(await desk.freight.place({ order }), 'confirmed')).id;
}

const moveCutOff = (bookingId: string, by: string) =>
  platform.rows(`UPDATE freight.cut_off SET at = now() + $2::interval WHERE code = 'VCO' AND booking_id = $1`, [
    parseId('booking', bookingId),
    by,
  ]);

describe('The verified gross mass of a container', () => {
  it('is declared to the carrier, and accepted; with that of every container the cut-off is met', async () => {
    const booking = await desk.booked();
    const { status, body } = await desk.declare(booking.id);
    expect([status, body.state, body.verifiedKg, body.findings, body.warnings]).toEqual([
      202,
      'requested',
      '22480',
      [],
      [],
    ]);
    expect(body.message).toMatchObject({
      VGMDeclarations: [
        {
          declarationReference: body.id,
          equipmentDetails: { equipmentReference: FIRST_BOX, tareWeight: { value: 2200, unit: 'KGM' } },
          shipmentDetails: { carrierBookingReference: booking.carrierBookingReference },
          VGM: { weight: { value: 22480, unit: 'KGM' }, method: 'SM1', certificationReference: 'W42-23110812' },
          authorizedPersonSignatory: 'LI WEI',
        },
      ],
    });
    const accepted = await desk.untilDeclared(body.id, ({ state }) => state === 'accepted');
    expect([accepted.expectedBy, accepted.takenAt === null]).toEqual([null, false]);
    expect(await desk.cutOff(booking.id, 'VCO')).toBe('met');
    await eventually(
      () => desk.vgmEvents(body.id),
      (types) => types.join() === 'declared,accepted',
    );
    const timeline = await desk.client.get<{ data: { type: string }[] }>(`/v1/orders/${body.orderId}/timeline`);
    expect(timeline.body.data.map(({ type }) => type)).toContain('freight.vgm.accepted');
  });

  it('is on one page for a terminal that wants it in hand', async () => {
    const { id } = await desk.accepted((await desk.booked()).id);
    const read = () => desk.client.get(`/v1/freight/vgm-declarations/${id}/document`);
    const [first, again] = [await read(), await read()];
    expect([first.status, first.text.startsWith('%PDF-1.7'), first.text === again.text]).toEqual([200, true, true]);
  });

  it('is refused with every fault at once, and then leaves nothing', async () => {
    const booking = await desk.booked();
    const { status, body } = await desk.declare(booking.id, {
      ...{ equipmentReference: 'SBXU7950019', method: 'SM2', cargoKg: '0', tareKg: '2200', weighedKg: '1' },
      ...{ weighingPlace: 'Beilun', responsiblePerson: 'Li Wei' },
    });
    expect([status, body.code]).toEqual([422, 'FREIGHT.UNDECLARABLE_VGM']);
    expect(body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/cargoKg not_positive',
      '/weighedKg not_allowed',
      '/equipmentReference container_number',
      '/dunnageKg required',
      '/weighingPlace not_allowed',
    ]);
    expect(await desk.declared(booking.id)).toEqual([]);
  });

  it('is within what the container may carry, and an implausible one is stood by', async () => {
    const { id } = await desk.booked();
    const heavy = await desk.declare(id, { ...WEIGHED, ratedGrossKg: '22000' });
    expect(heavy.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(['/weighedKg over_payload']);
    const odd = { ...WEIGHED, weighedKg: '24000' };
    expect((await desk.declare(id, odd)).body.errors.map(({ code }) => code)).toEqual(['implausible']);
    const { status, body } = await desk.declare(id, { ...odd, acceptFindings: true });
    expect([status, body.findings]).toEqual([202, ['implausible']]);
    expect(body.warnings).toEqual(['Weighed and calculated are 1500 kg apart, and at most 1000 kg is usual']);
  });

  it('is of a container of the booking', async () => {
    const { id, bookingId } = await desk.instructed({}, INSTRUCTIONS);
    const other = await desk.declare(bookingId, { ...WEIGHED, equipmentReference: SECOND_BOX });
    expect(other.body.errors.map(({ code }) => code)).toEqual(['other_container']);
    expect((await desk.declare(bookingId)).status).toBe(202);
    expect(id).toMatch(/^sin_/);

    const untold = await desk.booked();
    await desk.accepted(untold.id);
    const second = await desk.declare(untold.id, { ...WEIGHED, equipmentReference: SECOND_BOX });
    expect(second.body.errors.map(({ code }) => code)).toEqual(['too_many']);
  });

  it('is checked without being kept', async () => {
    const { id } = await desk.booked();
    const { status, body } = await desk.declare(id, WEIGHED, '?dryRun=true');
    expect([status, body.verifiedKg]).toEqual([200, '22480']);
    expect(await desk.declared(id)).toEqual([]);
  });

  it('is not taken after its cut-off, and warned of for two days before', async () => {
    const { id } = await desk.booked();
    // A word of the carrier that is still on its way puts its own time back.
    const moved = (by: string, holds: (body: Declared & Problem) => boolean) =>
      eventually(
        async () => {
          await moveCutOff(id, by);
          return desk.declare(id, WEIGHED, '?dryRun=true');
        },
        ({ body }) => holds(body),
      );
    const late = await moved('-1 minute', ({ code }) => code === 'FREIGHT.CUT_OFF_PASSED');
    expect(late.status).toBe(409);
    const near = await moved('47 hours', ({ warnings }) => warnings.length > 0);
    expect([near.status, near.body.warnings[0]]).toEqual([200, expect.stringContaining('VCO')]);
  });

  it('waits for a booking that is confirmed, and is none of one that is given up', async () => {
    const rejected = await desk.freight.booking(await desk.freight.place({ word: 'SBX-CARRIER-REJECT' }), 'rejected');
    expect((await desk.declare(rejected.id)).body.code).toBe('FREIGHT.BOOKING_NOT_CONFIRMED');
    const booking = await desk.booked();
    await desk.freight.cancel(booking.id);
    expect((await desk.declare(booking.id)).body.code).toBe('FREIGHT.BOOKING_NOT_CONFIRMED');
    expect((await desk.declare(publicId('booking', newId()))).status).toBe(404);
  });
});

describe('Two containers', () => {
  it('are both declared before the cut-off is met, even where both are accepted at once', async () => {
    const bookingId = await bookedTwo();
    await desk.accepted(bookingId);
    expect(await desk.cutOff(bookingId, 'VCO')).toBe('open');
    await desk.accepted(bookingId, { ...WEIGHED, equipmentReference: SECOND_BOX });
    expect(await desk.cutOff(bookingId, 'VCO')).toBe('met');

    const together = await bookedTwo();
    await Promise.all(
      [FIRST_BOX, SECOND_BOX].map((box) => desk.declare(together, { ...WEIGHED, equipmentReference: box })),
    );
    await eventually(
      () => desk.declared(together),
      (all) => all.length === 2 && all.every(({ state }) => state === 'accepted'),
    );
    expect(await desk.cutOff(together, 'VCO')).toBe('met');
  });

  it('are those of the shipping instructions, where there are such', async () => {
    const bookingId = await bookedTwo();
    const boxes = [BOX, { ...BOX, equipmentReference: SECOND_BOX }];
    const { status } = await desk.submit(bookingId, { ...INSTRUCTIONS, utilizedTransportEquipments: boxes });
    expect(status).toBe(202);
    const third = await desk.declare(bookingId, { ...WEIGHED, equipmentReference: boxNumber(795_003) });
    expect(third.body.errors.map(({ code }) => code)).toEqual(['other_container']);
    expect((await desk.declare(bookingId, { ...WEIGHED, equipmentReference: SECOND_BOX })).status).toBe(202);
  });
});

describe('A newer declaration of the same container', () => {
  it('takes the place of the older one, and the carrier is told to forget that', async () => {
    const { id: bookingId } = await desk.booked();
    const first = await desk.accepted(bookingId);
    const { body: second } = await desk.declare(bookingId, { ...WEIGHED, weighedKg: '22500' });
    expect(second.supersedesId).toBe(first.id);
    expect(second.message['VGMDeclarations']).toMatchObject([
      { declarationReference: second.id },
      { declarationReference: first.id, isRetracted: true },
    ]);
    await desk.untilDeclared(second.id, ({ state }) => state === 'accepted');
    expect((await desk.untilDeclared(first.id, () => true)).state).toBe('superseded');
    await desk.freight.callBack(vgmEvent(first, 'REJE', 5));
    await desk.freight.callBack(vgmEvent(second, 'RECE', 5));
    expect((await desk.untilDeclared(first.id, () => true)).state).toBe('superseded');
    expect((await desk.untilDeclared(second.id, () => true)).state).toBe('accepted');
  });

  it('makes the cut-off due again until the carrier has accepted it, too', async () => {
    const { id: bookingId } = await desk.booked();
    await desk.accepted(bookingId);
    expect(await desk.cutOff(bookingId, 'VCO')).toBe('met');
    const { body } = await desk.declare(bookingId, { ...WEIGHED, certificateReference: 'SBX-NEVER' });
    expect(await desk.cutOff(bookingId, 'VCO')).toBe('open');
    await desk.freight.callBack(vgmEvent(body, 'APPR', 5));
    await desk.untilDeclared(body.id, ({ state }) => state === 'accepted');
    expect(await desk.cutOff(bookingId, 'VCO')).toBe('met');
  });

  it('is the only one that lives, however many are made at once', async () => {
    const { id: bookingId } = await desk.booked();
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => desk.declare(bookingId)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const all = await eventually(
      () => desk.declared(bookingId),
      (rows) => rows.some(({ state }) => state === 'accepted'),
    );
    expect(all).toHaveLength(AT_ONCE);
    expect(all.filter(({ state }) => LIVE.includes(state))).toHaveLength(1);
    expect(new Set(all.map(({ supersedesId }) => supersedesId)).size).toBe(AT_ONCE);
  });

  it('goes out again where the older one came to the carrier after it', async () => {
    const { id: bookingId } = await desk.booked();
    await desk.freight.carrierIs({ latencyMs: 1_000 });
    const { body: first } = await desk.declare(bookingId);
    await eventually(
      () => desk.freight.takenByCarrier(first.id),
      (count) => count === 1,
    );
    const { body: second } = await desk.declare(bookingId);
    await desk.freight.carrierIs({});
    await eventually(
      () => desk.sentToCarrier(second.id),
      (effects) => effects.join() === 'taken,repeated',
    );
    await desk.untilDeclared(second.id, ({ state }) => state === 'accepted');
    expect((await desk.untilDeclared(first.id, () => true)).state).toBe('superseded');
  });

  it('is one, however often the same request comes', async () => {
    const { id: bookingId } = await desk.booked();
    const path = `/v1/freight/bookings/${bookingId}/vgm-declarations`;
    const same = key();
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, () => desk.client.post<Declared>(path, WEIGHED, same)),
    );
    const ids = answers.filter(({ status }) => status === 202).map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(1);
    expect(await desk.declared(bookingId)).toHaveLength(1);
  });
});

describe('Another tenant', () => {
  it('sees none of it', async () => {
    const { id, bookingId } = await desk.accepted((await desk.booked()).id);
    const { client } = await platform.tenant();
    const answers = await Promise.all([
      client.get(`/v1/freight/vgm-declarations/${id}`),
      client.get(`/v1/freight/vgm-declarations/${id}/document`),
      client.get(`/v1/freight/bookings/${bookingId}/vgm-declarations`),
      client.post(`/v1/freight/bookings/${bookingId}/vgm-declarations`, WEIGHED, key()),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});
