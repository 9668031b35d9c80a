import pg from 'pg';

import { decoded, importLibrary, type LibraryReport } from '../../scripts/import/import-library.js';
import { tellReport } from '../../scripts/import/import-file.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const HEAD = '商品代码,商品名称,计量单位,起始日期,截止日期,征税率,退税率,特殊标识';
const TOYS = '9503008900,其他玩具,千克,20260101,20991231,13,13,';
const GOLD = ['710812000001,工业用金,克,20260101,20991231,13,13,', '710812000002,其他金,克,20260101,20991231,13,0,2'];

/** 金 in GBK, as an export of the bureaus has it. */
const GBK = { 金: [0xbd, 0xf0] } as const;

describe('The import of the refund library', () => {
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

  const load = (lines: readonly string[], issue: string): Promise<LibraryReport> =>
    importLibrary(client, lines.join('\r\n'), { name: '出口退税率文库', issue, source: 'sample' });
  const current = async (): Promise<unknown[]> => {
    const { rows } = await client.query<{ row: unknown }>(
      `SELECT array[code, valid_from::text, valid_to::text, refund_rate::text, zero_meaning] AS row
       FROM catalogue.refund_rate WHERE replaced_in IS NULL ORDER BY code, valid_from`,
    );
    return rows.map(({ row }) => row);
  };

  it('records an issue with the days, the rates and what nought means', async () => {
    expect(await load([HEAD, TOYS, ...GOLD], '2026A')).toEqual({
      ...{ outcome: 'recorded', lines: 3, passedOver: [], version: '出口退税率文库 2026A' },
      ...{ added: 3, replaced: 0, unchanged: 0, notListed: 0 },
    });
    expect(await current()).toEqual([
      ['710812000001', '2026-01-01', null, '0.13', null],
      ['710812000002', '2026-01-01', null, '0', 'exempt'],
      ['9503008900', '2026-01-01', null, '0.13', null],
    ]);
  });

  it('changes nothing when the same file comes again', async () => {
    expect(await load([HEAD, TOYS, ...GOLD], '2026A again')).toMatchObject({ version: null, added: 0, unchanged: 3 });
  });

  it('replaces what it says of a code, and leaves codes that it does not have', async () => {
    const toys = ['9503008900,其他玩具,千克,20260101,20260630,13,13,', '9503008900,其他玩具,千克,20260701,,13,9%,'];
    expect(await load([HEAD, ...toys], '2026B')).toMatchObject({ added: 2, replaced: 1, unchanged: 0, notListed: 2 });
    expect((await current()).slice(2)).toEqual([
      ['9503008900', '2026-01-01', '2026-06-30', '0.13', null],
      ['9503008900', '2026-07-01', null, '0.09', null],
    ]);
  });

  it('takes a code that is no longer divided', async () => {
    expect(await load([HEAD, '7108120000,金,克,20260101,,13,0,1'], '2026C')).toMatchObject({ added: 1, replaced: 2 });
    expect((await current())[0]).toEqual(['7108120000', '2026-01-01', null, '0', 'taxed_as_domestic']);
  });

  it('takes the columns of the DBF, passes over what it does not know, and says so', async () => {
    const head = 'CODE,NAME,UNIT,ST_DATE,END_DATE,ZSSL_SET,TSL,TSFLAG,CJDL,CLDE,SPLB';
    const report = await load([head, '2402200000,烟草制的卷烟,千支,20260101,20991231,"13,9",0,2,56,150,C'], '2026D');
    expect(report).toMatchObject({ outcome: 'recorded', passedOver: ['SPLB'] });
    const { rows } = await client.query(
      `SELECT vat_rates, ad_valorem::text, trim_scale(specific_tax)::text AS specific_tax FROM catalogue.refund_rate
       WHERE code = '2402200000'`,
    );
    expect(rows).toEqual([{ vat_rates: ['0.13', '0.09'], ad_valorem: '0.56', specific_tax: '150' }]);
  });

  it.each<[string, string[], { line: number; message: string }[]]>([
    [
      'another layout, with what was expected',
      ['code,rate', '9503008900,13'],
      [
        {
          line: 1,
          message:
            'This is no refund library: the columns 商品名称, 计量单位, 起始日期, 截止日期, 征税率, 退税率, 特殊标识 are missing. ' +
            'Expected are 商品代码, 商品名称, 计量单位, 起始日期, 截止日期, 征税率, 退税率, 特殊标识; found are code, rate',
        },
      ],
    ],
    [
      'every fault at once, with its line',
      [HEAD, '950300,,千克,20260230,,13,130,', TOYS, '9503008900,x,千克,20260101'],
      [
        { line: 2, message: '950300 is no code of 8 digits or of 10 to 16' },
        { line: 2, message: 'The name of the goods is missing' },
        { line: 2, message: '20260230 is no day such as 20260101' },
        { line: 2, message: '130 is no percentage from 0 to 100' },
        { line: 4, message: 'The line has 4 values, the first line names 8' },
      ],
    ],
    [
      'intervals of a code that overlap',
      [HEAD, TOYS, '9503008900,其他玩具,千克,20270101,,13,9,'],
      [{ line: 3, message: '9503008900 from 2027-01-01 overlaps with line 2' }],
    ],
    [
      'an issue that is on record with other rates',
      [HEAD, '9503008900,其他玩具,千克,20260101,,13,6,'],
      [
        {
          line: 1,
          message: 'The issue 出口退税率文库 2026A is on record with other rates; give this file an issue of its own',
        },
      ],
    ],
    ['a file without goods', [HEAD], [{ line: 1, message: 'The file has no line of goods' }]],
  ])('refuses %s, and keeps nothing', async (_what, lines, faults) => {
    const before = await current();
    const report = await load(lines, '2026A');
    expect(tellReport(report, 'en')).toMatchObject({ outcome: 'refused', faults });
    expect(await current()).toEqual(before);
  });

  it('reads GBK as well as UTF-8', () => {
    expect(decoded(Uint8Array.from(GBK.金))).toBe('金');
    expect(decoded(new TextEncoder().encode('金'))).toBe('金');
  });
});
