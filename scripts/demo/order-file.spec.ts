import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { OrderFileError, readOrderFiles, SHIPPED_ORDERS } from './order-file.js';

const RUN = { number: 'A1B2C3', today: '2026-11-24' };
const [TRADING = '', AGENCY = ''] = SHIPPED_ORDERS;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entrepot-orders-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A copy of a shipped file with one thing changed. */
function changed(file: string, from: string, to: string): string {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  const copy = path.join(folder, 'order.json');
  writeFileSync(copy, text.replace(from, to));
  return copy;
}

/** `line pointer` of each fault. */
function faultsOf(...files: string[]): string[] {
  try {
    readOrderFiles(files, RUN);
    return [];
  } catch (error) {
    if (!(error instanceof OrderFileError)) throw error;
    return error.faults.map(({ line, pointer, message }) => `${line} ${pointer} ${message}`);
  }
}

describe('An order file', () => {
  it.each(SHIPPED_ORDERS.map((file) => [path.basename(file)]))('%s is right, on any day', (name) => {
    const file = path.join('scripts/demo/orders', name);
    for (const today of ['2026-02-28', '2026-11-24', '2027-12-31']) {
      expect(readOrderFiles([file], { ...RUN, today })).toHaveLength(1);
    }
  });

  it('carries the number of the run, and days counted from it', () => {
    const [order] = readOrderFiles([TRADING], RUN);
    expect(order?.order).toMatchObject({
      reference: 'DEMO-1-LED-A1B2C3',
      contractNumber: 'A1B2C3-NBL-26-1101',
      freight: { readyDate: '2026-11-29' },
    });
    expect(order?.invoices).toMatchObject([{ issuedOn: '2026-11-12' }, { issuedOn: '2026-11-14' }]);
  });

  it.each([
    ['"title":', '"titel":', '/titel', 'a name misspelt'],
    ['"USLAX"', '"Los Angeles"', '/order/route/portOfDischarge', 'a port that is no UN/LOCODE'],
    ['"planRate": "7.05"', '"planRate": 7.05', '/order/fx/planRate', 'a rate that is a number'],
    ['"unitPrice": "0.62"', '"unitPrice": "0.63"', '/order/lines/0/total', 'a total that is not price × quantity'],
    ['"netWeightKg": "3600"', '"netWeightKg": "5000"', '/order/lines/0/netWeightKg', 'more net than gross'],
    ['"incoterm": "CIF"', '"incoterm": "CFR"', '/order/freight/insuranceCharge', 'insurance that nobody owes'],
    ['91330212MA2DEM1A00', '91330212MA2DEM1AI0', '/seller/uscc', 'a credit code with a sign that there is not'],
    ['"enterpriseKind": "trading"', '"enterpriseKind": "manufacturer"', '/order/refund/mode', 'a refund for others'],
    ['"orderLineNumber": 2', '"orderLineNumber": 3', '/invoices/1/lines/0/orderLineNumber', 'an invoice for nothing'],
    ['"issuedOn": "today-10"', '"issuedOn": "today+1"', '/invoices/1/issuedOn', 'an invoice of tomorrow'],
    ['"issuedOn": "today-10"', '"issuedOn": "2026-02-30"', '/invoices/1/issuedOn', 'a day that there is not'],
    ['"52950.00"', '"52950.001"', '/payments/0/amount/amount', 'a tenth of a cent'],
  ])('with %s changed to %s is wrong at %s %s', (from, to, pointer) => {
    expect(faultsOf(changed(TRADING, from, to)).map((fault) => fault.split(' ')[1])).toContain(pointer);
  });

  it('of agency refund lets its amounts be worked out', () => {
    const line = '"unit": "001",\n          "vatRate"';
    const file = changed(
      AGENCY,
      line,
      line.replace('"vatRate"', '"vat": {"amount": "1.00", "currency": "CNY"}, "vatRate"'),
    );
    expect(faultsOf(file)).toEqual([
      expect.stringContaining('/invoices/0/lines/0/vat This field does not go together'),
    ]);
  });

  describe('of a manufacturer (免抵退)', () => {
    const cny = (amount: string) => ({ amount, currency: 'CNY' });
    const FIGURES = {
      domesticOutputVat: cny('65000.00'),
      inputVat: cny('91000.00'),
      fxRates: [{ currency: 'USD', rate: '7.08', source: 'Made up' }],
    };

    /** The manufacturer of the agency order, claiming for itself. */
    function manufacturers(change: object = {}, mode = 'manufacturer'): string {
      const file = JSON.parse(readFileSync(AGENCY, 'utf8')) as { readonly order: object };
      const copy = path.join(folder, 'manufacturer.json');
      const whole = {
        ...file,
        order: { ...file.order, refund: { mode } },
        invoices: [],
        taxPeriod: FIGURES,
        ...change,
      };
      writeFileSync(copy, JSON.stringify(whole, null, 2));
      return copy;
    }

    /** Where the line with this text stands. */
    const lineOf = (file: string, text: string): number =>
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(text)) + 1;

    it('carries the figures of its month instead of invoices', () => {
      expect(readOrderFiles([manufacturers()], RUN)).toMatchObject([{ taxPeriod: FIGURES }]);
    });

    it.each([
      ['no figures', { taxPeriod: undefined }, '/order/refund/mode', '"mode": "manufacturer"'],
      ['no rate at all', { taxPeriod: { ...FIGURES, fxRates: [] } }, '/taxPeriod/fxRates', '"fxRates"'],
      [
        'a rate of another currency',
        { taxPeriod: { ...FIGURES, fxRates: [{ currency: 'EUR', rate: '8.2', source: 'Made up' }] } },
        '/taxPeriod/fxRates',
        '"fxRates"',
      ],
      [
        'figures in dollars',
        { taxPeriod: { ...FIGURES, inputVat: { amount: '91000.00', currency: 'USD' } } },
        '/taxPeriod/inputVat',
        '"inputVat"',
      ],
      ['a figure misspelt', { taxPeriod: { ...FIGURES, inputTax: cny('1.00') } }, '/taxPeriod/inputTax', '"inputTax"'],
    ])('is wrong with %s', (_what, change, pointer, text) => {
      const file = manufacturers(change);
      const [fault = ''] = faultsOf(file);
      expect(fault.split(' ').slice(0, 2).join(' ')).toBe(`${lineOf(file, text)} ${pointer}`);
    });

    it('takes no invoices, and nobody else takes figures', () => {
      const { invoices } = JSON.parse(readFileSync(AGENCY, 'utf8')) as { readonly invoices: object[] };
      expect(faultsOf(manufacturers({ invoices })).join()).toContain('/invoices A manufacturer claims by its month');
      expect(faultsOf(manufacturers({ invoices }, 'agency')).join()).toContain('/taxPeriod Only a refund of the mode');
    });
  });

  it('tells all its errors at once, in the order of their lines, and so do several files', () => {
    const file = changed(TRADING, '"reference": "SELLER-NB-LIGHTING"', '"colour": "red"');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"USLAX"', '"x"'));
    const faults = faultsOf(file, path.join(folder, 'missing.json'));
    expect(faults.map((fault) => fault.split(' ')[1])).toEqual([
      '/seller',
      '/seller/colour',
      '/order/route/portOfDischarge',
      '',
    ]);
    const lines = faults.slice(0, 3).map((fault) => Number(fault.split(' ')[0]));
    expect(lines).toEqual([...lines].sort((left, right) => left - right));
  });
});
