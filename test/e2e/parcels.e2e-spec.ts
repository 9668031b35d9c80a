import { exportParcel, EXPORTS, importParcel, IMPORTS, ParcelDesk } from '../support/parcel-desk.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

describe('A parcel of e-commerce', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let desk: ParcelDesk;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
    desk = new ParcelDesk(tenant);
  });
  afterAll(() => platform.stop());

  it('gathers its papers in any order, is filed when they agree, and released', async () => {
    const profile = await desk.profile({ ...IMPORTS, transmits: ['order', 'payment', 'waybill'] });
    const { order, payment, waybill, list } = importParcel('SO-1');
    const states: string[] = [];
    for (const papers of [{ waybill }, { list }, { payment }])
      states.push((await desk.bring(profile, papers)).body.state);
    expect(states).toEqual(['gathering', 'gathering', 'gathering']);
    const { body } = await desk.bring(profile, { order });
    expect(body).toMatchObject({
      state: 'filing',
      reasons: [],
      tax: { total: { amount: '18.20' }, regime: 'preferential' },
    });
    const cleared = await desk.until('SO-1', 'cleared');
    expect(cleared.filing?.invtNo).toHaveLength(18);
    expect(cleared.allowedActions).toEqual([]);
    const { body: events } = await eventually(
      () =>
        tenant.client.get<{ data: { data: { parcels: { orderNo: string; state: string }[] } }[] }>(
          '/v1/events?type=customs.parcels.moved',
        ),
      ({ body: { data } }) => data.length >= 2,
    );
    expect(events.data.flatMap(({ data }) => data.parcels).map(({ orderNo }) => orderNo)).toContain('SO-1');
  });

  it('says field by field what does not agree, in the language of the reader, and is mended by another paper', async () => {
    const profile = await desk.profile();
    const good = importParcel('SO-2');
    const wrong = { ...good.payment, amountPaid: { amount: '1.00', currency: 'CNY' } };
    const { body } = await desk.bring(profile, { ...good, payment: wrong });
    expect([body.state, body.reasons.map(({ rule, pointer }) => `${rule} ${pointer}`)]).toEqual([
      'mismatched',
      ['amount_paid /payment/amountPaid'],
    ]);
    const chinese = await tenant.client.get<{ reasons: { detail: string }[] }>(`/v1/customs/parcels/${body.id}`, {
      'accept-language': 'zh',
    });
    expect(chinese.body.reasons[0]?.detail).toBe('单证不一致：金额与订单不符');
    expect((await desk.bring(profile, { payment: good.payment })).body.state).toBe('filing');
  });

  it('changes nothing by repeated papers, and refuses changed ones once it is filed', async () => {
    const profile = await desk.profile();
    const papers = importParcel('SO-3');
    const first = await desk.bring(profile, papers);
    const again = await desk.bring(profile, { payment: papers.payment });
    expect([again.status, again.body.state, again.body.id]).toEqual([200, expect.any(String), first.body.id]);
    const changed = await desk.bring(profile, { waybill: { ...papers.waybill, grossKg: '0.9' } });
    expect([changed.status, changed.body.code]).toEqual([409, 'CUSTOMS.PARCEL_FILED']);
  });

  it('is not filed above the limits of retail imports', async () => {
    const profile = await desk.profile();
    const idNumber = '330203199001011234';
    const big = await desk.bring(profile, importParcel('SO-4', { price: 2_500.01, idNumber }));
    expect([big.body.state, big.body.reasons[0]?.rule]).toEqual(['over_limit', 'over_order_limit']);
    for (const number of [1, 2, 3, 4, 5]) {
      expect((await desk.bring(profile, importParcel(`SO-5-${number}`, { price: 2_500, idNumber }))).body.state).toBe(
        'filing',
      );
    }
    const sixth = await desk.bring(profile, importParcel('SO-5-6', { price: 2_500, idNumber }));
    expect([sixth.body.state, sixth.body.reasons[0]?.rule]).toEqual(['over_limit', 'over_year_limit']);
    await desk.until('SO-5-1', 'cleared');
    const quota = await platform.rows(
      `SELECT reserved_minor::int + consumed_minor::int AS used FROM customs.retail_quota WHERE tenant_id = $1`,
      [tenant.tenantId],
    );
    expect(quota).toEqual([{ used: 2_500_000 }]);
  });

  it('gives the year back when customs rejects it, and may be filed again', async () => {
    const profile = await desk.profile();
    const used = () =>
      platform.rows(
        `SELECT reserved_minor::int + consumed_minor::int AS used FROM customs.retail_quota WHERE tenant_id = $1`,
        [tenant.tenantId],
      );
    const rejected = importParcel('SBX-CUSTOMS-REJECT-1');
    await desk.bring(profile, rejected);
    await desk.until('SBX-CUSTOMS-REJECT-1', 'rejected');
    expect(await used()).toEqual([{ used: 0 }]);
    const mended = await desk.bring(profile, { waybill: { ...rejected.waybill, grossKg: '0.7' } });
    expect(mended.body.state).toBe('filing');
    await desk.until('SBX-CUSTOMS-REJECT-1', 'cleared');
    expect(await used()).toEqual([{ used: 20_000 }]);
  });

  it('is exported by order, receipt, waybill and list', async () => {
    const profile = await desk.profile({ ...EXPORTS, transmits: ['order', 'receipt', 'waybill'] });
    expect((await desk.bring(profile, exportParcel('EX-1'))).body).toMatchObject({ state: 'filing', tax: null });
    expect((await desk.until('EX-1', 'released')).filing?.preNo).toHaveLength(18);
  });

  it('is filed with a profile as it was then; a profile changes under a name of its own', async () => {
    const { direction, supervisionMode, ...terms } = IMPORTS;
    const [one, other] = [
      await desk.profile({ ...IMPORTS, name: 'One' }),
      await desk.profile({ ...IMPORTS, name: 'Two' }),
    ];
    const change = (id: string, name: string, version: string) =>
      tenant.client.send<{ name: string; code?: string }>(
        'PUT',
        `/v1/customs/ecommerce-profiles/${id}`,
        { ...terms, name },
        {
          'if-match': `"${version}"`,
        },
      );
    expect(await change(other, 'One', '1')).toMatchObject({
      status: 409,
      body: { code: 'CUSTOMS.PROFILE_NAME_TAKEN' },
    });
    expect(await change(other, 'Three', '1')).toMatchObject({
      status: 200,
      body: { name: 'Three', direction, supervisionMode, version: 2 },
    });
    expect((await change(one, 'Four', '9')).status).toBe(412);
  });

  it('waits for the order to file where the profile asks for it, and can be given up', async () => {
    const profile = await desk.profile({ ...IMPORTS, filesAtOnce: false });
    const { body } = await desk.bring(profile, importParcel('SO-6'));
    expect([body.state, body.allowedActions]).toEqual(['matched', ['file', 'cancel']]);
    const filed = await tenant.client.post<{ state: string }>(`/v1/customs/parcels/${body.id}/filing`, {});
    expect([filed.status, filed.body.state]).toEqual([200, 'filing']);
    const other = await desk.bring(profile, importParcel('SO-7'));
    const cancelled = await tenant.client.post<{ state: string }>(
      `/v1/customs/parcels/${other.body.id}/cancellation`,
      {},
    );
    expect(cancelled.body.state).toBe('cancelled');
  });

  it('names every field that is wrong, and no value of a person', async () => {
    const profile = await desk.profile();
    const { order } = importParcel('SO-8', { idNumber: 'x'.repeat(61) });
    const { status, text } = await desk.bring(profile, { order: { ...order, surprise: 1 } });
    expect(status).toBe(422);
    expect(text).toContain('/order/buyer/idNumber');
    expect(text).toContain('/order/surprise');
    expect(text).not.toContain('xxxx');
  });

  it('keeps what names persons sealed', async () => {
    const profile = await desk.profile();
    await desk.bring(profile, importParcel('SO-9'));
    const [row] = await platform.rows<{ text: string }>(
      `SELECT encode(papers, 'escape') || findings::text AS text FROM customs.parcel WHERE order_no = 'SO-9'`,
    );
    expect(String(row?.text)).not.toContain('13800000000');
  });
});
