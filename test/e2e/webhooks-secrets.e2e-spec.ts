import { Webhook } from 'standardwebhooks';

import { EVENT_CATALOGUE } from '../../src/contracts/events.js';
import { HookDesk, type Hook, type HookDelivery } from '../support/hook-desk.js';
import { eventually } from '../support/test-platform.js';

const DAY_MS = 86_400_000;

describe('Webhook endpoints', () => {
  let desk: HookDesk;

  beforeAll(async () => {
    desk = await HookDesk.open();
  });
  beforeEach(() => desk.clear());
  afterAll(() => desk.close());

  const ahead = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
  const rotate = (id: string, body: object, headers = {}) =>
    desk.tenant.client.post<Hook & { oldSecretExpiresAt: string | null }>(
      `/v1/webhooks/endpoints/${id}/secret-rotation`,
      body,
      headers,
    );
  const newest = () => desk.receiver.received.at(-1);
  const isSignedWith = (secret: string): boolean => {
    try {
      new Webhook(secret).verify(newest()?.body ?? '', newest()?.headers as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  };
  const heard = async (count: number): Promise<void> => {
    await desk.happen();
    await desk.untilSent(count);
  };

  describe('whose secret is replaced', () => {
    it('sign with both until the instant that was named, then with the new one alone', async () => {
      const { id, secret: old } = await desk.listen();
      const until = ahead(30);
      const { status, body } = await rotate(id, { oldSecretExpiresAt: until });
      expect([status, body.oldSecretExpiresAt]).toEqual([200, until]);
      await heard(1);
      expect([isSignedWith(old), isSignedWith(body.secret)]).toEqual([true, true]);
      expect(String(newest()?.headers['webhook-signature']).split(' ')).toHaveLength(2);

      await desk.platform.rows(`UPDATE webhooks.endpoint SET old_secret_expires_at = now() WHERE tenant_id = $1`, [
        desk.tenant.tenantId,
      ]);
      await heard(2);
      expect([isSignedWith(old), isSignedWith(body.secret)]).toEqual([false, true]);
    });

    it('have a day to change over unless said otherwise, and no time when the instant is past', async () => {
      const first = await desk.listen();
      const { body } = await rotate(first.id, {});
      expect(Math.abs(Date.parse(body.oldSecretExpiresAt ?? '') - Date.parse(ahead(1)))).toBeLessThan(60_000);
      const second = await desk.listen({}, '/other');
      await rotate(second.id, { oldSecretExpiresAt: '2026-01-01T00:00:00Z' });
      await desk.happen();
      await desk.untilSent(1, '/other');
      const [message] = desk.receiver.received.filter(({ path }) => path === '/other');
      expect(String(message?.headers['webhook-signature']).split(' ')).toHaveLength(1);
    });

    it('never have three, nor an old one for longer than 30 days', async () => {
      const { id } = await desk.listen();
      expect((await rotate(id, { oldSecretExpiresAt: ahead(31) })).status).toBe(422);
      await rotate(id, {});
      expect((await rotate(id, {})).body).toMatchObject({ code: 'WEBHOOKS.SECRET_ROTATING' });
    });

    it('show it once: a repeat has it no more, and nothing that is kept does', async () => {
      const { id } = await desk.listen();
      const [first, again] = [
        await rotate(id, {}, { 'idempotency-key': 'r' }),
        await rotate(id, {}, { 'idempotency-key': 'r' }),
      ];
      expect(first.body.secret).toMatch(/^whsec_/);
      expect([again.status, again.body.secret]).toEqual([200, null]);
      const kept = await desk.platform.rows(`SELECT 1 FROM platform.idempotency_record WHERE body LIKE $1`, [
        `%${first.body.secret}%`,
      ]);
      expect(kept).toEqual([]);
    });
  });

  describe('that are tried with a sample', () => {
    const tryOut = (id: string, eventType: string) =>
      desk.tenant.client.post<HookDelivery & { isTest: boolean }>(`/v1/webhooks/endpoints/${id}/test`, { eventType });
    const outcome = async (id: string): Promise<HookDelivery> => {
      const { body } = await eventually(
        () => desk.tenant.client.get<HookDelivery>(`/v1/webhooks/deliveries/${id}`),
        (answer) => answer.body.state !== 'pending',
      );
      return body;
    };

    it('get it by the real road, whatever their filters, marked and signed', async () => {
      const { id, secret } = await desk.listen({ eventTypes: ['orders.*'] });
      const { status, body } = await tryOut(id, 'fx.payout.confirmed');
      expect([status, body.isTest]).toEqual([202, true]);
      expect(await outcome(body.id)).toMatchObject({ state: 'delivered', lastStatus: 204 });
      expect(isSignedWith(secret)).toBe(true);
      expect(JSON.parse(newest()?.body ?? '')).toMatchObject({
        id: body.eventId,
        type: 'fx.payout.confirmed',
        test: true,
        livemode: false,
        data: EVENT_CATALOGUE['fx.payout.confirmed'].example,
      });
      expect((await desk.tenant.client.get<{ data: object[] }>('/v1/events')).body.data).toEqual([]);
    });

    it('are tried once, and it has no consequence that they fail, even by 410', async () => {
      const { id } = await desk.listen();
      desk.receiver.answer = () => 410;
      const { body } = await tryOut(id, 'orders.order.closed');
      expect(await outcome(body.id)).toMatchObject({ state: 'failed', attempts: 1, lastStatus: 410 });
      const [progress] = await desk.platform.rows<{ failures: number }>(
        `SELECT consecutive_failures AS failures FROM webhooks.endpoint_progress WHERE tenant_id = $1`,
        [desk.tenant.tenantId],
      );
      expect(progress?.failures).toBe(0);
      expect((await desk.tenant.client.get<Hook>(`/v1/webhooks/endpoints/${id}`)).body.state).toBe('enabled');
    });

    it('are not tried while they are off, nor with a type that there is not', async () => {
      const { id } = await desk.listen();
      expect((await tryOut(id, 'orders.order.eaten')).status).toBe(422);
      await desk.patch(id, { state: 'disabled' });
      expect((await tryOut(id, 'orders.order.closed')).body).toMatchObject({ code: 'WEBHOOKS.ENDPOINT_DISABLED' });
    });
  });
});
