import { existsSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';

import pg from 'pg';

import { fileLines } from '../../scripts/import/csv-records.js';
import { importRates, type RatesReport } from '../../scripts/import/import-rates.js';
import { type PublishedSource } from '../../src/fx/domain/rates/rate-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const TODAY = '2026-11-30';

describe('The import of exchange rates', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const load = (lines: AsyncIterable<string>, source: PublishedSource): Promise<RatesReport> =>
    importRates(client, lines, { source, document: 'a file', today: TODAY });
  const text = (content: string): AsyncIterable<string> => Readable.from(content.split('\n'));
  const rows = async (sql: string): Promise<unknown[]> => (await client.query<object>(sql)).rows;
  const codes = (report: RatesReport): string[] =>
    report.outcome === 'refused' ? report.faults.map(({ line, message }) => `${line} ${message.code}`) : [];

  it('records what the ECB states, once, at the hour at which it was to be had', async () => {
    const file = 'Date,USD,BGN,CNY,\n2026-03-05,1.1618,1.9558,8.0177,\n2026-07-06,1.17,N/A,8.1,\n';
    expect(await load(text(file), 'ecb')).toMatchObject({
      outcome: 'recorded',
      lines: 2,
      added: 4,
      passedOver: ['BGN'],
    });
    expect(await load(text(file), 'ecb')).toMatchObject({ outcome: 'recorded', added: 0, unchanged: 4 });
    expect(await rows(`SELECT as_of FROM fx.reference_rate WHERE currency = 'USD' ORDER BY 1`)).toEqual([
      { as_of: new Date('2026-03-05T15:00:00Z') },
      { as_of: new Date('2026-07-06T14:00:00Z') },
    ]);
  });

  it('keeps nothing of a file with a fault, and names every line', async () => {
    const file = 'Date,USD,CNY,\n2026-03-05,1.2,8.0177,\n2026-03-06,0,8,\n2026-03-07,1.1\n2027-01-01,1,8,\n';
    expect(codes(await load(text(file), 'ecb'))).toEqual([
      '3 FX_RATES.rate_unreadable',
      '4 FX_RATES.cells',
      '5 FX_RATES.day_to_come',
    ]);
    const other = 'Date,USD,CNY,\n2026-03-05,1.2,8.0177,\n2026-03-06,1.1,8,\n2026-03-06,1.1,8,\n';
    expect(codes(await load(text(other), 'ecb'))).toEqual([
      '4 FX_RATES.stated_twice',
      '4 FX_RATES.stated_twice',
      '2 FX_RATES.on_record_otherwise',
    ]);
    expect(codes(await load(text('Date,Country,Exchange rate\n1971-01-01,Australia,0.8944'), 'ecb'))).toEqual([
      '1 FX_RATES.ecb_layout',
    ]);
    expect(codes(await load(text('Date,USD,\n'), 'ecb'))).toEqual(['1 FX_RATES.no_rates']);
    expect(await rows(`SELECT count(*)::int AS count FROM fx.reference_rate`)).toEqual([{ count: 4 }]);
  });

  it('takes middle rates either way round, as each is quoted', async () => {
    const head = 'date,base,quote,unit,rate,note';
    const file = `${head}\n2026-03-05,USD,CNY,1,6.9,x\n2026-03-05,JPY,CNY,100,4.4,x\n2026-03-05,CNY,MYR,1,0.58,x`;
    expect(await load(text(file), 'cfets')).toMatchObject({ added: 3, passedOver: ['note'] });
    expect(await rows(`SELECT currency, per_unit FROM fx.reference_rate WHERE source = 'cfets' ORDER BY 1`)).toEqual([
      { currency: 'JPY', per_unit: '0.044' },
      { currency: 'MYR', per_unit: '1.724137931' },
      { currency: 'USD', per_unit: '6.9' },
    ]);
    expect(codes(await load(text('date,base,rate\n'), 'cfets'))).toEqual(['1 FX_RATES.middle_layout']);
    expect(codes(await load(text(`${head}\n2026-03-06,MYR,CNY,1,1.7,x\n2026-03-06,XQZ,CNY,1,0,x`), 'cfets'))).toEqual([
      '2 FX_RATES.not_quoted_so',
      '3 FX_RATES.currency_unknown',
      '3 FX_RATES.rate_unreadable',
    ]);
  });

  const official = path.join(process.env['REFERENCE_DATA_DIR'] ?? '/nowhere', 'fx', 'eurofxref-hist.csv');
  const whereGiven = existsSync(official) ? it : it.skip;

  whereGiven('takes the whole history of the ECB as published', async () => {
    await client.query('TRUNCATE fx.reference_rate');
    const report = await load(fileLines(official), 'ecb');
    expect(report).toMatchObject({ outcome: 'recorded', lines: 6_958, unchanged: 0 });
    expect(await rows(`SELECT count(*)::int AS count FROM fx.reference_rate WHERE currency = 'USD'`)).toEqual([
      { count: 6_958 },
    ]);
  });
});
