import { OrderDesk } from '../support/order-desk.js';
import { type TestTenant } from '../support/test-platform.js';

const MODES = '/v1/customs/modes';

interface Mode {
  readonly code: string;
  readonly name: string;
  readonly trades: readonly {
    readonly direction: string;
    readonly steps: readonly { readonly messages: readonly { readonly mapping: string | null }[] }[];
  }[];
}
interface Judged {
  readonly verdict: string;
  readonly on: string;
  readonly conditions: readonly { readonly condition: string; readonly outcome: string; readonly why: string }[];
}

describe('Supervision modes over HTTP', () => {
  let desk: OrderDesk;
  let tenant: TestTenant;

  const judge = (mode: string, query: Record<string, string>, headers = {}) =>
    tenant.client.get<Judged>(`${MODES}/${mode}/eligibility?${new URLSearchParams(query).toString()}`, headers);

  beforeAll(async () => {
    desk = await OrderDesk.open();
    tenant = desk.tenant;
  });
  afterAll(() => desk.close());

  it('are listed, and each shows its steps with messages whose fields are described', async () => {
    const { body } = await tenant.client.get<{ data: Mode[] }>(MODES);
    expect(body.data.map(({ code }) => code)).toEqual(['0110', '1039', '1210', '1239', '9610', '9710', '9810']);
    const mode = await tenant.client.get<Mode>(`${MODES}/9610`);
    const mappings = mode.body.trades.flatMap(({ steps }) => steps.flatMap(({ messages }) => messages));
    for (const { mapping } of mappings) {
      expect((await tenant.client.get(mapping ?? '')).status).toBe(200);
    }
  });

  it('speak the language of the reader', async () => {
    const chinese = await tenant.client.get<Mode>(`${MODES}/9610`, { 'Accept-Language': 'zh-CN' });
    expect(chinese.body.name).toBe('跨境贸易电子商务');
    const judged = await judge('9610', { consumer: 'false' }, { 'Accept-Language': 'zh-CN' });
    expect(judged.body.conditions.map(({ why }) => why)).toContain('买方为企业');
  });

  it('take an order for what it is: its seller is known, its platform is not', async () => {
    const { id } = await desk.placed();
    const { body } = await judge('9710', { orderId: id, consumer: 'false' });
    expect(body.verdict).toBe('undetermined');
    const outcomes = Object.fromEntries(body.conditions.map(({ condition, outcome }) => [condition, outcome]));
    expect(outcomes).toEqual({ direction: 'met', registered: 'met', company: 'met', marketplace: 'unknown' });
    expect((await judge('0110', { orderId: id })).body.verdict).toBe('eligible');
  });

  it('go by the day: today where none is said', async () => {
    const asked = { direction: 'import', value: '2500.00', purchasedThisYear: '0.00' };
    const limits = async (on?: string) => {
      const { body } = await judge('9610', { ...asked, ...(on === undefined ? {} : { on }) });
      return body.conditions.filter(({ condition }) => condition === 'limits').map(({ outcome }) => outcome);
    };
    expect(await limits('2018-12-31')).toEqual(['not_met', 'met']);
    expect(await limits()).toEqual(['met', 'met']);
  });

  it.each([
    ['a mode that there is not', '/9999', 404],
    ['a mode that is none', '/general', 404],
    ['an order that is not theirs', '/0110/eligibility?orderId=ord_01jdq3x7k2e9ta6v0m8r4c5wzb', 404],
    ['a value that is none', '/0110/eligibility?value=much', 400],
    ['a day that is none', '/0110/eligibility?on=2026-02-30', 400],
    ['a word that is not asked', '/0110/eligibility?consumers=true', 400],
  ])('refuse %s', async (_what, path, status) => {
    expect((await tenant.client.get(`${MODES}${path}`)).status).toBe(status);
  });
});
