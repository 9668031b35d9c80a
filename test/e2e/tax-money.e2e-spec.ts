import { type MoneyJson } from '../../src/kernel/money.js';
import { key, RefundDesk } from '../support/refund-desk.js';
import { TestPlatform } from '../support/test-platform.js';

type Summary = Readonly<
  Record<'expected' | 'filed' | 'approved' | 'received' | 'advanced' | 'clawedBack', MoneyJson>
> & {
  readonly claims: number;
};

interface Forecast {
  readonly weeks: readonly { readonly amount: MoneyJson; readonly claims: number }[];
  readonly payments: readonly {
    readonly claimId: string;
    readonly isLate: boolean;
    readonly rule: { readonly id: string };
  }[];
}

interface Ages {
  readonly bands: readonly { readonly fromDays: number; readonly claims: number; readonly amount: MoneyJson }[];
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const amounts = ({ claims, ...sums }: Summary) => [claims, ...Object.values(sums).map((sum) => sum.amount)];

describe('The money of refunds', () => {
  it('is what the books say of it, by order, exporter and period', async () => {
    const desk = await RefundDesk.open(platform);
    const { id, orderId, period } = await desk.claimed('paid');
    const { client } = desk.tenant;
    const read = async (query: string) => (await client.get<Summary>(`/v1/tax-refund/summary?${query}`)).body;
    const refund = (await desk.claim(id)).body.refund.amount;
    const whole = [1, refund, refund, refund, refund, '0.00', '0.00'];
    for (const query of ['', `orderId=${orderId}`, `sellerId=${desk.sellerId}`, `period=${period}`]) {
      expect(amounts(await read(query))).toEqual(whole);
    }
    expect(amounts(await read('period=199901'))).toEqual([0, '0.00', '0.00', '0.00', '0.00', '0.00', '0.00']);
    const { client: other } = await platform.tenant('Stranger');
    expect((await other.get<Summary>('/v1/tax-refund/summary')).body.claims).toBe(0);
  });

  it('is forecast and aged while it is open; what was rejected is not receivable', async () => {
    const desk = await RefundDesk.open(platform, { name: '宁波示例进出口有限公司 SBX-TAX-NEVER' });
    const { id } = await desk.claimed('filed');
    const { client } = desk.tenant;
    const forecast = await client.get<Forecast>('/v1/tax-refund/forecast?weeks=8');
    expect(forecast.body.payments).toMatchObject([{ claimId: id, isLate: false, rule: { id: 'tax-refund.forecast' } }]);
    expect(forecast.body.weeks.map(({ claims }) => claims).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    await client.post('/v1/sandbox/clock', { now: new Date(Date.now() + 100 * 86_400_000).toISOString() }, key());
    const later = await client.get<Forecast>('/v1/tax-refund/forecast');
    expect(later.body.payments[0]?.isLate).toBe(true);
    const ages = await client.get<Ages>('/v1/tax-refund/ageing');
    expect(ages.body.bands.map(({ claims }) => claims)).toEqual([0, 0, 0, 0, 1]);
    const picture = await client.get('/v1/tax-refund/ageing.svg', { 'accept-language': 'zh' });
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(picture.text).toContain('<title id="title">未到账退税按申报后天数分布</title>');

    const news = { type: 'claim.rejected', reference: id, acceptanceNumber: '33022026000000001', reason: 'Void' };
    await desk.callback({ ...news, at: '2026-11-24T10:00:00+08:00' });
    await desk.until(id, 'rejected');
    expect((await client.get<Summary>('/v1/tax-refund/summary')).body.filed.amount).toBe('0.00');
  });
});
