import { key } from '../support/freight-desk.js';
import { type ApiAnswer } from '../support/api-client.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Amount {
  readonly amount: string;
  readonly currency: string;
}
interface Offer {
  readonly rank: number;
  readonly mode: string;
  readonly service: string | null;
  readonly from: string;
  readonly to: string;
  readonly charges: readonly { readonly code: string; readonly amount: Amount; readonly quantity: string }[];
  readonly totals: readonly Amount[];
  readonly total: Amount | null;
  readonly chargeableKg: string | null;
  readonly revenueTons: string | null;
  readonly notices: readonly string[];
  readonly transitDaysMax: number;
  readonly carbon: { readonly kgCo2e: string } | null;
  readonly quoteRequest: object | null;
}
interface Comparison {
  readonly id: string;
  readonly offers: readonly Offer[];
  readonly missing: readonly { readonly mode: string; readonly code: string; readonly reasons: readonly string[] }[];
  readonly containerPlan: { readonly containers: readonly object[] };
}

let platform: TestPlatform;
let tenant: TestTenant;

beforeAll(async () => {
  platform = await TestPlatform.start({ worker: false });
  tenant = await platform.tenant();
}, 60_000);

afterAll(async () => {
  await platform.stop();
});

const CARTONS = { count: 40, length: '60', width: '40', height: '40', weight: '12.5' };
const REQUEST = {
  origin: 'CNNGB',
  destination: 'DEHAM',
  readyOn: '2026-12-05',
  pieces: [CARTONS],
  currency: 'CNY',
  exchangeRates: [
    { currency: 'USD', rate: '7.12' },
    { currency: 'EUR', rate: '7.75' },
  ],
};

function compare(change: object = {}): Promise<ApiAnswer<Comparison>> {
  return tenant.client.post<Comparison>('/v1/freight/comparisons', { ...REQUEST, ...change }, key());
}

describe('x', () => {
  it('y', async () => {
    const { status, body } = await compare();
    console.log(status, JSON.stringify(body, null, 1).slice(0, 30000));
  });
});
