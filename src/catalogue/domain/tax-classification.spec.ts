import { type FileTerms, readLine, columnFaults } from './stated-row.js';
import { coversHs, significantDigits } from './tax-classification.js';

const TERMS: FileTerms = {
  kind: 'tax_classification',
  validFrom: '2017-12-22',
  source: '公告2017年第45号',
  year: 2017,
};
const CODE = '1090413990000000000';

describe('A row of the table of tax classification codes', () => {
  it('is read under the names of the official table, with its days', () => {
    const cells = {
      合并编码: CODE,
      货物和劳务名称: '其他家用厨房电器具',
      商品和服务分类简称: '家用厨房电器具',
      海关进出口商品品目: '8516、85.09;8501-8504',
      汇总项: 'N',
      启用时间: '20160501',
    };
    expect(readLine(TERMS, cells)).toEqual({
      entries: [
        {
          topic: 'tax_classification',
          code: CODE,
          value: {
            nameZh: '其他家用厨房电器具',
            shortName: '家用厨房电器具',
            description: null,
            hsCodes: ['8516', '8509', '8501-8504'],
            isGroup: false,
          },
          validFrom: '2016-05-01',
          validTo: null,
          source: '公告2017年第45号',
          year: 2017,
        },
      ],
      faults: [],
    });
  });

  it('tells every fault of it at once', () => {
    const cells = { code19: '10904', name: '', hs_codes: '电器', is_group: '也许', valid_from: '2026-02-30' };
    expect(readLine(TERMS, cells).faults.map(({ code }) => code.replace('CATALOGUE.', ''))).toEqual([
      'line_days',
      'line_tax_code',
      'line_name',
      'line_hs_codes',
      'line_group',
    ]);
  });

  it('stands under a known header', () => {
    expect(columnFaults('tax_classification', ['code19', 'name', 'short_name', 'description'])).toEqual([]);
    expect(columnFaults('tax_classification', ['篇', '合并编码', '颜色'])).toHaveLength(2);
  });
});

describe('A tax classification code', () => {
  it.each([
    ['1000000000000000000', '1'],
    ['1010100000000000000', '10101'],
    [CODE, '109041399'],
    ['1010101010000000100', '10101010100000001'],
  ])('%s has the digits %s', (code, digits) => {
    expect(significantDigits(code)).toBe(digits);
  });

  it.each([
    [['8516'], '8516609000', true],
    [['8509', '851660'], '8516609000', true],
    [['8501-8504'], '8503009090', true],
    [['8501-8504'], '8505110000', false],
    [[], '8516609000', false],
  ])('with the headings %j covers %s: %s', (headings, hsCode, expected) => {
    expect(coversHs(headings, hsCode)).toBe(expected);
  });
});
