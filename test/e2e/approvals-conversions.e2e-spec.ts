import { parseId } from '../../src/kernel/ids.js';
import {
  type ApprovalBody,
  awaited,
  type Colleague,
  colleague,
  policy,
  say,
  settled,
  type Standing,
} from '../support/approval-desk.js';
import { type ConversionBody } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { MandateDesk } from '../support/mandate-desk.js';
import { codeOf } from '../support/staff.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

type Conversion = ConversionBody &
  Standing & { readonly worstRate: string; readonly rate: string; readonly code: string; readonly quoteId: string };

const BOARD = { currency: 'USD', unit: '100', cashBuy: '702.36', spotSell: '711.10', cashSell: '711.10' };

let platform: TestPlatform;
let desk: FxDesk;
let owner: Colleague;
let checker: Colleague;
let references = 0;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
  owner = await colleague(platform, desk.tenant, 'owner', 'approver');
  checker = await colleague(platform, desk.tenant, 'approver');
  await policy(owner, 'fx.conversion', '1000.00');
});
afterEach(() => moveBoard('708.12'));
afterAll(() => platform.stop());

/** The bank's board, and ours with it: as if it had been fetched anew. */
async function moveBoard(spotBuy: string): Promise<void> {
  await desk.control('PUT', '/control/fx/board', { quotes: [{ ...BOARD, spotBuy }] });
  await platform.rows(`UPDATE fx.board SET fetched_at = NULL, requested_at = now() - interval '1 hour'`);
}

async function paidOrder(at = desk, conversion = 'manual'): Promise<string> {
  references += 1;
  const reference = `CV-${references}`;
  const order = await at.order({ reference, conversion });
  await at.collection(await at.pay({ amount: '10000.00', remittance: reference }), ({ state }) => state === 'matched');
  return order;
}

