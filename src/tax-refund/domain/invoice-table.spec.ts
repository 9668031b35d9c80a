import { InvoiceRows, type InvoiceHeader, readInvoiceHeader, rowText } from './invoice-table.js';

const HEADER =
  'invoice_number,issued_on,seller_name,seller_tax_number,buyer_name,buyer_tax_number,hs_code,goods_name,quantity,unit,amount,vat_rate,vat';
const row = (number: string, amount = '100.00'): string =>
  `${number},2026-11-10,工厂,91330281MA2DEM4D02,外贸,91330200MA2AEFJN86,8516609000,"烤箱, 大",3,001,${amount},13%,13.00`;

function invoices(header: string, rows: readonly string[]): (readonly [number, number, unknown])[] {
  const reading = new InvoiceRows(readInvoiceHeader(header) as InvoiceHeader);
  const found = [...rows.map((each) => reading.take(each)), reading.rest()];
  return found.flatMap((each) => (each === null ? [] : [[each.firstRow, each.rows, each.body] as const]));
}

describe('A table of invoices', () => {
  it('has one row for each line; rows of one invoice follow one another', () => {
    const found = invoices(HEADER, [row('1'), row('1', '200.00'), row('2'), row('1')]);
    expect(found.map(([first, rows]) => [first, rows])).toEqual([
      [1, 2],
      [3, 1],
      [4, 1],
    ]);
    expect(found[0]?.[2]).toEqual({
      kind: 'special',
      invoiceNumber: '1',
      issuedOn: '2026-11-10',
      seller: { name: '工厂', taxNumber: '91330281MA2DEM4D02' },
      buyer: { name: '外贸', taxNumber: '91330200MA2AEFJN86' },
      lines: ['100.00', '200.00'].map((amount) => ({
        hsCode: '8516609000',
        goodsName: '烤箱, 大',
        quantity: '3',
        unit: '001',
        amountExVat: { amount, currency: 'CNY' },
        vatRate: '0.13',
        vat: { amount: '13.00', currency: 'CNY' },
      })),
    });
  });

  it.each([
    [HEADER.replace('unit,', 'Einheit,'), { unknown: ['Einheit'], twice: [], missing: ['unit'] }],
    [`${HEADER},vat`, { unknown: [], twice: ['vat'], missing: [] }],
    ['', { unknown: [''] }],
  ])('tells everything that is wrong with its header: %s', (header, expected) => {
    expect(readInvoiceHeader(header)).toMatchObject(expected);
  });

  it('may have its columns in Chinese, in any order', () => {
    const names =
      '税额,税率,金额,单位,数量,货物名称,商品编码,购买方税号,购买方名称,销售方税号,销售方名称,开票日期,发票号码';
    expect(readInvoiceHeader(names)).toHaveProperty('columns');
  });

  it('tells cells that belong to no column, and leaves out those that are not there', () => {
    expect(invoices(HEADER, [`${row('1')},x`])[0]?.[2]).toHaveProperty('cells_without_column', ['x']);
    expect(invoices(HEADER, ['1,2026-11-10'])[0]?.[2]).toEqual({
      kind: 'special',
      invoiceNumber: '1',
      issuedOn: '2026-11-10',
      lines: [{}],
    });
  });

  it('is read in UTF-8 and in GBK', () => {
    const gbk = Buffer.from([0xb7, 0xa2, 0xc6, 0xb1, 0x2c, 0x31]);
    expect([rowText(gbk), rowText(Buffer.from('发票,1'))]).toEqual(['发票,1', '发票,1']);
  });
});
