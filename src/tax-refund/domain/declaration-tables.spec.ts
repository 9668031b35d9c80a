import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { encodeGbk } from '../../kernel/gbk.js';
import { Money } from '../../kernel/money.js';
import { RowCutter } from '../../kernel/table-rows.js';
import { TABLES, type TableRecord } from './declaration-table-columns.js';
import { DeclarationTableReader } from './declaration-table-reading.js';
import {
  csvOf,
  type DeclaredClaim,
  type DeclaredLine,
  type DetailKind,
  sequenceOf,
  tableRecords,
  tableRows,
} from './declaration-tables.js';

const KINDS: readonly DetailKind[] = ['export_details', 'purchase_details', 'agency_details', 'manufacturer_details'];
const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const PURCHASE = {
  ...{ invoiceCode: null, invoiceNumber: '26332000000012345678', supplierTaxNumber: '91330212MA2AF1XX2U' },
  ...{ issuedOn: '2026-11-10', quantity: new Decimal(600), taxable: cny('36000.00') },
};
const LINE: DeclaredLine = {
  ...{ declarationLine: '310420260000000001001', exportDate: '2026-11-20', hsCode: '8516609000', goodsName: '电烤箱' },
  ...{ unit: '001', quantity: new Decimal(1000), fob: Money.parse('10000.00', 'USD') },
  ...{ vatRate: new Decimal('0.13'), refundRate: new Decimal('0.13'), refund: cny('7800.01') },
  ...{ taxable: cny('60000.00'), bonded: cny('0.00'), nonRefundable: cny('0.00'), isCorrection: false },
  ...{ papers: [], consumptionTax: cny('0.00') },
  purchases: [
    PURCHASE,
    { ...PURCHASE, invoiceCode: '3300211130', invoiceNumber: '12345678', taxable: cny('24000.00') },
  ],
};
const CLAIM: DeclaredClaim = {
  ...{
    period: '202611',
    batch: 3,
    links: null,
    businessType: null,
    orderReference: 'SO-1',
    planRate: null,
    remark: null,
  },
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

/** As the platform writes it, and an import reads it. */
function readBack(kind: DetailKind, claim: DeclaredClaim, encode: (text: string) => Uint8Array): TableRecord[] {
  const header = TABLES[kind].columns.map(({ name }) => name);
  const bytes = Buffer.from(encode(csvOf([header, ...tableRows(kind, [claim])])));
  const reader = new DeclarationTableReader(kind);
  const cutter = new RowCutter(true, 16_384);
  const read = [...cutter.take(bytes), ...cutter.rest()].map((row) => reader.take(row));
  return read.flatMap((one) => {
    if (one === null) return [];
    if (!('record' in one)) throw new Error(JSON.stringify(one));
    return [one.record];
  });
}

const amount = fc.bigInt({ min: 1n, max: 10n ** 13n }).map((minor) => Money.ofMinor(minor, 'CNY'));
const quantity = fc.integer({ min: 1, max: 10 ** 9 }).map((thousandths) => new Decimal(thousandths).div(1000));
const rate = fc.integer({ min: 0, max: 17 }).map((percent) => new Decimal(percent).div(100));
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
// Characters of GBK, and what must be quoted.
const word = fc
  .string({ unit: fc.constantFrom(...'电烤箱模茅关", a1\n（）'), maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => !/^["='\d]/.test(text));
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-11-${String(number).padStart(2, '0')}`);
const purchase = fc.record({
  invoiceCode: fc.option(digits(10)),
  invoiceNumber: digits(20),
  supplierTaxNumber: fc.constant('91330212MA2AF1XX2U'),
  issuedOn: day,
  quantity,
  taxable: amount,
});
const line = (isCorrection: boolean): fc.Arbitrary<DeclaredLine> =>
  fc
    .record({
      ...{ declarationLine: digits(21), exportDate: day, hsCode: digits(10), goodsName: word, unit: digits(3) },
      ...{ quantity, taxable: amount, bonded: amount, refund: amount, nonRefundable: amount, vatRate: rate },
      fob: fc.option(amount.map(({ minor }) => Money.ofMinor(minor, 'USD'))),
      refundRate: rate,
      purchases: fc.array(purchase, { minLength: 1, maxLength: 4 }),
      papers: fc.constant([]),
      consumptionTax: fc.constant(Money.zero('CNY')),
    })
    .map((each) => {
      if (!isCorrection) return { ...each, isCorrection };
      const { taxable, refund } = each;
      return {
        ...each,
        isCorrection,
        taxable: taxable.negated(),
        refund: refund.negated(),
        quantity: each.quantity.negated(),
      };
    });
const claim: fc.Arbitrary<DeclaredClaim> = fc.boolean().chain((isCorrection) =>
  fc.record({
    period: fc.constant('202611'),
    batch: fc.integer({ min: 1, max: 99 }),
    links: fc.constant(null),
    businessType: fc.constantFrom(null, 'HWC-YT' as const),
    orderReference: word,
    planRate: fc.option(rate),
    remark: fc.option(word),
    lines: fc.array(line(isCorrection), { minLength: 1, maxLength: 8 }),
  }),
);

describe('A table that the platform writes', () => {
  it.each(KINDS)('is read back equal, in UTF-8 and in GBK: %s', (kind) => {
    fc.assert(
      fc.property(claim, (given) => {
        const written = tableRecords(kind, [given]).map((record) => {
          const { columns } = TABLES[kind];
          return Object.fromEntries(columns.map(({ field }) => [field, record[field] ?? '']));
        });
        expect(readBack(kind, given, (text) => new TextEncoder().encode(text))).toEqual(written);
        expect(readBack(kind, given, encodeGbk)).toEqual(written);
      }),
      { numRuns: 100 },
    );
  });

  it.each(KINDS.slice(1, 3))('shares out refund and base to the fen, of corrections too: %s', (kind) => {
    fc.assert(
      fc.property(claim, (given) => {
        for (const one of given.lines) {
          const records = tableRecords(kind, [{ ...given, lines: [one] }]);
          const sum = (field: string) =>
            Money.sum(
              records.map((record) => cny(record[field] ?? '')),
              'CNY',
            ).toAmountString();
          expect(sum('refund')).toBe(one.refund.toAmountString());
          if (one.isCorrection) expect(sum('taxable')).toBe(one.taxable.toAmountString());
        }
      }),
      { numRuns: 100 },
    );
  });

  it('numbers its rows as the forms count on', () => {
    expect([1, 9_999, 10_000, 10_999, 11_000, 35_999, 36_000].map(sequenceOf)).toEqual([
      ...['0001', '9999', 'A000', 'A999', 'B000', 'Z999', '36000'],
    ]);
  });
});

describe('The tables of a declaration', () => {
  it.each(KINDS)('have as many cells in a row as the form has columns: %s', (kind) => {
    for (const row of tableRows(kind, [CLAIM])) expect(row).toHaveLength(TABLES[kind].columns.length);
  });

  it('tie lines of one rate together, and never lines of two', () => {
    const links = tableRows('export_details', [CLAIM]).map(([number, link, , line]) => `${number} ${link} ${line}`);
    expect(links).toEqual([
      '0001 2611003001 310420260000000001001',
      '0002 2611003001 310420260000000001001',
      '0003 2611003002 310420260000000001002',
    ]);
  });

  it('name each invoice with its share of the refund, to the fen', () => {
    const [first, second] = tableRows('purchase_details', [CLAIM]);
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
