import { type Sentence, told } from '../../kernel/sentence.js';
import { readMatchRow } from './match-rows.js';

const faultsOf = (found: ReturnType<typeof readMatchRow>): readonly Sentence[] => (found instanceof Array ? found : []);

const PAPER = {
  ...{ matchKey: 'SO-1', voucherNumber: '333021260900000001', issuedOn: '2026-11-11', hsCode: '8516609000' },
  ...{ supplierTaxNumber: '91330212MA2AF1XX2U', buyerTaxNumber: '91330200MA2AEFJN86', goodsName: '电烤箱' },
  ...{ quantity: '1000', unit: '001', taxableAmount: '60000.00', rate: '0.1', amountPerUnit: '1.5', tax: '7500.00' },
};
const read = (change: object) =>
  readMatchRow(JSON.stringify({ ...PAPER, ...change }), {
    ...{ kind: 'consumption_tax_vouchers' as const, row: 7, header: null, today: '2026-12-01' },
  });
const faults = (change: object): string[] => {
  return faultsOf(read(change)).map((fault) => told(fault, 'en').replace('Row 7: ', ''));
};

describe('A row that is a paper of consumption tax', () => {
  it('is a 消费税专用缴款书 where no kind is named', () => {
    expect(read({})).toMatchObject({ kind: 'payment_certificate', splitOf: '' });
  });

  it.each<[string, object, readonly string[]]>([
    ['tells every field that has not its form', { hsCode: '1', unit: 'kg' }, ['hsCode', 'unit']],
    ['is of a day that has come', { issuedOn: '2026-12-02' }, ['issuedOn']],
    ['says what its rates come to', { tax: '7500.02' }, ['tax']],
    ['may differ by one fen', { tax: '7500.01' }, []],
    ['has a rate, or an amount for each unit', { rate: '', amountPerUnit: '' }, ['rate', 'tax']],
    ['has a value where it is taxed by it', { taxableAmount: '' }, ['taxableAmount', 'tax']],
    ['needs none where it is not', { taxableAmount: '', rate: '', tax: '1500.00' }, []],
    ['names what it was split from', { kind: 'split_certificate' }, ['splitOf']],
    ['is split from nothing otherwise', { splitOf: '333021260900000009' }, ['splitOf']],
    ['is between two', { supplierTaxNumber: '91330200MA2AEFJN86' }, ['buyerTaxNumber']],
    ['is in CNY', { tax: '7500.001', taxableAmount: '0.001' }, ['tax', 'taxableAmount']],
    [
      'tells all of it at once',
      { quantity: '0', issuedOn: '2027-01-01', rate: '2', tax: '0' },
      ['issuedOn', 'quantity', 'tax', 'rate', 'tax'],
    ],
  ])('%s', (_what, change, fields) => {
    expect(faults(change).map((fault) => fault.split(/[: ]/)[0])).toEqual(fields);
  });
});

describe('A row that is a declared item', () => {
  const item = {
    ...{ matchKey: 'SO-1', declarationLine: '310420260795000001001', exporterTaxNumber: '91330200MA2AEFJN86' },
    ...{ exportDate: '2026-11-20', supervisionMode: '0110', hsCode: '8516609000', goodsName: '电烤箱' },
    ...{ quantity1: '1000', unit1: '001', fob: '10000.00', currency: 'USD' },
  };
  const readItem = (change: object) =>
    readMatchRow(JSON.stringify({ ...item, ...change }), {
      ...{ kind: 'items' as const, row: 1, header: null, today: '2026-12-01' },
    });

  it('has a waiver of consumption tax where one is given, and is otherwise what it was before there was one', () => {
    expect(readItem({ consumptionTaxWaiver: 'No 分割单' })).toMatchObject({ consumptionTaxWaiver: 'No 分割单' });
    expect(Object.keys(readItem({}))).not.toContain('consumptionTaxWaiver');
  });

  it('tells all that is wrong with it at once', () => {
    const found = readItem({ nobody: '1', hsCode: '1', exportDate: '2026-13-01' });
    expect(faultsOf(found).map(({ code }) => code)).toEqual([
      'TAX_MATCH.row_unknown',
      'TAX_MATCH.row_field',
      'TAX_MATCH.row_field',
    ]);
    const together = readItem({ fob: '1.001', quantity2: '5' });
    expect(faultsOf(together).map(({ code }) => code)).toEqual(['TAX_MATCH.row_money', 'TAX_MATCH.row_units']);
  });
});
