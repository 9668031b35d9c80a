import { SELLER } from '../support/order-samples.js';
import { ProcessPlatform } from '../support/process-platform.js';
import { eventually } from '../support/test-platform.js';
import { type Trader } from '../support/trader.js';

const PATIENCE_MS = 90_000;
/** Long enough to be killed within. */
const LATENCY_MS = 3_000;
const PAYEE = { name: '国家金库宁波市中心支库', accountNumber: '270000000002267001', cnaps: '011332000013' };

interface Heard {
  readonly counts: Readonly<Record<string, { readonly taken?: number } | undefined>>;
  readonly requests: readonly { readonly path: string }[];
}
interface ClaimView {
  readonly id: string;
  readonly state: string;
  readonly clawbacks: readonly { readonly number: number; readonly state: string; readonly amount: Money }[];
}
interface Money {
  readonly amount: string;
  readonly currency: string;
}
interface Listed<One> {
  readonly data: readonly One[];
}

describe('A worker that is killed while a refund that the bureau wants back is being paid', () => {
  let platform: ProcessPlatform;
  let trader: Trader;

  beforeAll(async () => {
    platform = await ProcessPlatform.start();
    trader = await platform.trader({ seller: { ...SELLER, name: `${SELLER.name} SBX-TAX-CLAWBACK` } });
  });
  afterAll(() => platform.stop());

  const heard = async (): Promise<Heard> => {
    const answer = await fetch(`${platform.sandboxUrl}/control/received?partner=bank&limit=100`);
    return (await answer.json()) as Heard;
  };
  const payments = async (): Promise<number> =>
    (await heard()).requests.filter(({ path }) => path.endsWith('/payments')).length;
  const booked = async (): Promise<readonly string[]> => {
    const rows = await platform.rows<{ kind: string }>(
      `SELECT kind FROM ledger.transfer WHERE tenant_id = $1 AND kind = 'fx.clawback-payment'`,
      [trader.tenantId],
    );
    return rows.map(({ kind }) => kind);
  };
  const inCny = async (): Promise<string> => {
    const { data } = await eventually(
      () => trader.get<Listed<{ accountNumber: string }>>('/v1/fx/collection-accounts?currency=CNY&state=open'),
      (found) => found.data.length === 1,
      PATIENCE_MS,
    );
    return data[0]?.accountNumber ?? '';
  };
  /** The seller pays what it is to give back into its account. */
  const payIn = async (amount: string): Promise<void> => {
    const payment = { accountNumber: await inCny(), payerName: SELLER.name, payerCountry: 'CN', remittance: 'REFUND' };
    const answer = await fetch(`${platform.sandboxUrl}/control/buyer-payments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...payment, amount: { amount, currency: 'CNY' } }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const untilClaim = (holds: (claim: ClaimView) => boolean): Promise<ClaimView> =>
    eventually(
      async () => {
        const [claim] = (await trader.get<Listed<ClaimView>>('/v1/tax-refund/claims')).data;
        return claim === undefined ? null : trader.get<ClaimView>(`/v1/tax-refund/claims/${claim.id}`);
      },
      (claim) => claim !== null && holds(claim),
      PATIENCE_MS,
    ).then((claim) => {
      if (claim === null) throw new Error('There is no claim');
      return claim;
    });

  it('pays it once, books it once, and settles the claim once', async () => {
    const order = await trader.trade({ refund: { mode: 'trading' } });
    const { id } = await untilClaim(({ state }) => state === 'clawed_back');
    // Nothing else is on its way to the bank.
    await trader.closed([order], PATIENCE_MS);
    await payIn('5000.00');
    await eventually(
      () => trader.get<Listed<{ amount: Money }>>('/v1/fx/collections'),
      (found) => found.data.some(({ amount }) => amount.amount === '5000.00'),
      PATIENCE_MS,
    );

    await platform.switch('bank', { latencyMs: LATENCY_MS });
    const before = await payments();
    await trader.post(`/v1/tax-refund/claims/${id}/clawbacks/1/payment`, { payee: PAYEE });
    await eventually(payments, (count) => count > before, PATIENCE_MS);
    await platform.worker.stop('SIGKILL');
    // The bank has it, and nobody knows yet.
    expect((await untilClaim(() => true)).clawbacks).toMatchObject([{ state: 'paying' }]);
    await platform.switch('bank', {});
    await platform.worker.start();

    const settled = await untilClaim(({ state }) => state === 'paid');
    expect(settled.clawbacks).toMatchObject([{ number: 1, state: 'repaid', amount: { amount: '3900.00' } }]);
    const paid = await trader.get<Listed<{ id: string; state: string }>>(`/v1/fx/clawback-payments?claimId=${id}`);
    expect(paid.data.map(({ state }) => state)).toEqual(['confirmed']);
    // The message of the first attempt, and of the only one.
    expect((await heard()).counts[`${paid.data[0]?.id ?? ''}-1`]).toMatchObject({ taken: 1 });
    expect(await booked()).toEqual(['fx.clawback-payment']);
    const { data: told } = await trader.get<Listed<{ type: string }>>('/v1/events?type=tax_refund.claim.settled');
    expect(told).toHaveLength(1);
  }, 240_000);
});
