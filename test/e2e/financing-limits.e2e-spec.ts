import { newId, publicId } from '../../src/kernel/ids.js';
import { colleague, policy, say } from '../support/approval-desk.js';
import { CNY, LendingDesk, type LimitBody } from '../support/lending-desk.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const LEVELS = ['platform', 'lender', 'client', 'product', 'buyer'];

const rows = async (desk: LendingDesk): Promise<readonly LimitBody[]> =>
  (await desk.client.get<{ data: LimitBody[] }>('/v1/financing/credit-limits')).body.data;

/** Reserved and used at each level, in fen, with what the loans hold of it. */
const taken = (desk: LendingDesk) =>
  platform.rows<{ level: string; reserved: string; used: string; held: string }>(
    `SELECT l.level, l.reserved_minor::text AS reserved, l.used_minor::text AS used,
            (SELECT coalesce(sum(h.reserved_minor + h.used_minor), 0) FROM financing.limit_hold h
             WHERE h.tenant_id = l.tenant_id AND h.limit_id = l.id)::text AS held
     FROM financing.credit_limit l WHERE l.tenant_id = $1
     ORDER BY array_position(ARRAY['platform', 'lender', 'group', 'client', 'product', 'buyer'], l.level)`,
    [desk.desk.tenant.tenantId],
  );

