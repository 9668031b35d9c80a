import { type QuoteBody } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { type AuditLine, idOf, type MandateBody, MandateDesk } from '../support/mandate-desk.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Answer {
  readonly state: string;
  readonly code: string;
  readonly details: { readonly limit: string; readonly mandate: string };
}
interface Represented {
  readonly tenantId: string;
  readonly name: string;
  readonly mandateId: string;
  readonly scopes: readonly string[];
  readonly orders: readonly { readonly state: string; readonly count: number }[];
}

const usd = (amount: string) => ({ amount, currency: 'USD' });
const cny = (amount: string) => ({ amount, currency: 'CNY' });

describe('Acting for a tenant', () => {
  let platform: TestPlatform;
  let money: FxDesk;
  let orderId: string;
  let desk: MandateDesk;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    money = await FxDesk.open(platform);
    orderId = await money.order({ reference: 'SO-1' });
    const paid = await money.pay({ amount: '10000.00', remittance: 'SO-1' });
    await money.collection(paid, ({ state }) => state === 'matched');
  });
  beforeEach(async () => {
    desk = await MandateDesk.open(platform, money.tenant);
  });
  afterAll(() => platform.stop());

  const hold = (limits: object | null): Promise<MandateBody> => desk.hold({ scopes: ['fx:read', 'fx:write'], limits });
  const quoteOf = async (amount: string) =>
    (
      await desk.integrator.client.post<QuoteBody>(
        '/v1/fx/quotes',
        { orderId, sell: usd(amount), buyCurrency: 'CNY' },
        { ...desk.actingFor, ...key() },
      )
    ).body;
  const convert = async (amount: string, query = '', headers = key()) => {
    const { id } = await quoteOf(amount);
    const request = { quoteId: id };
    return desk.integrator.client.post<Answer>(`/v1/fx/conversions${query}`, request, {
      ...desk.actingFor,
      ...headers,
    });
  };
  const told = async (amount: string, query = '') => {
    const { status, body } = await convert(amount, query);
    return [status, body.code, status === 403 ? body.details.limit : undefined];
  };
  const DONE = [201, undefined, undefined];
  const refused = (limit: string) => [403, 'MANDATES.LIMIT_EXCEEDED', limit];

  it('moves what it likes where the mandate has no limits', async () => {
    await hold(null);
    expect(await told('100.00')).toEqual(DONE);
  });

  it('moves no more by one command than its limit, to the cent', async () => {
    await hold({ perCommand: usd('100.00') });
    expect([await told('100.01'), await told('100.00'), await told('100.00')]).toEqual([
      refused('perCommand'),
      DONE,
      DONE,
    ]);
  });

  it('moves no more in a day than its limit; what was refused or only tried does not count', async () => {
    await hold({ perDay: usd('100.00') });
    expect(await told('60.00')).toEqual(DONE);
    expect(await told('40.01')).toEqual(refused('perDay'));
    expect(await told('40.00', '?dryRun=true')).toEqual([200, undefined, undefined]);
    expect(await told('40.00')).toEqual(DONE);
    expect(await told('0.01')).toEqual(refused('perDay'));
  });

  it('does not pass the limit of the day by doing two things at once', async () => {
    await hold({ perDay: usd('100.00') });
    const answers = await Promise.all(['30.00', '30.00', '30.00', '30.00', '30.00'].map((amount) => told(amount)));
    expect(answers.filter(([status]) => status === 201)).toHaveLength(3);
  });

  it('is counted on the side whose currency the limit has, and is refused where there is none', async () => {
    await hold({ perCommand: cny('300.00') });
    expect([await told('40.00'), await told('50.00')]).toEqual([DONE, refused('perCommand')]);
    await hold({ perCommand: { amount: '300.00', currency: 'EUR' } });
    expect(await told('40.00')).toEqual(refused('currency'));
  });

  it('leaves in both audits that it wanted to move more', async () => {
    const { id } = await hold({ perCommand: usd('1.00') });
    const { body } = await convert('1.01');
    expect(body.details.mandate).toBe(id);
    const lineOf = (tenant: TestTenant, isIt: (line: AuditLine) => boolean) =>
      eventually(
        async () => (await desk.refusals(tenant)).find(isIt),
        (line) => line !== undefined,
      );
    const own = await lineOf(desk.integrator, ({ details }) => details['mandate'] === id);
    expect(own?.details).toMatchObject({ code: 'MANDATES.LIMIT_EXCEEDED', mandate: id, actingFor: idOf(desk.sme) });
    const theirs = await lineOf(desk.sme, ({ mandateId }) => mandateId === id);
    expect([theirs?.details['code'], theirs?.actingTenant]).toEqual(['MANDATES.LIMIT_EXCEEDED', idOf(desk.integrator)]);
  });

  it('leaves the tenant’s own people free', async () => {
    await hold({ perDay: usd('1.00') });
    const quote = await money.quote({ sell: usd('100.00'), orderId });
    expect((await money.convert(quote.body.id)).status).toBe(201);
  });

  describe('shows an integrator', () => {
    const represented = async () =>
      (await desk.integrator.client.get<{ data: Represented[] }>('/v1/represented-tenants')).body.data;

    it('whom it may act for, and their orders by state where it may read them', async () => {
      const { id } = await desk.hold({ scopes: ['orders:read'] });
      const [one, ...others] = await represented();
      expect([one, others]).toMatchObject([
        { tenantId: idOf(desk.sme), name: 'Test tenant', mandateId: id, scopes: ['orders:read'] },
        [],
      ]);
      expect(one?.orders.filter(({ count }) => count > 0)).toMatchObject([{ count: 1 }]);
    });

    it('no orders where the mandate does not say so, and nobody once it has ended', async () => {
      const { id } = await desk.hold({ scopes: ['parties:read'] });
      expect(await represented()).toMatchObject([{ orders: [] }]);
      await desk.revoke(id);
      expect(await represented()).toEqual([]);
    });
  });
});
