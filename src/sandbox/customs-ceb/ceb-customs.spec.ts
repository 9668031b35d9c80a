import { Harness } from '../testing/harness.js';

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

let serial = 0;
const guid = (): string => `4CDE1CFD-EDED-46B1-946C-${String((serial += 1)).padStart(12, '0')}`;

type Fields = Readonly<Record<string, string>>;
const leaves = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, text]) => `<ceb:${name}>${text}</ceb:${name}>`)
    .join('');
const headed = (record: string, head: Fields, list: Fields): string =>
  `<ceb:${record}><ceb:${record}Head>${leaves(head)}</ceb:${record}Head><ceb:${record}List>${leaves(list)}</ceb:${record}List></ceb:${record}>`;
const message = (name: string, content: string): string =>
  `<ceb:${name} xmlns:ceb="http://www.chinaport.gov.cn/ceb" guid="${guid()}" version="1.0">${content}` +
  `<ceb:BaseTransfer><ceb:dxpId>DXPENT0000000001</ceb:dxpId></ceb:BaseTransfer></ceb:${name}>`;

const own = (fields: Fields): Fields => ({ guid: guid(), appType: '1', appTime: '20261129080000', ...fields });
const order = (orderNo: string, fields: Fields = {}): string =>
  headed('Order', own({ orderNo, ebpCode: 'P', ebcCode: 'M', ...fields }), { gnum: '1' });
const list = (orderNo: string, fields: Fields = {}): string =>
  headed(
    'Inventory',
    own({
      customsCode: '3104',
      ebpCode: 'P',
      ebcCode: 'M',
      agentCode: 'A',
      orderNo,
      copNo: orderNo,
      logisticsNo: `W${orderNo}`,
      ...fields,
    }),
    { gnum: '1', gcode: '3304990039', totalPrice: '200', qty: '1' },
  );

const send = async (xml: string, reference = `cbm_${String((serial += 1))}`): Promise<string> => {
  const type = /<ceb:(CEB\d{3}Message)/.exec(xml)?.[1] ?? '';
  const envelope =
    `<dxp:DxpMsg xmlns:dxp="http://www.chinaport.gov.cn/dxp" ver="1.0"><dxp:TransInfo><dxp:CopMsgId>${reference}</dxp:CopMsgId>` +
    `<dxp:SenderId>DXPENT0000000001</dxp:SenderId><dxp:MsgType>${type}</dxp:MsgType></dxp:TransInfo>` +
    `<dxp:Data>${Buffer.from(xml).toString('base64')}</dxp:Data></dxp:DxpMsg>`;
  const { status, text } = await world.call('POST', '/customs/ceb/messages', envelope, { 'x-message-id': reference });
  expect([status, /<ResponseCode>(\d+)</.exec(text)?.[1]]).toEqual([200, '0']);
  return reference;
};
const opened = (body: string): string =>
  Buffer.from(/<dxp:Data>([^<]*)</.exec(body)?.[1] ?? '', 'base64').toString('utf8');
const told = async (reference: string, count: number): Promise<string[]> =>
  (await world.told('customs', count, reference)).map(opened);
const statuses = (messages: readonly string[]): string[] =>
  messages.flatMap((xml) => [...xml.matchAll(/<ceb:returnStatus>([^<]*)</g)].map(([, status = '']) => status));
const outcome = async (xml: string, count: number): Promise<string[]> => statuses(await told(await send(xml), count));

