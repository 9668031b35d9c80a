import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';

import pg from 'pg';

import { importFile, type ImportReport, tellReport } from '../../scripts/import/import-file.js';
import { type FileKind } from '../../src/catalogue/domain/stated-row.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const HEAD = 'code,name_zh,first_unit,second_unit,mfn,vat,supervision,elements';
const PHONE = '8517130000,智能手机,001,035,0%,13%,-,品牌类型;出口享惠情况;用途;GTIN?';

describe('The import of reference data', () => {
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

  const load = (text: string, validFrom: string, kind: FileKind = 'hs_codes'): Promise<ImportReport> =>
    importFile(client, Readable.from(text.split('\n')), {
      kind,
      validFrom,
      source: `tariff of ${validFrom}`,
      year: null,
    });
  const history = async (code: string, topic: string): Promise<unknown[]> =>
    (
      await client.query<{ value: object }>(
        `SELECT valid_from::text AS "from", valid_to::text AS "to", value FROM catalogue.reference_entry
          WHERE code = $1 AND topic = $2 ORDER BY valid_from`,
        [code, topic],
      )
    ).rows;
  const size = async (): Promise<string | undefined> =>
    (await client.query<{ count: string }>('SELECT count(*) FROM catalogue.reference_entry')).rows[0]?.count;

  it('records what each line states, and nothing for what it leaves open', async () => {
    expect(await load(`${HEAD}\n${PHONE}`, '2022-01-01')).toEqual({
      outcome: 'recorded',
      lines: 1,
      added: 6,
      changed: 0,
      unchanged: 0,
    });
    expect(await history('8517130000', 'hs_supervision')).toEqual([
      { from: '2022-01-01', to: null, value: { conditions: [] } },
    ]);
    expect(await history('8517130000', 'hs_export_duty')).toEqual([]);
  });

  it('changes nothing when the same file comes again', async () => {
    expect(await load(`${HEAD}\n${PHONE}`, '2022-01-01')).toMatchObject({ added: 0, changed: 0, unchanged: 6 });
  });

  it('closes what held the day before a new value begins, and keeps it', async () => {
    const report = await load('code,mfn\n8517130000,5%', '2026-01-01');
    expect(report).toMatchObject({ outcome: 'recorded', added: 0, changed: 1 });
    expect(await history('8517130000', 'hs_mfn')).toMatchObject([
      { from: '2022-01-01', to: '2025-12-31', value: { rate: { rate: '0' } } },
      { from: '2026-01-01', to: null, value: { rate: { rate: '0.05' } } },
    ]);
    expect(await load(`${HEAD}\n${PHONE}`, '2022-01-01')).toMatchObject({ added: 0, changed: 0, unchanged: 6 });
  });

  it('puts what is learned late in between', async () => {
    await load('code,mfn\n8517130000,2%', '2024-01-01');
    expect(await history('8517130000', 'hs_mfn')).toMatchObject([
      { from: '2022-01-01', to: '2023-12-31' },
      { from: '2024-01-01', to: '2025-12-31' },
      { from: '2026-01-01', to: null },
    ]);
  });

  it.each([
    ['a value on record from that day', 'code,mfn\n8517130000,9%', [2]],
    ['a code that is none', 'code,mfn\n7700000000,9%\n85171300,9%', [2, 3]],
    [
      'a rate, a share, a letter and a unit',
      'code,mfn,vat,supervision,name_zh,first_unit\n8517140000,9,120%,!,x,35',
      [2, 2, 2, 2],
    ],
    ['the same code twice', 'code,mfn\n8517140000,1%\n8517140000,2%', [3]],
    ['a column that nobody knows', 'code,mfm\n8517140000,1%', [1]],
    ['too many values', 'code,mfn\n8517140000,1%,2%', [2]],
    ['days that are none', 'code,mfn,valid_from\n8517140000,1%,2026-02-30', [2]],
    ['a quotation mark left open', 'code,mfn\n"8517140000,1%', [2]],
  ])('records nothing of a file with %s, and names the lines', async (_why, text, lines) => {
    const before = await size();
    const report = await load(text, '2026-01-01');
    expect(report.outcome === 'refused' ? report.faults.map(({ line }) => line) : report).toEqual(lines);
    expect(JSON.stringify(tellReport(report, 'zh'))).toMatch(/[\u4e00-\u9fff]/);
    expect(await size()).toBe(before);
  });

  it('takes tables of codes, with names in quotation marks', async () => {
    expect(
      await load('code,name_zh,name_en\nDEU063,汉堡,"Hamburg, ""the port"""', '2018-08-01', 'world_port'),
    ).toMatchObject({ added: 1 });
    expect(await history('DEU063', 'world_port')).toMatchObject([{ value: { nameEn: 'Hamburg, "the port"' } }]);
  });

  const taxTable = path.join(
    process.env['REFERENCE_DATA_DIR'] ?? '/nowhere',
    'cn_tax_classification/tax_classification_codes_20171222.csv',
  );
  (existsSync(taxTable) ? it : it.skip)('takes the published table of tax classification codes as it is', async () => {
    const text = readFileSync(taxTable, 'utf8').trimEnd();
    expect(await load(text, '2017-12-22', 'tax_classification')).toMatchObject({ added: 4_205, changed: 0 });
    expect(await history('1010101010000000000', 'tax_classification')).toMatchObject([
      { from: '2017-12-22', value: { nameZh: '稻谷', shortName: '谷物', hsCodes: [], isGroup: null } },
    ]);
    expect(await load(text, '2017-12-22', 'tax_classification')).toMatchObject({ added: 0, unchanged: 4_205 });
  });

  const folder = path.join(process.env['REFERENCE_DATA_DIR'] ?? '/nowhere', 'customs_params');
  const whereGiven = existsSync(folder) ? it : it.skip;

  whereGiven('takes the official tables as they are, and names the line that is there twice', async () => {
    const official = (name: string): string => readFileSync(path.join(folder, name), 'utf8').trimEnd();
    expect(await load(official('customs_office.csv'), '2018-08-01', 'customs_office')).toMatchObject({ added: 1_044 });
    expect(await load(official('country.csv'), '2018-08-01', 'country')).toMatchObject({
      outcome: 'refused',
      faults: [{ message: { values: { code: 'ZAF' } } }],
    });
  });
});
