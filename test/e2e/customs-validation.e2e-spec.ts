import { parseId } from '../../src/kernel/ids.js';
import { CustomsDesk, type DeclarationBody } from '../support/customs-desk.js';
import { eventually } from '../support/test-platform.js';
import { LINE, PRODUCT } from '../support/order-samples.js';

const THIS_YEAR = new Date().getUTCFullYear();

describe('A declaration is held against', () => {
  let desk: CustomsDesk;

  beforeAll(async () => {
    desk = await CustomsDesk.open();
  });
  afterAll(() => desk.close());

  /** As the operator's import leaves it. */
  const record = (topic: string, code: string, value: object): Promise<unknown> =>
    desk.platform.rows(
      `INSERT INTO catalogue.reference_entry (topic, code, valid_from, value, source, year)
       VALUES ($1, $2, '2018-08-01', $3, 'H2018', 2018)`,
      [topic, code, JSON.stringify(value)],
    );
  const raised = ({ findings }: DeclarationBody): string[] => findings.map(({ rule, pointer }) => `${rule} ${pointer}`);
  const again = async (id: string): Promise<DeclarationBody> => (await desk.command(id, 'validation')).body;

  it('the tables that the operator imports, from then on', async () => {
    const { id, findings } = await desk.drafted();
    expect(findings.map(({ rule }) => rule)).not.toContain('district_unknown');
    await record('domestic_district', '33019', { nameZh: '杭州其他', nameEn: null });
    const blocked = await again(id);
    expect([blocked.state, raised(blocked)]).toEqual([
      'blocked',
      expect.arrayContaining(['district_unknown /items/0/sourceDistrict']),
    ]);
    await record('domestic_district', LINE.sourceDistrict, { nameZh: '宁波其他', nameEn: null });
    expect((await again(id)).state).toBe('draft');
  });

  it('the HS code: what an earlier year says warns, what this one says blocks', async () => {
    const { id, findings } = await desk.drafted('CODES-1', { lines: [{ ...LINE, hsCode: PRODUCT.hsCode }] });
    const elements = findings.find(({ rule }) => rule === 'elements_of_code');
    expect(elements).toMatchObject({ severity: 'warning', source: expect.stringContaining('规范申报') as string });

    await desk.platform.rows(
      `UPDATE catalogue.reference_entry SET valid_to = $2 WHERE topic = 'hs_supervision' AND code = $1`,
      [PRODUCT.hsCode, `${THIS_YEAR - 1}-12-31`],
    );
    await desk.platform.rows(
      `INSERT INTO catalogue.reference_entry (topic, code, valid_from, value, source, year)
       VALUES ('hs_supervision', $1, $2, '{"conditions": ["4"]}', 'Tariff of the year', $3)`,
      [PRODUCT.hsCode, `${THIS_YEAR}-01-01`, THIS_YEAR],
    );
    const blocked = await again(id);
    expect([blocked.state, raised(blocked)]).toEqual([
      'blocked',
      expect.arrayContaining(['licence_missing /licences']),
    ]);
    const mended = await desk.correct(blocked, { licences: [{ code: '4', number: '26-AA-100001' }] });
    expect([mended.body.state, raised(mended.body)]).toEqual([
      'draft',
      expect.not.arrayContaining(['licence_missing /licences']),
    ]);
    await desk.platform.rows(`DELETE FROM catalogue.reference_entry WHERE source = 'Tariff of the year'`);
  });

  it('its order, line by line', async () => {
    const draft = await desk.drafted('ORDER-1');
    const item = { itemNumber: 1, packages: 900, grossWeightKg: '8500', goodsName: LINE.goodsName };
    const { body } = await desk.correct(draft, { contractNumber: 'ANOTHER', items: [item] });
    expect(body.state).toBe('draft');
    expect(raised(body)).toEqual(
      expect.arrayContaining([
        'order_contract /contractNumber',
        'packing_list_packages /items/0/packages',
        'packing_list_weight /items/0/grossWeightKg',
      ]),
    );
    const contract = body.findings.find(({ rule }) => rule === 'order_contract');
    expect(contract?.detail).toBe('ANOTHER; the order has ORDER-1');
  });

  it('the parts that it carries, which come back when its message is read', async () => {
    const draft = await desk.drafted('PARTS-1');
    const certificate = [
      { field: 'AppCertCode', value: '11' },
      { field: 'ApplOri', value: '1' },
    ];
    const odd = await desk.correct(draft, { parts: [{ part: 'DecUser', fields: certificate }] });
    expect(odd.status).toBe(422);
    const parts = [{ part: 'DecRequestCert', itemNumber: null, fields: certificate }];
    const incomplete = (await desk.correct(draft, { parts })).body;
    expect([incomplete.state, raised(incomplete)]).toEqual([
      'blocked',
      expect.arrayContaining(['part_incomplete /parts/0/fields']),
    ]);

    const whole = [{ ...parts[0], fields: [...certificate, { field: 'ApplCopyQuan', value: '2' }] }];
    const sound = (await desk.correct(incomplete, { parts: whole, details: [{ field: 'BonNo', value: 'W-1' }] })).body;
    expect(sound).toMatchObject({ state: 'draft', parts: whole, details: [{ field: 'BonNo', value: 'W-1' }] });
    await desk.ship(sound);
    const [message] = await eventually(
      () => desk.messages(draft.id),
      ({ length }) => length === 1,
    );
    const { body } = await desk.tenant.client.post<{ readable: boolean; form: object; unheld: unknown[] }>(
      '/v1/customs/declaration-messages/readings',
      { xml: message?.message },
    );
    expect(body).toMatchObject({
      ...{ readable: true, unheld: [] },
      message: { DecRequestCerts: [{ AppCertCode: '11' }], DecFreeTxt: { BonNo: 'W-1' } },
      form: { contractNumber: 'PARTS-1', items: [{ hsCode: LINE.hsCode, netWeightKg: LINE.netWeightKg }] },
    });
    const { id } = await desk.until(draft.id, 'released');
    const amendment = await desk.command<{ errors: { code: string }[] }>(id, 'amendment', {
      ...{ reason: 'Another certificate', changes: { parts: [] } },
    });
    expect([amendment.status, amendment.body.errors[0]?.code]).toEqual([422, 'not_amendable']);
  });

  it('what the carrier confirmed, as long as it holds', async () => {
    const order = await desk.place({ contractNumber: 'SBX-CUSTOMS-REJECT' });
    const { id } = await desk.declarationOf(order);
    const rejected = await desk.until(id, 'rejected');
    const { body } = await desk.correct(rejected, {
      transport: { voyageNumber: '999W' },
      containers: [{ number: 'CSQU3054384', sizeType: '42G1' }],
    });
    expect(raised(body)).toEqual(
      expect.arrayContaining([
        'container_check_digit /containers/0/number',
        'booking_containers /containers',
        'booking_voyage /transport/voyageNumber',
      ]),
    );
    const { body: bookings } = await desk.tenant.client.get<{ data: { id: string }[] }>(
      `/v1/freight/bookings?orderId=${order}`,
    );
    await desk.tenant.client.post(
      `/v1/freight/bookings/${bookings.data[0]?.id ?? ''}/cancellation`,
      { reason: 'Another ship' },
      {
        'idempotency-key': 'another-ship',
      },
    );
    const [row] = await eventually(
      () =>
        desk.platform.rows<{ booking: object | null }>(`SELECT booking FROM customs.declaration WHERE id = $1`, [
          parseId('declaration', id),
        ]),
      ([found]) => found?.booking === null,
    );
    expect(row?.booking).toBeNull();
  });
});
