import { type Problem } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Years {
  readonly data: readonly {
    readonly year: number;
    readonly total: { readonly amount: string };
    readonly status: string;
  }[];
}
const CHANGED = 'fx.small_seller.status_changed';
const SETTINGS = { institutionCode: '330200000101', channel: 'bank_api', classAUnderReview: false, directory: 'block' };

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

/** A seller of class A, of whom this is said too. */
async function seller(said: object): Promise<FxDesk> {
  const desk = await FxDesk.open(platform);
  const stated = { sellerId: desk.sellerId, enterpriseClass: 'A', validFrom: '2026-01-01', source: 'SAFE 2026-118' };
  const answer = await desk.tenant.client.post('/v1/fx/enterprise-classes', { ...stated, ...said }, key());
  if (answer.status !== 201) throw new Error(answer.text);
  return desk;
}

/** Money comes; what came in the year is then so much. */
async function receive(desk: FxDesk, amount: string, total: string, remittance = ''): Promise<string> {
  await desk.pay({ amount, remittance });
  const { data } = await eventually(
    () => desk.get<Years>(`/v1/fx/small-seller-years?sellerId=${desk.sellerId}`),
    ({ data: [year] }) => year?.total.amount === total,
  );
  return data[0]?.status ?? '';
}

/** 汇发〔2020〕11号: who trades small amounts by electronic records needs no entry in the directory up to USD 200,000 a year. */
describe('What a small seller receives in a calendar year', () => {
  it('is warned of from 180,000.00, and beyond 200,000.00 its money waits for the entry in the directory', async () => {
    const desk = await seller({ isSmallSeller: true });
    await desk.tenant.client.send('PUT', '/v1/fx/currency-control-settings', SETTINGS, {});
    const order = await desk.order({ reference: 'SO-8301', amount: '20000.00' });
    expect(await receive(desk, '179999.99', '179999.99')).toBe('exempt');
    expect(await receive(desk, '0.01', '180000.00')).toBe('warning');
    expect(await receive(desk, '20000.00', '200000.00', 'SO-8301')).toBe('warning');
    expect(await receive(desk, '0.01', '200000.01')).toBe('registration_required');

    const told = await eventually(
      () => desk.events(CHANGED),
      ({ length }) => length === 2,
    );
    expect(told.map(({ data }) => data)).toEqual([
      { year: 2026, total: { amount: '180000.00', currency: 'USD' }, status: 'warning' },
      { year: 2026, total: { amount: '200000.01', currency: 'USD' }, status: 'registration_required' },
    ]);
    const sell = { amount: '100.00', currency: 'USD' };
    const quote = await desk.quote({ orderId: order, sell, buyCurrency: 'CNY' });
    const refused = (await desk.convert(quote.body.id)) as unknown as { status: number; body: Problem };
    expect([refused.status, refused.body.code]).toEqual([409, 'FX.TRADE_CHECK_OPEN']);
    expect(refused.body.details['findings']).toContain('NOT_IN_DIRECTORY');
  });

  it('is told to nobody where it is in the directory anyway', async () => {
    const desk = await seller({ directoryNumber: '330200000123' });
    await desk.order({ reference: 'SO-8302' });
    expect(await receive(desk, '250000.00', '250000.00')).toBe('registration_required');
    expect(await desk.events(CHANGED)).toEqual([]);
  });
});
