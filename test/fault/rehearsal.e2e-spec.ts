import { ProcessPlatform } from '../support/process-platform.js';
import { type ScenarioBody } from '../support/rehearsal-desk.js';
import { queueBackends } from '../support/services.js';
import { eventually } from '../support/test-platform.js';
import { type Trader } from '../support/trader.js';

const PATIENCE_MS = 120_000;
const KILLS = 5;

/** What one export makes, and no more. */
const ONCE = {
  parties: 2,
  orders: 1,
  invoices: 1,
  simulations: 1,
  collections: 1,
  declarations: 1,
  bookings: 1,
  advances: 1,
  claims: 1,
};

const COUNTS = `
  SELECT (SELECT count(*)::int FROM parties.party WHERE tenant_id = $1 AND reference LIKE 'R%') AS parties,
         (SELECT count(*)::int FROM orders.trade_order WHERE tenant_id = $1) AS orders,
         (SELECT count(*)::int FROM tax_refund.invoice WHERE tenant_id = $1) AS invoices,
         (SELECT count(*)::int FROM rehearsal.simulation WHERE tenant_id = $1) AS simulations,
         (SELECT count(*)::int FROM fx.collection WHERE tenant_id = $1) AS collections,
         (SELECT count(*)::int FROM customs.declaration WHERE tenant_id = $1) AS declarations,
         (SELECT count(*)::int FROM freight.booking WHERE tenant_id = $1) AS bookings,
         (SELECT count(*)::int FROM financing.advance WHERE tenant_id = $1) AS advances,
         (SELECT count(*)::int FROM tax_refund.claim WHERE tenant_id = $1) AS claims`;

describe.each(queueBackends())('A scenario whose worker is killed, with the queues on %s', (backend) => {
  let platform: ProcessPlatform;
  let trader: Trader;

  beforeAll(async () => {
    platform = await ProcessPlatform.start({ redis: backend === 'redis' });
    trader = await platform.trader();
  });
  afterAll(() => platform.stop());

  it('comes to its end all the same, and nothing is done twice', async () => {
    const begun = await trader.post<ScenarioBody>('/v1/sandbox/scenarios', { kind: 'export' });
    const look = (): Promise<ScenarioBody> => trader.get<ScenarioBody>(`/v1/sandbox/scenarios/${begun.id}`);
    for (let kills = 0; kills < KILLS; kills += 1) {
      const before = await look();
      if (before.state !== 'running') break;
      await eventually(look, ({ stepsDone }) => stepsDone > before.stepsDone, PATIENCE_MS);
      await platform.worker.stop('SIGKILL');
      await platform.worker.start();
    }
    const played = await eventually(look, ({ state }) => state !== 'running', PATIENCE_MS);
    expect([played.state, played.problem]).toEqual(['completed', null]);
    expect(played.steps.map(({ state }) => state)).toEqual(Array(played.stepsTotal).fill('done'));
    expect(await platform.rows(COUNTS, [trader.tenantId])).toEqual([ONCE]);
  }, 300_000);
});