async function convert(order: string, terms: object = {}, at = desk, headers = key()): Promise<Conversion> {
  const { body: quote } = await at.quote({ sell: { amount: '9000.00', currency: 'USD' }, orderId: order });
  const answer = await at.tenant.client.post<Conversion>(
    '/v1/fx/conversions',
    { quoteId: quote.id, ...terms },
    headers,
  );
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

async function waiting(
  terms: object = {},
  at = desk,
  eyes = checker,
): Promise<{
  order: string;
  conversion: Conversion;
  request: ApprovalBody;
}> {
  const order = await paidOrder(at);
  const conversion = await convert(order, terms, at);
  return { order, conversion, request: await awaited(eyes, order) };
}

function become(id: string, state: string, at = desk): Promise<Conversion> {
  return eventually(
    () => at.get<Conversion>(`/v1/fx/conversions/${id}`),
    (found) => found.state === state,
  );
}

function track(order: string, state: string): Promise<unknown> {
  return eventually(
    () => desk.get<{ tracks: Record<string, string>; state: string }>(`/v1/orders/${order}`),
    ({ tracks }) => tracks['fx'] === state,
  );
}

async function bookings(conversionId: string): Promise<number> {
  const rows = await platform.rows(`SELECT 1 FROM ledger.transfer WHERE tenant_id = $1 AND key = $2`, [
    desk.tenant.tenantId,
    `fx.conversion-booked/${parseId('conversion', conversionId)}`,
  ]);
  return rows.length;
}

describe('A conversion above the limit', () => {
  it('waits, holds nothing, and is carried out once at a price of then when a second person approves', async () => {
    const { order, conversion, request } = await waiting({}, desk.as(owner.client));
    expect(conversion).toMatchObject({
      ...{ state: 'awaiting_approval', sold: { amount: '9000.00' }, worstRate: '703.874821', declinedApproval: null },
      awaitingApproval: { id: request.id },
    });
    expect(request).toMatchObject({
      ...{ command: 'fx.conversion', subjectId: conversion.id, makers: [owner.id] },
      summary: 'Convert 9000.00 USD to CNY, at 703.874821 CNY for 100 USD at worst',
    });
    await track(order, 'conversion_awaiting_approval');
    expect(await bookings(conversion.id)).toBe(0);
    expect(codeOf(await say(owner.client, request, 'approval'))).toEqual([403, 'APPROVALS.MAKER_CANNOT_DECIDE']);
    await moveBoard('706.00');
    expect((await say(checker.client, request, 'approval')).body.state).toBe('approved');
    expect(await become(conversion.id, 'settled')).toMatchObject({
      ...{ sold: { amount: '9000.00', currency: 'USD' }, bought: { amount: '63476.46', currency: 'CNY' } },
      ...{ rate: '705.294', awaitingApproval: null, declinedApproval: null },
    });
    expect((await settled(checker, request, ({ outcome }) => outcome !== null)).outcome).toBe('used');
    expect(await bookings(conversion.id)).toBe(1);
    expect(await desk.conversions(order, () => true)).toHaveLength(1);
  });

  it('is told in Chinese too, and why it lapsed', async () => {
    const { conversion, request } = await waiting();
    const zh = { 'accept-language': 'zh-CN' };
    const told = await checker.client.get<ApprovalBody>(`/v1/approvals/${request.id}`, zh);
    expect([told.body.commandName, told.body.summary]).toEqual([
      '兑换货币',
      '将 9000.00 USD 兑换为 CNY，汇率不差于每 100 USD 合 703.874821 人民币',
    ]);
    await moveBoard('690.00');
    await say(checker.client, request, 'approval');
    await become(conversion.id, 'lapsed');
    const lapsed = await desk.tenant.client.get<Conversion>(`/v1/fx/conversions/${conversion.id}`, zh);
    expect(lapsed.body.reason).toBe('现汇率为 689.31，差于获批的最差汇率 703.874821');
  });

  it('below it asks nobody', async () => {
    const order = await paidOrder();
    const { body: quote } = await desk.quote({ sell: { amount: '1000.00', currency: 'USD' }, orderId: order });
    expect((await desk.convert(quote.id)).body.state).toBe('booked');
  });

  it('lapses where the rate has moved away, with nothing half done; another one may be had', async () => {
    const { order, conversion, request } = await waiting({ worstRate: '707.4' });
    await moveBoard('708.10');
    await say(checker.client, request, 'approval');
    expect(await become(conversion.id, 'lapsed')).toMatchObject({
      ...{ reason: 'The rate is 707.3919 now, worse than 707.4, the worst that was approved' },
      ...{ dealId: null, awaitingApproval: null, declinedApproval: null },
    });
    expect((await settled(checker, request, ({ outcome }) => outcome !== null)).outcome).toBe('void');
    expect(await bookings(conversion.id)).toBe(0);
    await track(order, 'conversion_failed');
    const [event] = (await desk.events('fx.conversion.lapsed')).slice(-1);
    expect(event?.data).toMatchObject({ causes: [{ code: 'FX.rate_moved_away' }] });
    const next = await convert(order);
    await say(checker.client, await awaited(checker, order), 'approval');
    await become(next.id, 'settled');
  });

  it('is refused with a bound that the quote itself does not keep, or a time that is over', async () => {
    const order = await paidOrder();
    for (const [terms, pointer] of [
      [{ worstRate: '707.5' }, '/worstRate'],
      [{ validUntil: '2026-01-01T00:00:00.000Z' }, '/validUntil'],
    ] as const) {
      const { body: quote } = await desk.quote({ sell: { amount: '9000.00', currency: 'USD' }, orderId: order });
      const body = { quoteId: quote.id, ...terms };
      const answer = await desk.tenant.client.post<{ errors: { pointer: string }[] }>(
        '/v1/fx/conversions',
        body,
        key(),
      );
      expect([answer.status, answer.body.errors.map((fault) => fault.pointer)]).toEqual([422, [pointer]]);
    }
  });

  it('lapses where it is approved after the time that its maker set', async () => {
    const { conversion, request } = await waiting({ validUntil: new Date(Date.now() + 60_000).toISOString() });
    await platform.rows(`UPDATE fx.conversion SET valid_until = now() WHERE id = $1`, [
      parseId('conversion', conversion.id),
    ]);
    await say(checker.client, request, 'approval');
    expect((await become(conversion.id, 'lapsed')).reason).toMatch(/^It was to be carried out by 2/);
  });

  it('that was refused or taken back lapses, and says why', async () => {
    const { conversion, request } = await waiting();
    await say(checker.client, request, 'refusal');
    expect(await become(conversion.id, 'lapsed')).toMatchObject({
      ...{ reason: 'The account is new to us', declinedApproval: { id: request.id, state: 'refused' } },
    });
    const other = await waiting({}, desk.as(owner.client));
    await say(owner.client, other.request, 'withdrawal');
    expect(await become(other.conversion.id, 'lapsed')).toMatchObject({ declinedApproval: { state: 'withdrawn' } });
  });

  it('lapses where nobody decided in time, by the tenant’s clock', async () => {
    const own = await FxDesk.open(platform);
    const boss = await colleague(platform, own.tenant, 'owner');
    await policy(boss, 'fx.conversion', '1000.00', { lifetimeHours: 2 });
    const { conversion, request } = await waiting({}, own, boss);
    await platform.stopWorker();
    const now = new Date(Date.now() + 3 * 3_600_000).toISOString();
    expect((await own.tenant.client.post('/v1/sandbox/clock', { now }, key())).status).toBe(200);
    expect(codeOf(await say(boss.client, request, 'approval'))).toEqual([409, 'APPROVALS.TIME_UP']);
    await platform.startWorker();
    expect(await become(conversion.id, 'lapsed', own)).toMatchObject({
      ...{ reason: 'Nobody decided in time', declinedApproval: { state: 'expired' } },
    });
  });

  it('is one however often it is sent, and its quote serves nothing else', async () => {
    const order = await paidOrder();
    const { body: quote } = await desk.quote({ sell: { amount: '9000.00', currency: 'USD' }, orderId: order });
    const headers = key();
    const [first, again] = [await desk.convert(quote.id, headers), await desk.convert(quote.id, headers)];
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([first.text, 'true']);
    const other = await desk.convert(quote.id);
    expect([other.status, (other.body as Conversion).code]).toEqual([409, 'FX.QUOTE_USED']);
    expect((await awaited(checker, order)).subjectId).toBe(first.body.id);
  });

  it('of money that was sold otherwise meanwhile lapses: of two that are approved one is carried out', async () => {
    const { order, conversion, request } = await waiting();
    const second = await convert(order);
    const { body } = await checker.client.get<{ data: ApprovalBody[] }>(`/v1/approvals?state=pending&orderId=${order}`);
    const other = body.data.find(({ subjectId }) => subjectId === second.id);
    await say(checker.client, request, 'approval');
    await become(conversion.id, 'settled');
    await say(checker.client, other ?? request, 'approval');
    expect((await become(second.id, 'lapsed')).reason).toBe(
      'Less than this is left of what was collected for the order',
    );
  });

  it('that was approved while no worker lived is carried out by the next one, once', async () => {
    const { conversion, request } = await waiting();
    await platform.stopWorker();
    expect((await say(checker.client, request, 'approval')).status).toBe(200);
    expect(await bookings(conversion.id)).toBe(0);
    await platform.startWorker();
    await become(conversion.id, 'settled');
    expect(await bookings(conversion.id)).toBe(1);
  });

  it('by itself, of an order that converts so, waits too; who placed the order is behind it', async () => {
    const order = await paidOrder(desk.as(owner.client), 'automatic');
    const request = await awaited(checker, order);
    expect([request.command, request.makers]).toEqual(['fx.conversion', [owner.id]]);
    await say(checker.client, request, 'approval');
    await become(request.subjectId, 'settled');
    await track(order, 'paid_out');
  });

  it('of an integrator waits for somebody of the company, who is not behind it', async () => {
    const mandates = await MandateDesk.open(platform, desk.tenant);
    await mandates.hold({ scopes: ['fx:read', 'fx:write'] });
    const order = await paidOrder();
    const { body: quote } = await desk.quote({ sell: { amount: '9000.00', currency: 'USD' }, orderId: order });
    const headers = { ...mandates.actingFor, ...key() };
    const { client } = mandates.integrator;
    const made = await client.post<Conversion>('/v1/fx/conversions', { quoteId: quote.id }, headers);
    expect(made.body.state).toBe('awaiting_approval');
    const theirs = await colleague(platform, mandates.integrator, 'owner');
    const request = await awaited(checker, order);
    expect((await say(theirs.client, request, 'approval')).status).toBe(404);
    await say(checker.client, request, 'approval');
    await become(made.body.id, 'settled');
  });
});