describe('Limits', () => {
  it('are never exceeded when fifty ask at once: what is lent is the limit to the fen, at every level', async () => {
    const desk = await LendingDesk.open(platform);
    const client = { level: 'client', sellerId: desk.desk.sellerId };
    expect((await desk.open({ ...client, limit: CNY('100000.00') })).status).toBe(201);
    const orders: string[] = [];
    for (let made = 0; made < 50; made += 10) {
      orders.push(...(await Promise.all(Array.from({ length: 10 }, () => desk.ready()))));
    }
    const answers = await Promise.all(orders.map((orderId) => desk.ask(orderId)));
    const had = answers.filter(({ status }) => status === 202);
    const refused = answers.filter(({ status }) => status !== 202);
    // Twelve of 8,000 and one of what is left.
    expect(had.map(({ body }) => body.principal.amount).sort()).toEqual([
      '4000.00',
      ...Array.from({ length: 12 }, () => '8000.00'),
    ]);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['FINANCING.NOT_ELIGIBLE']));
    expect(new Set(refused.flatMap(({ body }) => body.details.reasons))).toEqual(
      new Set(['The limit is used up: 0.00 CNY could be drawn, the least is 100.00 CNY']),
    );
    const full = { reserved: '10000000', used: '0', held: '10000000' };
    expect(await taken(desk)).toEqual(LEVELS.map((level) => ({ level, ...full })));

    const [drawn, declined] = had.filter(({ body }) => body.principal.amount === '8000.00').map(({ body }) => body);
    await desk.paysOut(drawn?.id ?? '', CNY('8000.00'));
    await desk.says(declined?.id ?? '', { type: 'loan.declined', reason: 'no' });
    await eventually(
      () => taken(desk),
      ([first]) => first?.reserved === '8400000',
    );
    const less = { reserved: '8400000', used: '800000', held: '9200000' };
    expect(await taken(desk)).toEqual(LEVELS.map((level) => ({ level, ...less })));
    expect(await desk.explain()).toMatchObject({ free: CNY('8000.00'), bindingLevel: 'client' });
  });

  it('of whatever level leaves least is the one that binds, and is named with what is free', async () => {
    const desk = await LendingDesk.open(platform);
    const before = await desk.explain();
    expect(before).toMatchObject({ free: CNY('5000000.00'), bindingLevel: 'product' });
    expect(before.levels.map(({ level, limit }) => [level, limit?.amount ?? null])).toEqual([
      ...[
        ['platform', null],
        ['lender', null],
        ['client', null],
        ['product', '5000000.00'],
      ],
    ]);
    const { buyerId } = desk.desk;
    await desk.open({ level: 'platform', limit: CNY('9000.00') });
    await desk.open({ level: 'buyer', buyerId, limit: CNY('7000.00') });
    const orderId = await desk.ready();
    expect((await desk.ask(orderId, '?dryRun=true')).body.principal).toEqual(CNY('7000.00'));
    expect((await desk.ask(orderId)).body.principal).toEqual(CNY('7000.00'));
    expect(await desk.explain()).toMatchObject({ free: CNY('2000.00'), bindingLevel: 'platform' });
    const found = await desk.explain(`&buyerId=${buyerId}`);
    expect(found).toMatchObject({ free: CNY('0.00'), bindingLevel: 'buyer' });
    expect(found.why).toBe(
      'The limit of the buyer leaves least: 0.00 CNY of 7000.00 CNY is free, 7000.00 CNY is asked for and 0.00 CNY is owed',
    );
    expect((await desk.explain(`&buyerId=${buyerId}`, 'zh-CN')).why).toContain('买方额度剩余最少');
    const { body } = await desk.client.get<{ data: { limitId: string; free: object }[] }>('/v1/financing/limits');
    expect(body.data).toMatchObject([{ free: CNY('4993000.00') }]);
    const nobody = `/v1/financing/limits/explanation?sellerId=${publicId('party', newId())}`;
    expect((await desk.client.get(nobody)).status).toBe(404);
  });

  it('are set by If-Match, never below what is taken, and wholly refused where they are not of their level', async () => {
    const desk = await LendingDesk.open(platform);
    await desk.ask(await desk.ready());
    const client = (await rows(desk)).find(({ level }) => level === 'client');
    const path = `/v1/financing/credit-limits/${client?.id ?? ''}`;
    const put = (headers: Record<string, string>) =>
      desk.client.send<LimitBody>('PUT', path, { limit: CNY('9000.00') }, headers);
    expect((await put({})).status).toBe(428);
    expect((await put({ 'if-match': '"99"' })).status).toBe(412);
    const low = await desk.set(client?.id ?? '', '7999.99');
    expect([low.status, low.body.code, low.body.details['taken']]).toEqual([
      ...[409, 'FINANCING.LIMIT_BELOW_EXPOSURE', '8000.00'],
    ]);
    expect((await desk.set(client?.id ?? '', '8000.00')).body).toMatchObject({
      limit: CNY('8000.00'),
      free: CNY('0.00'),
    });
    const full = await desk.ask(await desk.ready());
    expect(full.body.details.reasons).toEqual([expect.stringContaining('limit is used up')]);
    const twice = await desk.open({ level: 'client', sellerId: desk.desk.sellerId, limit: CNY('1.00') });
    expect([twice.body.code, twice.body.details['limitId']]).toEqual(['FINANCING.LIMIT_EXISTS', client?.id]);
    const odd = await desk.open({ level: 'lender', product: 'no_such', limit: CNY('1.00') });
    expect(odd.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      ...['/lender required', '/product not_applicable', '/product unknown'],
    ]);
    const finance = await colleague(platform, desk.desk.tenant, 'finance');
    const refused = await finance.client.post(
      '/v1/financing/credit-limits',
      { level: 'platform', limit: CNY('1.00') },
      key(),
    );
    expect(refused.status).toBe(403);
    const told = await platform.rows(
      `SELECT data FROM platform.event WHERE tenant_id = $1 AND type = 'financing.limit.changed'`,
      [desk.desk.tenant.tenantId],
    );
    expect(told).toMatchObject([{ data: { level: 'client', limit: CNY('8000.00'), before: null } }]);
  });

  it('above what one person may set wait for a second one', async () => {
    const desk = await LendingDesk.open(platform);
    const owner = await colleague(platform, desk.desk.tenant, 'owner');
    const checker = await colleague(platform, desk.desk.tenant, 'approver');
    await policy(owner, 'financing.limit.change', '10000.00');
    const body = { level: 'platform', limit: CNY('10000.01') };
    const made = await owner.client.post<LimitBody>('/v1/financing/credit-limits', body, key());
    expect(made.body).toMatchObject({ limit: null, proposed: CNY('10000.01') });
    expect((await desk.explain()).bindingLevel).toBe('product');
    const decide = (limit: LimitBody, verb: 'approval' | 'refusal') =>
      say(checker.client, { id: limit.awaitingApproval?.id ?? '' }, verb);
    expect((await decide(made.body, 'approval')).status).toBe(200);
    const now = (holds: (limit: LimitBody) => boolean) =>
      eventually(
        async () => (await desk.client.get<LimitBody>(`/v1/financing/credit-limits/${made.body.id}`)).body,
        holds,
      );
    expect(await now(({ proposed }) => proposed === null)).toMatchObject({
      limit: CNY('10000.01'),
      awaitingApproval: null,
    });
    const higher = await desk.set(made.body.id, '20000.00');
    expect(higher.body).toMatchObject({ limit: CNY('10000.01'), proposed: CNY('20000.00') });
    await decide(higher.body, 'refusal');
    expect(await now(({ proposed }) => proposed === null)).toMatchObject({
      ...{ limit: CNY('10000.01'), declinedApproval: { reason: 'The account is new to us' } },
    });
    expect((await desk.set(made.body.id, '10000.00')).body).toMatchObject({ limit: CNY('10000.00'), proposed: null });
  });
});

