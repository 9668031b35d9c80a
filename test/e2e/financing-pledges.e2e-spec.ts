import { newId, publicId } from '../../src/kernel/ids.js';
import { CNY, LendingDesk } from '../support/lending-desk.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Asset {
  readonly kind: string;
  readonly number: string;
  readonly issuer?: string | null;
}

interface Checked {
  readonly data: readonly { readonly kind: string; readonly number: string; readonly outcome: string }[];
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const WAREHOUSE = '91330201MA2812345X';
let receipts = 0;
const receipt = (): Asset => {
  receipts += 1;
  return { kind: 'warehouse_receipt', number: `WR-${receipts}`, issuer: WAREHOUSE };
};
const check = (desk: LendingDesk, documents: readonly object[]) =>
  desk.client.post<Checked>('/v1/financing/pledge-checks', { documents });
const outcomes = async (desk: LendingDesk, documents: readonly object[]): Promise<string[]> =>
  (await check(desk, documents)).body.data.map(({ outcome }) => outcome);
const ask = (desk: LendingDesk, orderId: string, security: readonly object[]) =>
  desk.client.post<{ id: string; principal: { amount: string }; code: string; details: { reasons: string[] } }>(
    '/v1/financing/advances',
    { orderId, security },
    key(),
  );
const pledged = async (desk: LendingDesk, id: string) =>
  (
    await desk.client.get<{ data: (Asset & { releasedAt: string | null })[] }>(`/v1/financing/advances/${id}/pledges`)
  ).body.data.map(({ kind, number, issuer, releasedAt }) => [kind, number, issuer, releasedAt === null]);

describe('Documents that back a loan', () => {
  it('back no second one of whatever tenant, are listed with it, and free when it is over', async () => {
    const [one, other] = [await LendingDesk.open(platform), await LendingDesk.open(platform)];
    const entry = LendingDesk.entryNumber();
    const vat = { kind: 'vat_invoice', number: `2633${entry.slice(-16)}` };
    const [wr, contract] = [receipt(), { kind: 'invoice', number: `PO-${entry}` }];
    const had = await ask(one, await one.ready('10000.00', entry), [vat, wr, contract]);
    expect(had.status).toBe(202);
    const uscc = (await pledged(one, had.body.id)).find(([kind]) => kind === 'invoice')?.[2];
    expect(await pledged(one, had.body.id)).toEqual([
      ['declaration', entry, null, true],
      ['invoice', contract.number, uscc, true],
      ['vat_invoice', vat.number, null, true],
      ['warehouse_receipt', wr.number, WAREHOUSE, true],
    ]);

    const asked = [{ kind: 'declaration', number: entry }, vat, wr, { ...contract, issuer: uscc }];
    // Written in another way, and of another issuer.
    const alike = [
      { ...wr, number: ` ${wr.number.toLowerCase().replace('-', ' ')}` },
      { ...wr, issuer: '91330212MA2AF1XX2U' },
    ];
    expect(await outcomes(other, [...asked, ...alike])).toEqual(['used', 'used', 'used', 'used', 'used', 'free']);
    const refused = await ask(other, await other.ready(), [receipt(), wr]);
    expect([refused.status, refused.body.details.reasons]).toEqual([
      409,
      [`It backs another loan already: warehouse receipt ${wr.number}; whose is not told`],
    ]);
    // All or none: the other receipt was not taken.
    const free = { ...wr, number: `WR-${receipts}` };
    expect(await outcomes(other, [free])).toEqual(['free']);
    expect((await other.client.get(`/v1/financing/advances/${had.body.id}/pledges`)).status).toBe(404);

    await one.says(had.body.id, { type: 'loan.declined', reason: 'no' });
    await eventually(
      () => outcomes(other, asked),
      (found) => found.every((outcome) => outcome === 'free'),
    );
    expect((await pledged(one, had.body.id)).every(([, , , isHeld]) => isHeld === false)).toBe(true);
  });

  it('are had once when twenty ask at once', async () => {
    const desks = await Promise.all(Array.from({ length: 4 }, () => LendingDesk.open(platform)));
    const wr = receipt();
    const orders = await Promise.all(
      desks.flatMap((desk) => Array.from({ length: 5 }, async () => [desk, await desk.ready()] as const)),
    );
    const answers = await Promise.all(orders.map(([desk, orderId]) => ask(desk, orderId, [wr])));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 409]));
  });

  it('are the VAT invoices that the matched claim stands on too, by themselves, and once whoever asks', async () => {
    const [one, other] = [await LendingDesk.open(platform), await LendingDesk.open(platform)];
    const orderId = await one.desk.place({ refund: { mode: 'trading', advance: true } });
    const { invoiceNumber: number } = one.desk.invoice(orderId) as { invoiceNumber: string };
    await one.desk.record(one.desk.invoice(orderId, { invoiceNumber: number }));
    await one.desk.hear(orderId, 'customs.declaration.released', { entryNumber: LendingDesk.entryNumber() });
    await one.desk.clear(orderId);
    await one.desk.collect(orderId);
    const path = `/v1/financing/advances?orderId=${orderId}`;
    const found = await eventually(
      () => one.client.get<{ data: { id: string; state: string }[] }>(path),
      ({ body }) => body.data[0]?.state === 'requested',
    );
    const id = found.body.data[0]?.id ?? '';
    expect((await pledged(one, id)).filter(([kind]) => kind === 'vat_invoice')).toEqual([
      ['vat_invoice', number, null, true],
    ]);

    // Another tenant says that its claim stands on the same invoice.
    const theirs = await other.ready();
    const stands = `UPDATE financing.order_facts SET vat_invoices = ARRAY[$2] WHERE tenant_id = $1`;
    const { tenantId } = other.desk.tenant;
    await platform.rows(stands, [tenantId, ` ${number} `]);
    const refused = await ask(other, theirs, []);
    expect([refused.status, refused.body.details.reasons]).toEqual([
      409,
      [`It backs another loan already: VAT invoice  ${number} ; whose is not told`],
    ]);
    await one.says(id, { type: 'loan.declined', reason: 'no' });
    await eventually(
      () => outcomes(other, [{ kind: 'vat_invoice', number }]),
      ([outcome]) => outcome === 'free',
    );
    const again = await Promise.all(
      [theirs, await other.ready(), await other.ready()].map(async (order) => {
        await platform.rows(stands, [tenantId, number]);
        return order;
      }),
    );
    const both = [{ kind: 'vat_invoice', number }];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_none, index) => ask(other, again[index % again.length] ?? theirs, both)),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 409]));
  });

  it('are named so that they can be told from others', async () => {
    const desk = await LendingDesk.open(platform);
    const { status, body } = await check(desk, [
      { kind: 'invoice', number: '1' },
      { kind: 'vat_invoice', number: '1', issuer: WAREHOUSE },
    ]);
    expect([status, body.errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      422,
      ['/documents/0/issuer required', '/documents/1/issuer not_applicable'],
    ]);
    const asked = await ask(desk, await desk.ready(), [{ kind: 'warehouse_receipt', number: '1' }]);
    expect(asked.status).toBe(422);
    expect((await desk.client.get('/v1/financing/pledge-check?kind=invoice&number=1')).status).toBe(422);
    expect((await check(desk, [])).status).toBe(422);
  });

  it('are free again when the sandbox tenant is reset', async () => {
    const [desk, other] = [await LendingDesk.open(platform), await LendingDesk.open(platform)];
    const [mine, theirs] = [receipt(), receipt()];
    expect((await ask(desk, await desk.ready(), [mine])).body.principal).toEqual(CNY('8000.00'));
    expect((await ask(other, await other.ready(), [theirs])).status).toBe(202);
    expect(await outcomes(other, [mine, theirs])).toEqual(['used', 'used']);
    const { tenant } = desk.desk;
    const reset = await eventually(
      () =>
        tenant.client.post(
          '/v1/sandbox/reset',
          { tenantId: publicId('tenant', tenant.tenantId) },
          { 'idempotency-key': newId() },
        ),
      ({ status }) => status === 200,
    );
    expect(reset.status).toBe(200);
    expect(await outcomes(other, [mine, theirs])).toEqual(['free', 'used']);
  });
});

