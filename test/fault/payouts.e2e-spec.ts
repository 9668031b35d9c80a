import { ProcessPlatform } from '../support/process-platform.js';
import { eventually } from '../support/test-platform.js';
import { type Trader } from '../support/trader.js';

const PATIENCE_MS = 90_000;
/** Long enough to be killed within. */
const LATENCY_MS = 3_000;

interface Heard {
  readonly counts: Readonly<Record<string, { readonly taken?: number } | undefined>>;
  readonly requests: readonly { readonly path: string }[];
}
interface Listed {
  readonly data: readonly { readonly id: string; readonly state: string; readonly batchId?: string | null }[];
}

describe('A worker that is killed when the bank has an order, and before it is recorded', () => {
  let platform: ProcessPlatform;
  let trader: Trader;

  beforeAll(async () => {
    platform = await ProcessPlatform.start();
    trader = await platform.trader();
  });
  afterAll(() => platform.stop());

  const heard = async (): Promise<Heard> => {
    const answer = await fetch(`${platform.sandboxUrl}/control/received?partner=bank&limit=100`);
    return (await answer.json()) as Heard;
  };
  const payments = async (): Promise<number> =>
    (await heard()).requests.filter(({ path }) => path.endsWith('/payments')).length;
  const send = async (method: string, path: string, body: object): Promise<{ readonly id: string }> => {
    const headers = {
      authorization: `Bearer ${trader.apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': path,
    };
    const answer = await fetch(platform.baseUrl + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { readonly id: string };
  };
  /** Has something ordered of a bank that holds its answers back, and kills the worker meanwhile. */
  const killWhile = async <Made>(order: () => Promise<Made>): Promise<Made> => {
    await platform.switch('bank', { latencyMs: LATENCY_MS });
    const before = await payments();
    const made = await order();
    await eventually(payments, (count) => count > before, PATIENCE_MS);
    await platform.worker.stop('SIGKILL');
    await platform.switch('bank', {});
    await platform.worker.start();
    return made;
  };
  const booked = async (kind: string): Promise<number> => {
    const rows = await platform.rows(`SELECT 1 FROM ledger.transfer WHERE tenant_id = $1 AND kind = $2`, [
      trader.tenantId,
      kind,
    ]);
    return rows.length;
  };
  const listed = async (path: string, holds: (found: Listed['data']) => boolean): Promise<Listed['data']> => {
    const { data } = await eventually(
      () => trader.get<Listed>(path),
      (found) => found.data.length > 0 && holds(found.data),
      PATIENCE_MS,
    );
    return data;
  };

  it('pays a batch of payouts once', async () => {
    await send('PUT', '/v1/fx/payout-policy', { mode: 'batched', cutOff: '23:59', batchMax: 100, batchBooking: false });
    await trader.trade({ refund: { mode: 'none', advance: false } });
    const gathered = await listed('/v1/fx/payouts', (found) => found.every(({ batchId }) => batchId !== null));
    const batchId = gathered[0]?.batchId ?? '';
    await killWhile(() => send('POST', `/v1/fx/payout-batches/${batchId}/submission`, {}));
    const paid = await listed('/v1/fx/payouts', (found) => found.every(({ state }) => state === 'confirmed'));
    expect((await heard()).counts[batchId]).toMatchObject({ taken: 1 });
    expect(await booked('fx.payout')).toBe(paid.length);
    expect((await trader.get<{ state: string }>(`/v1/fx/payout-batches/${batchId}`)).state).toBe('sent');
  }, 180_000);

  it('sends money back to its payer once', async () => {
    const [account] = (
      await trader.get<{ data: { accountNumber: string }[] }>('/v1/fx/collection-accounts?currency=USD&state=open')
    ).data;
    const payment = { accountNumber: account?.accountNumber, amount: { amount: '4711.00', currency: 'USD' } };
    await fetch(`${platform.sandboxUrl}/control/buyer-payments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...payment, payerName: 'NOBODY WE KNOW', payerCountry: 'FR' }),
    });
    const [money] = await listed('/v1/fx/collections?state=unmatched', () => true);
    const { id } = await killWhile(() =>
      send('POST', `/v1/fx/collections/${money?.id ?? ''}/refunds`, { reasonCode: 'unidentified_payment' }),
    );
    await listed('/v1/fx/collection-refunds', (found) => found.every(({ state }) => state === 'confirmed'));
    expect((await heard()).counts[id]).toMatchObject({ taken: 1 });
    expect(await booked('fx.collection-refund')).toBe(1);
  }, 180_000);
});
