import { parseId } from '../../src/kernel/ids.js';
import { type SeenRun } from '../support/match-desk.js';
import { ProcessPlatform } from '../support/process-platform.js';
import { eventually } from '../support/test-platform.js';
import { type Trader } from '../support/trader.js';

const ITEMS = 12_000;
const PATIENCE_MS = 120_000;

const DECLARED = `
  INSERT INTO tax_refund.match_item (tenant_id, match_key, declaration_line, regime, exporter_tax_number, export_date,
    supervision_mode, hs_code, goods_name, currency, unit1, quantity1, fob_minor, is_cleared, digest)
  SELECT $1, 'K' || n / 2, '310420260795' || lpad(n::text, 6, '0') || '001', 'trading', '91330200MA2AEFJN86', '2026-11-20',
         '0110', '8516609000', '电烤箱', 'USD', '001', 100, 100000, true, n::text
  FROM generate_series(0, $2::int - 1) AS n`;
/** Two items of a key share one line, and leave some of it. */
const BOUGHT = `
  INSERT INTO tax_refund.match_invoice_line (tenant_id, match_key, invoice_number, line_number, kind, standing, issued_on,
    seller_tax_number, buyer_tax_number, hs_code, goods_name, unit, quantity, amount_minor, vat_rate, digest)
  SELECT $1, 'K' || n, lpad(n::text, 20, '0'), 1, 'special', 'good', '2026-11-10', '91330212MA2AF1XX2U',
         '91330200MA2AEFJN86', '8516609000', '电烤箱', '001', 210, 1260000, 0.13, n::text
  FROM generate_series(0, $2::int / 2 - 1) AS n`;
const TAKEN = `
  SELECT count(*)::int AS takes, count(DISTINCT item_no)::int AS items, sum(quantity)::text AS quantity,
         sum(amount_minor)::text AS minor, max(seq) AS "lastSeq"
  FROM tax_refund.match_take WHERE tenant_id = $1`;
const DONE = `SELECT state, done, total FROM platform.operation WHERE tenant_id = $1 AND id = $2`;

describe('A matching run whose worker is killed', () => {
  let platform: ProcessPlatform;
  let trader: Trader;

  beforeAll(async () => {
    platform = await ProcessPlatform.start();
    trader = await platform.trader();
  });
  afterAll(() => platform.stop());

  it('goes on where it was, and takes nothing twice', async () => {
    await platform.rows(DECLARED, [trader.tenantId, ITEMS]);
    await platform.rows(BOUGHT, [trader.tenantId, ITEMS]);
    const { id } = await trader.post<SeenRun>('/v1/tax-refund/match-runs', {});
    const standing = async () => {
      const [row] = await platform.rows<{ state: string; done: number; total: number }>(DONE, [
        trader.tenantId,
        parseId('operation', id),
      ]);
      return row ?? { state: 'none', done: 0, total: 0 };
    };
    for (let kills = 0; kills < 2; kills += 1) {
      const { done } = await standing();
      await eventually(standing, (now) => now.done > done || now.state === 'completed', PATIENCE_MS);
      await platform.worker.stop('SIGKILL');
      // The first strikes in the middle of it, whatever the machine.
      const { state, done: before, total } = await standing();
      if (kills === 0) expect([state, before < total]).toEqual(['running', true]);
      await platform.worker.start();
    }
    const run = await eventually(
      () => trader.get<SeenRun>(`/v1/tax-refund/match-runs/${id}`),
      ({ state }) => state === 'completed',
      PATIENCE_MS,
    );
    expect(run).toMatchObject({ items: ITEMS, done: ITEMS, matched: ITEMS, waiting: 0, blocked: 0 });
    // 6,000.00 for each hundred of 210 that cost 12,600.00.
    expect(await platform.rows(TAKEN, [trader.tenantId])).toEqual([
      { takes: ITEMS, items: ITEMS, quantity: String(ITEMS * 100), minor: String(ITEMS * 600_000), lastSeq: 2 },
    ]);
  }, 300_000);
});
