import { CebDesk } from '../support/ceb-desk.js';
import { FilingDesk } from '../support/filing-desk.js';
import { importParcel, ParcelDesk, type SeenTaxBill } from '../support/parcel-desk.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

describe('A retail import after it was filed', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let desk: ParcelDesk;
  let ceb: CebDesk;
  let profile: string;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
    desk = new ParcelDesk(tenant);
    ceb = new CebDesk(platform, tenant);
    profile = await desk.profile();
  });
  afterAll(() => platform.stop());

  const bills = async (query = ''): Promise<SeenTaxBill[]> =>
    (await tenant.client.get<{ data: SeenTaxBill[] }>(`/v1/customs/parcel-tax-bills${query}`)).body.data;
  /** The bill and its state come in any order. */
  const billed = (state: string): Promise<SeenTaxBill[]> =>
    eventually(bills, ([bill]) => bill?.state === state && bill.total !== null);
  const events = async (type: string): Promise<{ data: { bills: SeenTaxBill[] } }[]> =>
    (await tenant.client.get<{ data: { data: { bills: SeenTaxBill[] } }[] }>(`/v1/events?type=${type}`)).body.data;
  const quota = (): Promise<object[]> =>
    platform.rows(
      `SELECT reserved_minor::int AS reserved, consumed_minor::int AS consumed FROM customs.retail_quota WHERE tenant_id = $1`,
      [tenant.tenantId],
    );

  it('is billed when it is released, as was reckoned, and the bill is summarised for payment', async () => {
    const { body } = await desk.bring(profile, importParcel('TB-1'));
    const [bill] = await billed('summarised');
    expect(bill).toMatchObject({
      ...{ parcelId: body.id, orderNo: 'TB-1', differs: false, reasons: [], total: { amount: '18.20' } },
      ...{ reckoned: { amount: '18.20' }, vat: { amount: '18.20' }, duty: { amount: '0.00' } },
      lines: [{ lineNo: 1, hsCode: '3304990039', taxable: { amount: '200.00' }, vat: { amount: '18.20' } }],
    });
    expect(bill?.dutyNumber).toMatch(/^J/);
    const { body: parcel } = await tenant.client.get<{ taxBills: SeenTaxBill[] }>(`/v1/customs/parcels/${body.id}`);
    expect(parcel.taxBills).toMatchObject([{ id: bill?.id, state: 'summarised', total: { amount: '18.20' } }]);
    expect((await tenant.client.get(`/v1/customs/parcel-tax-bills/${bill?.id}`)).body).toEqual(bill);
    expect(await bills(`?parcelId=${body.id}&state=issued`)).toEqual([]);
    expect(await events('customs.parcel_tax_bills.differ')).toEqual([]);
  });

  it('is told of when customs levies another tax than was reckoned', async () => {
    await desk.bring(profile, importParcel('TB-2-SBX-CUSTOMS-TAX-DIFFERS'));
    await billed('summarised');
    const [bill] = await bills('?differs=true');
    expect([bill?.total?.amount, bill?.reckoned?.amount]).toEqual(['19.20', '18.20']);
    expect(bill?.reasons.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual([
      'vat_differs /vat',
      'vat_differs /lines/0/vat',
    ]);
    expect(await bills('?differs=false')).toEqual([]);
    const [event] = await eventually(
      () => events('customs.parcel_tax_bills.differ'),
      ({ length }) => length > 0,
    );
    expect(event?.data.bills).toMatchObject([{ id: bill?.id, levied: '19.20', reckoned: '18.20' }]);
  });

  it('keeps a bill that comes before the number of its list is known, and its state that comes before the bill', async () => {
    const status = (taxNo: string, state: string): string =>
      message(
        'CEB818Message',
        `<ceb:Tax><ceb:TaxHeadStatus>${head(taxNo)}<ceb:status>${state}</ceb:status></ceb:TaxHeadStatus></ceb:Tax>`,
      );
    await ceb.bring(status('T-EARLY', '3'));
    const [early] = await eventually(bills, ([bill]) => bill?.state === 'void');
    expect(early).toMatchObject({ parcelId: null, taxNo: 'T-EARLY', total: null, payableBy: null });
    await ceb.bring(
      message(
        'CEB816Message',
        `<ceb:Tax><ceb:TaxHeadRd>${head('T-EARLY')}${taxes('7')}<ceb:status>1</ceb:status></ceb:TaxHeadRd>` +
          `<ceb:TaxListRd><ceb:gnum>1</ceb:gnum><ceb:gcode>3304990039</ceb:gcode><ceb:taxPrice>200</ceb:taxPrice>${taxes('7')}</ceb:TaxListRd></ceb:Tax>`,
      ),
    );
    const [late] = await eventually(bills, ([bill]) => bill?.total !== null);
    expect(late).toMatchObject({ state: 'void', total: { amount: '7.00' }, lines: [{ vat: { amount: '7.00' } }] });
    await desk.bring(profile, importParcel('TB-3'));
    await desk.until('TB-3', 'cleared');
    await platform.rows(`UPDATE customs.parcel SET rank = 0, state = 'filed', invt_no = NULL WHERE order_no = 'TB-3'`);
    const [list] = await platform.rows<{ guid: string }>(
      `SELECT list_guid::text AS guid FROM customs.parcel WHERE order_no = 'TB-3'`,
    );
    await ceb.bring(
      message(
        'CEB622Message',
        `<ceb:InventoryReturn><ceb:guid>${list?.guid.toUpperCase() ?? ''}</ceb:guid><ceb:copNo>1</ceb:copNo>` +
          `<ceb:preNo>B20261129000000001</ceb:preNo><ceb:invtNo>${INVT_NO}</ceb:invtNo><ceb:returnStatus>120</ceb:returnStatus>` +
          `<ceb:returnTime>20261129080000000</ceb:returnTime><ceb:returnInfo>海关入库</ceb:returnInfo></ceb:InventoryReturn>`,
      ),
    );
    const [adopted] = await eventually(
      () => bills('?differs=true'),
      ({ length }) => length === 1,
    );
    expect(adopted).toMatchObject({ taxNo: 'T-EARLY', orderNo: 'TB-3', reckoned: { amount: '18.20' } });
  });

  it('is open again when customs cannot read its message, gives the year back, and is filed anew', async () => {
    const papers = importParcel('FR-1');
    const unreadable = {
      ...papers.list,
      lines: papers.list.lines.map((line) => ({ ...line, model: '面膜 SBX-FORMAT' })),
    };
    await desk.bring(profile, { ...papers, list: unreadable });
    const rejected = await desk.until('FR-1', 'rejected');
    expect(rejected.filing?.said).toBe('报文不能通过schema验证');
    expect(await quota()).toEqual([{ reserved: 0, consumed: 0 }]);
    expect((await desk.bring(profile, { list: papers.list })).body.state).toBe('filing');
    await desk.until('FR-1', 'cleared');
    expect(await quota()).toEqual([{ reserved: 0, consumed: 20_000 }]);
  });

  it('is refused by a format reply that names only the guid of its message, once', async () => {
    const { body } = await desk.bring(profile, importParcel('FR-2-SBX-CUSTOMS-LOST'));
    const [sent] = await eventually(sentLists, ([first]) => first?.state === 'sent');
    const reply = (serial: string): string =>
      formatReply(serial, 'unknown', `<ceb:CEB621Message guid="${sent?.guid ?? ''}">`);
    await ceb.bring(reply('1'));
    await desk.until(body.orderNo, 'rejected');
    expect((await sentLists())[0]).toMatchObject({ state: 'refused', reason: '报文格式错误 1' });
    await desk.bring(profile, { waybill: { ...importParcel(body.orderNo).waybill, grossKg: '0.7' } });
    await ceb.bring(reply('2'));
    await taken('CEB900Message', 2);
    expect((await desk.parcel(body.orderNo)).state).not.toBe('rejected');
  });

  it('is left alone by a format reply that comes after customs has answered', async () => {
    await desk.bring(profile, importParcel('FR-3'));
    await desk.until('FR-3', 'cleared');
    const [sent] = await sentLists();
    await ceb.bring(formatReply('3', sent?.id ?? '', ''));
    await taken('CEB900Message', 1);
    expect([(await desk.parcel('FR-3')).state, (await sentLists())[0]?.state]).toEqual(['cleared', 'answered']);
  });

  describe('and filed about', () => {
    let filings: FilingDesk;
    beforeEach(() => {
      filings = new FilingDesk(tenant);
    });
    const cleared = async (orderNo: string): Promise<string> => {
      await desk.bring(profile, importParcel(orderNo));
      return (await desk.until(orderNo, 'cleared')).id;
    };
    const file = (what: string, orderNos: readonly string[], said: object) =>
      filings.file(what, { parcelIds: orderNos, ...said });

    it('is withdrawn before its release, and the year of its buyer is given back', async () => {
      await desk.bring(profile, importParcel('IW-1-SBX-CUSTOMS-HOLD'));
      const { id } = await desk.until('IW-1-SBX-CUSTOMS-HOLD', 'accepted');
      expect(await quota()).toEqual([{ reserved: 20_000, consumed: 0 }]);
      const refused = await filings.decided(
        (await file('parcel-withdrawals', [id], { reason: 'SBX-CUSTOMS-REFUSE' })).body.id,
      );
      expect([refused.state, (await desk.parcel('IW-1-SBX-CUSTOMS-HOLD')).state]).toEqual(['rejected', 'accepted']);
      const { body } = await file('parcel-withdrawals', [id], { reason: '买家取消' });
      expect(await filings.xmlOf(body)).toMatch(/<ceb:CEB623Message .*<ceb:buyerIdNumber>\d+<.*<ceb:reason>买家取消</s);
      expect(await filings.decided(body.id)).toMatchObject({ state: 'accepted', accepted: 1 });
      expect((await desk.parcel('IW-1-SBX-CUSTOMS-HOLD')).state).toBe('withdrawn');
      expect(await quota()).toEqual([{ reserved: 0, consumed: 0 }]);
    });

    it('comes back within thirty days: the year is given back and the bill is void', async () => {
      const id = await cleared('IR-1');
      expect((await file('parcel-withdrawals', [id], { reason: 'x' })).body.errors).toMatchObject([{ code: 'state' }]);
      const { body } = await file('parcel-returns', [id], { reason: '买家退货' });
      expect(await filings.xmlOf(body)).toMatch(/<ceb:InvtRefundList><ceb:gnum>1<.*<ceb:qty>2</s);
      expect(await filings.decided(body.id)).toMatchObject({ state: 'accepted' });
      expect((await desk.parcel('IR-1')).state).toBe('returned');
      expect(await quota()).toEqual([{ reserved: 0, consumed: 0 }]);
      expect((await billed('void'))[0]).toMatchObject({ parcelId: id, payableBy: null, total: { amount: '18.20' } });
    });

    it('comes back in parts: the year is given back in proportion, and never more comes back than came in', async () => {
      const id = await cleared('IR-3');
      const part = (quantity: string, lineNo = 1) =>
        file('parcel-returns', [id], { reason: '买家退货', lines: [{ parcelId: id, lineNo, quantity }] });
      const refused = await Promise.all([part('2.5'), part('1', 2)]);
      expect(refused.map(({ status, body }) => [status, body.errors[0]?.code])).toEqual([
        [409, 'not_allowed'],
        [409, 'not_allowed'],
      ]);
      const stranger = [{ parcelId: 'pcl_01jdq3x7k2e9ta6v0m8r4c5wzb', lineNo: 1, quantity: '1' }];
      const foreign = await file('parcel-returns', [id], { reason: 'x', lines: stranger });
      expect([foreign.status, foreign.body.errors[0]?.pointer]).toEqual([422, '/lines/0/parcelId']);
      const { body } = await part('0.5');
      expect(await filings.xmlOf(body)).toMatch(/<ceb:InvtRefundList><ceb:gnum>1<.*<ceb:qty>0\.5</s);
      expect((await part('1')).body.errors[0]?.code).toBe('filed_already');
      await filings.decided(body.id);
      expect(await desk.parcel('IR-3')).toMatchObject({
        state: 'cleared',
        returned: { lines: [{ lineNo: 1, quantity: '0.5' }], tax: { amount: '4.55', currency: 'CNY' } },
      });
      expect(await quota()).toEqual([{ reserved: 0, consumed: 15_000 }]);
      expect((await part('1.6')).body.errors[0]?.code).toBe('not_allowed');
      const rest = await file('parcel-returns', [id], { reason: '买家退货' });
      expect(await filings.xmlOf(rest.body)).toContain('<ceb:qty>1.5<');
      await filings.decided(rest.body.id);
      expect(await desk.parcel('IR-3')).toMatchObject({
        state: 'returned',
        returned: { lines: [{ lineNo: 1, quantity: '2' }], tax: { amount: '18.20' } },
      });
      expect(await quota()).toEqual([{ reserved: 0, consumed: 0 }]);
      await billed('void');
    });

    it('does not come back after thirty days, nor with the transport of an export', async () => {
      const id = await cleared('IR-2');
      const transport = { mode: '5', name: 'CA1057', voyage: '1', billNo: '1' };
      const odd = await file('parcel-returns', [id], { reason: 'x', transport });
      expect([odd.status, odd.body.errors[0]?.pointer]).toEqual([422, '/transport']);
      await platform.rows(`UPDATE customs.parcel SET released_at = now() - interval '31 days' WHERE order_no = 'IR-2'`);
      const late = await filings.file('parcel-returns', { parcelIds: [id], reason: 'x' }, { language: 'zh' });
      expect([late.status, late.body.errors[0]?.code]).toEqual([409, 'not_allowed']);
      expect(late.body.errors[0]?.message).toContain('退货申请期限为');
    });

    it('is told to be in the supervised place, with one number for all of a transport, and to be signed for', async () => {
      const ids = [await cleared('IE-1'), await cleared('IE-2')];
      const operator = { code: '3302980S02', name: '宁波示例监管场所有限公司' };
      const entry = await filings.decided((await file('parcel-warehouse-entries', ids, { operator })).body.id);
      expect(entry).toMatchObject({ state: 'accepted', accepted: 2, records: [{ parcels: 2, outcome: 'accepted' }] });
      expect(await filings.xmlOf(entry)).toMatch(
        /<ceb:CEB711Message .*<ceb:billNo>99912345675<.*<ceb:logisticsNo>WIE-2</s,
      );
      const deliveredAt = new Date(Date.now() - 60_000).toISOString();
      const delivery = await filings.decided((await file('parcel-deliveries', ids, { deliveredAt })).body.id);
      expect(delivery).toMatchObject({ kind: 'delivery', state: 'accepted', accepted: 2 });
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      const early = await file('parcel-deliveries', ids, { deliveredAt: tomorrow });
      expect([early.status, early.body.errors[0]?.pointer]).toEqual([422, '/deliveredAt']);
    });
  });

  const sentLists = async (): Promise<{ id: string; guid: string; state: string }[]> =>
    (await tenant.client.get<{ data: { id: string; guid: string; state: string }[] }>('/v1/customs/ceb/messages')).body
      .data;
  const taken = (kind: string, count: number): Promise<unknown> =>
    eventually(
      () => ceb.receipts(`&message=${kind}`),
      (seen) => seen.filter(({ outcome }) => outcome !== 'waiting').length === count,
    );
});

