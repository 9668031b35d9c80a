import { parseId } from '../../src/kernel/ids.js';
import { type ApiAnswer } from '../support/api-client.js';
import { CustomsDesk, type DeclarationBody, key } from '../support/customs-desk.js';
import { orderBody, SELLER } from '../support/order-samples.js';
import { type CaseBody, RefundDesk } from '../support/refund-desk.js';
import { eventually } from '../support/test-platform.js';

interface Problem {
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
  readonly details: { readonly reasons?: readonly string[] };
}
type Headers = Record<string, string>;
type Ask<Body> = (headers: Headers) => Promise<ApiAnswer<Body>>;

const CHINESE = { 'accept-language': 'en;q=0.3, zh-CN' };
const NOBODY = 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb';
const HAN = /\p{Script=Han}/u;

let desk: CustomsDesk;

beforeAll(async () => {
  desk = await CustomsDesk.open();
});

afterAll(async () => {
  await desk.close();
});

/** The same request twice: without a word on languages, and by somebody who prefers Chinese. */
async function inBoth<Body>(ask: Ask<Body>): Promise<readonly [Body, Body]> {
  const [english, chinese] = [await ask({}), await ask(CHINESE)];
  expect([english.status, english.headers['content-language'], english.headers['vary']]).toEqual([
    chinese.status,
    'en',
    'Accept-Language',
  ]);
  expect([chinese.headers['content-language'], chinese.headers['vary']]).toEqual(['zh-CN', 'Accept-Language']);
  return [english.body, chinese.body];
}

const post =
  (path: string, body: unknown): Ask<Problem> =>
  (headers) =>
    desk.tenant.client.post<Problem>(path, body, { ...headers, ...key() });
const get =
  (path: string): Ask<Problem> =>
  (headers) =>
    desk.tenant.client.get<Problem>(path, headers);

