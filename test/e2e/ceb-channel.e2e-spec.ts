import { CebDesk, importLists, importOrders, withdrawals } from '../support/ceb-desk.js';
import { TestPlatform } from '../support/test-platform.js';

describe('The channel to e-commerce customs', () => {
  let platform: TestPlatform;
  let desk: CebDesk;
  let serial = 0;
  const order = (word = ''): string => `O${(serial += 1)}${word === '' ? '' : `-SBX-${word}`}`;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = new CebDesk(platform, await platform.tenant());
  });
  afterAll(() => platform.stop());

  it('signs a list, sends it once, and hears of it from declaring to cleared', async () => {
    const [id = ''] = await desk.send(importLists([order(), order()]));
    const sent = await desk.until(id, 'answered');
    expect(sent).toMatchObject({ attempts: 1, reason: null, resendable: false });
    expect(sent.signedAt).not.toBeNull();
    expect(await desk.results(id, 4)).toEqual(['2', '2', '120', '120', '800', '800', '899', '899']);
    const xml = await desk.xmlOf(id);
    expect(xml).toContain('<ds:SignatureMethod Algorithm="http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3">');
    expect(xml).toContain(`guid="${sent.guid}"`);
  });

  it.each([
    ['REJECT', ['2', '100']],
    ['INSPECT', ['2', '120', '500', '800', '899']],
    ['REVIEW', ['2', '120', '300', '800', '899']],
    ['DETAIN', ['2', '120', '500', '501']],
    ['RETURNED', ['2', '120', '700']],
    ['MISMATCH', ['2', '100']],
    ['QUOTA', ['-621018']],
    ['SINGLE-LIMIT', ['-621005']],
    ['SEND-FAILED', ['4']],
  ])('a list with %s comes to %j', async (word, results) => {
    const [id = ''] = await desk.send(importLists([order(word)]));
    expect(await desk.results(id, results.length)).toEqual(results);
  });

  it('a document is stored, and its repeat under another guid is told from it', async () => {
    const number = order();
    const [first = ''] = await desk.send(importOrders([number]));
    expect(await desk.results(first, 2)).toEqual(['2', '120']);
    const [again = ''] = await desk.send(importOrders([number]));
    expect(await desk.results(again, 1)).toEqual(['-301010']);
  });

  it('a list that does not agree with its order is sent back', async () => {
    const number = order();
    const [first = ''] = await desk.send(importOrders([number], { buyerIdNumber: '110101199001011111' }));
    await desk.results(first, 2);
    const [list = ''] = await desk.send(importLists([number]));
    expect(await desk.results(list, 2)).toEqual(['2', '100']);
  });

  it('a list above the limit of one purchase, and one that was filed before, are errors at once', async () => {
    const number = order();
    const [dear = ''] = await desk.send(importLists([order()], {}, { price: '2500.01', totalPrice: '5000.02' }));
    expect(await desk.results(dear, 1)).toEqual(['-621005']);
    const [first = ''] = await desk.send(importLists([number]));
    await desk.results(first, 4);
    const [again = ''] = await desk.send(importLists([number]));
    expect(await desk.results(again, 1)).toEqual(['-621004']);
  });

  it('a withdrawal is concluded, and a tax bill comes with the release', async () => {
    const number = order();
    const [list = ''] = await desk.send(importLists([number]));
    await desk.results(list, 4);
    const told = await desk.sandboxReceipts(list);
    const invtNo = /<ceb:invtNo>([^<]*)</.exec(told.join(''))?.[1] ?? '';
    expect(invtNo).toMatch(/^3104\d{4}I\d{9}$/);
    expect(told.join('')).toMatch(/<ceb:CEB816Message .*<ceb:valueAddedTax>18\.20</);
    const [id = ''] = await desk.send(withdrawals(invtNo, number));
    expect(await desk.results(id, 3)).toEqual(['2', '120', '399']);
  });

  it('a message whose form customs does not take is refused, and says why', async () => {
    const [id = ''] = await desk.send(importLists([order('FORMAT')]));
    expect(await desk.until(id, 'refused')).toMatchObject({ reason: '报文不能通过schema验证', resendable: false });
    const answer = await desk.tenant.client.post(`/v1/customs/ceb/messages/${id}/resend`);
    expect(answer.body).toMatchObject({ status: 409, code: 'CUSTOMS.CEB_MESSAGE_NOT_RESENDABLE' });
  });

  it('a message that customs mislaid is asked for, and goes on', async () => {
    const [id = ''] = await desk.send(importLists([order('LOST')]));
    await desk.until(id, 'sent');
    await platform.rows(
      `UPDATE platform.delivery SET due_at = now() WHERE queue = 'customs.ask-ceb' AND tenant_id = $1`,
      [desk.tenant.tenantId],
    );
    await desk.until(id, 'answered');
    expect(await desk.results(id, 4)).toEqual(['2', '120', '800', '899']);
  });

  it.each(['TWICE', 'DISORDER', 'HANGUP', 'DOWN-ONCE'])(
    '%s changes nothing of what is known in the end',
    async (word) => {
      const [id = ''] = await desk.send(importLists([order(word)]));
      expect(await desk.results(id, 4)).toEqual(['2', '120', '800', '899']);
      expect(await desk.until(id, 'answered')).toMatchObject({ reason: null });
    },
  );

  it('what is not as the schema has it is not even queued', async () => {
    await expect(desk.send(importLists([order()], { customsCode: '31' }))).rejects.toMatchObject({
      code: 'CUSTOMS.CEB_MESSAGE_INVALID',
      faults: [{ pointer: '/Inventory/0/InventoryHead/customsCode', code: 'length' }],
    });
  });

  it('keeps buyers out of the plain database', async () => {
    const rows = await platform.rows<{ body: Buffer }>(`SELECT body FROM customs.ceb_message LIMIT 1`);
    expect(rows[0]?.body.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))).toBe(false);
    const exchanges = await platform.rows<{ request_body: string }>(
      `SELECT request_body FROM platform.partner_exchange WHERE operation = 'send-ceb-message'`,
    );
    for (const { request_body } of exchanges) expect(request_body).toMatch(/^CEB\d{3}Message cbm_\w+$/);
  });

  it('tells how signing stands', async () => {
    const { body } = await desk.tenant.client.get('/v1/customs/signing/health');
    expect(body).toMatchObject({
      status: 'operational',
      reason: null,
      certificate: { algorithm: 'sm2-sm3', subject: expect.stringContaining('CN=Sandbox signer') as string },
      lastSignedAt: expect.any(String) as string,
    });
  });
});
