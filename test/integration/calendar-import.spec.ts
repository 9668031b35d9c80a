import { Readable } from 'node:stream';

import pg from 'pg';

import { type CalendarsReport, importCalendars } from '../../scripts/import/import-calendars.js';
import { tellReport } from '../../scripts/import/import-file.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('The import of working-day calendars', () => {
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

  const load = (text: string, source = 'a notice'): Promise<CalendarsReport> =>
    importCalendars(client, Readable.from(text.split('\n')), source);
  const years = async (): Promise<unknown[]> =>
    (
      await client.query<object>(
        `SELECT currency, year::int, off::text[], worked::text[], source FROM fx.calendar_year ORDER BY currency, year`,
      )
    ).rows;

  it('records each year that the file names as a whole, and in the place of what was known of it', async () => {
    const file = 'currency,day,kind\nCNY,2027-02-06,off\nCNY,2027-02-05,off\nCNY,2027-02-20,worked\nHKD,2028-01-03,off';
    expect(await load(file)).toEqual({ outcome: 'recorded', lines: 4, years: ['CNY 2027', 'HKD 2028'] });
    const hong = { currency: 'HKD', year: 2028, off: ['2028-01-03'], worked: [], source: 'a notice' };
    expect(await years()).toEqual([
      { currency: 'CNY', year: 2027, off: ['2027-02-05', '2027-02-06'], worked: ['2027-02-20'], source: 'a notice' },
      hong,
    ]);
    await load('kind,currency,day\noff,CNY,2027-02-08', 'a later one');
    expect(await years()).toEqual([
      { currency: 'CNY', year: 2027, off: ['2027-02-08'], worked: [], source: 'a later one' },
      hong,
    ]);
  });

  it.each([
    ['an unknown currency', 'currency,day,kind\nXXQ,2027-01-01,off', [2]],
    ['a day that is none', 'currency,day,kind\nCNY,2027-02-30,off\nCNY,2027-01-01,off', [2]],
    ['a kind that is none', 'currency,day,kind\nCNY,2027-01-01,half', [2]],
    ['a weekday that is worked anyway', 'currency,day,kind\nCNY,2027-01-04,worked', [2]],
    ['a day both off and worked', 'currency,day,kind\nCNY,2027-02-20,off\nCNY,2027-02-20,worked', [3]],
    ['too few cells', 'currency,day,kind\nCNY,2027-01-01', [2]],
    ['other columns', 'currency,date,kind\nCNY,2027-01-01,off', [1]],
    ['a quotation mark left open', 'currency,day,kind\n"CNY,2027-01-01,off', [2]],
    ['nothing in it', 'currency,day,kind', [1]],
  ])('records nothing of a file with %s, and names the lines', async (_why, text, lines) => {
    const before = await years();
    const report = await load(text);
    expect(report.outcome === 'refused' ? report.faults.map(({ line }) => line) : report).toEqual(lines);
    expect(JSON.stringify(tellReport(report, 'zh'))).toMatch(/[\u4e00-\u9fff]/);
    expect(await years()).toEqual(before);
  });
});
