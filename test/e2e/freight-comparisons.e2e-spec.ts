import { key } from '../support/freight-desk.js';
import { type ApiAnswer } from '../support/api-client.js';
import { printed, shellExamples, typed } from '../support/shell-examples.js';
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
});

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

function offerBy(body: Comparison, mode: string, service: string | null = null): Offer {
  const found = body.offers.find((offer) => offer.mode === mode && offer.service === service);
  if (found === undefined) throw new Error(`No offer by ${mode}: ${JSON.stringify(body.missing)}`);
  return found;
}

const chargesOf = ({ charges }: Offer): string[] =>
  charges.map(({ code, amount }) => `${code} ${amount.amount} ${amount.currency}`);

const modesOf = ({ offers }: Comparison): string[] => [...new Set(offers.map(({ mode }) => mode))].sort();

describe('A comparison of freight', () => {
  it('has every way that the goods can go, the cheapest first, and says why the others are not there', async () => {
    const { status, body } = await compare();
    expect(status).toBe(201);
    expect(modesOf(body)).toEqual(
      ['air', 'dedicated_line', 'express', 'fcl', 'lcl', 'overseas_warehouse', 'rail'].sort(),
    );
    expect(body.missing.map(({ mode, code }) => [mode, code])).toEqual([['postal', 'not_taken']]);
    expect(body.missing[0]?.reasons).toContain('Piece 1 is heavier than 2 kg');
    const totals = body.offers.map(({ total }) => Number(total?.amount));
    expect(totals).toEqual(totals.toSorted((left, right) => left - right));
    expect(body.offers.map(({ rank }) => rank)).toEqual(totals.map((_total, index) => index + 1));
    expect(body.containerPlan.containers).toEqual([{ sizeType: '22G1', count: 1 }]);
    expect(body.offers.every(({ carbon }) => Number(carbon?.kgCo2e) > 0)).toBe(true);
  });

  it('weighs by the custom of each way, and charges by its breaks', async () => {
    const { body } = await compare();
    const air = offerBy(body, 'air');
    // 3.84 m³ / 6,000 = 640 kg against 500 kg gross; +500 kg at 28.52.
    expect([air.from, air.to, air.chargeableKg]).toEqual(['CNPVG', 'DEFRA', '640']);
    expect(chargesOf(air)).toEqual([
      'FREIGHT 18252.80 CNY',
      'SCC 768.00 CNY',
      'THC 384.00 CNY',
      'AWB 50.00 CNY',
      'FSC 3285.50 CNY',
    ]);
    // Each piece: 96,000 / 5,000 = 19.2 → 19.5 kg.
    expect(offerBy(body, 'express').chargeableKg).toBe('780');
    // 半泡: (12.5 + 16) / 2 = 14.25 → 14.3 kg; priority counts volume in full.
    expect(offerBy(body, 'dedicated_line', 'economy').chargeableKg).toBe('572');
    expect(offerBy(body, 'dedicated_line', 'priority').chargeableKg).toBe('640');
    expect(chargesOf(offerBy(body, 'overseas_warehouse'))).toEqual([
      'FREIGHT 330.24 USD',
      'INBOUND 42.24 EUR',
      'STORAGE 86.40 EUR',
      'PICKPACK 40.00 EUR',
      'LASTMILE 500.00 EUR',
    ]);
  });

  it('is ranked by time, or by both as the caller weighs them', async () => {
    const fastest = await compare({ rankBy: 'time' });
    expect(fastest.body.offers[0]?.mode).toBe('express');
    const days = fastest.body.offers.map(({ transitDaysMax }) => transitDaysMax);
    expect(days).toEqual(days.toSorted((left, right) => left - right));
    const cheapest = await compare({ rankBy: 'weighted', costWeight: '1' });
    expect(cheapest.body.offers[0]?.mode).toBe('lcl');
  });

  it('makes quotes of offers by sea that cost the same and can be booked', async () => {
    const { body } = await compare();
    for (const mode of ['fcl', 'lcl']) {
      const offer = offerBy(body, mode);
      const quote = await tenant.client.post('/v1/freight/quotes', offer.quoteRequest ?? {}, key());
      expect([mode, quote.status, quote.body['totals']]).toEqual([mode, 201, offer.totals]);
    }
  });

  it('keeps what was offered, for its own tenant', async () => {
    const { body } = await compare();
    const path = `/v1/freight/comparisons/${body.id}`;
    expect((await tenant.client.get(path)).body).toMatchObject({ id: body.id, offers: body.offers });
    expect((await (await platform.tenant()).client.get(path)).status).toBe(404);
    const list = await tenant.client.get<{ data: { id: string }[] }>('/v1/freight/comparisons?limit=1');
    expect(list.body.data[0]?.id).toBe(body.id);
  });

  it('leaves a total open where a rate of exchange is missing, and ranks it last', async () => {
    const { body } = await compare({ exchangeRates: [] });
    expect(offerBy(body, 'lcl').total).toBeNull();
    expect(offerBy(body, 'air').total).not.toBeNull();
    expect(body.offers.at(-1)?.total).toBeNull();
  });

  it('says why batteries and dangerous goods do not go, in the language of the reader', async () => {
    const { body } = await compare({ batteries: 'loose', unNumber: 'UN1263' });
    expect(modesOf(body)).toEqual(['fcl']);
    expect(offerBy(body, 'fcl').notices.join(' ')).toMatch(/UN1263.*UN 38\.3/);
    const chinese = await tenant.client.post<Comparison>(
      '/v1/freight/comparisons',
      { ...REQUEST, batteries: 'loose' },
      { ...key(), 'accept-language': 'zh' },
    );
    expect(chinese.body.missing.find(({ mode }) => mode === 'air')?.reasons[0]).toMatch(/不接受电池/);
  });

  it('reads inches and pounds', async () => {
    const piece = { count: 40, length: '24', width: '16', height: '16', weight: '27.5' };
    const { body } = await compare({ pieces: [piece], lengthUnit: 'in', weightUnit: 'lb' });
    expect(body).toMatchObject({ measures: { grossKg: '498.952', cbm: '4.04' } });
  });

  it.each<[string, object, string[]]>([
    [
      'places that are not on record',
      { origin: 'Ningpo', destination: 'DEHMA' },
      ['/origin unknown_place', '/destination unknown_place'],
    ],
    ['the country of origin', { destination: 'CNSHA' }, ['/destination same_country']],
    ['sizes that cannot be', { pieces: [{ ...CARTONS, length: '6000' }] }, ['/pieces/0/length impossible_size']],
    ['units that are mixed', { pieces: [{ ...CARTONS, weight: '12500000' }] }, ['/pieces/0/weight mixed_units']],
    ['a share beyond one', { costWeight: '7' }, ['/costWeight out_of_range']],
    [
      'a currency twice',
      {
        exchangeRates: [
          { currency: 'USD', rate: '7' },
          { currency: 'USD', rate: '8' },
        ],
      },
      ['/exchangeRates/1/currency duplicate'],
    ],
  ])('refuses %s', async (_what, change, faults) => {
    const { status, body } = (await compare(change)) as unknown as ApiAnswer<Refusal>;
    expect([status, body.errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([422, faults]);
  });

  it('suggests the nearest places', async () => {
    const { body } = (await compare({ origin: 'Ningpo', destination: 'DEHMA' })) as unknown as ApiAnswer<Refusal>;
    const [origin, destination] = body.errors;
    expect(
      [origin?.message, destination?.message].map((text) => text?.split('nearest are: ')[1]?.slice(0, 12)),
    ).toEqual(['CNNGB Ningbo', 'DEHAM Hambur']);
    const found = await tenant.client.get<{ data: object[] }>('/v1/freight/places?search=hamb&serves=rail');
    expect(found.body.data).toEqual([
      { code: 'DEHAM', name: 'Hamburg', country: 'DE', serves: ['sea', 'rail', 'air'] },
    ]);
  });
});

interface Refusal {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

const HEADER = 'mode,code,name,basis,portOfLoading,portOfDischarge,fromKg,currency,price,minimum,validTo\n';
const LANE = 'air,FREIGHT,Contract air,per_kg,CNPVG,DEFRA';

function importTariff(
  rows: string,
  name: string,
  validFrom = '2026-12-01',
  type = 'text/csv',
): Promise<ApiAnswer<Tariff & Refusal>> {
  const path = `/v1/freight/tariffs?name=${encodeURIComponent(name)}&validFrom=${validFrom}`;
  return tenant.client.send('POST', path, rows, { 'content-type': type, ...key() });
}

interface Tariff {
  readonly id: string;
  readonly edition: number;
  readonly rows: number;
  readonly replacedFrom: string | null;
}

describe('A tariff of one’s own', () => {
  it('counts before the shared one, edition by edition, from its first day on', async () => {
    const first = await importTariff(`${HEADER}${LANE},0,CNY,30.00,300.00,\n${LANE},100,CNY,20.00,300.00,\n`, 'A');
    expect([first.status, first.body.edition, first.body.rows]).toEqual([201, 1, 2]);
    expect(chargesOf(offerBy((await compare()).body, 'air'))).toContain('FREIGHT 12800.00 CNY');
    const next = await importTariff(`${HEADER}${LANE},0,CNY,31.00,,\n`, 'A', '2027-01-01');
    expect(next.body.edition).toBe(2);
    expect((await tenant.client.get(`/v1/freight/tariffs/${first.body.id}`)).body).toMatchObject({
      replacedFrom: '2027-01-01',
    });
    expect(chargesOf(offerBy((await compare()).body, 'air'))).toContain('FREIGHT 12800.00 CNY');
    expect(chargesOf(offerBy((await compare({ readyOn: '2027-01-05' })).body, 'air'))).toContain(
      'FREIGHT 19840.00 CNY',
    );
    expect((await importTariff(`${HEADER}${LANE},0,CNY,31.00,,\n`, 'A', '2026-12-05')).body.code).toBe(
      'FREIGHT.TARIFF_EDITION',
    );
  });

  it('is told every fault by row and column, and nothing of it is kept', async () => {
    const rows = [
      `${LANE},0,CNY,30.00,,`,
      `${LANE},x,XXX,3o,,2026-13-01`,
      'sea,FREIGHT,Contract air,per_kg,CNPVG,DEFRA,0,CNY,30.00,,',
      'air,FREIGHT,Contract air,per_container,CNPVG,DEFRA,,CNY,30.001,,',
      'air,FREIGHT,Contract air,per_container,CNPVG,DEFRA,45,CNY,30.00,,2026-11-01',
      'too,few',
    ];
    const { status, body } = await importTariff(`${HEADER}${rows.join('\n')}\n`, 'B');
    expect([status, body.code]).toEqual([422, 'FREIGHT.TARIFF_ROWS']);
    expect(body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/rows/2/fromKg format',
      '/rows/2/currency format',
      '/rows/2/price format',
      '/rows/2/validTo invalid_date',
      '/rows/3/mode format',
      '/rows/4/price money',
      '/rows/5/basis not_applicable',
      '/rows/5/fromKg not_applicable',
      '/rows/5/validTo before_start',
      '/rows/6 cells',
    ]);
    const listed = await tenant.client.get<{ data: object[] }>('/v1/freight/tariffs?name=B');
    expect(listed.body.data).toEqual([]);
    const unknown = await importTariff('mode,kode\nair,X\n', 'B');
    expect(unknown.body.errors[0]).toMatchObject({ pointer: '/header/2', code: 'unknown_column' });
  });

  it('may be lines of JSON', async () => {
    const row = {
      mode: 'air',
      code: 'FREIGHT',
      name: 'Air',
      basis: 'per_kg',
      currency: 'CNY',
      price: '9.00',
      fromKg: 0,
    };
    const lane = { portOfLoading: 'CNPVG', portOfDischarge: 'DEFRA' };
    const good = await importTariff(
      `${JSON.stringify({ ...row, ...lane })}\n`,
      'C',
      '2026-12-01',
      'application/x-ndjson',
    );
    expect([good.status, good.body.rows]).toEqual([201, 1]);
    const bad = await importTariff('{"mode":{}}\n[]\n{"x":1}\n', 'D', '2026-12-01', 'application/x-ndjson');
    expect(bad.body.errors.map(({ pointer }) => pointer).slice(-2)).toEqual(['/rows/2', '/rows/3/x']);
    expect((await importTariff('<x/>', 'D', '2026-12-01', 'application/xml')).body.code).toBe(
      'REQUEST.UNSUPPORTED_MEDIA_TYPE',
    );
  });

  it('of many thousand rows is kept as a whole', async () => {
    const row = (index: number): string => `${LANE.replace('CNPVG', 'CNCGO')},${index},CNY,30.00,,`;
    const rows = Array.from({ length: 20_000 }, (_, index) => row(index)).join('\n');
    const { status, body } = await importTariff(`${HEADER}${rows}\n`, 'Large');
    expect([status, body.rows]).toEqual([201, 20_000]);
  });

  it('gets one edition for one of two imports at once', async () => {
    const both = await Promise.all(
      [1, 2].map((price) => importTariff(`${HEADER}${LANE},0,CNY,${price}.00,,\n`, 'Race')),
    );
    const editions = both.filter(({ status }) => status === 201).map(({ body }) => body.edition);
    expect(new Set(editions).size).toBe(editions.length);
    expect(both.every(({ status }) => status === 201 || status === 409)).toBe(true);
  });
});

const EXAMPLES = shellExamples('docs/freight-comparisons.md');

describe('The page on freight by every way', () => {
  it.each(EXAMPLES.map((example) => [example.heading, example] as const))('%s', async (_heading, example) => {
    const { apiKey } = await platform.tenant();
    expect(await typed(example, { BASE: platform.config.publicUrl, KEY: apiKey })).toMatch(printed(example));
  });
});
