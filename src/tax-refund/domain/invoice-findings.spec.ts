import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { checkInvoice } from './check-invoice.js';
import { type InvoiceInput } from './invoice-input.js';
import { type CheckDigits } from './invoice-findings.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const LINE = {
  orderLineNumber: 1,
  hsCode: '8516609000',
  goodsName: '电烤箱',
  quantity: new Decimal(3),
  unit: '001',
  amount: cny('100.00'),
  vatRate: new Decimal('0.13'),
  vat: cny('13.00'),
  unitPrice: null,
  taxCategory: null,
  blueLineNumber: null,
};
const INVOICE: InvoiceInput = {
  kind: 'special',
  invoiceCode: null,
  invoiceNumber: '26332000000012345678',
  issuedOn: '2026-11-10',
  seller: { name: '工厂', taxNumber: '91330281MA2DEM4D02' },
  buyer: { name: '外贸公司', taxNumber: '91330200MA2AEFJN86' },
  lines: [LINE],
  fxRate: null,
  fxSource: null,
  remark: '',
  redOf: null,
  totals: null,
};
const PAPER = { invoiceCode: '3300211130', invoiceNumber: '12345678' };

/** Every fault and every warning, as `pointer code`, warnings with a question mark. */
function told(change: object, checkDigits: CheckDigits = 'warn'): string[] {
  try {
    const { warnings } = checkInvoice({ ...INVOICE, ...change }, '2026-11-24', checkDigits);
    return warnings.map(({ pointer, rule }) => `${pointer} ${rule}?`);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}
const seller = (taxNumber: string): object => ({ seller: { name: '工厂', taxNumber } });
const line = (change: object): object => ({ lines: [{ ...LINE, ...change }] });

describe('What is odd about an invoice', () => {
  it.each([
    ['nothing', {}, []],
    ['a check character', seller('91330212MA2AF1XX2U'), ['/seller/taxNumber check_character?']],
    ['signs that no code has', seller('91330212MA2IF1XX28'), ['/seller/taxNumber format']],
    ['a number of before', seller('330212779999999'), ['/seller/taxNumber old_number?']],
    ['another year', { invoiceNumber: '25332000000012345678' }, ['/invoiceNumber digital_year?']],
    ['a digital number too early', { issuedOn: '2020-11-10' }, ['/issuedOn before_digital']],
    [
      'a rate that is over',
      { ...PAPER, issuedOn: '2019-04-01', ...line({ vatRate: new Decimal('0.16'), vat: cny('16.00') }) },
      ['/lines/0/vatRate rate_over?'],
    ],
    [
      'a rate that there never was',
      line({ vatRate: new Decimal('0.12'), vat: cny('12.00') }),
      ['/lines/0/vatRate no_such_rate'],
    ],
    ['a price that fits as it is printed', line({ unitPrice: new Decimal('33.3333') }), []],
    ['a price that does not', line({ unitPrice: new Decimal('33.34') }), []],
    [
      'a price of something else',
      line({ unitPrice: new Decimal('40.00') }),
      ['/lines/0/unitPrice price_is_not_amount_by_quantity'],
    ],
    ['totals that add up', { totals: { amount: cny('100.00'), vat: cny('13.01') } }, []],
    [
      'totals that do not',
      { totals: { amount: cny('100.01'), vat: cny('13.02') } },
      ['/totals/amountExVat not_the_sum', '/totals/vat not_the_sum'],
    ],
    [
      'money back without a blue invoice',
      line({ amount: cny('-100.00'), vat: cny('-13.00') }),
      ['/lines/0/amountExVat negative', '/lines/0/vat negative'],
    ],
    [
      'a red-letter invoice that gives',
      { redOf: PAPER },
      ['/lines/0/quantity not_negative', '/lines/0/amountExVat not_negative', '/lines/0/vat not_negative'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(told(change)).toEqual(expected);
  });

  it('is refused for its check character where the tenant wants that', () => {
    expect(told(seller('91330212MA2AF1XX2U'), 'refuse')).toEqual(['/seller/taxNumber check_character']);
  });
});
