import { gzipSync } from 'node:zlib';

import { CebDesk, importLists } from '../support/ceb-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const NAMESPACES = 'xmlns:ceb="http://www.chinaport.gov.cn/ceb"';
const GUID = '4CDE1CFD-EDED-46B1-946C-B8022E42FC94';
const record = (copNo: string): string =>
  `<ceb:InventoryReturn><ceb:guid>${GUID}</ceb:guid><ceb:copNo>${copNo}</ceb:copNo><ceb:preNo>B20261129000000001</ceb:preNo>` +
  `<ceb:returnStatus>120</ceb:returnStatus><ceb:returnTime>20261129080000000</ceb:returnTime>` +
  `<ceb:returnInfo>海关入库</ceb:returnInfo></ceb:InventoryReturn>`;
const reply = (copNo: string, more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ceb:CEB622Message ${NAMESPACES} guid="${GUID}" version="1.0">${record(copNo)}${more}</ceb:CEB622Message>`;
const enveloped = (data: string): string =>
  `<dxp:DxpMsg xmlns:dxp="http://www.chinaport.gov.cn/dxp" ver="1.0"><dxp:TransInfo><dxp:CopMsgId>1</dxp:CopMsgId></dxp:TransInfo><dxp:Data>${data}</dxp:Data></dxp:DxpMsg>`;
const LAUGHS =
  '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' +
  `<ceb:CEB622Message ${NAMESPACES}>&b;</ceb:CEB622Message>`;
const OUTSIDE = `<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><ceb:CEB622Message ${NAMESPACES}>&x;</ceb:CEB622Message>`;
const SIGNATURE =
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:Reference URI=""/></ds:SignedInfo>' +
  '<ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>';

/** What must not get in: what came, how it is told, and how the sender is answered. */
const REFUSED: readonly (readonly [what: string, reason: string, body: () => Buffer | string, encoding: string])[] = [
  ['text', 'not_well_formed', () => 'hello', 'identity'],
  ['XML that is cut short', 'not_well_formed', () => reply('A').slice(0, -12), 'identity'],
  ['entities that grow', 'document_type', () => LAUGHS, 'identity'],
  ['an entity of the outside', 'document_type', () => OUTSIDE, 'identity'],
  [
    'a document type within the envelope',
    'document_type',
    () => enveloped(Buffer.from(LAUGHS).toString('base64')),
    'identity',
  ],
  ['elements a hundred thousand deep', 'too_deep', () => '<a>'.repeat(100_000) + '</a>'.repeat(100_000), 'identity'],
  [
    'an attribute of half a megabyte',
    'too_deep',
    () => reply('A').replace('version=', `x="${'y'.repeat(500_000)}" version=`),
    'identity',
  ],
  ['a hundred megabytes in a packet', 'too_large', () => gzipSync(Buffer.alloc(100_000_000, ' ')), 'gzip'],
  ['a packet that is none', 'packing', () => 'no packet', 'gzip'],
  ['another packing', 'packing', () => reply('A'), 'br'],
  ['UTF-16', 'encoding', () => Buffer.from(reply('A'), 'utf16le'), 'identity'],
  [
    'bytes that are no UTF-8',
    'encoding',
    () => Buffer.concat([Buffer.from(reply('A')), Buffer.from([0xff])]),
    'identity',
  ],
  ['GBK by name', 'encoding', () => reply('A').replace('UTF-8', 'GBK'), 'identity'],
  [
    'a message that we send',
    'unknown_message',
    () => reply('A').replaceAll('CEB622Message', 'CEB621Message'),
    'identity',
  ],
  [
    'a message of another namespace',
    'unknown_message',
    () => reply('A').replace('chinaport.gov.cn/ceb', 'example.com/ceb'),
    'identity',
  ],
  ['an envelope of nothing', 'envelope', () => enveloped(''), 'identity'],
  ['an envelope of no base64', 'envelope', () => enveloped('***'), 'identity'],
  ['a signature that does not fit', 'signature', () => reply('A', SIGNATURE), 'identity'],
];

describe('The door for receipts of e-commerce customs', () => {
  let platform: TestPlatform;
  let desk: CebDesk;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = new CebDesk(platform, await platform.tenant());
  });
  afterAll(() => platform.stop());

  it.each(REFUSED)('refuses %s (%s), keeps what it was and counts it', async (_what, reason, body, encoding) => {
    const before = (await desk.receipts('&outcome=refused')).length;
    const answer = await desk.bring(body(), { headers: { 'content-encoding': encoding } });
    expect(answer).toEqual({ status: 400, code: 'CUSTOMS.CEB_RECEIPT_REFUSED' });
    const [newest, ...others] = await desk.receipts('&outcome=refused');
    expect(newest).toMatchObject({ reason, outcome: 'refused', timesSeen: 1, message: null });
    expect(others.length).toBe(before);
    expect(await counted(reason)).toBeGreaterThan(0);
  });

  it.each([
    ['another secret', { secret: 'not-the-secret-of-customs' }],
    ['a signature of an hour ago', { at: Date.now() - 3_600_000 }],
    ['no signature', { headers: { 'x-signature': '' } }],
  ])('refuses a message with %s, and takes the same with its own', async (what, signed) => {
    expect(await desk.bring(reply(what), signed)).toEqual({ status: 401, code: 'AUTH.UNAUTHENTICATED' });
    expect((await desk.receipts('&outcome=refused'))[0]).toMatchObject({ reason: 'sender' });
    expect(await desk.bring(reply(what))).toMatchObject({ status: 202 });
  });

  it('keeps a message once, however often and in whichever wrapping it comes', async () => {
    const text = reply('ONCE');
    for (const body of [text, text, enveloped(Buffer.from(text).toString('base64'))]) await desk.bring(body);
    await desk.bring(gzipSync(text), { headers: { 'content-encoding': 'gzip' } });
    const found = (await desk.receipts()).filter(({ timesSeen }) => timesSeen === 4);
    expect(found).toMatchObject([{ message: 'CEB622Message', reason: null }]);
  });

  it('tells of a message that nobody here knows, and changes nothing', async () => {
    const [id = ''] = await desk.send(importLists(['UNTOUCHED-SBX-NEVER']));
    const before = await desk.until(id, 'sent');
    await desk.bring(reply('STRANGER'));
    await eventually(
      () => desk.receipts('&outcome=waiting'),
      (waiting) => waiting.length === 0,
    );
    expect(await desk.message(id)).toEqual(before);
  });

  it('refuses in the end what has no record in it', async () => {
    await desk.bring(reply('EMPTY').replace(record('EMPTY'), '<ceb:Nothing></ceb:Nothing>'));
    await eventually(
      () => desk.receipts('&outcome=refused'),
      ([newest]) => newest?.reason === 'layout',
    );
  });

  it('keeps a thousand of what it refuses, and no more', async () => {
    await platform.rows(
      `INSERT INTO customs.ceb_receipt (tenant_id, id, digest, records, source, outcome, reason, body, body_bytes, times_seen,
                                        created_at, last_seen_at, settled_at)
       SELECT $1, gen_random_uuid(), decode(md5(n::text), 'hex'), 0, 'callback', 'refused', 'sender', '', 0, 1, now(), now(), now()
       FROM generate_series(1, 1000) n`,
      [desk.tenant.tenantId],
    );
    const counts = `SELECT count(*)::int AS n FROM customs.ceb_receipt WHERE tenant_id = $1 AND outcome = 'refused'`;
    const before = await platform.rows(counts, [desk.tenant.tenantId]);
    expect(await desk.bring('one more')).toMatchObject({ status: 400 });
    expect(await platform.rows(counts, [desk.tenant.tenantId])).toEqual(before);
  });

  it('tells nobody whether a tenant exists', async () => {
    const nobody = new CebDesk(platform, { ...desk.tenant, tenantId: '0197db4e-5c2f-7b60-9a1d-3e57c1f8aaaa' });
    expect(await nobody.bring('hello', { secret: 'not-the-secret-of-customs' })).toMatchObject({ status: 401 });
  });

  const counted = async (reason: string): Promise<number> => {
    const text = await (await fetch(`${platform.config.publicUrl}/metrics`)).text();
    const line = new RegExp(`^inbound_refused_total\\{partner="customs",reason="${reason}"\\} (\\d+)$`, 'm').exec(text);
    return Number(line?.[1] ?? 0);
  };
});
