import { CustomsDesk, key } from '../support/customs-desk.js';
import { COMPANY_EXPORTS, OrderFilingDesk } from '../support/order-filing-desk.js';
import { eventually } from '../support/test-platform.js';

let desk: CustomsDesk;
let filings: OrderFilingDesk;

beforeAll(async () => {
  desk = await CustomsDesk.open();
  filings = new OrderFilingDesk(desk);
});

afterAll(async () => {
  await desk.close();
});

describe('An order under a mode that asks for it before its declaration', () => {
  it.each([
    ['9710', 'B', null],
    ['9810', 'W', '跨境电商海外仓'],
  ])('of %s is sent as order type %s, and declared and cleared once customs has it', async (mode, type, flag) => {
    await filings.profile(mode);
    const orderId = await desk.place({ salesChannel: mode });
    const declared = await desk.declarationOf(orderId);
    const accepted = await filings.until(orderId, 'accepted');
    await desk.until(declared.id, 'cleared');
    expect(await filings.xmlOf(accepted)).toContain(`<ceb:orderType>${type}</ceb:orderType>`);
    const message = (await desk.messages(declared.id)).map((each) => each.message).join('');
    expect(message).toContain(`<TradeMode>${mode}</TradeMode>`);
    expect(/<EdiRemark2>(.*)<\/EdiRemark2>/.exec(message)?.[1] ?? null).toBe(flag);
    expect(await filings.story(orderId)).toEqual(['sent', 'accepted']);
    const timeline = await filings.timeline(orderId, 'zh');
    expect(timeline.filter((line) => line.includes('订单 '))).toEqual([
      `订单 ${accepted.order.orderNo} 已传输至海关（第 1 次）`,
      `海关已接受订单 ${accepted.order.orderNo}`,
    ]);
  });
});

