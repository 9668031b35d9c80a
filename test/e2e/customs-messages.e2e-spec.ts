import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Conversion {
  readonly message: string | null;
  readonly valid: boolean;
  readonly findings: readonly { readonly path: string; readonly rule: string; readonly detail: string }[];
  readonly json: object | null;
  readonly xml: string | null;
  readonly code?: string;
}
interface Mapping {
  readonly data: readonly { readonly message: string; readonly direction: string }[];
  readonly fields: readonly { readonly xml: string; readonly json: string; readonly fixed: string | null }[];
}

const CONVERSIONS = '/v1/customs/ceb/conversions';
const MAPPINGS = '/v1/customs/ceb/mappings';
const REPLY = {
  guid: '704ea0f1-b229-4e89-9f2f-c2e550e95c86',
  ebpCode: '1105910159',
  ebcCode: '1105910159',
  orderNo: 'SO-2026-0001 <&>',
  returnStatus: '2',
  returnTime: '20260401120000000',
  returnInfo: '新增申报成功',
};
const JSON_FORM = { guid: '4CDE1CFD-EDED-46B1-946C-B8022E42FC94', version: '1.0', OrderReturn: [REPLY] };

describe('Messages of cross-border e-commerce over HTTP', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  const convert = async (body: object, headers = {}): Promise<Conversion & { status: number }> => {
    const answer = await tenant.client.post<Conversion>(CONVERSIONS, body, headers);
    return { ...answer.body, status: answer.status };
  };

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  it('go from JSON to XML and back without a loss', async () => {
    const written = await convert({ message: 'CEB304Message', json: JSON_FORM });
    expect(written).toMatchObject({
      status: 200,
      message: 'CEB304Message',
      valid: true,
      findings: [],
      json: JSON_FORM,
    });
    expect(written.xml).toContain('<ceb:orderNo>SO-2026-0001 &lt;&amp;&gt;</ceb:orderNo>');
    expect(await convert({ xml: written.xml })).toEqual(written);
  });

  it('that are wrong are answered with everything that is wrong, in the language of the caller', async () => {
    const { returnInfo, ...rest } = REPLY;
    const json = { ...JSON_FORM, OrderReturn: [{ ...rest, returnTime: '2026', more: returnInfo }] };
    const { status, valid, xml, findings } = await convert(
      { message: 'CEB304Message', json },
      { 'accept-language': 'zh' },
    );
    expect([status, valid, xml]).toEqual([200, false, null]);
    expect(findings).toEqual([
      { path: '/OrderReturn/0/more', rule: 'unknown', detail: 'more 不在报文结构中：请删除或更正名称' },
      { path: '/OrderReturn/0/returnTime', rule: 'length', detail: 'returnTime 应为 17 个字符，实际 4 个' },
      { path: '/OrderReturn/0/returnInfo', rule: 'required', detail: '缺少 returnInfo（回执信息）' },
    ]);
  });

  it.each([
    ['no XML', 'nonsense', 'well_formed'],
    ['another document', '<html/>', 'message'],
    ['an entity that opens a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'well_formed'],
    [
      'entities that grow without end',
      `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(1_000)}"><!ENTITY c "${'&b;'.repeat(1_000)}">]><a>${'&c;'.repeat(1_000)}</a>`,
      'well_formed',
    ],
    ['elements without end', '<a>'.repeat(100_000), 'well_formed'],
  ])('that are none are answered with the reason: %s', async (_what, xml, rule) => {
    const { status, valid, message, findings } = await convert({ xml });
    expect([status, valid, message, findings.map((finding) => finding.rule)]).toEqual([200, false, null, [rule]]);
  });

  it.each([
    ['neither form', {}],
    ['both forms', { xml: '<a/>', message: 'CEB304Message', json: {} }],
    ['JSON without a name', { json: {} }],
    ['an unknown name', { message: 'CEB999Message', json: {} }],
    ['an array', { message: 'CEB304Message', json: [] }],
  ])('are not asked about with %s', async (_what, body) => {
    expect(await convert(body)).toMatchObject({ status: 422, code: 'REQUEST.INVALID' });
  });

  it('are at most as large as a request may be', async () => {
    expect(await convert({ xml: 'x'.repeat(1_100_000) })).toMatchObject({ status: 413 });
  });

  it('are mapped field by field', async () => {
    const { body: list } = await tenant.client.get<Mapping>(MAPPINGS);
    expect(list.data.length).toBe(42);
    expect(list.data).toContainEqual({ message: 'CEB621Message', direction: 'import', label: '进口清单数据' });
    const { body } = await tenant.client.get<Mapping>(`${MAPPINGS}/CEB311Message`);
    expect(body.fields[0]).toMatchObject({ xml: '/ceb:CEB311Message/@guid', json: '/guid' });
    expect(body.fields).toContainEqual({
      xml: '/ceb:CEB311Message/ceb:Order/ceb:OrderHead/ceb:currency',
      json: '/Order/*/OrderHead/currency',
      label: '币制',
      kind: 'text',
      required: true,
      maxOccurs: 1,
      minLength: 3,
      maxLength: 3,
      digits: null,
      places: null,
      fixed: '142',
      whenEmpty: '142',
    });
    expect((await tenant.client.get(`${MAPPINGS}/CEB999Message`)).status).toBe(404);
  });
});
