import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import {
  csvOf,
  type DeclaredClaim,
  type DeclaredLine,
  TABLE_COLUMNS,
  TABLE_KINDS,
  tableRows,
} from './declaration-tables.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const PURCHASE = {
  ...{ invoiceCode: null, invoiceNumber: '26332000000012345678', supplierTaxNumber: '91330212MA2AF1XX2U' },
  ...{ issuedOn: '2026-11-10', quantity: new Decimal(600), taxable: cny('36000.00') },
};
const LINE: DeclaredLine = {
  ...{ declarationLine: '310420260000000001001', exportDate: '2026-11-20', hsCode: '8516609000', goodsName: '电烤箱' },
  ...{ unit: '001', quantity: new Decimal(1000), fobUsd: Money.parse('10000.00', 'USD') },
  ...{ vatRate: new Decimal('0.13'), refundRate: new Decimal('0.13'), refund: cny('7800.01') },
  purchases: [
    PURCHASE,
    { ...PURCHASE, invoiceCode: '3300211130', invoiceNumber: '12345678', taxable: cny('24000.00') },
  ],
};
const CLAIM: DeclaredClaim = {
  ...{ period: '202611', batch: 3, businessType: null, orderReference: 'SO-1' },
  lines: [LINE, { ...LINE, declarationLine: '310420260000000001002', refundRate: new Decimal('0.09') }, LINE],
};
/** What a reader makes of it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('The tables of a declaration', () => {
  it.each(TABLE_KINDS)('have as many cells in a row as the form has columns: %s', (kind) => {
    for (const row of tableRows(kind, CLAIM)) expect(row).toHaveLength(TABLE_COLUMNS[kind].length);
  });

  it('tie lines of one rate together, and never lines of two', () => {
    const links = tableRows('export_details', CLAIM).map(([number, link, , line]) => `${number} ${link} ${line}`);
    expect(links).toEqual([
      '0001 2611003001 310420260000000001001',
      '0002 2611003001 310420260000000001001',
      '0003 2611003002 310420260000000001002',
    ]);
  });

  it('name each invoice with its share of the refund, to the fen', () => {
    const [first, second] = tableRows('purchase_details', CLAIM);
    expect(first?.slice(2)).toEqual([
      ...['V', '增值税专用发票', '26332000000012345678', '91330212MA2AF1XX2U', '2026-11-10', '8516609000', '电烤箱'],
      ...['001', '600', '36000.00', '13', '13', '4680.01', ''],
    ]);
    expect([second?.[4], second?.[14]]).toEqual(['330021113012345678', '3120.00']);
  });

  it('are read from the file as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'关,"\n\r a1') }).map((text) => text.replace(/\r(?!\n)/g, ''));
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsv(csvOf(rows))).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });
});