describe('A wrong request', () => {
  const WRONG: readonly (readonly [string, () => Ask<Problem>, string, string, string, string])[] = [
    [
      'a seller without a customs code',
      () => post('/v1/parties', { ...SELLER, reference: 'X', customsCode: undefined }),
      'REQUEST.INVALID',
      '/customsCode required',
      'This field is needed here',
      '此处必须填写该字段',
    ],
    [
      'a party of a kind that is none',
      () => post('/v1/parties', { ...SELLER, kind: 'friend' }),
      'REQUEST.INVALID',
      '/kind not_allowed',
      'Must be one of seller, buyer, supplier',
      '应为以下之一：seller、buyer、supplier',
    ],
    [
      'an order of nobody',
      () => post('/v1/orders', orderBody(NOBODY, desk.buyerId, 'X')),
      'REQUEST.INVALID',
      '/sellerId unknown_party',
      'There is no seller with this id',
      '不存在该 id 的卖方',
    ],
    [
      'an order with a field too many',
      () => post('/v1/orders', { ...orderBody(desk.sellerId, desk.buyerId, 'X'), colour: 'red' }),
      'REQUEST.INVALID',
      '/colour unknown_field',
      'This field is not known here',
      '此处没有该字段',
    ],
    [
      'a quote between one port',
      () =>
        post('/v1/freight/quotes', {
          mode: 'fcl',
          containers: [{ sizeType: '22G1', count: 1 }],
          portOfLoading: 'CNNGB',
          portOfDischarge: 'CNNGB',
          departureDate: '2026-12-05',
          grossKg: '9000',
        }),
      'REQUEST.INVALID',
      '/portOfDischarge same_port',
      'Must differ from the port of loading',
      '必须与装货港不同',
    ],
    [
      'a share of thirteen times',
      () =>
        post('/v1/calculations/tax-refund/trading', {
          items: [{ purchaseAmountExVat: { amount: '1.00', currency: 'CNY' }, vatRate: '13', refundRate: '0.13' }],
        }),
      'REQUEST.INVALID',
      '/items/0/vatRate out_of_range',
      'A rate is a fraction between 0 and 1, such as 0.13',
      '比率为 0 至 1 之间的小数，例如 0.13',
    ],
    [
      'a receiver within the house',
      () => post('/v1/webhooks/endpoints', { url: 'https://10.0.0.1/hook', eventTypes: ['*'] }),
      'REQUEST.INVALID',
      '/url forbidden_target',
      'Must be a public address',
      '应为公网地址',
    ],
    [
      'a page of half an entry',
      () => get('/v1/orders?limit=0.5'),
      'REQUEST.MALFORMED',
      '?limit is_int',
      'limit must be an integer number',
      'limit 应为整数',
    ],
  ];

  it.each(WRONG)('%s, is told so in the language of the caller', async (_what, ask, code, fault, english, chinese) => {
    const both = await inBoth(ask());
    const found = both.map((problem) => [
      problem.code,
      problem.errors.find((one) => `${one.pointer} ${one.code}` === fault)?.message,
    ]);
    expect(found).toEqual([
      [code, english],
      [code, chinese],
    ]);
    expect(both.map(({ title }) => HAN.test(title))).toEqual([false, true]);
  });

  it.each<[string, () => Ask<Problem>, string, string]>([
    ['no such order', () => get('/v1/orders/ord_01jdq3x7k2e9ta6v0m8r4c5wzb'), 'There is no such order', '订单不存在'],
    ['no such route', () => get('/v1/nothing'), 'There is nothing at this address', '该地址不存在任何接口'],
    [
      'no key',
      () => (headers) => desk.platform.as(null).get<Problem>('/v1/orders', headers),
      'The request carries no valid API key or access token',
      '请求未携带有效的 API 密钥或访问令牌',
    ],
    [
      'no Idempotency-Key',
      () => (headers) => desk.tenant.client.post<Problem>('/v1/financing/advances', {}, headers),
      'This operation needs an Idempotency-Key',
      '此操作需要 Idempotency-Key',
    ],
  ])('%s: its detail is, too', async (_what, ask, english, chinese) => {
    expect((await inBoth(ask())).map(({ detail }) => detail)).toEqual([english, chinese]);
  });

  it('keeps what the parser of JSON said, as it said it', async () => {
    const [english, chinese] = await inBoth(post('/v1/parties', '{'));
    expect(chinese.detail).toBe(english.detail);
    expect([english.title, chinese.title]).toEqual(['The request cannot be read', '请求格式错误']);
  });
});

