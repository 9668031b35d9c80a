import { encodeGbk } from '../../kernel/gbk.js';
import { told } from '../../kernel/sentence.js';
import { type ImportKind } from './declaration-table-columns.js';
import { DeclarationTableReader } from './declaration-table-reading.js';

const HEADER = '序号,关联号,出口发票号,报关单号,出口日期,商品代码,商品名称,计量单位,数量,美元离岸价';
const ROW = '0001,2611001001,SO-1,310420260000000001001,2026-11-20,8516609000,电烤箱,台,1000,10000.00';

function read(lines: readonly string[], kind: ImportKind = 'export_details', encode = utf8) {
  const reader = new DeclarationTableReader(kind);
  const found = lines.map((line) => reader.take(encode(line)));
  return { reader, found };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const RECORD = {
  ...{ sequence: '0001', link: '2611001001', invoice: 'SO-1', item: '310420260000000001001', exportDate: '2026-11-20' },
  ...{ hsCode: '8516609000', goodsName: '电烤箱', unit: '台', quantity: '1000', fobUsd: '10000.00' },
};

describe('A table that was prepared elsewhere', () => {
  it('is read under other names of its columns, with titles above it and sums below', () => {
    const { found, reader } = read([
      ...['外贸企业出口退税出口明细申报表,,,,', '纳税人识别号：91330200MA2AEFJN86,,申报年月：202611', HEADER],
      ...['1,2,3,4,5,6,7,8,9,10', ROW, ',,,,', '合计,,,,,,,,1000,10000.00', '小 计：,,'],
    ]);
    expect(found).toEqual([null, null, null, null, { number: 1, record: RECORD }, null, null, null]);
    expect([reader.rows, reader.headerWanted]).toEqual([1, null]);
  });

  it('is read as other programs write numbers, days and codes', () => {
    const odd = '="0001",2611001001,SO-1,\'310420260000000001001,2026/11/20,8516609000,电烤箱,台,"1,000.00","10,000"';
    expect(read([HEADER, odd]).found[1]).toEqual({ number: 1, record: RECORD });
    for (const date of ['20261120', '2026年11月20日', '2026.11.20']) {
      expect(read([HEADER, ROW.replace('2026-11-20', date)]).found[1]).toEqual({ number: 1, record: RECORD });
    }
  });

  it('is GBK in every row where its header is, also where a word is UTF-8 by chance', () => {
    // 模 in GBK is ģ in UTF-8.
    const { found } = read([HEADER, ROW.replace('电烤箱,台', '模,1')], 'export_details', encodeGbk);
    expect(found[1]).toMatchObject({ record: { goodsName: '模' } });
  });

  it('is told every fault of a row, with its row and its column', () => {
    const bad = ',2611001001,SO-1,31042026000000000100,2026-02-30,85166,电烤箱,台,many,1.005,extra';
    const { found } = read([HEADER, ROW, bad]);
    const [, , faulty] = found;
    if (faulty === null || faulty === undefined || !('faults' in faulty)) throw new Error('No faults');
    expect(faulty.faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/rows/2/sequence required',
      '/rows/2/item format',
      '/rows/2/exportDate format',
      '/rows/2/hsCode format',
      '/rows/2/quantity format',
      '/rows/2/fobUsd format',
      '/rows/2 cells_without_column',
    ]);
    const words = faulty.faults.map(({ message }) => told(message, 'zh')).join();
    expect(words).toContain('“出口日期”应为存在的日期');
  });

  it('in two encodings is told so, row by row', () => {
    const reader = new DeclarationTableReader('export_details');
    reader.take(utf8(HEADER));
    expect(reader.take(encodeGbk(ROW))).toMatchObject({ faults: [{ pointer: '/rows/1', code: 'unreadable' }] });
  });

  it('of another layout is told what is missing', () => {
    const { found } = read([HEADER.replace('报关单号', '合同号').replace('数量', '商品代码')]);
    expect(found[0]).toEqual({
      header: { missing: ['出口货物报关单号', '出口数量'], twice: ['出口商品代码'], unknown: ['合同号'] },
    });
    const { reader } = read(['a,b,c', '1,2,3']);
    expect(reader.headerWanted?.missing).toContain('出口货物报关单号');
    expect(read(Array<string>(10).fill('x')).found.at(-1)).toMatchObject({ header: { twice: [] } });
  });

  it('names the boxes of a summary with or without their formulas', () => {
    const { found } = read(
      ['项目,栏次,当期', '免抵退税额,10=11+12,1300.00', '应退税额,18（15>17则为17）,0', 'x,20,1'],
      'manufacturer_summary',
    );
    expect(found.slice(1)).toMatchObject([
      { record: { box: '10', amount: '1300.00' } },
      { record: { box: '18', amount: '0.00' } },
      { faults: [{ pointer: '/rows/3/box' }] },
    ]);
  });
});
