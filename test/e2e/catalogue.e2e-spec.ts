import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Table {
  readonly version: string;
  readonly data: readonly {
    readonly productGroup: string;
    readonly name: string;
    readonly refundRate: string;
    readonly validFrom: string | null;
    readonly validTo: string | null;
    readonly source: string;
    readonly zeroMeaning?: string;
  }[];
}

const ADDRESS = '/v1/catalogue/refund-rates';

describe('The catalogue of refund rates', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  const rates = async (query = '', headers = {}) => (await tenant.client.get<Table>(ADDRESS + query, headers)).body;

  it('shows the one rate that counts for goods on their export date, with its notice', async () => {
    const { data } = await rates('?hsCode=8541430000&on=2026-04-01');
    expect(data).toMatchObject([
      {
        productGroup: 'photovoltaics',
        name: 'Photovoltaic cells and modules',
        refundRate: '0',
        zeroMeaning: 'taxed_as_domestic',
        validFrom: '2026-04-01',
        validTo: null,
        source: '财政部 税务总局公告2026年第2号',
      },
    ]);
  });

  it('shows what the calculator uses, of the same version', async () => {
    const { version, data } = await rates('?hsCode=8507600090&on=2026-03-31');
    const { body } = await tenant.client.post<{ refundRate: string; rule: { version: string; source: string } }>(
      '/v1/calculations/tax-refund/rate',
      { hsCode: '8507600090', exportDate: '2026-03-31' },
    );
    expect([body.refundRate, body.rule.version, body.rule.source]).toEqual([
      data[0]?.refundRate,
      version,
      data[0]?.source,
    ]);
  });

  it('shows how the rate of a group has changed', async () => {
    const { data } = await rates('?productGroup=batteries');
    expect(data.map(({ refundRate, validTo }) => [refundRate, validTo])).toEqual([
      ['0.13', '2024-11-30'],
      ['0.09', '2026-03-31'],
      ['0.06', '2026-12-31'],
      ['0', null],
    ]);
  });

  it('is whole without a filter, and empty for goods that it does not have', async () => {
    expect(new Set((await rates()).data.map(({ productGroup }) => productGroup)).size).toBeGreaterThan(10);
    expect((await rates('?hsCode=0101210000')).data).toEqual([]);
  });

  it('has Chinese names for those who prefer them', async () => {
    const { data } = await rates('?productGroup=batteries', { 'accept-language': 'zh-CN' });
    expect(data[0]?.name).toBe('电池');
  });

  it.each(['hsCode=8541', 'on=2026-02-30', 'colour=red'])('refuses ?%s', async (query) => {
    const { status, body } = await tenant.client.get(`${ADDRESS}?${query}`);
    expect([status, body['code']]).toEqual([400, 'REQUEST.MALFORMED']);
  });

  it('needs the scope catalogue:read, and no other', async () => {
    const keyWith = async (scope: string) => {
      const { body } = await tenant.client.post<{ apiKey: string }>('/v1/api-keys', { name: scope, scopes: [scope] });
      return platform.as(body.apiKey);
    };
    expect((await (await keyWith('catalogue:read')).get(ADDRESS)).status).toBe(200);
    expect((await (await keyWith('tax_refund:read')).get(ADDRESS)).status).toBe(403);
  });
});
