import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type InvoiceInput } from './invoice-input.js';
import { type BlueInvoice, type BlueLine, isTakenBackWhole, takeBack } from './red-letter.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const HEAD = {
  kind: 'special' as const,
  issuedOn: '2026-11-10',
  seller: { name: '工厂', taxNumber: '91330281MA2DEM4D02' },
  buyer: { name: '外贸公司', taxNumber: '91330200MA2AEFJN86' },
};

function blueLine(lineNumber: number, change: Partial<BlueLine> = {}): BlueLine {
  return {
    id: `line-${lineNumber}`,
    lineNumber,
    hsCode: '8516609000',
    goodsName: '*家用电器*电烤箱',
    vatRate: new Decimal('0.13'),
    quantity: new Decimal(100),
    amount: cny('1000.00'),
    vat: cny('130.00'),
    redQuantity: new Decimal(0),
    redAmount: cny('0.00'),
    redVat: cny('0.00'),
    ...change,
  };
}

function red(changes: readonly object[], head: object = {}): InvoiceInput {
  const line = {
    orderLineNumber: null,
    hsCode: '8516609000',
    goodsName: '*家用电器*电烤箱',
    quantity: new Decimal(-40),
    unit: '001',
    amount: cny('-400.00'),
    vatRate: new Decimal('0.13'),
    vat: cny('-52.00'),
    unitPrice: null,
    taxCategory: null,
    blueLineNumber: null,
  };
  return {
    ...HEAD,
    invoiceCode: null,
    invoiceNumber: '26332000000012345679',
    issuedOn: '2026-11-20',
    fxRate: null,
    fxSource: null,
    remark: '',
    redOf: { invoiceCode: null, invoiceNumber: '26332000000012345678' },
    totals: null,
    lines: changes.map((change) => ({ ...line, ...change })),
    ...head,
  };
}

const blue = (lines: readonly BlueLine[]): BlueInvoice => ({ ...HEAD, isRed: false, lines });
const codes = (given: InvoiceInput, of: BlueInvoice): string[] =>
  takeBack(given, of).faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('A red-letter invoice', () => {
  it('takes back a part of the line with the same goods', () => {
    const { taken, faults } = takeBack(red([{}]), blue([blueLine(1), blueLine(2, { goodsName: '微波炉' })]));
    expect(faults).toEqual([]);
    expect(taken.map(({ blueLineId, amount }) => `${blueLineId} ${amount.toString()}`)).toEqual(['line-1 400.00 CNY']);
  });

  it.each([
    ['more than there was', [{ amount: cny('-1000.01') }], ['/lines/0/amountExVat more_than_blue']],
    [
      'more than was left by its own lines together',
      [{ quantity: new Decimal(-60) }, { quantity: new Decimal(-60) }],
      ['/lines/1/quantity more_than_blue'],
    ],
    ['VAT that was never paid', [{ vat: cny('-130.01') }], ['/lines/0/vat more_than_blue']],
    ['goods that are not on it', [{ goodsName: '冰箱' }], ['/lines/0 no_such_line']],
    ['goods of another rate', [{ vatRate: new Decimal('0.09') }], ['/lines/0 no_such_line']],
    ['a line that it has not', [{ blueLineNumber: 7 }], ['/lines/0 no_such_line']],
  ])('cannot take back %s', (_what, lines, expected) => {
    expect(codes(red(lines), blue([blueLine(1)]))).toEqual(expected);
  });

  it('counts what earlier ones took back', () => {
    const before = blueLine(1, { redQuantity: new Decimal(70), redAmount: cny('700.00'), redVat: cny('91.00') });
    expect(codes(red([{}]), blue([before]))).toEqual([
      '/lines/0/quantity more_than_blue',
      '/lines/0/amountExVat more_than_blue',
      '/lines/0/vat more_than_blue',
    ]);
  });

  it('says which line it means where several are alike, as long as more than one has something left', () => {
    const two = [blueLine(1), blueLine(2)];
    expect(codes(red([{}]), blue(two))).toEqual(['/lines/0/blueLineNumber required']);
    expect(codes(red([{ blueLineNumber: 2 }]), blue(two))).toEqual([]);
    const spent = blueLine(1, { redQuantity: new Decimal(100), redAmount: cny('1000.00'), redVat: cny('130.00') });
    expect(takeBack(red([{}]), blue([spent, blueLine(2)])).taken).toMatchObject([{ blueLineId: 'line-2' }]);
  });

  it('is between the same parties, of the same kind, and not earlier: all told at once', () => {
    const other = { kind: 'agency_refund', buyer: HEAD.seller, issuedOn: '2026-11-09' };
    expect(codes(red([{}], other), blue([blueLine(1)]))).toEqual([
      '/kind differs_from_blue',
      '/buyer/taxNumber differs_from_blue',
      '/issuedOn before_blue',
    ]);
    expect(codes(red([{}]), { ...blue([]), isRed: true })).toEqual(['/redOf/invoiceNumber is_red']);
  });

  it('takes money alone back as an allowance, and all of it in the end', () => {
    const allowance = takeBack(red([{ quantity: new Decimal(0) }]), blue([blueLine(1)]));
    expect(allowance.faults).toEqual([]);
    expect(isTakenBackWhole([blueLine(1)], allowance.taken)).toBe(false);
    const rest = blueLine(1, { redAmount: cny('600.00') });
    expect(isTakenBackWhole([rest], allowance.taken)).toBe(true);
  });
});