describe('An order that customs must have first', () => {
  it('waits for a profile, keeps its declaration back, and lets it go when somebody has sent it', async () => {
    const own = await desk.elsewhere();
    const at = new OrderFilingDesk(own);
    const draft = await own.drafted('NB20261102', { salesChannel: '9710' });
    const orderId = draft.orderId;
    const waiting = await at.until(orderId, 'waiting');
    expect(waiting.findings.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual(['profile_missing /profileId']);
    expect(await at.lacking(orderId)).toEqual(['ecommerce_profile', 'order_accepted']);
    const { queued } = await own.ship(draft);
    expect([queued.state, queued.findings.map(({ rule }) => rule)]).toEqual([
      'blocked',
      expect.arrayContaining(['order_filing_missing']),
    ]);
    const refused = await at.submit(waiting);
    expect([refused.status, refused.body.code]).toEqual([409, 'CUSTOMS.ORDER_PROFILE_MISSING']);
    const profileId = await at.profile('9710');
    await at.profile('9710', 'Another');
    expect((await at.submit(waiting)).body.code).toBe('CUSTOMS.ORDER_PROFILE_MISSING');
    const sent = await at.submit(waiting, { profileId });
    expect([sent.status, sent.body.state]).toEqual([202, 'sent']);
    await at.until(orderId, 'accepted');
    const { submission } = await own.until(draft.id, 'released');
    expect(submission).not.toBeNull();
    expect(await at.lacking(orderId)).toEqual([]);
    expect(await at.story(orderId)).toEqual(['held', 'sent', 'accepted']);
  });

  it('is corrected where customs refuses it, and nothing leaves in between', async () => {
    await filings.profile('9710');
    const draft = await desk.drafted('NB20261103', { salesChannel: '9710', reference: 'SBX-CUSTOMS-DUPLICATE-1' });
    const refused = await filings.until(draft.orderId, 'refused');
    expect(refused.customsSaid).toBe('已存在相同编号的订单');
    expect(refused.findings).toEqual([
      expect.objectContaining({ pointer: '/orderNo', detail: 'Customs refused it (-301010): 已存在相同编号的订单' }),
    ]);
    const { queued } = await desk.ship(draft);
    expect(queued.state).toBe('blocked');
    const early = await desk.command<{ code: string }>(draft.id, 'submission');
    expect([early.status, early.body.code]).toEqual([409, 'CUSTOMS.ORDER_NOT_FILED']);
    const wrong = await filings.submit(refused, { lines: [{ lineNumber: 7, itemName: '电烤箱' }] });
    expect([wrong.status, wrong.body.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/lines/0/lineNumber']]);
    const lines = [{ lineNumber: 1, itemNo: 'EO-35', model: '35升' }];
    const again = await filings.submit(refused, { orderNo: 'AMZ-0001', lines });
    expect(again.body).toMatchObject({ state: 'sent', attempt: 2, findings: [] });
    const accepted = await filings.until(draft.orderId, 'accepted');
    const xml = await filings.xmlOf(accepted);
    for (const part of ['orderNo>AMZ-0001<', 'itemNo>EO-35<', 'itemDescribe>35升<'])
      expect(xml).toContain(`<ceb:${part}`);
    await desk.until(draft.id, 'released');
    expect((await filings.submit(accepted)).body.code).toBe('STATE.ILLEGAL_TRANSITION');
  });

  it('keeps a declaration that is commanded meanwhile as a draft, which leaves by itself', async () => {
    await filings.profile('9710');
    const draft = await desk.drafted('NB20261104', { salesChannel: '9710', reference: 'SO-SBX-CUSTOMS-LOST-1' });
    const sent = await filings.until(draft.orderId, 'sent');
    const { queued } = await desk.ship(draft);
    expect([queued.state, queued.findings.map(({ rule }) => rule)]).toEqual([
      'draft',
      expect.arrayContaining(['order_filing_awaited']),
    ]);
    const commanded = await desk.command(draft.id, 'submission');
    expect([commanded.status, commanded.body.state]).toEqual([202, 'draft']);
    // Nothing is said to it: the exchange is asked, and tells.
    await eventually(
      () => filings.letTimePass(sent),
      ({ state }) => state === 'accepted',
    );
    await desk.until(draft.id, 'released');
  });

  it('may be sent again where the exchange does not take its message', async () => {
    await filings.profile('9710');
    const orderId = await desk.place({ salesChannel: '9710', reference: 'SBX-CUSTOMS-FORMAT-1' });
    const sent = await filings.until(orderId, 'sent');
    const refused = await eventually(
      () => filings.letTimePass(sent),
      ({ state }) => state === 'refused',
    );
    expect([refused.customsSaid ?? '', refused.findings[0]?.detail].join()).toContain('schema');
    expect((await filings.submit(refused, { orderNo: 'SO-FORMAT-1' })).body.attempt).toBe(2);
    await filings.until(orderId, 'accepted');
  });

  it('is not looked for any more when the order is cancelled', async () => {
    const own = await desk.elsewhere();
    const at = new OrderFilingDesk(own);
    const draft = await own.drafted('NB20261105', { salesChannel: '9810' });
    await at.until(draft.orderId, 'waiting');
    await own.tenant.client.post(`/v1/orders/${draft.orderId}/cancellation`, { reason: 'No buyer' }, key());
    const cancelled = await at.until(draft.orderId, 'cancelled');
    expect(cancelled.allowedActions).toEqual([]);
    await own.until(draft.id, 'cancelled');
  });

  it('is not taken where it does not fit the message, with everything that is wrong', async () => {
    await filings.profile('9710');
    const long = 'R'.repeat(61);
    const orderId = await desk.place({ salesChannel: '9710', reference: long });
    const waiting = await filings.until(orderId, 'waiting');
    expect(waiting.findings.map(({ pointer, rule }) => `${rule} ${pointer}`)).toEqual([
      'length /Order/0/OrderHead/orderNo',
    ]);
    const other = await desk.tenant.client.post<{ id: string }>('/v1/customs/ecommerce-profiles', {
      ...COMPANY_EXPORTS,
      name: 'Of another mode',
      supervisionMode: '9610',
    });
    const wrong = await filings.submit(waiting, { profileId: other.body.id, orderNo: 'SO-LONG' });
    expect([wrong.status, wrong.body.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/profileId']]);
    expect((await filings.submit(waiting, { orderNo: 'SO-LONG' })).body.state).toBe('sent');
  });
});
