import { newId } from '../../src/kernel/ids.js';
import { type TestPlatform, type TestTenant } from './test-platform.js';

/** A change of a conversion that was agreed, as no order leaves one that is settled at once. */
const CHANGE = `
  INSERT INTO fx.conversion_change (tenant_id, id, conversion_id, kind, from_minor, from_currency, to_minor, to_currency, value_date,
                                    rate, board_rate, unit, difference_minor, difference_currency, explanation, held, state,
                                    created_at, updated_at)
  SELECT tenant_id, $2, id, 'amend', 1000000, 'USD', 800000, 'USD', '2026-12-01', 710, 710, 100, 0, 'CNY',
         '{"rule": {"id": "fx.conversion-change", "version": "2026-11-01", "source": "s"}, "steps": []}', false, 'agreed', now(), now()
  FROM fx.conversion WHERE tenant_id = $1 ORDER BY id LIMIT 1`;

/** What no order leaves: a mark-up of the seller's own, a changed conversion, a run over what waits. */
export async function bringRates(
  platform: TestPlatform,
  { tenantId }: TestTenant,
  make: (path: string, body: object) => Promise<string>,
): Promise<{ readonly matchRun: string }> {
  await make('/v1/fx/mark-ups', { currency: 'EUR', share: '0.0008', validFrom: '2036-12-01' });
  await platform.rows(CHANGE, [tenantId, newId()]);
  return { matchRun: await make('/v1/fx/match-runs', {}) };
}
