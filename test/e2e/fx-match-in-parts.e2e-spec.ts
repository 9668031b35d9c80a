import { randomUUID } from 'node:crypto';

import { parseId } from '../../src/kernel/ids.js';
import { FxDesk } from '../support/fx-desk.js';
import { TestPlatform } from '../support/test-platform.js';

const RECEIPTS = 500;
/** The same receipt many times over, as an account has it that waited for long. */
const MANY = `
  INSERT INTO fx.collection
  SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'bank_reference', 'COPY-' || nth))).*
  FROM fx.collection c, generate_series(2, $2::int) AS nth WHERE c.tenant_id = $1 AND c.bank_reference = $3`;
const GIVEN = `
  SELECT count(*)::int AS shares, sum(amount_minor)::int AS minor FROM fx.allocation WHERE tenant_id = $1 AND order_id = $2`;
/** What each receipt says it has left, beside what it was. */
const WRONG = `
  SELECT c.id FROM fx.collection c
  LEFT JOIN (SELECT collection_id, sum(amount_minor) AS minor FROM fx.allocation WHERE tenant_id = $1 GROUP BY 1) AS a
    ON a.collection_id = c.id
  WHERE c.tenant_id = $1 AND c.amount_minor <> c.surplus_minor + coalesce(a.minor, 0)`;

let platform: TestPlatform;
let desk: FxDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

describe('More receipts than are judged at once', () => {
  it('pay an order once: what an earlier part of them took is no longer owed to the later', async () => {
    // Its seller has an account from the first order on.
    await desk.order({ reference: 'OTHER-1', amount: '99000.00' });
    const reference = await desk.pay({ amount: '10.00', remittance: 'MANY-2026-77' });
    await desk.collection(reference);
    await platform.rows(MANY, [desk.tenant.tenantId, RECEIPTS, reference]);
    // Paid by 400 of them: the first 100 are found when it is placed, the others by a run.
    const order = await desk.order({ reference: 'MANY-2026-77', amount: '4000.00' });
    await desk.receivable(order, ({ received }) => received.amount === '1000.00');
    await desk.tenant.client.post('/v1/fx/match-runs', {}, { 'idempotency-key': randomUUID() });
    await desk.receivable(order, ({ state }) => state === 'collected');
    const [given] = await platform.rows<{ shares: number; minor: number }>(GIVEN, [
      desk.tenant.tenantId,
      parseId('order', order),
    ]);
    expect(given?.minor).toBeGreaterThanOrEqual(400_000 - 5_000);
    expect(given?.minor).toBeLessThanOrEqual(400_000 + 5_000);
    expect(given?.shares).toBe(Number(given?.minor) / 1_000);
    expect(await platform.rows(WRONG, [desk.tenant.tenantId])).toEqual([]);
  });
});
