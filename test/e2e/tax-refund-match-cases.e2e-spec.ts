import { type SeenCase, MatchDesk } from '../support/match-desk.js';
import { key, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});

afterAll(async () => {
  await platform.stop();
});

/** The tariff has made the invoiced code the declared one; nobody has told the platform yet. */
const OLDER = { hsCode: '8516609900' };
const CHANGE = { costBands: [], codeChanges: [{ from: '8516609900', to: '8516609000', changedOn: '2026-11-15' }] };

/** An order that is cleared and paid for. */
async function exported(desk: RefundDesk, change: object = {}): Promise<string> {
  const orderId = await desk.place();
  await desk.clear(orderId, change);
  await desk.collect(orderId);
  await desk.untilCase(
    orderId,
    ({ declarations, missing }) => declarations.length > 0 && missing.every(({ fact }) => fact === 'invoice'),
  );
  return orderId;
}

describe('A run over what the platform holds', () => {
  it('looks at every case that gathers facts, makes the claims, and says of the others what they wait for', async () => {
    const desk = await RefundDesk.open(platform);
    const book = new MatchDesk(desk.tenant);
    const [renamed, short, wrong] = [await exported(desk), await exported(desk), await exported(desk)];
    await desk.record(desk.invoice(renamed, {}, OLDER));
    await desk.record(desk.invoice(wrong, {}, { unit: '140', quantity: '100' }));
    const done = await exported(desk);
    await desk.record(desk.invoice(done));
    await desk.untilCase(done, ({ state }) => state === 'claimed');
    await desk.untilCase(renamed, ({ checks }) => checks.some(({ outcome }) => outcome === 'block'));
    await desk.untilCase(wrong, ({ checks }) => checks.some(({ outcome }) => outcome === 'block'));
    // Rules are no fact of an order: nothing is looked at for them, until somebody asks.
    expect((await desk.tenant.client.send('PUT', '/v1/tax-refund/match-rules', CHANGE, {})).status).toBe(200);
    const run = await book.run('platform');
    expect(run).toMatchObject({ source: 'platform', items: 3, done: 3, matched: 1, waiting: 1, blocked: 1 });
    expect(run.refund).toEqual({ amount: '7800.00', currency: 'CNY' });
    const results = await book.results<SeenCase>(run.id);
    const byOrder = new Map(results.map((one) => [one.orderId, one]));
    expect(byOrder.get(renamed)).toMatchObject({
      outcome: 'matched',
      refund: { amount: '7800.00' },
      checks: expect.arrayContaining([expect.objectContaining({ check: 'hs_code', outcome: 'warn' })]) as object,
    });
    expect((await desk.claim(byOrder.get(renamed)?.claimId ?? '')).body).toMatchObject({ orderId: renamed });
    expect(byOrder.get(short)).toMatchObject({
      ...{ outcome: 'waiting', claimId: null, refund: null, missing: [{ fact: 'invoice', lineNumber: 1 }] },
      suggestions: [{ proposal: 'issue', lineNumber: 1, rank: 1 }],
    });
    const open = await book.results<SeenCase>(run.id, '?open=true');
    expect(open.map(({ orderId }) => orderId).sort()).toEqual([short, wrong].sort());
    expect(byOrder.get(wrong)).toMatchObject({
      outcome: 'blocked',
      checks: expect.arrayContaining([expect.objectContaining({ check: 'unit', outcome: 'block' })]) as object,
      suggestions: [{ proposal: 'reissue' }],
    });
    expect(byOrder.has(done)).toBe(false);
    // What is left is looked at by the next run, and nothing is claimed twice.
    expect(await book.run('platform')).toMatchObject({ items: 2, matched: 0, waiting: 1, blocked: 1 });
    // It is an operation as any other: its items that did not match are those that failed.
    const { body } = await desk.tenant.client.get(`/v1/operations/${run.id}`);
    expect(body).toMatchObject({ kind: 'refund-matching', state: 'completed', total: 3, done: 3, failed: 2 });
  });

  it('ends at once where nothing waits, and is no obstacle to a run over rows', async () => {
    const book = new MatchDesk(await platform.tenant('Nobody'));
    const started = await Promise.all([book.start('platform'), book.start('rows'), book.start('platform')]);
    expect(started.every(({ status }) => status === 202 || status === 409)).toBe(true);
    // Whichever of the two runs over the platform came first: the other may find it going on.
    const begun = started.filter(({ status }) => status === 202).map(({ body }) => body);
    expect(new Set(begun.map(({ source }) => source))).toEqual(new Set(['platform', 'rows']));
    for (const { id, source } of begun) {
      expect(await book.ended(id)).toMatchObject({ source, state: 'completed', items: 0 });
    }
    expect((await book.start('elsewhere')).status).toBe(400);
  });

  it('goes through more cases than are planned at once', async () => {
    const desk = await RefundDesk.open(platform);
    const orders: string[] = [];
    for (let some = 0; some < 12; some += 1) {
      orders.push(...(await Promise.all(Array.from({ length: 10 }, () => desk.place()))));
    }
    await eventually(
      async () =>
        (await platform.rows(`SELECT 1 FROM tax_refund.refund_case WHERE tenant_id = $1`, [desk.tenant.tenantId]))
          .length,
      (count) => count === orders.length,
    );
    const book = new MatchDesk(desk.tenant);
    const run = await book.run('platform');
    expect(run).toMatchObject({ items: 120, done: 120, matched: 0, waiting: 120 });
    const seen = (await book.results<SeenCase>(run.id)).map(({ orderId }) => orderId);
    expect(seen.sort()).toEqual(orders.sort());
  });
});

