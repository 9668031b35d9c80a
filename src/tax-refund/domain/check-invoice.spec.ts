import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { checkInvoice } from './check-invoice.js';
import { type InvoiceInput, type InvoiceLineInput } from './invoice-input.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const TODAY = '2026-11-24';

const LINE: InvoiceLineInput = {
  orderLineNumber: 1,
  hsCode: '8516609000',
  goodsName: '电烤箱',
  quantity: new Decimal(1_000),
  unit: '001',
  amount: cny('60000.00'),
  vatRate: new Decimal('0.13'),
  vat: cny('7800.00'),
  unitPrice: null,
  taxCategory: null,
  blueLineNumber: null,
};
const INVOICE: InvoiceInput = {
  kind: 'special',
  invoiceCode: null,
  invoiceNumber: '26332000000012345678',
  issuedOn: '2026-11-10',
  seller: { name: '工厂', taxNumber: '91330212MA2AF1XX2U' },
  buyer: { name: '外贸公司', taxNumber: '91330200MA2AEFJN86' },
  lines: [LINE],
  fxRate: null,
  fxSource: null,
  remark: '',
  redOf: null,
  totals: null,
};
const AGENCY: InvoiceInput = {
  ...INVOICE,
  kind: 'agency_refund',
  fxRate: new Decimal('7.0827'),
  fxSource: 'SAFE middle rate of 2026-11-02',
  remark: '代办退税专用',
};

function faultsOf(invoice: InvoiceInput): string[] {
  try {
    checkInvoice(invoice, TODAY);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('A VAT invoice', () => {
  it('is the sum of its lines', () => {
    const other = { ...LINE, amount: cny('0.07'), vat: cny('0.01') };
    const { amount, vat } = checkInvoice({ ...INVOICE, lines: [LINE, other] }, TODAY);
    expect([amount.toString(), vat.toString()]).toEqual(['60000.07 CNY', '7800.01 CNY']);
  });

  it.each([
    ['7800.00', [], 'exact'],
    ['7800.01', [], 'one fen more: another rounding'],
    ['7799.99', [], 'one fen less'],
    ['7800.02', ['/lines/0/vat vat_is_not_amount_times_rate'], 'two fen more: a mistake'],
    ['6902.65', ['/lines/0/vat vat_is_not_amount_times_rate'], 'the amount was taken to contain the VAT'],
  ])('with VAT of %s on 60,000.00 at 13 %% has the faults %j: %s', (vat, faults) => {
    expect(faultsOf({ ...INVOICE, lines: [{ ...LINE, vat: cny(vat) }] })).toEqual(faults);
  });

  it.each([
    ['is issued tomorrow', { issuedOn: '2026-11-25' }, ['/issuedOn in_the_future']],
    ['is issued on a day that does not exist', { issuedOn: '2026-02-30' }, ['/issuedOn invalid_date']],
    ['is digital and has a code', { invoiceCode: '3300211130' }, ['/invoiceCode code_and_number_differ']],
    ['is on paper and has none', { invoiceNumber: '12345678' }, ['/invoiceCode code_and_number_differ']],
    ['is from and to the same party', { buyer: INVOICE.seller }, ['/buyer/taxNumber same_party']],
    ['is empty', { lines: [] }, ['/lines too_few']],
    ['is special but marked for agency', { remark: '备注：代办退税专用' }, ['/kind is_agency']],
    ['is special and names a rate', { fxRate: new Decimal(7) }, ['/fxRate not_applicable']],
    ['counts nothing', { lines: [{ ...LINE, quantity: new Decimal(0) }] }, ['/lines/0/quantity not_positive']],
    [
      'gives 13 for 13 %',
      { lines: [{ ...LINE, vatRate: new Decimal(13) }] },
      ['/lines/0/vatRate out_of_range', '/lines/0/vat vat_is_not_amount_times_rate'],
    ],
  ])('that %s is refused', (_why, change, faults) => {
    expect(faultsOf({ ...INVOICE, ...change })).toEqual(faults);
  });

  it('tells all of its faults at once', () => {
    const faults = faultsOf({ ...INVOICE, issuedOn: '2027-01-01', lines: [{ ...LINE, vat: cny('1.00') }] });
    expect(faults).toEqual(['/issuedOn in_the_future', '/lines/0/vat vat_is_not_amount_times_rate']);
  });
});

describe('An agency invoice', () => {
  it('says so in its remark, and names the rate it was converted by', () => {
    expect(faultsOf(AGENCY)).toEqual([]);
    expect(faultsOf({ ...AGENCY, remark: '', fxRate: null, fxSource: null })).toEqual([
      '/fxRate required',
      '/fxSource required',
      '/remark agency_remark_missing',
    ]);
  });
});
