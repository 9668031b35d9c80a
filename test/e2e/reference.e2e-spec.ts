import { type HsCodeDto } from '../../src/catalogue/api/dto/hs-codes.dto.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface CodePage {
  readonly data: readonly HsCodeDto[];
  readonly nextCursor: string | null;
}

const ADDRESS = '/v1/reference/hs-codes';

describe('The reference data of goods', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  const code = async (path: string, headers = {}) =>
    (await tenant.client.get<HsCodeDto>(`${ADDRESS}/${path}`, headers)).body;
  const list = async (query: string) => (await tenant.client.get<CodePage>(`${ADDRESS}?${query}`)).body;

  it('tells all that is known of a code as of a day, and who says so', async () => {
    expect(await code('2208300000?on=2026-04-01')).toMatchObject({
      chapter: '22',
      on: '2026-04-01',
      names: { nameZh: '威士忌酒', nameEn: 'Whiskies' },
      units: { first: { code: '095', nameZh: '升', nameEn: 'litre' }, second: { code: '035', nameZh: '千克' } },
      supervision: {
        conditions: [
          { letter: 'A', documentCode: null },
          { letter: 'B', documentCode: null },
        ],
      },
      duty: { mfn: { kind: 'ad_valorem', rate: '0.1', year: 2014 }, general: null },
      vat: { rate: '0.13', validFrom: '2026-01-01', source: '《中华人民共和国增值税法》第十条' },
      consumptionTax: { kind: 'compound', rate: '0.2', amountPerUnit: '1', unit: '035' },
    });
  });

  it('gives the refund of the day from the refund table', async () => {
    const { refund } = await code('8516310000?on=2026-04-01');
    expect(refund).toMatchObject({ refundRate: '0.13', productGroup: 'since_2019_13' });
  });

  it('answers as of the day that is asked for', async () => {
    const [car] = (await list('chapter=87&query=8703&limit=1&on=2018-06-30')).data;
    expect(car?.duty).toMatchObject({ mfn: { rate: '0.25', validTo: '2018-06-30' } });
    const later = await code(`${car?.code ?? ''}?on=2018-07-01`);
    expect(later.duty).toMatchObject({ mfn: { rate: '0.15', source: '税委会公告〔2018〕3号' } });
    expect(await code(`${car?.code ?? ''}?on=2010-01-01`)).toMatchObject({ code: 'CATALOGUE.HS_CODE_UNKNOWN' });
  });

  it('has the elements as a list and as a schema with closed lists, in both languages', async () => {
    const { elements } = await code('8516310000', { 'accept-language': 'zh' });
    expect(elements?.list.slice(0, 2)).toMatchObject([
      { name: '品牌类型', title: '品牌类型', choices: [{ value: '0', name: '无品牌' }, {}, {}, {}, {}] },
      { name: '出口享惠情况', choices: [{}, {}, {}, { value: '3' }] },
    ]);
    expect(elements?.schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { 品牌类型: { oneOf: [{ const: '0', title: '无品牌 / No brand' }, {}, {}, {}, {}] } },
      additionalProperties: false,
    });
  });

  it('says what nobody knows, and why', async () => {
    const { unstated } = await code('8516310000');
    expect(unstated.map(({ field }) => field)).toContain('duty.general');
    expect(unstated[0]?.reason).toMatch(/No source/);
  });

  it('lists codes in the order of the tariff, page by page, by chapter and by name', async () => {
    const first = await list('chapter=61&limit=2');
    const second = await list(`chapter=61&limit=2&cursor=${first.nextCursor ?? ''}`);
    const codes = [...first.data, ...second.data].map((each) => each.code);
    expect(codes).toHaveLength(4);
    expect(codes).toEqual([...codes].sort());
    expect(new Set(codes.map((each) => each.slice(0, 2)))).toEqual(new Set(['61']));
    expect((await list(`query=${encodeURIComponent('电吹风')}`)).data.map((each) => each.code)).toEqual(['8516310000']);
    expect((await list('query=whiskies')).data.map((each) => each.code)).toEqual(['2208300000']);
  });

  it('takes no cursor that it has not given', async () => {
    expect(await tenant.client.get(`${ADDRESS}?cursor=abc`)).toMatchObject({ status: 400 });
  });
});