describe('What is kept on a row, and read by people', () => {
  it('is the finding of a declaration, also in the problem that keeps it from leaving', async () => {
    const { id } = await desk.drafted();
    const [english, chinese] = await inBoth(post(`/v1/customs/declarations/${id}/submission`, {}));
    const vessel = ({ errors }: Problem) => errors.find(({ pointer }) => pointer === '/transport/vesselName')?.message;
    expect(vessel(english)).toBe(
      'Transport is not known yet: Not known yet. Give vesselName, voyageNumber and billNumber',
    );
    expect(vessel(chinese)).toBe('缺少运输信息：尚未获知。请填写运输工具名称、航次号和提运单号');
  });

  it('is told by the reader’s language of each reading, whatever the language of the writer was', async () => {
    const draft = await desk.drafted();
    const path = `/v1/customs/declarations/${draft.id}`;
    const mended = await desk.tenant.client.patch<DeclarationBody>(
      path,
      { items: [{ itemNumber: 1, netWeightKg: '9500' }] },
      { ...CHINESE, 'if-match': `"${draft.version}"` },
    );
    expect(mended.headers['content-language']).toBe('zh-CN');
    const detail = ({ findings }: DeclarationBody) => findings.find(({ rule }) => rule === 'net_over_gross')?.detail;
    expect(detail(mended.body)).toBe('净重 9500 千克，毛重 9000 千克');
    const read = await inBoth((headers) => desk.tenant.client.get<DeclarationBody>(path, headers));
    expect(read.map(detail)).toEqual(['9500 kg in 9000 kg', '净重 9500 千克，毛重 9000 千克']);
  });

  it('is read as it stands where an older version wrote it, in English', async () => {
    const draft = await desk.drafted();
    const finding = { rule: 'hs_code_format', pointer: '/items/0/hsCode', severity: 'error', detail: 'It is 12' };
    await desk.platform.rows(`UPDATE customs.declaration SET findings = $2 WHERE id = $1`, [
      parseId('declaration', draft.id),
      JSON.stringify([finding]),
    ]);
    const { body } = await desk.tenant.client.get<DeclarationBody>(`/v1/customs/declarations/${draft.id}`, CHINESE);
    expect(body.findings).toMatchObject([{ detail: 'It is 12', messageZh: '商品编号为10位数字' }]);
  });

  it('is why a booking could not be made, on the booking and in the order’s story', async () => {
    const route = { ...orderBody('', '').route, portOfDischarge: 'PLWAW', destinationCountry: 'PL' };
    const orderId = await desk.place({ route });
    const path = `/v1/freight/bookings?orderId=${orderId}`;
    await eventually(
      () => desk.tenant.client.get<{ data: { state: string }[] }>(path),
      ({ body }) => body.data[0]?.state === 'rejected',
    );
    const bookings = await inBoth((headers) => desk.tenant.client.get<{ data: { reason: string }[] }>(path, headers));
    const [english, chinese] = bookings.map(({ data }) => data[0]?.reason);
    expect(english).toBe(
      'The tariff has no ocean freight for this shipment; ' +
        '/containers/0/sizeType: There is no ocean freight for 22G1 on this lane and day',
    );
    expect(chinese).toBe(
      '运价表中没有适用于此票货物的海运费；/containers/0/sizeType：该航线在该日期没有 22G1 的海运费',
    );
    const stories = await inBoth((headers) =>
      desk.tenant.client.get<{ data: { type: string; text: string }[] }>(`/v1/orders/${orderId}/timeline`, headers),
    );
    const texts = stories.map(({ data }) => data.find(({ type }) => type === 'freight.booking.rejected')?.text);
    expect(texts).toEqual([`The carrier refused the booking: ${english}`, `承运人拒绝订舱：${chinese}`]);
  });

  it('is why there is no advance, and what a refund waits for', async () => {
    const refunds = await RefundDesk.open(desk.platform);
    const { client } = refunds.tenant;
    const orderId = await refunds.place({ refund: { mode: 'trading', advance: false } });
    const problems = await inBoth((headers) =>
      client.post<Problem>('/v1/financing/advances', { orderId }, { ...headers, ...key() }),
    );
    expect(problems.map(({ details }) => details.reasons)).toEqual([
      [
        'Customs has not released the goods',
        'The refund is not matched: declaration, invoices and collection do not agree yet',
      ],
      ['海关尚未放行', '退税单证尚未匹配：报关单、发票与收汇尚不一致'],
    ]);
    const waiting = await refunds.untilCase(orderId, ({ missing }) => missing.length === 3);
    expect(waiting.missing.map(({ fact }) => fact)).toEqual(['declaration_cleared', 'invoice', 'collection']);
    const cases = await inBoth((headers) => client.get<CaseBody>(`/v1/tax-refund/cases/${orderId}`, headers));
    expect(cases.map(({ missing }) => missing.map(({ detail }) => detail))).toEqual([
      ['Customs has not cleared the export yet', 'Invoice for line 1 (电烤箱)', 'The buyer has not paid in full'],
      ['报关单尚未结关', '第 1 行（电烤箱）的发票', '买方尚未付清货款'],
    ]);
  });
});

describe('The answer to a repeated command', () => {
  it('is the first one byte for byte, in the language of the first', async () => {
    const { id } = await desk.drafted();
    const again = { ...key() };
    const send = (headers: Headers) =>
      desk.tenant.client.post(`/v1/customs/declarations/${id}/validation`, {}, { ...headers, ...again });
    const first = await send(CHINESE);
    const second = await send({ 'accept-language': 'en' });
    expect(second.text).toBe(first.text);
    expect([second.headers['content-language'], second.headers['idempotent-replayed']]).toEqual(['zh-CN', 'true']);
  });
});
