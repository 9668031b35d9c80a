import {
  type Amount,
  FreightDesk,
  HELD_BY_CUSTOMS,
  key,
  type Problem,
  type Quote,
  SHIPMENT,
} from '../support/freight-desk.js';
import { TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
let desk: FreightDesk;

beforeAll(async () => {
  platform = await TestPlatform.start({ worker: false });
  desk = new FreightDesk(platform, await platform.tenant());
});

afterAll(async () => {
  await platform.stop();
});

const chargesOf = ({ charges }: Quote): string[] =>
  charges.map(({ code, amount }) => `${code} ${amount.amount} ${amount.currency}`);

describe('A freight quote', () => {
  it('itemises a shipment of full containers, currency by currency, from the sample tariff', async () => {
    const { status, body } = await desk.quote(SHIPMENT);
    expect(status).toBe(201);
    expect(chargesOf(body)).toEqual([
      'OCEAN 2560.00 USD',
      'BAF 360.00 USD',
      'THC 1800.00 CNY',
      'SEAL 100.00 CNY',
      'VGM 200.00 CNY',
      'DOC 450.00 CNY',
      'ENS 35.00 USD',
    ]);
    expect(body.totals).toEqual([
      { amount: '2955.00', currency: 'USD' },
      { amount: '2550.00', currency: 'CNY' },
    ]);
    expect(body.total).toBeNull();
    expect(new Set(body.charges.map(({ source }) => source))).toEqual(new Set(['platform sample tariff 2026']));
  });

  it('measures LCL by revenue ton', async () => {
    const lcl = { mode: 'lcl', containers: undefined, grossKg: '1200', cbm: '6.4', portOfDischarge: 'USLAX' };
    const { status, body } = await desk.quote({ ...SHIPMENT, ...lcl });
    expect([status, body.revenueTons]).toEqual([201, '6.4']);
    expect(chargesOf(body)).toEqual([
      'OCEAN 243.20 USD',
      'BAF 51.20 USD',
      'CFS 704.00 CNY',
      'DOC 200.00 CNY',
      'VGM 50.00 CNY',
      'AMS 30.00 USD',
      'PSS 14.72 USD',
    ]);
  });

  it('explains itself: the rule, each step, the rate behind each charge', async () => {
    const { body } = await desk.quote(SHIPMENT);
    const { body: calculation } = await desk.client.get<{ rule: { id: string }; steps: { value: string }[] }>(
      `/v1/freight/quotes/${body.id}/calculation`,
    );
    expect(calculation.rule.id).toBe('freight.quote');
    expect(calculation.steps).toHaveLength(9);
    const rate = await desk.client.get<{ price: Amount; shared: boolean }>(
      `/v1/freight/rates/${body.charges[0]?.rateId ?? ''}`,
    );
    expect(rate.body).toMatchObject({ price: { amount: '1280.00', currency: 'USD' }, shared: true });
  });

  it('is taken from an order alone', async () => {
    const orderId = await desk.place({ order: HELD_BY_CUSTOMS });
    const { status, body } = await desk.quote({ orderId });
    expect([status, body.orderId, body.totals[0]?.amount]).toEqual([201, orderId, '1495.00']);
  });

  it('keeps nothing in a dry run', async () => {
    const asked = { ...SHIPMENT, reference: 'DRY-1' };
    expect((await desk.client.post('/v1/freight/quotes?dryRun=true', asked, key())).status).toBe(200);
    const listed = await desk.client.get<{ data: Quote[] }>('/v1/freight/quotes?reference=DRY-1');
    expect(listed.body.data).toEqual([]);
  });

  const REFUSALS: [string, object, number, string, string[]][] = [
    [
      'nothing at all',
      {},
      422,
      'REQUEST.INVALID',
      ['/mode', '/portOfLoading', '/portOfDischarge', '/departureDate', '/grossKg'],
    ],
    ['FCL without containers', { ...SHIPMENT, containers: undefined }, 422, 'REQUEST.INVALID', ['/containers']],
    ['cubic metres for FCL', { ...SHIPMENT, cbm: '3' }, 422, 'REQUEST.INVALID', ['/cbm']],
    ['too much for the boxes', { ...SHIPMENT, grossKg: '60000' }, 422, 'REQUEST.INVALID', ['/grossKg']],
    [
      'a size without a rate',
      { ...SHIPMENT, containers: [{ sizeType: '45R1', count: 1 }] },
      422,
      'FREIGHT.NO_RATE',
      ['/containers/0/sizeType'],
    ],
    [
      'a lane without a rate',
      { ...SHIPMENT, portOfDischarge: 'DEFRA' },
      422,
      'FREIGHT.NO_RATE',
      ['/containers/0/sizeType'],
    ],
    [
      'a day before the tariff',
      { ...SHIPMENT, departureDate: '2025-12-31' },
      422,
      'FREIGHT.NO_RATE',
      ['/containers/0/sizeType'],
    ],
    [
      'ports that nobody knows',
      { ...SHIPMENT, portOfLoading: 'CNNGP', portOfDischarge: 'DEHMA' },
      422,
      'FREIGHT.NO_RATE',
      ['/portOfLoading', '/portOfDischarge', '/containers/0/sizeType'],
    ],
    ['an unknown field', { ...SHIPMENT, colour: 'red' }, 422, 'REQUEST.INVALID', ['/colour']],
    ['an order that is not there', { orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' }, 404, 'REQUEST.NOT_FOUND', []],
  ];

  it.each(REFUSALS)('is refused for %s', async (_what, body, status, code, pointers) => {
    const answer = await desk.quote(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.errors.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('suggests ports where there is no rate and nobody knows the one that was written', async () => {
    const { text } = await desk.quote({ ...SHIPMENT, portOfLoading: 'CNNGP' });
    expect(text).toContain('the nearest are: CNNGB Ningbo');
  });

  it('has a reference once, and belongs to its tenant', async () => {
    const { body } = await desk.quote({ ...SHIPMENT, reference: 'RFQ-1' });
    const again = await desk.quote({ ...SHIPMENT, reference: 'RFQ-1' });
    expect([again.status, again.body.code]).toEqual([409, 'FREIGHT.REFERENCE_TAKEN']);
    const stranger = await platform.tenant('Stranger');
    expect((await stranger.client.get(`/v1/freight/quotes/${body.id}`)).status).toBe(404);
    expect((await stranger.client.get(`/v1/freight/quotes/${body.id}/calculation`)).status).toBe(404);
    const listed = await desk.client.get<{ data: Quote[] }>('/v1/freight/quotes?reference=RFQ-1');
    expect(listed.body.data.map(({ id }) => id)).toEqual([body.id]);
  });
});

const RATE = {
  mode: 'fcl',
  code: 'OCEAN',
  name: 'Contract freight',
  basis: 'per_container',
  portOfLoading: 'CNTAO',
  portOfDischarge: 'DEHAM',
  sizeType: '22G1',
  currency: 'USD',
  price: { amount: '990.00', currency: 'USD' },
  validFrom: '2026-12-01',
  validTo: '2026-12-31',
  source: 'Contract 2026-118',
};

describe('The rate table', () => {
  const oceanOf = async (departureDate: string, of = desk): Promise<string | undefined> => {
    const { body } = await of.quote({ ...SHIPMENT, portOfLoading: 'CNTAO', departureDate });
    return body.charges.find(({ code }) => code === 'OCEAN')?.amount.amount;
  };

  it('lets a tenant’s own rate go before the shared one, while it is valid and for that tenant alone', async () => {
    const other = new FreightDesk(platform, await platform.tenant('Other'));
    const added = await desk.client.post<{ id: string; shared: boolean }>('/v1/freight/rates', RATE, key());
    expect([added.status, added.body.shared]).toEqual([201, false]);
    expect(await oceanOf('2026-12-31')).toBe('1980.00');
    expect(await oceanOf('2027-01-01')).toBe('2610.00');
    expect(await oceanOf('2026-12-31', other)).toBe('2610.00');
    expect((await other.client.get(`/v1/freight/rates/${added.body.id}`)).status).toBe(404);

    const withdrawal = `/v1/freight/rates/${added.body.id}/withdrawal`;
    expect((await desk.client.post(withdrawal, {}, key())).status).toBe(200);
    expect(await oceanOf('2026-12-31')).toBe('2610.00');
    const again = await desk.client.post<Problem>(withdrawal, {}, key());
    expect([again.status, again.body.code]).toEqual([409, 'FREIGHT.RATE_WITHDRAWN']);
  });

  it('lists what fits a lane and a day, and lets nobody withdraw the shared tariff', async () => {
    const path = '/v1/freight/rates?mode=fcl&portOfLoading=CNNGB&portOfDischarge=DEHAM&validOn=2026-12-05&shared=true';
    const { body } = await desk.client.get<{ data: { id: string; code: string }[] }>(path);
    const codes = 'BAF BAF BAF DOC ENS OCEAN OCEAN OCEAN SEAL THC THC THC VGM'.split(' ');
    expect(body.data.map(({ code }) => code).sort()).toEqual(codes);
    const withdrawal = `/v1/freight/rates/${body.data[0]?.id ?? ''}/withdrawal`;
    const shared = await desk.client.post<Problem>(withdrawal, {}, key());
    expect([shared.status, shared.body.code]).toEqual([403, 'FREIGHT.RATE_NOT_OURS']);
  });

  it('can be read page by page', async () => {
    const first = await desk.client.get<{ data: { id: string }[]; nextCursor: string }>('/v1/freight/rates?limit=100');
    const next = await desk.client.get<{ data: { id: string }[] }>(
      `/v1/freight/rates?limit=100&cursor=${first.body.nextCursor}`,
    );
    const ids = [...first.body.data, ...next.body.data].map(({ id }) => id);
    expect(new Set(ids).size).toBe(200);
  });

  const percentage = { basis: 'percent_of', share: '0.05', sizeType: undefined };
  const usd = (amount: string) => ({ amount, currency: 'USD' });

  it.each<[string, object, string[]]>([
    ['a fixed charge without a price', { price: undefined }, ['/price']],
    ['a percentage with a price', { ...percentage, percentOf: ['BAF'] }, ['/price']],
    ['a percentage of itself', { ...percentage, price: undefined, percentOf: ['OCEAN'] }, ['/percentOf']],
    ['a price in another currency', { price: { amount: '1.00', currency: 'EUR' } }, ['/price']],
    ['a maximum below the minimum', { minimum: usd('9.00'), maximum: usd('8.00') }, ['/maximum']],
    ['an end before the start', { validTo: '2026-11-30' }, ['/validTo']],
    ['a size that is none', { sizeType: 'ZZZZ' }, ['/sizeType']],
  ])('refuses %s', async (_what, change, pointers) => {
    const { status, body } = await desk.client.post<Problem>('/v1/freight/rates', { ...RATE, ...change }, key());
    expect([status, body.errors.map(({ pointer }) => pointer)]).toEqual([422, pointers]);
  });
});
