import { type ProcessPlatform } from './process-platform.js';
import { type OrderView, type Trader } from './trader.js';

const PATIENCE_MS = 100_000;

/** What was released to sellers, and where it went: to their bank, or to what they owed in another currency. */
const RELEASES = `
  SELECT e.data #>> '{amount,amount}' AS released,
         (coalesce((SELECT sum(p.amount_minor) FROM fx.payout p WHERE p.tenant_id = $1 AND p.release_event_id = e.id), 0)
          + coalesce((SELECT sum(d.cost_minor) FROM fx.dues_purchase d WHERE d.tenant_id = $1 AND d.release_event_id = e.id), 0)
         ) / 100 AS paid,
         (SELECT count(*)::int FROM fx.payout p WHERE p.tenant_id = $1 AND p.release_event_id = e.id) AS payouts
  FROM platform.event e WHERE e.tenant_id = $1 AND e.type = 'financing.proceeds.released'`;

/** Every effect once: what the partners took, what the books hold, what the events say. */
export async function assertOneEffect(
  platform: ProcessPlatform,
  trader: Trader,
  orders: readonly OrderView[],
): Promise<void> {
  const { currencies } = await trader.get<{ currencies: { difference: { amount: string } }[] }>(
    '/v1/ledger/trial-balance',
  );
  for (const { difference } of currencies) expect(Number(difference.amount)).toBe(0);
  const counted = async (table: string): Promise<number> =>
    (await platform.rows(`SELECT 1 FROM ${table} WHERE tenant_id = $1`, [trader.tenantId])).length;
  expect(await counted('customs.declaration')).toBe(orders.length);
  expect(await counted('freight.booking')).toBe(orders.length);
  expect(await counted('fx.collection')).toBe(orders.length);
  expect(await counted('fx.conversion')).toBe(orders.length);
  expect(await counted('tax_refund.claim')).toBe(orders.length);
  const advances = await platform.rows<{ state: string; outstanding_minor: string }>(
    `SELECT state, outstanding_minor FROM financing.advance WHERE tenant_id = $1`,
    [trader.tenantId],
  );
  expect(advances.filter(({ state }) => state === 'requested' || state === 'drawn')).toEqual([]);
  const repaid = advances.filter(({ state }) => state === 'repaid');
  expect(repaid.every(({ outstanding_minor: left }) => left === '0')).toBe(true);
  // Released once: of the collection, of the refund, and of each advance that was drawn; and each paid out once.
  const releases = await platform.rows<{ released: string; paid: string; payouts: number }>(RELEASES, [
    trader.tenantId,
  ]);
  expect(releases).toHaveLength(2 * orders.length + repaid.length);
  for (const { released, paid, payouts } of releases) {
    expect(Number(paid)).toBe(Number(released));
    expect(payouts).toBeLessThanOrEqual(1);
  }
  expect(await counted('financing.repayment')).toBe(repaid.length);
  const gaps = await platform.rows(
    `SELECT resource_id FROM platform.event WHERE tenant_id = $1
     GROUP BY resource_id HAVING max(sequence) <> count(*) OR min(sequence) <> 1`,
    [trader.tenantId],
  );
  expect(gaps).toEqual([]);
  for (const partner of ['customs', 'carrier', 'courier', 'bank', 'lender', 'tax-bureau']) {
    const { counts } = (await (await fetch(`${platform.sandboxUrl}/control/received?partner=${partner}`)).json()) as {
      counts: Record<string, { taken: number }>;
    };
    expect(Object.entries(counts).filter(([, { taken }]) => taken > 1)).toEqual([]);
  }
}

/** Waits until all are closed; when they are not, says what still waits, and where. */
export async function settled(platform: ProcessPlatform, trader: Trader, orders: readonly OrderView[]): Promise<void> {
  try {
    await trader.closed(orders, PATIENCE_MS);
  } catch (error) {
    const waiting = await platform.rows(
      `SELECT queue, topic, payload, due_at, sent_at FROM platform.delivery WHERE tenant_id = $1 AND due_at < now() + interval '60 seconds'`,
      [trader.tenantId],
    );
    const dead = await platform.rows(`SELECT queue, error_code, error_message FROM platform.dead_letter`);
    const unmatched = await platform.rows(
      `SELECT state, remittance, explanation, created_at FROM fx.collection WHERE tenant_id = $1 AND state <> 'matched'`,
      [trader.tenantId],
    );
    const debts = await platform.rows(`SELECT * FROM fx.receivable WHERE tenant_id = $1`, [trader.tenantId]);
    throw new Error(`${String(error)}\n${JSON.stringify({ waiting, dead, unmatched, debts }, null, 1)}`);
  }
}
