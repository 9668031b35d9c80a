import { newId } from '../../src/kernel/ids.js';
import { type MoneyJson } from '../../src/kernel/money.js';
import { key, RefundDesk } from '../support/refund-desk.js';
import { stepByStep } from '../support/step-by-step.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Bucket {
  readonly name: string;
  readonly receipts: MoneyJson;
  readonly refunds: MoneyJson;
  readonly dues: MoneyJson;
  readonly cumulative: MoneyJson;
}

interface Forecast {
  readonly asOf: string;
  readonly from: string;
  readonly currencies: readonly { readonly currency: string; readonly buckets: readonly Bucket[] }[];
  readonly inCny: readonly Bucket[];
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const PATH = '/v1/financing/cash-flow-forecast';
const usd = (amount: string): MoneyJson => ({ amount, currency: 'USD' });

async function forecastOf(desk: RefundDesk, query = ''): Promise<Forecast> {
  return (await desk.tenant.client.get<Forecast>(`${PATH}${query}`)).body;
}

/** What is expected in all, by kind, in CNY. */
function sumsOf({ inCny }: Forecast): Record<'receipts' | 'refunds' | 'dues', number> {
  const sum = (kind: 'receipts' | 'refunds' | 'dues'): number =>
    inCny.reduce((total, bucket) => total + Number(bucket[kind].amount), 0);
  return { receipts: sum('receipts'), refunds: sum('refunds'), dues: sum('dues') };
}

const until = (desk: RefundDesk, expected: Partial<ReturnType<typeof sumsOf>>): Promise<Forecast> =>
  eventually(
    () => forecastOf(desk),
    (forecast) => Object.entries(expected).every(([kind, sum]) => sumsOf(forecast)[kind as 'dues'] === sum),
  );

describe('The forecast of an exporter’s money', () => {
  it('follows an order from its placing over receipts, refund and advance to the end', async () => {
    const desk = await RefundDesk.open(platform);
    expect(sumsOf(await forecastOf(desk))).toEqual({ receipts: 0, refunds: 0, dues: 0 });
    await stepByStep(platform, 'tax-bureau', async () => {
      const orderId = await desk.place({ refund: { mode: 'trading', advance: true } });
      const { body: order } = await desk.tenant.client.get<{ fx: { planRate: string } }>(`/v1/orders/${orderId}`);
      const inCny = (amount: number): number => Number((amount * Number(order.fx.planRate)).toFixed(2));
      await until(desk, { receipts: inCny(10_000) });

      const matched = { by: 'reference' as const, shortfall: null, duesTaken: usd('0.00') };
      await desk.hear(orderId, 'fx.collection.matched', { amount: usd('4000.00'), ...matched });
      await until(desk, { receipts: inCny(6_000) });
      const undone = { amount: usd('4000.00'), duesReturned: usd('0.00'), by: 'person' as const };
      const again = { outstanding: usd('10000.00'), reopened: false };
      await desk.hear(orderId, 'fx.collection.match_undone', { ...undone, ...again });
      await until(desk, { receipts: inCny(10_000) });

      await desk.hear(orderId, 'customs.declaration.released', { entryNumber: '310420260000000017' });
      await desk.record(desk.invoice(orderId));
      await desk.clear(orderId);
      await desk.collect(orderId);
      // The fee of the advance is owed with its principal, and interest to the day on which the refund is expected.
      const forecast = await eventually(
        () => forecastOf(desk),
        (found) => sumsOf(found).dues > 6_240,
      );
      expect(sumsOf(forecast)).toMatchObject({ receipts: 0, refunds: 7_800 });
      expect(sumsOf(forecast).dues).toBeCloseTo(6_240 + 6.24 + (6_240 * 0.0435 * 30) / 360, 2);
    });
    await until(desk, { receipts: 0, refunds: 0, dues: 0 });
  });

  it('expects a refund again that is filed anew after a refusal, and none that was paid, whatever is heard first', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    const claimId = newId();
    const refund = { amount: '7800.00', currency: 'CNY' };
    const matched = { refund, nonRefundableVat: { amount: '0.00', currency: 'CNY' }, exportDate: '2026-11-20' };
    await desk.hear(orderId, 'tax_refund.claim.matched', matched, claimId);
    await until(desk, { refunds: 7_800 });
    await desk.hear(orderId, 'tax_refund.claim.rejected', { reason: 'The invoice was voided' }, claimId);
    await until(desk, { refunds: 0 });
    await desk.hear(orderId, 'tax_refund.claim.filed', { refund }, claimId);
    await until(desk, { refunds: 7_800 });
    const reason = 'Another supplier invoice comes';
    await desk.hear(orderId, 'tax_refund.claim.abandoned', { refund, reason }, claimId);
    await until(desk, { refunds: 0 });
    await desk.hear(orderId, 'tax_refund.claim.filed', { refund }, claimId);
    await until(desk, { refunds: 7_800 });
    await desk.hear(orderId, 'tax_refund.claim.paid', { refund, treasuryReference: 'GK-1' }, claimId);
    await until(desk, { refunds: 0 });
  });

  it('has a bucket for each week, one before and one behind them; one seller’s alone where asked', async () => {
    const desk = await RefundDesk.open(platform);
    await desk.place();
    const [first] = (
      await eventually(
        () => forecastOf(desk, `?weeks=4&sellerId=${desk.sellerId}`),
        ({ currencies }) => currencies.length === 1,
      )
    ).currencies;
    expect(first?.currency).toBe('USD');
    const { inCny, from, asOf } = await forecastOf(desk, '?weeks=4');
    expect(inCny.map(({ name }) => name)).toEqual([
      'overdue',
      from,
      ...inCny.slice(2, 5).map(({ name }) => name),
      'later',
    ]);
    expect(from <= asOf).toBe(true);
    expect((await forecastOf(desk, `?sellerId=${desk.buyerId}`)).currencies).toEqual([]);
    expect((await forecastOf(await RefundDesk.open(platform), `?sellerId=${desk.sellerId}`)).currencies).toEqual([]);
  });

  it('is nothing of an order that was cancelled', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    await eventually(
      () => forecastOf(desk),
      ({ currencies }) => currencies.length === 1,
    );
    const reason = { reason: 'The buyer withdrew' };
    await desk.tenant.client.post(`/v1/orders/${orderId}/cancellation`, reason, key());
    await until(desk, { receipts: 0 });
  });

  it('is a picture that says all in words, too; and refuses what is no number of weeks', async () => {
    const desk = await RefundDesk.open(platform);
    await desk.place();
    const drawn = await eventually(
      async () => (await desk.tenant.client.get(`${PATH}/chart`, { 'Accept-Language': 'zh-CN' })).text,
      (svg) => svg.includes('收汇 7'),
    );
    expect(drawn).toContain('<title id="title">按周预计资金流（人民币万元）</title>');
    for (const weeks of ['0', '53', 'x', '1.5']) {
      expect((await desk.tenant.client.get(`${PATH}?weeks=${weeks}`)).status).toBe(400);
    }
  });
});
