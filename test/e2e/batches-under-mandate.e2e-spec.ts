import { parseId } from '../../src/kernel/ids.js';
import { BatchDesk, buyers, type Operation } from '../support/batch-desk.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { type QuoteBody } from '../support/fx-answers.js';
import { type AuditLine, idOf, MandateDesk } from '../support/mandate-desk.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

const SCOPES = ['bulk:read', 'bulk:write', 'parties:read', 'parties:write'];
const ITEMS = 1_500;

describe('A batch under a mandate', () => {
  let platform: TestPlatform;
  let mandates: MandateDesk;
  let desk: BatchDesk;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  beforeEach(async () => {
    mandates = await MandateDesk.open(platform);
    desk = new BatchDesk(mandates.sme);
  });
  afterAll(() => platform.stop());

  const order = (count: number, client = mandates.integrator.client): Promise<Operation> =>
    desk.order(buyers(count), { client, headers: mandates.actingFor });
  const audited = async ({ client }: TestTenant, filter: string) =>
    (await client.get<{ data: AuditLine[] }>(`/v1/audit/records?limit=100&${filter}`)).body.data;
  const parties = async ({ tenantId }: TestTenant) =>
    (await platform.rows(`SELECT 1 FROM parties.party WHERE tenant_id = $1`, [tenantId])).length;

  /** What is done stays, all that is left is refused for the same reason, and operation, event and audit say so. */
  const expectRefused = async (id: string, code: string, integrator: string | undefined): Promise<Operation> => {
    const end = await desk.ended(id);
    expect(end).toMatchObject({ state: 'completed', done: ITEMS, refusal: { code }, allowedActions: [] });
    expect(end.failed).toBeLessThan(ITEMS);
    const failed = await desk.results(id, '&state=failed');
    expect([failed.length, new Set(failed.map(({ problem }) => problem?.code))]).toEqual([end.failed, new Set([code])]);
    expect(await parties(mandates.sme)).toBe(ITEMS - end.failed);
    const [line, ...more] = await audited(mandates.sme, 'action=operations.operation.refused');
    expect([line?.resourceId, line?.details, more]).toMatchObject([id, { code, integrator }, []]);
    expect(Number(line?.details['items'])).toBeLessThanOrEqual(end.failed);
    const { body } = await eventually(
      () => mandates.sme.client.get<{ data: object[] }>('/v1/events?type=operations.operation.completed'),
      (found) => found.body.data.length > 0,
    );
    expect(body.data).toMatchObject([{ data: { done: ITEMS, failed: end.failed, refusal: code } }]);
    return end;
  };

  it('is the company’s own, and names both in the audit of each item', async () => {
    const { id: mandateId } = await mandates.hold({ scopes: SCOPES });
    const { id } = await order(3);
    expect(await desk.ended(id)).toMatchObject({ done: 3, failed: 0, refusal: null });
    expect([await parties(mandates.sme), await parties(mandates.integrator)]).toEqual([3, 0]);
    const items = await audited(mandates.sme, `actingTenant=${idOf(mandates.integrator)}&action=parties.enter`);
    expect(items.map((line) => [line.actor.startsWith('api_key:'), line.actingTenant, line.mandateId])).toEqual(
      items.map(() => [true, idOf(mandates.integrator), mandateId]),
    );
    expect(items).toHaveLength(3);
    const seen = await mandates.integrator.client.get<Operation>(`/v1/operations/${id}`, mandates.actingFor);
    expect([seen.status, seen.body.done]).toEqual([200, 3]);
  });

  it('is not among the integrator’s own work, nor for a third to see or stop', async () => {
    await mandates.hold({ scopes: SCOPES });
    const { id } = await order(1);
    const third = await MandateDesk.open(platform);
    await third.hold({ scopes: SCOPES });
    const tries = [
      [mandates.integrator.client, {}],
      [third.integrator.client, third.actingFor],
      [third.sme.client, {}],
    ] as const;
    for (const [client, headers] of tries) {
      expect((await client.get(`/v1/operations/${id}`, headers)).status).toBe(404);
      expect((await client.get(`/v1/operations/${id}/results`, headers)).status).toBe(404);
      expect((await client.post(`/v1/operations/${id}/cancellation`, {}, headers)).status).toBe(404);
    }
    expect(await mandates.act(`/v1/operations/${id}`, {}, third.integrator)).toEqual([403, 'MANDATES.NOT_GRANTED']);
    await desk.ended(id);
  });

  it.each([
    ['bulk:write', ['parties:write'], 'MANDATES.SCOPE_NOT_GRANTED'],
    ['the scope of the command', ['bulk:write', 'parties:read'], 'MANDATES.SCOPE_NOT_GRANTED'],
  ])('is not taken without %s in the mandate', async (_what, scopes, code) => {
    await mandates.hold({ scopes });
    const { integrator, actingFor, sme } = mandates;
    const { status, body } = await desk.send('{"body":{}}\n', { client: integrator.client, headers: actingFor });
    expect([status, body.code]).toEqual([403, code]);
    expect(await platform.rows(`SELECT 1 FROM platform.operation_item WHERE tenant_id = $1`, [sme.tenantId])).toEqual(
      [],
    );
  });

  describe('ends in the middle', () => {
    it('where the mandate is revoked', async () => {
      const mandate = await mandates.hold({ scopes: SCOPES });
      const { id } = await order(ITEMS);
      await desk.begun(id);
      await mandates.revoke(mandate.id);
      await expectRefused(id, 'MANDATES.REVOKED', idOf(mandates.integrator));
      const next = await mandates.sme.client.post<Operation>('/v1/parties', buyers(1, 'own')[0]?.body);
      expect(next.status).toBe(201);
    });

    it('where the time of the mandate is over', async () => {
      const mandate = await mandates.hold({ scopes: SCOPES });
      await platform.stopWorker();
      const ordered = async (): Promise<Operation> => {
        const operation = await order(250);
        await platform.rows(`UPDATE platform.mandate SET expires_at = now() WHERE id = $1`, [
          parseId('mandate', mandate.id),
        ]);
        return operation;
      };
      const { id } = await ordered().finally(() => platform.startWorker());
      const end = await desk.ended(id);
      expect(end).toMatchObject({ state: 'completed', done: 250, failed: 250, refusal: { code: 'MANDATES.EXPIRED' } });
    });

    it('where a narrower mandate takes its place', async () => {
      await mandates.hold({ scopes: SCOPES });
      const { id } = await order(ITEMS);
      await desk.begun(id);
      await mandates.hold({ scopes: ['bulk:read', 'bulk:write', 'parties:read'] });
      await expectRefused(id, 'MANDATES.SCOPE_NOT_GRANTED', idOf(mandates.integrator));
    });

    it('where a mandate takes its place that has no batches', async () => {
      await mandates.hold({ scopes: SCOPES });
      const { id } = await order(ITEMS);
      await desk.begun(id);
      await mandates.hold({ scopes: ['parties:write'] });
      await expectRefused(id, 'MANDATES.SCOPE_NOT_GRANTED', idOf(mandates.integrator));
    });

    it('where the integrator’s key is revoked', async () => {
      await mandates.hold({ scopes: SCOPES });
      const { client } = mandates.integrator;
      const { body: made } = await client.post<{ id: string; apiKey: string }>('/v1/api-keys', {
        name: 'B',
        scopes: SCOPES,
      });
      const { id } = await order(ITEMS, platform.as(made.apiKey));
      await desk.begun(id);
      await client.post(`/v1/api-keys/${made.id}/revocation`);
      await expectRefused(id, 'AUTH.CREDENTIAL_REVOKED', idOf(mandates.integrator));
    });
  });

  it('goes on where one as wide takes its place', async () => {
    await mandates.hold({ scopes: SCOPES });
    const { id } = await order(ITEMS);
    await desk.begun(id);
    const { id: next } = await mandates.hold({ scopes: [...SCOPES, 'orders:read'] });
    expect(await desk.ended(id)).toMatchObject({ done: ITEMS, failed: 0, refusal: null });
    const later = await audited(mandates.sme, 'action=parties.enter');
    expect(later[0]?.mandateId).toBe(next);
  });

  it('is held to the limits item by item, by command and by day', async () => {
    const money = await FxDesk.open(platform);
    const orderId = await money.order({ reference: 'SO-1' });
    await money.collection(
      await money.pay({ amount: '10000.00', remittance: 'SO-1' }),
      ({ state }) => state === 'matched',
    );
    const held = await MandateDesk.open(platform, money.tenant);
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const limits = { perCommand: usd('50.00'), perDay: usd('100.00') };
    await held.hold({ scopes: ['bulk:read', 'bulk:write', 'fx:read', 'fx:write'], limits });
    const quotes = await Promise.all(
      ['40.00', '40.00', '40.00', '50.01'].map(async (amount) => {
        const request = { orderId, sell: usd(amount), buyCurrency: 'CNY' };
        const headers = { ...held.actingFor, ...key() };
        return (await held.integrator.client.post<QuoteBody>('/v1/fx/quotes', request, headers)).body.id;
      }),
    );
    const theirs = new BatchDesk(money.tenant);
    const { id } = await theirs.order(
      quotes.map((quoteId) => ({ body: { quoteId } })),
      { operation: 'convert', client: held.integrator.client, headers: held.actingFor },
    );
    expect(await theirs.ended(id)).toMatchObject({ done: 4, failed: 2, refusal: null });
    const failed = await theirs.results(id, '&state=failed');
    expect(failed.map(({ problem }) => problem?.code)).toEqual(failed.map(() => 'MANDATES.LIMIT_EXCEEDED'));
    expect(failed.map(({ index }) => index)).toContain(3);
  });
});