describe('What backs an advance', () => {
  const outcome = async (desk: LendingDesk, number: string): Promise<string> => {
    const path = `/v1/financing/pledge-check?kind=declaration&number=${number}`;
    return (await desk.client.get<{ outcome: string }>(path)).body.outcome;
  };
  const kept = async (desk: LendingDesk): Promise<number> =>
    (
      await platform.rows(
        `SELECT 1 FROM financing.advance WHERE tenant_id = $1 UNION ALL SELECT 1 FROM financing.limit_hold WHERE tenant_id = $1`,
        [desk.desk.tenant.tenantId],
      )
    ).length;

  it('backs no second one, of whatever tenant, until the first is over; whose it is is not told', async () => {
    const [one, other] = [await LendingDesk.open(platform), await LendingDesk.open(platform)];
    const number = LendingDesk.entryNumber();
    const [first, second] = [await one.ready('10000.00', number), await other.ready('10000.00', number)];
    expect((await one.ask(first, '?dryRun=true')).status).toBe(200);
    expect([await outcome(one, number), await outcome(other, number)]).toEqual(['free', 'free']);
    const had = (await one.ask(first)).body;
    expect([await outcome(one, number), await outcome(other, number)]).toEqual(['used', 'used']);
    const refused = await other.ask(second);
    expect([refused.status, refused.body.code, refused.body.details.reasons]).toEqual([
      ...[409, 'FINANCING.NOT_ELIGIBLE', ['A declaration of the order backs another loan already; whose is not told']],
    ]);
    expect(await kept(other)).toBe(0);
    const why = async (desk: LendingDesk, orderId: string) =>
      (await desk.client.get<{ reasons: string[] }>(`/v1/financing/eligibility?orderId=${orderId}`)).body.reasons;
    expect(await why(other, second)).toEqual(refused.body.details.reasons);
    expect(await why(one, first)).toEqual(['The order has an advance of this product already']);
    // Nor a second order of the same tenant.
    expect((await one.ask(await one.ready('10000.00', number))).body.code).toBe('FINANCING.NOT_ELIGIBLE');
    await one.says(had.id, { type: 'loan.declined', reason: 'no' });
    await eventually(
      () => outcome(other, number),
      (found) => found === 'free',
    );
    expect((await other.ask(second)).status).toBe(202);
  });

  it('is had once when tenants race for it, and is kept where no process can read it', async () => {
    const number = LendingDesk.entryNumber();
    const desks = await Promise.all(Array.from({ length: 4 }, () => LendingDesk.open(platform)));
    const asked: (() => ReturnType<LendingDesk['ask']>)[] = [];
    for (const desk of desks) {
      const orders = await Promise.all(Array.from({ length: 5 }, () => desk.ready('10000.00', number)));
      asked.push(...orders.map((orderId) => () => desk.ask(orderId)));
    }
    const answers = await Promise.all(asked.map((ask) => ask()));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 409]));
    const [open] = await platform.rows<{ open: boolean }>(
      `SELECT bool_or(has_table_privilege(role, 'financing.pledge', 'SELECT, INSERT, UPDATE, DELETE')) AS open
       FROM unnest(ARRAY['entrepot_app', 'entrepot_worker']) AS role`,
    );
    expect(open?.open).toBe(false);
  });
});
