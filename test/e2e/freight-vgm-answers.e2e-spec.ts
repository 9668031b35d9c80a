import { newId, parseId, publicId } from '../../src/kernel/ids.js';
import { eventually, TestPlatform } from '../support/test-platform.js';
import { vgmEvent, VgmDesk, WEIGHED } from '../support/vgm-desk.js';

let platform: TestPlatform;
let desk: VgmDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = new VgmDesk(platform, await platform.tenant());
});
afterAll(() => platform.stop());

describe('What the carrier says of a declaration', () => {
  it('may be a no, and another is declared', async () => {
    const { id: bookingId } = await desk.booked({ word: 'SBX-VGM-REJECT' });
    const { body } = await desk.declare(bookingId);
    const rejected = await desk.untilDeclared(body.id, ({ state }) => state === 'rejected');
    expect(rejected.reason).toContain('weighs more');
    expect(await desk.cutOff(bookingId, 'VCO')).toBe('open');
    expect((await desk.declare(bookingId)).body.supersedesId).toBeNull();
  });

  it('may change: a box that is weighed again at the terminal is rejected, and the cut-off due again', async () => {
    const { id: bookingId } = await desk.booked();
    const declared = await desk.accepted(bookingId);
    await desk.freight.callBack([vgmEvent(declared, 'REJE', 5, 'Weighed anew'), vgmEvent(declared, 'APPR', 4)]);
    const rejected = await desk.untilDeclared(declared.id, ({ state }) => state === 'rejected');
    expect(rejected.reason).toBe('Weighed anew');
    expect(await desk.cutOff(bookingId, 'VCO')).toBe('open');
    await desk.freight.callBack(vgmEvent(declared, 'APPR', 3));
    const again = await desk.accepted(bookingId);
    expect(await desk.vgmEvents(declared.id)).toEqual(['declared', 'accepted', 'rejected']);
    expect([again.supersedesId, await desk.cutOff(bookingId, 'VCO')]).toEqual([null, 'met']);
  });

  it('counts once where it comes twice, turned round, or after the answer was cut off', async () => {
    for (const word of ['SBX-TWICE', 'SBX-DISORDER', 'SBX-HANGUP', 'SBX-DOWN-ONCE']) {
      const { id: bookingId } = await desk.booked({ word });
      const { body } = await desk.declare(bookingId);
      await desk.untilDeclared(body.id, ({ state }) => state === 'accepted');
      expect(await desk.freight.takenByCarrier(body.id)).toBe(1);
      expect((await desk.vgmEvents(body.id)).filter((type) => type === 'accepted')).toHaveLength(1);
    }
  });

  it('is asked for where it does not come', async () => {
    const { id: bookingId } = await desk.booked();
    const { body } = await desk.declare(bookingId, { ...WEIGHED, certificateReference: 'SBX-LOST' });
    await desk.untilDeclared(body.id, ({ state }) => state === 'received');
    await desk.later(body.id);
    await desk.untilDeclared(body.id, ({ state }) => state === 'accepted');
  });

  it('is no longer waited for once the booking is over', async () => {
    const { id: bookingId } = await desk.booked();
    const { body } = await desk.declare(bookingId, { ...WEIGHED, certificateReference: 'SBX-NEVER' });
    await desk.untilDeclared(body.id, ({ state }) => state === 'received');
    await desk.later(body.id);
    await eventually(
      () => desk.sentToCarrier(body.id),
      (effects) => effects.join() === 'taken,repeated',
    );
    await desk.freight.cancel(bookingId);
    await desk.freight.until(bookingId, ({ state }) => state === 'cancelled');
    await desk.later(body.id);
    const { state, expectedBy } = await desk.untilDeclared(body.id, (row) => row.expectedBy === null);
    expect([state, expectedBy]).toEqual(['received', null]);
  });

  it('is no milestone of the goods; of a declaration that nobody knows it is kept for a person', async () => {
    const { id: bookingId } = await desk.booked();
    await desk.accepted(bookingId);
    const codes = await platform.rows<{ code: string }>(`SELECT code FROM freight.milestone WHERE booking_id = $1`, [
      parseId('booking', bookingId),
    ]);
    expect(codes.map(({ code }) => code)).not.toContain('APPR');
    const stranger = publicId('vgmDeclaration', newId());
    await desk.freight.callBack(vgmEvent({ id: stranger }, 'APPR', 0));
    await eventually(
      () => platform.rows(`SELECT 1 FROM platform.inbox_message WHERE body LIKE '%' || $1 || '%'`, [stranger]),
      (rows) => rows.length > 0,
    );
  });
});