const INVT_NO = '31052026I900000001';
const GUID = '4CDE1CFD-EDED-46B1-946C-B8022E42FC94';
let serial = 0;

function message(name: string, content: string): string {
  const guid = `4CDE1CFD-EDED-46B1-946C-${String((serial += 1)).padStart(12, '0')}`;
  return `<ceb:${name} xmlns:ceb="http://www.chinaport.gov.cn/ceb" guid="${guid}" version="1.0">${content}</ceb:${name}>`;
}

function head(taxNo: string): string {
  return (
    `<ceb:guid>${GUID}</ceb:guid><ceb:returnTime>20261129080000000</ceb:returnTime><ceb:invtNo>${INVT_NO}</ceb:invtNo>` +
    `<ceb:taxNo>${taxNo}</ceb:taxNo>`
  );
}

function taxes(vat: string): string {
  return `<ceb:customsTax>0</ceb:customsTax><ceb:valueAddedTax>${vat}</ceb:valueAddedTax><ceb:consumptionTax>0</ceb:consumptionTax>`;
}

function formatReply(number: string, reference: string, original: string): string {
  const escaped = original.replaceAll('<', '&lt;');
  return message(
    'CEB900Message',
    `<ceb:MessageReturn><ceb:guid>${GUID}</ceb:guid><ceb:returnStatus>-100000</ceb:returnStatus>` +
      `<ceb:returnInfo>报文格式错误 ${number}</ceb:returnInfo><ceb:returnTime>20261129080000000</ceb:returnTime>` +
      `<ceb:oriCopMsgId>${reference}</ceb:oriCopMsgId><ceb:oriMessageType>CEB621Message</ceb:oriMessageType>` +
      `<ceb:oriBizMessage>${escaped}</ceb:oriBizMessage></ceb:MessageReturn>`,
  );
}
