import { newId, publicId } from '../../src/kernel/ids.js';
import { type TestPlatform, type TestTenant } from './test-platform.js';

/** A forward of the first order that was delivered, its quote, and the desk that was asked for curves. */
const FORWARD = `
  WITH asked AS (
    INSERT INTO fx.curve_request (tenant_id, requested_at) VALUES ($1, now()) ON CONFLICT DO NOTHING),
  quoted AS (
    INSERT INTO fx.forward_quote (tenant_id, id, purpose, party_id, order_id, amount_minor, amount_currency, unit, starts_on,
                                  due_on, rate, bank_rate, swap_points, deposit_minor, explanation, curves, board_as_of,
                                  expires_at, state, created_at, updated_at)
    SELECT tenant_id, $2, 'new', party_id, id, 10000, expected_currency, 100, '2026-11-20', '2026-11-20', 700, 701, 0, 0,
           '{"rule": {"id": "fx.forward-quote", "version": "2000-01-01", "source": "House"}, "steps": []}', '[]', now(), now(),
           'used', now(), now()
    FROM fx.receivable WHERE tenant_id = $1 ORDER BY id LIMIT 1
    RETURNING tenant_id, id, party_id, order_id, amount_currency),
  made AS (
    INSERT INTO fx.forward (tenant_id, id, quote_id, party_id, order_id, amount_minor, amount_currency, delivered_minor, rate,
                            bank_rate, unit, starts_on, due_on, deposit_minor, deposit_currency, state, contract_number,
                            worst_rate, created_at, updated_at)
    SELECT tenant_id, $3, id, party_id, order_id, 10000, amount_currency, 10000, 700, 701, 100, '2026-11-20', '2026-11-20', 0,
           'CNY', 'delivered', 'FWD1', 695, now(), now()
    FROM quoted RETURNING tenant_id, id, amount_currency)
  INSERT INTO fx.forward_move (tenant_id, id, forward_id, kind, amount_minor, amount_currency, rate, bank_rate, result_minor,
                               bank_result_minor, trade_date, state, created_at, updated_at)
  SELECT tenant_id, $4, id, 'delivery', 10000, amount_currency, 700, 701, 0, 0, '2026-11-20', 'done', now(), now() FROM made`;

/** Interest curves to quote from, terms, and a contract that was delivered. */
export async function sellForward(
  { platform, tenant }: { readonly platform: TestPlatform; readonly tenant: TestTenant },
  make: (path: string, body: object) => Promise<string>,
  ids: Map<string, string>,
  byPrefix: Map<string, string>,
): Promise<void> {
  const points = [{ tenor: '1Y', bid: '0.02', ask: '0.021' }];
  for (const currency of ['CNY', 'USD']) {
    await make('/v1/fx/interest-curves', { currency, asOf: '2026-11-24', source: 'House', points });
  }
  const terms = {
    spread: '0.001',
    depositShare: '0',
    lockSeconds: 600,
    curveMaxAgeDays: 31,
    daysMax: 730,
    noticeDays: ['3'],
  };
  await make('/v1/fx/forward-terms', { ...terms, validFrom: '2026-01-01', source: 'House' });
  const [quoteId, forwardId] = [newId(), newId()];
  await platform.rows(FORWARD, [tenant.tenantId, quoteId, forwardId, newId()]);
  const quote = publicId('forwardQuote', quoteId);
  byPrefix.set('fwq', quote).set('fwd', publicId('forward', forwardId));
  ids.set('/v1/fx/forward-quotes', quote);
}