describe('Whoever races, no line and no amount is used twice', () => {
  const USED = `
    SELECT l.allocated_quantity::text AS quantity, l.allocated_minor::text AS minor, coalesce(sum(a.quantity), 0)::text AS taken
    FROM tax_refund.invoice_line l
    JOIN tax_refund.invoice i ON i.tenant_id = l.tenant_id AND i.id = l.invoice_id
    LEFT JOIN (tax_refund.allocation a JOIN tax_refund.claim_line c
      ON c.tenant_id = a.tenant_id AND c.id = a.claim_line_id AND NOT c.released)
      ON a.tenant_id = l.tenant_id AND a.invoice_line_id = l.id
    WHERE l.tenant_id = $1 GROUP BY l.tenant_id, l.id, l.allocated_quantity, l.allocated_minor`;

  it('orders that one invoice could serve: it is handed from one to the other while they are matched, and one gets it', async () => {
    const desk = await RefundDesk.open(platform);
    const book = new MatchDesk(desk.tenant);
    const orders = await Promise.all(Array.from({ length: 4 }, () => exported(desk)));
    const { body: invoice } = await desk.record(desk.invoice(null));
    const assign = (orderId: string) =>
      desk.tenant.client.post<{ code?: string }>(
        `/v1/tax-refund/invoices/${invoice.id}/assignment`,
        { orderId },
        key(),
      );
    const [answers, runs] = await Promise.all([
      Promise.all([...orders, ...orders.toReversed(), ...orders].map(assign)),
      Promise.all(Array.from({ length: 4 }, () => book.start('platform'))),
    ]);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.every(({ status, body }) => status === 409 && body.code === 'TAX_REFUND.INVOICE_IN_USE')).toBe(true);
    expect(runs.every(({ status }) => status === 202 || status === 409)).toBe(true);
    for (const { body } of runs.filter(({ status }) => status === 202)) await book.ended(body.id);
    // Whoever has it at the end claims it.
    const cases = await eventually(
      () => Promise.all(orders.map(async (orderId) => (await desk.case(orderId)).body)),
      (all) => all.some(({ state }) => state === 'claimed'),
    );
    expect(cases.filter(({ state }) => state === 'claimed')).toHaveLength(1);
    expect(await platform.rows(USED, [desk.tenant.tenantId])).toEqual([
      { quantity: '1000', minor: '6000000', taken: '1000' },
    ]);
  });

  it('orders under one declaration: its items are claimed once, and the others are told', async () => {
    const desk = await RefundDesk.open(platform);
    const book = new MatchDesk(desk.tenant);
    const orders = await Promise.all(Array.from({ length: 3 }, () => desk.place()));
    const entryNumber = '310420260987654321';
    const [runs] = await Promise.all([
      Promise.all(Array.from({ length: 3 }, () => book.start('platform'))),
      ...orders.map(async (orderId) => {
        await Promise.all([
          desk.clear(orderId, { entryNumber }),
          desk.collect(orderId),
          desk.record(desk.invoice(orderId)),
        ]);
      }),
    ]);
    expect(runs.every(({ status }) => status === 202 || status === 409)).toBe(true);
    const states = await eventually(
      () => Promise.all(orders.map(async (orderId) => (await desk.case(orderId)).body)),
      (all) =>
        all.filter(({ state }) => state === 'claimed').length === 1 &&
        all.filter(({ checks }) => checks.some(({ check, outcome }) => check === 'single_use' && outcome === 'block'))
          .length === 2,
    );
    expect(states.filter(({ state }) => state === 'claimed')).toHaveLength(1);
    const held = await platform.rows(
      `SELECT 1 FROM tax_refund.claim_line WHERE tenant_id = $1 AND declaration_line = $2 AND NOT released`,
      [desk.tenant.tenantId, `${entryNumber}001`],
    );
    expect(held).toHaveLength(1);
    // One at a time: the last of them may still be under way.
    for (const { status, body } of runs) if (status === 202) await book.ended(body.id);
    const last = await book.run('platform');
    expect(last).toMatchObject({ items: 2, blocked: 2 });
  });
});
