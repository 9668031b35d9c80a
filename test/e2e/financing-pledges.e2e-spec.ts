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
}, 60_000);
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
