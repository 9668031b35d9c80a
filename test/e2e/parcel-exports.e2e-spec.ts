import { exportParcel } from '../support/parcel-desk.js';
import { FilingDesk, type SeenFiling } from '../support/filing-desk.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

describe('What is filed about exported parcels', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let desk: FilingDesk;
  let profile: string;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
    desk = new FilingDesk(tenant);
    profile = await desk.exports();
  });
  afterAll(() => platform.stop());

  describe('a withdrawal', () => {
    const withdraw = (parcelIds: readonly string[], reason = '买家取消订单') =>
      desk.file('parcel-withdrawals', { parcelIds, reason });

    it('ends the parcels whose lists customs withdraws', async () => {
      const parcelIds = await desk.released(profile, ['WD-1', 'WD-2']);
      const { status, body } = await withdraw(parcelIds);
      expect([status, body]).toMatchObject([202, { kind: 'withdrawal', state: 'queued', parcels: 2 }]);
      const xml = await desk.xmlOf(body);
      expect(xml.match(/<ceb:invtNo>[^<]{18}</g)).toHaveLength(2);
      expect(await desk.decided(body.id)).toMatchObject({
        ...{ state: 'accepted', accepted: 2, rejected: 0, expectedBy: null },
        records: [{ outcome: 'accepted', customsSaid: '海关审结' }, { outcome: 'accepted' }],
      });
      for (const orderNo of ['WD-1', 'WD-2']) expect((await desk.parcels.parcel(orderNo)).state).toBe('withdrawn');
      const { body: found } = await tenant.client.get<{ data: SeenFiling[] }>(
        `/v1/customs/parcel-filings?kind=withdrawal&state=accepted&parcelId=${parcelIds[0] ?? ''}`,
      );
      expect(found.data.map(({ id }) => id)).toEqual([body.id]);
    });

    it('leaves the parcel as it is where customs refuses, with the reason, and may be asked for again', async () => {
      const parcelIds = await desk.released(profile, ['WD-3']);
      const refused = await desk.decided((await withdraw(parcelIds, 'SBX-CUSTOMS-REFUSE')).body.id);
      expect(refused).toMatchObject({ state: 'rejected', rejected: 1 });
      expect(refused.records[0]?.customsSaid).toContain('海关退单');
      expect((await desk.parcels.parcel('WD-3')).state).toBe('released');
      expect(await desk.decided((await withdraw(parcelIds)).body.id)).toMatchObject({ state: 'accepted' });
    });

    it('is of all parcels or none: each that is in the way is named', async () => {
      const parcelIds = await desk.released(profile, ['WD-4']);
      await desk.parcels.bring(profile, { order: exportParcel('WD-5').order });
      const waiting = (await desk.parcels.parcel('WD-5')).id;
      const { status, body } = await withdraw([...parcelIds, waiting, ...parcelIds]);
      expect([status, body.code]).toEqual([409, 'CUSTOMS.PARCELS_NOT_FILEABLE']);
      expect(body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
        '/parcelIds/1 state',
        '/parcelIds/2 repeated',
      ]);
      await withdraw(parcelIds);
      const again = await withdraw(parcelIds);
      expect(again.body.errors.map(({ code }) => code)).toEqual(['filed_already']);
    });

    it('is nobody else’s', async () => {
      const parcelIds = await desk.released(profile, ['WD-6']);
      const stranger = new FilingDesk(await platform.tenant());
      const { body } = await stranger.file('parcel-withdrawals', { parcelIds, reason: 'x' });
      expect(body.errors.map(({ code }) => code)).toEqual(['not_found']);
    });
  });
});
