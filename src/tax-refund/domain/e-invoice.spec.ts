import { type EInvoice, eInvoiceBody, type EInvoiceHint, type EInvoiceItem } from './e-invoice.js';

const ITEM: EInvoiceItem = {
  name: '*家用电器*电烤箱',
  unit: '台',
  quantity: '10',
  unitPrice: '60',
  amount: '600.00',
  rate: '13%',
  vat: '78.00',
  taxCategory: '1090413990000000000',
};
const INVOICE: EInvoice = {
  number: '26332000000012345678',
  kindCode: '01',
  blueCode: 'Y',
  issuedOn: '2026-11-10',
  seller: { name: '工厂', taxNumber: '91330281MA2DEM4D02' },
  buyer: { name: '外贸公司', taxNumber: '91330200MA2AEFJN86' },
  amount: '600.00',
  vat: '78.00',
  total: '678.00',
  remark: '',
  items: [ITEM],
};
const OVEN = { lineNumber: 1, hsCode: '8516609000', goodsName: '电烤箱' };
const hint = (change: Partial<EInvoiceHint>): EInvoiceHint => ({
  lineNumber: 1,
  hsCode: null,
  orderLineNumber: null,
  unit: null,
  ...change,
});
const read = (change: Partial<EInvoice>, orderLines = [OVEN], hints: readonly EInvoiceHint[] = []) =>
  eInvoiceBody(
    { ...INVOICE, ...change },
    {
      hints,
      orderLines,
      units: new Map([
        ['台', '001'],
        ['千克', '035'],
      ]),
    },
  );
const told = (result: ReturnType<typeof read>): string[] =>
  result.faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('An e-invoice', () => {
  it('has the HS code of the order line of its name, and says so', () => {
    const { body, warnings, faults } = read({});
    expect(faults).toEqual([]);
    expect(warnings).toMatchObject([{ pointer: '/lines/0/hsCode', rule: 'hs_code_from_order' }]);
    expect(body).toMatchObject({
      kind: 'special',
      totals: { amountExVat: { amount: '600' }, vat: { amount: '78' } },
      lines: [
        { orderLineNumber: 1, hsCode: '8516609000', unit: '001', vatRate: '0.13', quantity: '10', unitPrice: '60' },
      ],
    });
  });

  it.each([
    ['nobody says it', [] as (typeof OVEN)[], [], ['/lines/0/hsCode required']],
    ['two lines of the order have the name', [OVEN, { ...OVEN, lineNumber: 2 }], [], ['/lines/0/hsCode required']],
    ['the caller says which of them', [OVEN, { ...OVEN, lineNumber: 2 }], [hint({ orderLineNumber: 2 })], []],
    ['the caller says it', [], [hint({ hsCode: '8516609000' })], []],
    ['something is said of a line that it has not', [OVEN], [hint({ lineNumber: 2 })], ['/lines no_such_line']],
  ])('asks for the HS code as long as it is not known: %s', (_when, orderLines, hints, expected) => {
    expect(told(read({}, orderLines, hints))).toEqual(expected);
  });

  it.each([
    ['公斤', '035'],
    ['台', '001'],
    ['个', undefined],
  ])('counted in %s counts in the code %s', (unit, expected) => {
    const result = read({ items: [{ ...ITEM, unit }] });
    expect((result.body['lines'] as { unit?: string }[])[0]?.unit).toBe(expected);
    expect(told(result)).toEqual(expected === undefined ? ['/lines/0/unit unknown_unit'] : []);
  });

  it.each([
    ['13%', '0.13'],
    ['0.13', '0.13'],
    ['免税', '0'],
    ['1.5％', '0.015'],
  ])('at the rate %s is at %s', (rate, expected) => {
    expect(read({ items: [{ ...ITEM, rate }] }).body).toMatchObject({ lines: [{ vatRate: expected }] });
  });

  it('takes a discount off its line', () => {
    const discount = { ...ITEM, unit: '', quantity: '', unitPrice: '', amount: '-100.00', vat: '-13.00' };
    const { body } = read({ items: [ITEM, discount] });
    expect(body['lines']).toMatchObject([{ amountExVat: { amount: '500' }, vat: { amount: '65' }, quantity: '10' }]);
  });

  it('in red names its blue one in the remark', () => {
    const remark = '被红冲蓝字数电发票号码：26332000000012345670 红字发票信息确认单编号：33020026111000000001';
    const items = [{ ...ITEM, quantity: '-10', amount: '-600.00', vat: '-78.00' }];
    const { body } = read({ blueCode: 'N', amount: '-600.00', vat: '-78.00', total: '-678.00', remark, items });
    expect(body['redOf']).toEqual({ invoiceNumber: '26332000000012345670' });
  });

  it('is a special one, and adds up', () => {
    expect(told(read({ kindCode: '02', total: '679.00' }))).toEqual(['/kind not_special', '/totals not_the_sum']);
    expect(read({ remark: '代办退税专用' }).body['kind']).toBe('agency_refund');
  });
});