describe('E-commerce customs', () => {
  it('answers many records in one message, each by its own guid', async () => {
    const messages = await told(await send(message('CEB303Message', order('A1') + order('A2'))), 2);
    expect(statuses(messages)).toEqual(['2', '2', '120', '120']);
    expect(new Set(messages[0]?.match(/<ceb:guid>[^<]*/g)).size).toBe(2);
  });

  it('knows an order again: another one of its number, an older one, a change of it, and one whose list is declared', async () => {
    await outcome(message('CEB303Message', order('B1')), 2);
    expect(await outcome(message('CEB303Message', order('B1')), 1)).toEqual(['-301010']);
    expect(await outcome(message('CEB303Message', order('B1', { appTime: '20261128080000' })), 1)).toEqual(['-301014']);
    const change = order('B1', { appType: '2', appTime: '20261129090000' });
    expect(await outcome(message('CEB303Message', change), 2)).toEqual(['2', '120']);
    await outcome(message('CEB603Message', list('B1')), 3);
    const late = order('B1', { appTime: '20261129100000' });
    expect(await outcome(message('CEB303Message', late), 1)).toEqual(['-301011']);
  });

  it('clears what is exported when a departure names its waybill, not before', async () => {
    const reference = await send(message('CEB603Message', list('C1') + list('C2')));
    expect(statuses(await told(reference, 3))).toEqual(['2', '2', '120', '120', '800', '800']);
    const head = own({ copNo: 'D1', msgSeqNo: '1', logisticsCode: 'L' });
    const departure = headed('Departure', head, { gnum: '1', logisticsNo: 'WC2' });
    expect(await outcome(message('CEB509Message', departure), 3)).toEqual(['2', '120', '399']);
    expect(statuses(await told(reference, 4)).slice(6)).toEqual(['899']);
  });

  it('merges the lists of a month into a declaration (792)', async () => {
    const head = own({ copNo: 'S1', msgSeqNo: '1', customsCode: '3104', agentCode: 'A', ebcCode: 'M' });
    const messages = await told(await send(message('CEB701Message', headed('SummaryApply', head, { invtNo: '1' }))), 4);
    expect(statuses(messages)).toEqual(['2', '120', '399']);
    expect(messages.join('')).toMatch(/<ceb:CEB792Message .*<ceb:entryId>310420\d{2}0\d{9}</);
  });

  it('takes no list of imports, and no withdrawal, without a signature that fits', async () => {
    expect(await outcome(message('CEB621Message', list('E1')), 1)).toEqual(['-621029']);
    const forged = `${list('E2')}<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo></ds:SignedInfo></ds:Signature>`;
    expect(await outcome(message('CEB621Message', forged), 1)).toEqual(['-621029']);
    const withdrawal = `<ceb:InvtCancel>${leaves(own({ invtNo: '1' }))}</ceb:InvtCancel>`;
    expect(await outcome(message('CEB623Message', withdrawal), 1)).toEqual(['-623029']);
  });

  it.each([
    ['two transfers', message('CEB303Message', `${order('F1')}<ceb:BaseTransfer></ceb:BaseTransfer>`)],
    ['no records', message('CEB303Message', '')],
    [
      '101 records',
      message('CEB303Message', Array.from({ length: 101 }, (_each, n) => order(`F${String(n)}`)).join('')),
    ],
    ['a record without its number', message('CEB303Message', order(''))],
    ['what is no XML', '<ceb:CEB303Message>'],
    ['a message that it sends itself', message('CEB304Message', '')],
  ])('refuses %s by its form (CEB900Message), naming the message', async (_what, xml) => {
    const reference = await send(xml);
    const [answer = ''] = await told(reference, 1);
    expect(answer).toContain(`<ceb:oriCopMsgId>${reference}</ceb:oriCopMsgId>`);
  });

  it('gives whoever asks all that it has said, in the same words', async () => {
    const reference = await send(message('CEB303Message', order('G1')));
    const pushed = await world.told('customs', 2, reference);
    const { text } = await world.call('GET', `/customs/ceb/messages/${reference}/receipts`);
    for (const body of pushed) expect(text).toContain(body.slice(body.indexOf('<dxp:DxpMsg')));
    expect((await world.call('GET', '/customs/ceb/messages/cbm_none/receipts')).status).toBe(404);
  });

  it.each([
    ['what is no envelope', '<a/>', '0001'],
    ['an envelope of nothing', '<DxpMsg><TransInfo><CopMsgId>x</CopMsgId></TransInfo><Data></Data></DxpMsg>', '0002'],
    [
      'an envelope of another message',
      '<DxpMsg><TransInfo><CopMsgId>y</CopMsgId></TransInfo><Data>YQ==</Data></DxpMsg>',
      '2999',
    ],
  ])('has the exchange refuse %s at once', async (_what, body, code) => {
    const { status, text } = await world.call('POST', '/customs/ceb/messages', body, { 'x-message-id': 'x' });
    expect([status, /<ResponseCode>(\d+)</.exec(text)?.[1]]).toEqual([400, code]);
  });
});
