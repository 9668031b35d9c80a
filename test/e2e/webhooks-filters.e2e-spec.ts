import { newId, publicId } from '../../src/kernel/ids.js';
import { HookDesk } from '../support/hook-desk.js';
import { eventually } from '../support/test-platform.js';

const MARGIN = { margin: { amount: '0.00', currency: 'CNY' } };

describe('Webhook endpoints', () => {
  let desk: HookDesk;

  beforeAll(async () => {
    desk = await HookDesk.open();
  });
  beforeEach(() => desk.clear());
  afterAll(() => desk.close());

  describe('that want only some events', () => {
    it('hear of the resource, or the kind of resource, that they have named', async () => {
      const [mine, other, declaration] = [newId(), newId(), newId()];
      await desk.listen({ resources: [publicId('order', mine)] }, '/one');
      await desk.listen({ resources: ['declaration', publicId('order', other)] }, '/kind');
      await desk.happen({ orderId: mine });
      await desk.happen({ orderId: other });
      await desk.tell('customs.declaration.drafted', { type: 'declaration', id: declaration }, { attempt: 1 });
      const kind = await desk.untilSent(2, '/kind');
      const one = await desk.untilSent(1, '/one');
      expect(one.map(({ resource }) => resource.id)).toEqual([publicId('order', mine)]);
      expect(kind.map(({ resource }) => resource.type).sort()).toEqual(['declaration', 'order']);
    });

    it('hear when one of the fields has changed', async () => {
      await desk.listen({ changedFields: ['state', 'margin'] }, '/state');
      await desk.listen({ changedFields: ['margin'] }, '/margin');
      await desk.listen({}, '/all');
      await desk.happen();
      await desk.untilSent(1, '/state');
      await desk.untilSent(1, '/all');
      expect(desk.sent('/margin')).toEqual([]);
    });

    it('may change their mind, and show what they chose', async () => {
      const { id } = await desk.listen({ resources: ['declaration'], ordered: true, payload: 'thin' });
      const order = publicId('order', newId());
      const { body } = await desk.patch(id, { resources: [order], changedFields: ['state'], payload: 'full' });
      expect(body).toMatchObject({ resources: [order], changedFields: ['state'], payload: 'full', ordered: true });
      const list = await desk.tenant.client.get<{ data: object[] }>('/v1/webhooks/endpoints');
      expect(list.body.data).toEqual([body]);
    });

    it.each(['spaceship', 'xyz_01jdq3x7k2e9ta6v0m8r4c5wzb', 'constructor'])('cannot name %s', async (name) => {
      const answer = await desk.tenant.client.post<{ errors: { pointer: string }[] }>('/v1/webhooks/endpoints', {
        url: `${desk.receiver.url}/hook`,
        eventTypes: ['*'],
        resources: ['declaration', name],
      });
      expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, '/resources/1']);
    });
  });

  it('with a thin payload get what happened to what, and no facts', async () => {
    const { id } = await desk.listen({ payload: 'thin' }, '/thin');
    await desk.listen({}, '/full');
    const orderId = await desk.happen();
    await desk.untilSent(1, '/thin');
    const [full] = await desk.untilSent(1, '/full');
    const { changed, data, ...thin } = full as unknown as Record<string, unknown>;
    expect([changed, data]).toEqual([['state'], MARGIN]);
    expect(desk.sent('/thin')).toEqual([thin]);
    expect(desk.sent('/thin')[0]).toMatchObject({ sequence: 1, resource: { id: publicId('order', orderId) } });

    await desk.tenant.client.post(`/v1/webhooks/endpoints/${id}/test`, { eventType: 'fx.payout.sent' });
    const [, sample] = await desk.untilSent(2, '/thin');
    expect(sample).toMatchObject({ type: 'fx.payout.sent', test: true });
    expect(sample).not.toHaveProperty('data');
  });

  describe('that want order', () => {
    const sequences = (orderId: string, path = '/hook'): number[] =>
      desk
        .sent(path)
        .filter(({ resource }) => resource.id === publicId('order', orderId))
        .map(({ sequence }) => sequence);

    it('get the events of each resource strictly in their sequence, of many resources at once', async () => {
      await desk.listen({ ordered: true });
      const orders = await Promise.all(Array.from({ length: 5 }, () => desk.happen({ times: 12 })));
      await desk.untilSent(60);
      const expected = Array.from({ length: 12 }, (_, index) => index + 1);
      expect(orders.map((orderId) => sequences(orderId))).toEqual(orders.map(() => expected));
    });

    it('of a resource whose event fails get nothing later, of others everything; then the rest, in order', async () => {
      const [stuck, other] = [newId(), newId()];
      const isStuck = (body: string): boolean => body.includes(publicId('order', stuck));
      let refuses = true;
      desk.receiver.answer = ({ body, path }) => (path === '/hook' && refuses && isStuck(body) ? 503 : 204);
      const { id } = await desk.listen({ ordered: true });
      await desk.listen({}, '/unordered');
      await desk.happen({ orderId: stuck, times: 3 });
      await desk.happen({ orderId: other, times: 3 });
      await desk.untilSent(6, '/unordered');
      await eventually(
        () => Promise.resolve(sequences(other).length),
        (count) => count === 3,
      );
      expect([...new Set(sequences(stuck))]).toEqual([1]);
      // What arrived is written down a moment later.
      const held = await eventually(
        async () => (await desk.deliveries(id)).filter(({ state }) => state === 'pending'),
        (pending) => pending.length === 3,
      );
      expect(held.map(({ attempts }) => attempts).sort()).toEqual([0, 0, 1]);

      refuses = false;
      await desk.platform.rows(`UPDATE webhooks.delivery SET next_attempt_at = now() WHERE tenant_id = $1`, [
        desk.tenant.tenantId,
      ]);
      await desk.until(id, 'delivered', 6);
      expect([...new Set(sequences(stuck))]).toEqual([1, 2, 3]);
    });

    it('go on after an event that was given up', async () => {
      const orderId = newId();
      desk.receiver.answer = () => 503;
      const { id } = await desk.listen({ ordered: true });
      await desk.happen({ orderId, times: 2 });
      await eventually(
        () => desk.deliveries(id),
        (all) => all.some(({ attempts }) => attempts === 1),
      );
      desk.receiver.answer = () => 204;
      await desk.platform.rows(`UPDATE webhooks.delivery SET state = 'failed' WHERE tenant_id = $1 AND sequence = 1`, [
        desk.tenant.tenantId,
      ]);
      await desk.until(id, 'delivered', 1);
      expect(sequences(orderId)).toContain(2);
    });

    it('cost others nothing: their deliveries are in no index of theirs', async () => {
      const { id } = await desk.listen();
      await desk.happen();
      await desk.until(id, 'delivered', 1);
      const rows = await desk.platform.rows(
        `SELECT 1 FROM webhooks.delivery WHERE tenant_id = $1 AND (resource_id IS NOT NULL OR sequence IS NOT NULL)`,
        [desk.tenant.tenantId],
      );
      expect(rows).toEqual([]);
    });

    it('find what is next by an index, however much is held back', async () => {
      const { CLAIM_DUE } = await import('../../src/webhooks/application/claim-due.js');
      await desk.platform.stopWorker();
      try {
        await desk.listen({ ordered: true });
        await desk.platform.rows(
          `INSERT INTO webhooks.delivery (tenant_id, id, endpoint_id, event_id, state, next_attempt_at, created_at, resource_id, sequence)
           SELECT e.tenant_id, gen_random_uuid(), e.id, gen_random_uuid(), 'pending', now(), now(),
                  ('00000000-0000-7000-8000-' || lpad((n % 100)::text, 12, '0'))::uuid, n
           FROM webhooks.endpoint e, generate_series(1, 20000) AS n WHERE e.tenant_id = $1`,
          [desk.tenant.tenantId],
        );
        await desk.platform.rows(`ANALYZE webhooks.delivery`);
        const plan = await desk.platform.rows<{ 'QUERY PLAN': string }>(`EXPLAIN ${CLAIM_DUE.replace('$1', `'{}'`)}`);
        const text = plan.map((row) => row['QUERY PLAN']).join('\n');
        expect(text).toContain('ix_delivery_in_order');
        expect(text).not.toContain('Seq Scan on delivery');
      } finally {
        await desk.platform.rows(`DELETE FROM webhooks.delivery WHERE tenant_id = $1`, [desk.tenant.tenantId]);
        await desk.platform.startWorker();
      }
    });
  });
});
