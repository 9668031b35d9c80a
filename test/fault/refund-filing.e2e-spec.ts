import { SELLER } from '../support/order-samples.js';
import { ProcessPlatform } from '../support/process-platform.js';
import { eventually } from '../support/test-platform.js';
import { type Trader } from '../support/trader.js';

const PATIENCE_MS = 90_000;
/** Long enough to be killed within. */
const LATENCY_MS = 3_000;

interface Listed {
  readonly data: readonly { readonly id: string; readonly state: string; readonly filingBatchId: string | null }[];
}
interface Heard {
  readonly counts: Readonly<Record<string, { readonly taken?: number; readonly asked?: number } | undefined>>;
  readonly requests: readonly { readonly path: string; readonly reference: string | null }[];
}

describe('A worker that is killed around the self-check and the filing of refunds', () => {
  let platform: ProcessPlatform;

  beforeAll(async () => {
    platform = await ProcessPlatform.start();
  });
  afterAll(() => platform.stop());

  const heard = async (): Promise<Heard> => {
    const answer = await fetch(`${platform.sandboxUrl}/control/received?partner=tax-bureau&limit=100`);
    return (await answer.json()) as Heard;
  };
  /** Kills the worker while the bureau holds back its answer to this. */
  const killDuring = async (isIt: (path: string) => boolean): Promise<void> => {
    const count = async (): Promise<number> => (await heard()).requests.filter(({ path }) => isIt(path)).length;
    const before = await count();
    await eventually(count, (now) => now > before, PATIENCE_MS);
    await platform.worker.stop('SIGKILL');
    await platform.worker.start();
  };
  const claims = async (trader: Trader): Promise<Listed['data']> =>
    (await trader.get<Listed>('/v1/tax-refund/claims')).data;
  const untilPaid = (trader: Trader): Promise<Listed['data']> =>
    eventually(
      () => claims(trader),
      (found) => found.length > 0 && found.every(({ state }) => state === 'paid'),
      PATIENCE_MS,
    );
  /** Posted once, and nothing is left to come. */
  const assertBooks = async (trader: Trader, count: number): Promise<void> => {
    const kinds = await platform.rows<{ kind: string; n: number }>(
      `SELECT kind, count(*)::int AS n FROM ledger.transfer
       WHERE tenant_id = $1 AND kind IN ('tax-refund.filed', 'tax-refund.paid') GROUP BY kind ORDER BY kind`,
      [trader.tenantId],
    );
    expect(kinds).toEqual([
      { kind: 'tax-refund.filed', n: count },
      { kind: 'tax-refund.paid', n: count },
    ]);
  };

  it('loses no claim and files none twice', async () => {
    const trader = await platform.trader();
    await platform.switch('tax-bureau', { latencyMs: LATENCY_MS });
    await trader.trade({ refund: { mode: 'trading' } });
    await killDuring((path) => path.endsWith('/precheck'));
    await killDuring((path) => path.endsWith('/tax-bureau/claims'));
    await platform.switch('tax-bureau', {});
    const [claim] = await untilPaid(trader);
    expect((await heard()).counts[claim?.id ?? '']).toMatchObject({ taken: 1 });
    await assertBooks(trader, 1);
  }, 180_000);

  it('loses no batch and files none twice', async () => {
    const trader = await platform.trader({ seller: { ...SELLER, reference: 'S-2' } });
    const send = async (method: string, path: string, body: object): Promise<void> => {
      const headers = {
        authorization: `Bearer ${trader.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': path,
      };
      const answer = await fetch(platform.baseUrl + path, { method, headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
    };
    await send('PUT', '/v1/tax-refund/filing-policy', { mode: 'batched', fileOnDay: null });
    await trader.trade({ refund: { mode: 'trading' } });
    await trader.trade({ refund: { mode: 'trading' } });
    const gathered = await eventually(
      () => claims(trader),
      (found) => found.length === 2 && found.every(({ filingBatchId }) => filingBatchId !== null),
      PATIENCE_MS,
    );
    const batch = gathered[0]?.filingBatchId ?? '';
    await platform.switch('tax-bureau', { latencyMs: LATENCY_MS });
    await send('POST', `/v1/tax-refund/filing-batches/${batch}/filing`, {});
    await killDuring((path) => path.endsWith(`/batches/${batch}/precheck`));
    await killDuring((path) => path.endsWith('/tax-bureau/batches'));
    await platform.switch('tax-bureau', {});
    await untilPaid(trader);
    const { requests, counts } = await heard();
    expect(requests.filter(({ path }) => path.endsWith('/tax-bureau/batches'))).toHaveLength(1);
    expect(counts[batch]).toMatchObject({ taken: 1 });
    await assertBooks(trader, 2);
  }, 240_000);
});
