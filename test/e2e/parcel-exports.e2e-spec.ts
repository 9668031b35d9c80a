import { type ApiAnswer } from '../support/api-client.js';
import { FilingDesk, type SeenFiling } from '../support/filing-desk.js';
import { exportParcel, EXPORTS } from '../support/parcel-desk.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface SeenMonth {
  readonly id: string;
  readonly month: string;
  readonly state: string;
  readonly dueOn: string;
}

interface SeenSummary extends SeenMonth {
  readonly lists: object;
  readonly declarations: readonly object[];
}

interface SeenRun extends SeenFiling {
  readonly groups: readonly object[];
}

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

  const OPERATOR = { code: '3302980S02', name: '宁波示例监管场所有限公司' };
  const OUT = { mode: '5', name: 'CA1056', voyage: '20261128', billNo: '99912345675' };
  const BACK = { mode: '5', name: 'CA1057', voyage: '20270110', billNo: '99912345686' };
  const departedAt = '2026-11-28T02:00:00.000Z';

  const taken = async (what: string, body: object) => {
    const { status, body: filed } = await desk.file(what, body);
    expect([status, filed]).toMatchObject([202, { state: 'queued' }]);
    const decided = await desk.decided(filed.id);
    expect(decided.state).toBe('accepted');
    return { decided, xml: await desk.xmlOf(decided) };
  };

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

  describe('a way out of the country and back', () => {
    it('tells arrival, master waybill and departure of many in one record each, and the export date is kept', async () => {
      const parcelIds = await desk.released(profile, ['EX-1', 'EX-2', 'EX-3']);
      const arrival = await taken('parcel-arrivals', { parcelIds, operator: OPERATOR, domesticTransport: '浙B12345' });
      expect(arrival.xml).toContain('<ceb:domesticTrafNo>浙B12345<');
      const { xml, decided } = await taken('parcel-master-waybills', { parcelIds, transport: OUT });
      expect(decided.records).toHaveLength(1);
      expect(xml).toContain('<ceb:grossWeight>1.8<');
      expect(xml.match(/<ceb:logisticsNo>WEX-\d</g)).toHaveLength(3);
      expect((await desk.parcels.parcel('EX-1')).state).toBe('released');
      const departure = await taken('parcel-departures', { parcelIds, departedAt, transport: OUT });
      expect(departure.xml).toContain('<ceb:leaveTime>20261128100000<');
      const cleared = await desk.parcels.until('EX-3', 'cleared');
      expect(cleared.filing).toMatchObject({ departedAt, clearedAt: expect.any(String) as string });
      const late = await desk.file('parcel-withdrawals', { parcelIds, reason: '买家取消订单' });
      expect(late.body.errors.map(({ code }) => code)).toEqual(['state', 'state', 'state']);
    });

    it('refuses a departure that lies ahead, and one of what is to be withdrawn', async () => {
      const parcelIds = await desk.released(profile, ['EX-4']);
      const ahead = await desk.file('parcel-departures', { parcelIds, departedAt: '2099-01-01T00:00:00.000Z' });
      expect([ahead.status, ahead.body.errors[0]?.pointer]).toEqual([422, '/departedAt']);
      await desk.file('parcel-withdrawals', { parcelIds, reason: '买家取消订单' });
      const crossed = await desk.file('parcel-departures', { parcelIds, departedAt }, { language: 'zh' });
      expect(crossed.status).toBe(409);
      expect(crossed.body.errors[0]?.message).toMatch(/已申请撤销清单|withdrawn/);
    });

    it('returns parcels whose return was applied for, when they are in and counted', async () => {
      const parcelIds = await desk.released(profile, ['EX-5']);
      const back = { parcelIds, reason: '收件人拒收', transport: BACK };
      expect((await desk.file('parcel-returns', back)).body.errors[0]?.code).toBe('state');
      await taken('parcel-departures', { parcelIds, departedAt });
      await desk.parcels.until('EX-5', 'cleared');
      const tally = { parcelIds, operator: OPERATOR, transport: BACK };
      expect((await desk.file('parcel-return-tallies', tally)).body.errors[0]?.code).toBe('not_allowed');
      const { xml } = await taken('parcel-returns', back);
      expect(xml).toContain('<ceb:tradeMode>9661<');
      expect(xml).toContain('<ceb:gmodel>塑料玩具|无品牌<');
      expect((await desk.parcels.parcel('EX-5')).state).toBe('cleared');
      await taken('parcel-return-tallies', tally);
      expect((await desk.parcels.parcel('EX-5')).state).toBe('returned');
      const { body } = await eventually(
        () =>
          tenant.client.get<{ data: { data: { kind: string } }[] }>('/v1/events?type=customs.parcel_filing.decided'),
        ({ body: { data } }) => data.length === 3,
      );
      expect(body.data.map(({ data }) => data.kind).sort()).toEqual(['departure', 'return', 'return_tally']);
    });
  });

  describe('a return in parts', () => {
    it('is counted part by part, and the parcel is returned when nothing of it is left', async () => {
      const parcelIds = await desk.released(profile, ['EX-6']);
      await taken('parcel-departures', { parcelIds, departedAt: '2026-11-28T02:00:00.000Z' });
      await desk.parcels.until('EX-6', 'cleared');
      const back = { parcelIds, reason: '收件人拒收', transport: BACK };
      const tally = { parcelIds, operator: OPERATOR, transport: BACK };
      const lines = [{ parcelId: parcelIds[0], lineNo: 1, quantity: '1' }];
      const { xml } = await taken('parcel-returns', { ...back, lines });
      for (const part of ['qty>1<', 'qty1>0.16667<']) expect(xml).toContain(`<ceb:${part}`);
      await taken('parcel-return-tallies', tally);
      expect((await desk.file('parcel-return-tallies', tally)).body.errors[0]?.code).toBe('not_allowed');
      expect(await desk.parcels.parcel('EX-6')).toMatchObject({
        state: 'cleared',
        returned: { lines: [{ lineNo: 1, quantity: '1' }], tax: null },
      });
      const rest = await taken('parcel-returns', back);
      for (const part of ['qty>2<', 'qty1>0.33333<']) expect(rest.xml).toContain(`<ceb:${part}`);
      expect((await desk.file('parcel-returns', back)).body.errors[0]?.code).toBe('filed_already');
      await taken('parcel-return-tallies', tally);
      expect((await desk.parcels.parcel('EX-6')).state).toBe('returned');
    });
  });

  describe('a monthly summary', () => {
    const cleared = async (profileId: string, orderNos: readonly string[]) => {
      const parcelIds = await desk.released(profileId, orderNos);
      await desk.file('parcel-departures', { parcelIds, departedAt: '2026-11-28T02:00:00.000Z' });
      for (const orderNo of orderNos) await desk.parcels.until(orderNo, 'cleared');
      return parcelIds;
    };
    const months = async (profileId: string) =>
      (await tenant.client.get<{ data: SeenMonth[] }>(`/v1/customs/parcel-summaries?profileId=${profileId}`)).body.data;
    const until = (profileId: string, state: string) =>
      eventually(
        async () => (await months(profileId))[0],
        (month) => month?.state === state,
      );
    const clock = (now: string) => tenant.client.post('/v1/sandbox/clock', { now });
    const summarise = (profileId: string, month: string, more: object = {}, options: { dryRun?: boolean } = {}) =>
      desk.file('parcel-summaries', { profileId, month, ...more }, options) as unknown as Promise<ApiAnswer<SeenRun>>;

    it('is warned of, made once of all that is to be summarised, and becomes declarations', async () => {
      const simplified = await desk.exports({ ...EXPORTS, name: 'Simplified', listKind: 'A' });
      await cleared(profile, ['SU-1', 'SU-2', 'SU-3']);
      await cleared(simplified, ['SU-4']);
      const { month = '', dueOn = '' } = (await until(profile, 'open')) ?? {};
      expect(await months(simplified)).toEqual([]);
      expect((await summarise(profile, month)).body.code).toBe('CUSTOMS.MONTH_NOT_OVER');

      await clock(`${dueOn.slice(0, 8)}10T01:00:00Z`);
      await until(profile, 'due');
      const dry = await summarise(profile, month, {}, { dryRun: true });
      expect(dry.body).toMatchObject({
        ...{ parcels: 3, records: [{ parcels: 3 }] },
        groups: [{ lists: 3, grossKg: '1.8', items: [{ quantity: '9', total: '89.1', lines: 3 }] }],
      });
      expect(
        (await tenant.client.get<{ data: object[] }>('/v1/customs/parcel-filings?kind=summary')).body.data,
      ).toEqual([]);

      const runs = await Promise.all([summarise(profile, month), summarise(profile, month)]);
      expect(runs.map(({ status }) => status).sort()).toEqual([202, 409]);
      const { id, ...filed } = runs.find(({ status }) => status === 202)?.body ?? { id: '', records: [] };
      expect(await desk.xmlOf(filed)).toMatch(/<ceb:invtNo>\d{8}E\d{9}</);
      expect(await desk.decided(id)).toMatchObject({ state: 'accepted', accepted: 3 });
      const done = await until(profile, 'done');
      const { body } = await eventually(
        () => tenant.client.get<SeenSummary>(`/v1/customs/parcel-summaries/${done?.id ?? ''}`),
        ({ body: { declarations } }) => declarations.length === 1,
      );
      expect(body).toMatchObject({
        lists: { due: 0, summarised: 3 },
        declarations: [{ filingId: id, lists: 3, entryNumber: expect.stringMatching(/^\d{18}$/) as string }],
      });
      const none = await summarise(simplified, month);
      expect(none.body).toMatchObject({ code: 'CUSTOMS.NOTHING_TO_SUMMARISE', details: { simplified: 1 } });
    });

    it('is overdue when its day is over, due again when customs refuses it, and done all the same', async () => {
      await cleared(profile, ['SU-5']);
      const { month = '', dueOn = '' } = (await until(profile, 'open')) ?? {};
      await clock(`${dueOn}T16:30:00Z`);
      await until(profile, 'overdue');
      const { body: news } = await eventually(
        () => tenant.client.get<{ data: { data: object }[] }>('/v1/events?type=customs.parcel_summary.overdue'),
        ({ body: { data } }) => data.length > 0,
      );
      expect(news.data.map(({ data }) => data)).toMatchObject([{ month, dueOn, lists: 1, undecided: 0 }]);
      const refused = await summarise(profile, month, { note: 'SBX-CUSTOMS-REFUSE' });
      expect(await desk.decided(refused.body.id)).toMatchObject({ state: 'rejected' });
      expect((await months(profile))[0]?.state).toBe('overdue');
      const again = await summarise(profile, month, { byOwner: true });
      expect(again.body.groups[0]).toMatchObject({ ownerCode: '3302986YQ8' });
      await desk.decided(again.body.id);
      await until(profile, 'done');

      const back = await desk.exports({ ...EXPORTS, name: 'Back' });
      const parcelIds = await cleared(back, ['SU-6']);
      await until(back, 'overdue');
      await taken('parcel-returns', { parcelIds, reason: '收件人拒收', transport: BACK });
      await taken('parcel-return-tallies', { parcelIds, operator: OPERATOR, transport: BACK });
      await until(back, 'done');
    });
  });
});
