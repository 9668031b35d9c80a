import { type ApiAnswer } from '../support/api-client.js';
import { BatchDesk, buyer, buyers, lines, type Operation } from '../support/batch-desk.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

describe('A batch', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let desk: BatchDesk;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
    desk = new BatchDesk(tenant);
  });
  afterAll(() => platform.stop());

  const parties = async () =>
    (
      await platform.rows<{ count: number }>(`SELECT count(*)::int AS count FROM parties.party WHERE tenant_id = $1`, [
        tenant.tenantId,
      ])
    )[0]?.count;
  const kept = () => platform.rows(`SELECT 1 FROM platform.operation_item WHERE tenant_id = $1`, [tenant.tenantId]);

  it('does what is good, says of each of the others what is wrong, and keeps the order', async () => {
    await tenant.client.post('/v1/parties', buyer('taken').body);
    const items = [buyer(0), { key: 'mine', ...buyer(1) }, buyer(2, { kind: 'nobody' }), buyer('taken'), buyer(4)];
    const { id, total, state, allowedActions } = await desk.order(items, { headers: { 'accept-language': 'zh' } });
    expect([total, state, allowedActions]).toEqual([5, 'running', ['cancel']]);
    expect(await desk.ended(id)).toMatchObject({
      state: 'completed',
      total: 5,
      done: 5,
      failed: 2,
      cancelled: 0,
      expectedBy: null,
    });
    const found = await desk.results(id);
    expect(found.map(({ index, key, status, problem }) => [index, key, status, problem?.code ?? null])).toEqual([
      [0, null, 201, null],
      [1, 'mine', 201, null],
      [2, null, 422, 'REQUEST.INVALID'],
      [3, null, 409, 'PARTIES.REFERENCE_TAKEN'],
      [4, null, 201, null],
    ]);
    expect(found[2]?.problem?.errors[0]?.pointer).toBe('/kind');
    expect(found[2]?.problem?.title).toMatch(/[一-龥]/);
    const made = await tenant.client.get<{ reference: string }>(`/v1/parties/${found[4]?.resourceId ?? ''}`);
    expect(made.body.reference).toBe('B-4');
    expect((await desk.results(id, '&state=failed')).map(({ index }) => index)).toEqual([2, 3]);
    expect(await parties()).toBe(4);
  });

  it('tells of its end by an event', async () => {
    const { id } = await desk.order(buyers(2));
    await desk.ended(id);
    const { body } = await eventually(
      () => tenant.client.get<{ data: object[] }>('/v1/events?type=operations.operation.completed'),
      (found) => found.body.data.length > 0,
    );
    expect(body.data).toMatchObject([
      {
        resource: { id, url: `/v1/operations/${id}` },
        data: { kind: 'batch', command: 'enterParty', total: 2, done: 2, failed: 0 },
      },
    ]);
  });

  it('is ordered once, however often it is sent; the key serves nothing else', async () => {
    const content = lines(buyers(3));
    const [first, second] = [await desk.send(content, { key: 'once' }), await desk.send(content, { key: 'once' })];
    expect([second.text, second.headers['idempotent-replayed']]).toEqual([first.text, 'true']);
    const others = [
      await desk.send(lines(buyers(4)), { key: 'once' }),
      await desk.send(content, { key: 'once', operation: 'createOrder' }),
    ];
    expect(others.map(({ status, body }) => [status, body.code])).toEqual(
      others.map(() => [422, 'IDEMPOTENCY.KEY_REUSED']),
    );
    expect(await desk.ended(first.body.id)).toMatchObject({ done: 3, failed: 0 });
    expect([await parties(), (await kept()).length]).toEqual([3, 3]);
  });

  it('sent fifty times at once is one', async () => {
    const sent = await Promise.all(Array.from({ length: 50 }, () => desk.send(lines(buyers(3)), { key: 'at-once' })));
    const [taken, others] = [sent.filter(({ status }) => status === 202), sent.filter(({ status }) => status !== 202)];
    expect(new Set(taken.map(({ body }) => body.id)).size).toBe(1);
    expect(others.filter(({ body }) => body.code !== 'IDEMPOTENCY.IN_PROGRESS')).toEqual([]);
    await desk.ended(taken[0]?.body.id ?? '');
    expect([await parties(), (await kept()).length]).toEqual([3, 3]);
  });

  it('does an item with a key of its own once, whatever batch it comes in', async () => {
    const item = { key: 'item-1', ...buyer(1) };
    const made = await tenant.client.post<{ id: string }>('/v1/parties', item.body, { 'idempotency-key': 'item-1' });
    const [one, two] = [await desk.order([item]), await desk.order([item, item])];
    await Promise.all([desk.ended(one.id), desk.ended(two.id)]);
    const found = [...(await desk.results(one.id)), ...(await desk.results(two.id))];
    expect(found.map(({ resourceId }) => resourceId)).toEqual(found.map(() => made.body.id));
    expect(await parties()).toBe(1);
  });

  it('gives commands that stand below a resource by the parameters of their path', async () => {
    const { id } = await desk.order(
      [
        { pathParams: { id: 'whd_01jdq3x7k2e9ta6v0m8r4c5wzb' }, body: {} },
        { pathParams: { id: '../parties' }, body: {} },
      ],
      { operation: 'redeliverWebhook' },
    );
    await desk.ended(id);
    expect((await desk.results(id)).map(({ status }) => status)).toEqual([404, 404]);
  });

  describe('is refused as a whole, and nothing of it is kept,', () => {
    const faults = ({ status, body }: ApiAnswer<Operation>) => [
      status,
      body.code,
      ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`),
    ];
    afterEach(async () => {
      expect([await kept(), await parties()]).toEqual([[], 0]);
    });

    it('with each line that is no item', async () => {
      const content = [
        JSON.stringify(buyer(0)),
        'nonsense',
        '',
        '[]',
        JSON.stringify({ ...buyer(1), key: 'two words', colour: 'red', pathParams: { id: 'x' } }),
        JSON.stringify({ key: 'x' }),
        JSON.stringify({ body: { name: 'x'.repeat(300_000) } }),
      ];
      const answer = await desk.send(content.join('\n'));
      expect(faults(answer)).toEqual([
        422,
        'BULK.LINES',
        '/1 json',
        '/2 object_expected',
        '/3/colour unknown_field',
        '/3/key format',
        '/3/pathParams path',
        '/4/body object_expected',
        '/5 too_long',
      ]);
      expect(answer.body.errors?.[1]?.message).toBe('Line 4 is not a JSON object');
    });

    it('with the first hundred faults', async () => {
      const { body } = await desk.send(`${lines(buyers(600))}${'x\n'.repeat(500)}`);
      expect([body.errors?.length, body.errors?.[99]?.pointer]).toEqual([100, '/699']);
    });

    it.each([
      ['too many items', () => '{"body":{}}\n'.repeat(10_001), 'BULK.SIZE'],
      ['no item', () => '\n\n', 'BULK.SIZE'],
    ])('with %s', async (_what, content, code) => {
      expect(faults(await desk.send(content()))).toEqual([422, code]);
    });

    it.each([['nothing'], ['listParties'], ['makeApiKey'], ['createBatch'], ['amendParty']])(
      'for %s, which is no command for many',
      async (operation) => {
        expect(faults(await desk.send(lines(buyers(1)), { operation }))).toEqual([422, 'BULK.NO_SUCH_COMMAND']);
      },
    );

    it('without the scope of the command', async () => {
      const { body } = await tenant.client.post<{ apiKey: string }>('/v1/api-keys', {
        name: 'B',
        scopes: ['bulk:write', 'parties:read'],
      });
      expect(faults(await desk.send(lines(buyers(1)), { client: platform.as(body.apiKey) }))).toEqual([
        403,
        'AUTH.MISSING_SCOPE',
      ]);
    });

    it('as anything but NDJSON, and NDJSON is taken nowhere else', async () => {
      const json = await desk.send(JSON.stringify(buyer(0)), { headers: { 'content-type': 'application/json' } });
      const party = await tenant.client.send<{ code: string }>('POST', '/v1/parties', lines(buyers(1)), {
        'content-type': 'application/x-ndjson',
      });
      expect([json.status, json.body.code]).toEqual([400, 'REQUEST.UNSUPPORTED_MEDIA_TYPE']);
      expect([party.status, party.body.code]).toEqual([400, 'REQUEST.UNSUPPORTED_MEDIA_TYPE']);
    });
  });

  it('is nobody else’s to see or to stop', async () => {
    const { id } = await desk.order(buyers(1));
    const stranger = (await platform.tenant()).client;
    const seen = await Promise.all([
      stranger.get(`/v1/operations/${id}`),
      stranger.get(`/v1/operations/${id}/results`),
      stranger.post(`/v1/operations/${id}/cancellation`),
    ]);
    expect(seen.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await stranger.get<{ data: object[] }>('/v1/operations')).body.data).toEqual([]);
    await desk.ended(id);
  });

  it('that was cancelled keeps what was done, finishes what is in hand, and lets the next begin', async () => {
    const { id } = await desk.order(buyers(3_000, 'c'));
    const next = await desk.order(buyers(2, 'n'));
    expect([next.state, next.startedAt]).toEqual(['queued', null]);
    await eventually(
      () => desk.look(id),
      ({ done }) => done > 0,
    );
    const stopped = await tenant.client.post<Operation>(`/v1/operations/${id}/cancellation`);
    expect([stopped.status, stopped.body.state]).toEqual([202, 'cancelling']);
    const end = await desk.ended(id);
    expect(end.state).toBe('cancelled');
    expect(end.done).toBeGreaterThan(0);
    expect(end.cancelled).toBe(3_000 - end.done);
    const states = (await desk.results(id)).map(({ state }) => state);
    expect(states.filter((state) => state === 'succeeded')).toHaveLength(end.done);
    expect(states.filter((state) => state === 'cancelled')).toHaveLength(end.cancelled);
    expect(await desk.ended(next.id)).toMatchObject({ state: 'completed', done: 2 });
    expect(await parties()).toBe(end.done + 2);
    const again = await tenant.client.post(`/v1/operations/${id}/cancellation`);
    expect([again.status, again.body['code']]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
  });

  it('that waits can be cancelled too', async () => {
    const first = await desk.order(buyers(1_000, 'w'));
    const { id } = await desk.order(buyers(2, 'x'));
    await tenant.client.post(`/v1/operations/${id}/cancellation`);
    expect(await desk.ended(id)).toMatchObject({ state: 'cancelled', done: 0, cancelled: 2 });
    await tenant.client.post(`/v1/operations/${first.id}/cancellation`);
    await desk.ended(first.id);
  });

  it('whose credential is revoked meanwhile fails from there on', async () => {
    const made = await tenant.client.post<{ id: string; apiKey: string }>('/v1/api-keys', {
      name: 'B',
      scopes: ['bulk:write', 'parties:write'],
    });
    const { id } = await desk.order(buyers(2_000, 'r'), { client: platform.as(made.body.apiKey) });
    await eventually(
      () => desk.look(id),
      ({ done }) => done > 0,
    );
    await tenant.client.post(`/v1/api-keys/${made.body.id}/revocation`);
    const end = await desk.ended(id);
    expect([end.state, end.done, end.failed > 0, end.failed < 2_000]).toEqual(['completed', 2_000, true, true]);
    expect(end.refusal).toMatchObject({ code: 'AUTH.CREDENTIAL_REVOKED' });
    const [failed] = await desk.results(id, '&state=failed');
    expect(failed).toMatchObject({ status: 401, problem: { code: 'AUTH.CREDENTIAL_REVOKED' } });
    expect(await parties()).toBe(2_000 - end.failed);
  });

  it('of ten thousand is worked while others get theirs in between', async () => {
    const before = performance.now();
    const { id } = await desk.order(buyers(10_000, 'm'));
    const others = new BatchDesk(await platform.tenant());
    const small = await others.order(buyers(5, 's'));
    expect(await others.ended(small.id)).toMatchObject({ done: 5, failed: 0 });
    expect((await desk.look(id)).state).toBe('running');
    const end = await desk.ended(id, 240_000);
    expect(end).toMatchObject({ done: 10_000, failed: 0 });
    expect(await parties()).toBe(10_000);
    const seconds = (performance.now() - before) / 1_000;
    process.stdout.write(`10,000 parties in ${seconds.toFixed(1)} s: ${Math.round(10_000 / seconds)} a second\n`);
  }, 300_000);
});