describe('What backs a loan and has to be registered', () => {
  interface Kept {
    readonly state: string;
    readonly registrationNumber: string | null;
    readonly expiresOn: string;
    readonly renewals: number;
  }
  const registration = async (desk: LendingDesk, id: string): Promise<Kept | null> =>
    (await desk.client.get<{ registration: Kept | null }>(`/v1/financing/advances/${id}/pledges`)).body.registration;
  const until = (desk: LendingDesk, id: string, state: string): Promise<Kept | null> =>
    eventually(
      () => registration(desk, id),
      (found) => found?.state === state,
    );
  /** What the partners were asked about an advance, in its order. */
  const asked = async (desk: LendingDesk, id: string): Promise<string[]> =>
    (
      await platform.rows<{ operation: string }>(
        `SELECT operation FROM platform.partner_exchange WHERE tenant_id = $1 AND reference LIKE $2 || '%' ORDER BY started_at, id`,
        [desk.desk.tenant.tenantId, id],
      )
    ).map(({ operation }) => operation);
  const switchRegistry = (switches: object): Promise<Response> =>
    fetch(`${platform.sandbox.url}/control/partners/registry`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(switches),
    });

  it('is registered before the lender is asked, and taken out again when the loan is over', async () => {
    const desk = await LendingDesk.open(platform);
    const { body } = await ask(desk, await desk.ready(), [receipt()]);
    const kept = await until(desk, body.id, 'registered');
    expect(kept?.registrationNumber).toMatch(/^ZD\d+$/);
    await eventually(
      () => asked(desk, body.id),
      (operations) => operations.length === 2,
    );
    expect(await asked(desk, body.id)).toEqual(['register-pledge', 'request-loan']);
    await desk.says(body.id, { type: 'loan.declined', reason: 'no' });
    await until(desk, body.id, 'ended');
    expect((await asked(desk, body.id)).at(-1)).toBe('cancel-pledge');
    // Declarations alone are not.
    const plain = await ask(desk, await desk.ready(), []);
    expect(await registration(desk, plain.body.id)).toBeNull();
  });

  it('is refused where somebody else has it registered: the advance is declined, and everything is free again', async () => {
    const desk = await LendingDesk.open(platform);
    const taken = { kind: 'warehouse_receipt', number: `WR ${newId().slice(-8)} SBX-TAKEN`, issuer: WAREHOUSE };
    const { body } = await ask(desk, await desk.ready(), [taken]);
    const declined = await eventually(
      () => desk.advance(body.id),
      ({ state }) => state === 'declined',
    );
    expect((declined as unknown as { reasons: string[] }).reasons).toEqual([
      'What backs it is registered for somebody else in the movables register; for whom is not told',
    ]);
    expect(await registration(desk, body.id)).toMatchObject({ state: 'refused' });
    expect(await outcomes(desk, [taken])).toEqual(['free']);
    expect((await desk.explain()).levels.every(({ reserved }) => reserved.amount === '0.00')).toBe(true);
    expect(await asked(desk, body.id)).toEqual(['register-pledge']);
  });

  it('is asked for again under its own reference where the register is slow, down, or does not answer', async () => {
    const desk = await LendingDesk.open(platform);
    const words = ['SBX-SLOW', 'SBX-REGISTRY-DOWN-ONCE', 'SBX-REGISTRY-HANGUP'];
    const made = await Promise.all(
      words.map(async (word) => {
        const number = `WR ${newId().slice(-8)} ${word}`;
        return (await ask(desk, await desk.ready(), [{ kind: 'warehouse_receipt', number, issuer: WAREHOUSE }])).body
          .id;
      }),
    );
    for (const id of made) {
      expect((await until(desk, id, 'registered'))?.registrationNumber).not.toBeNull();
      const operations = await eventually(
        () => asked(desk, id),
        (all) => all.includes('request-loan'),
      );
      expect(operations.filter((operation) => operation === 'request-loan')).toHaveLength(1);
      expect(operations.filter((operation) => operation !== 'request-loan').length).toBeGreaterThan(1);
    }
  });

  it('is extended before it ends, while the loan lives', async () => {
    const desk = await LendingDesk.open(platform);
    const { body } = await ask(desk, await desk.ready(), [receipt()]);
    const before = await until(desk, body.id, 'registered');
    const [day = ''] = (before?.expiresOn ?? '').split('T');
    const soon = new Date(Date.parse(`${day}T00:00:00+08:00`) - 14 * 86_400_000).toISOString();
    expect((await desk.client.post('/v1/sandbox/clock', { now: soon }, key())).status).toBe(200);
    const after = await eventually(
      () => registration(desk, body.id),
      (found) => found !== null && found.renewals > 0,
    );
    expect(after).toMatchObject({ state: 'registered', renewals: 1 });
    expect(Date.parse(after?.expiresOn ?? '')).toBe(Date.parse(day) + 180 * 86_400_000);
  });

  it('is not lent on while the register is down', async () => {
    const desk = await LendingDesk.open(platform);
    await switchRegistry({ down: true });
    const { body } = await ask(desk, await desk.ready(), [receipt()]);
    await eventually(
      () => asked(desk, body.id),
      (operations) => operations.length > 0,
    );
    expect(await registration(desk, body.id)).toMatchObject({ state: 'wanted', registrationNumber: null });
    expect(await asked(desk, body.id)).not.toContain('request-loan');
    await switchRegistry({ down: false });
    await until(desk, body.id, 'registered');
  });
});
