import { SOUND_FORM } from '../testing/forms.js';
import { WHISKY_TERMS } from '../testing/import-terms.js';
import { UnreadableReceiptError } from '../domain/declaration.errors.js';
import { formOfImport, type ImportTerms } from '../domain/imports/import-form.js';
import { composeDecMessage } from './dec-message.js';
import { readReceipts } from './receipt-reader.js';
import { readTaxBill } from './tax-bill.reader.js';

const line = (code: string, amount: string): string =>
  `<TAX_LIST><TAX_ID>310420261000000001-${code}01</TAX_ID><TAX_TYPE>${code}</TAX_TYPE><TAX_AMOUNT>${amount}</TAX_AMOUNT></TAX_LIST>`;
const bill = (lists: string, changes: Readonly<Record<string, string>> = {}): string => {
  const head = {
    SEQ_NO: 'I20260000795000001',
    ENTRY_ID: '310420261000000001',
    TAX_NO: '310420261000000001',
    NOTICE_DATE: '20261203T09300000',
    D_DATE: '20261201',
    LIMIT_DATE: '20261216',
    PAYEE_NAME: '国家金库宁波市中心支库',
    PAYEE_ACCOUNT: '270000000002267001',
    PAYEE_BANK: '011332000013',
    NOTE: '税款缴款书已制发',
    ...changes,
  };
  const fields = Object.entries(head).map(([name, text]) => `<${name}>${text}</${name}>`);
  return `<TAX_BILL><TAX_HEAD>${fields.join('')}</TAX_HEAD>${lists}</TAX_BILL>`;
};

describe('A tax bill', () => {
  it('is read tax by tax, with its days and whom to pay', () => {
    expect(readTaxBill(bill(line('A', '100.00') + line('I', '7') + line('Y', '5.5') + line('L', '14.00')))).toEqual({
      number: '310420261000000001',
      declaredOn: '2026-12-01',
      issuedOn: '2026-12-03',
      payBy: '2026-12-16',
      payee: { name: '国家金库宁波市中心支库', accountNumber: '270000000002267001', cnaps: '011332000013' },
      lines: [
        ['duty', 'A', '100.00'],
        ['anti_dumping_duty', 'I', '7.00'],
        ['consumption_tax', 'Y', '5.50'],
        ['vat', 'L', '14.00'],
      ].map(([tax, code, amount]) => ({
        tax,
        number: `310420261000000001-${code ?? ''}01`,
        amount: { amount, currency: 'CNY' },
      })),
    });
  });

  it('leaves the last day to the law where it states none', () => {
    expect(readTaxBill(bill(line('A', '1'), { LIMIT_DATE: '' })).payBy).toBeNull();
  });

  it('is a receipt like the others, beside them', () => {
    const [receipt] = readReceipts(`<RECEIPTS>${bill(line('A', '1'))}</RECEIPTS>`);
    expect(receipt).toMatchObject({
      kind: 'tax_bill',
      sequenceNumber: 'I20260000795000001',
      code: '310420261000000001',
    });
  });

  it.each([
    ['no tax', bill('')],
    ['a tax of an unknown kind', bill(line('Q', '1'))],
    ['a tax twice', bill(line('A', '1') + line('A', '2'))],
    ['an amount that is none', bill(line('A', '-1'))],
    ['taxes that come to nothing', bill(line('A', '0.00'))],
    ['no number', bill(line('A', '1'), { TAX_NO: '' })],
    ['a day that does not exist', bill(line('A', '1'), { D_DATE: '20260230' })],
    ['a last day that is no day', bill(line('A', '1'), { LIMIT_DATE: 'soon' })],
    ['nobody to pay', bill(line('A', '1'), { PAYEE_ACCOUNT: '' })],
    ['a bank that is none', bill(line('A', '1'), { PAYEE_BANK: '1' })],
  ])('with %s is refused whole', (_what, xml) => {
    expect(() => readReceipts(xml)).toThrow(UnreadableReceiptError);
  });
});

const written = (changes: Partial<ImportTerms> = {}): string => {
  const { exporter } = SOUND_FORM;
  const form = formOfImport(exporter, exporter, { ...WHISKY_TERMS, ...changes }, () => '');
  return composeDecMessage(form, 'REF', new Date(0)).text;
};
const field = (text: string, name: string): string | undefined => new RegExp(`<${name}>([^<]*)<`).exec(text)?.[1];

describe('The message of an import', () => {
  it('says where the goods come from, and by which port they enter', () => {
    const text = written();
    const names = ['IEFlag', 'TradeCountry', 'DespPortCode', 'DistinatePort', 'EntyPortCode', 'PromiseItmes'];
    expect(names.map((name) => field(text, name))).toEqual(['I', 'GBR', 'GBR210', 'GBR210', '380101', '10100']);
    expect(field(text, 'OverseasConsignorEname')).toBe('Highland Example Distillers Ltd.');
    expect(text).not.toContain('OverseasConsigneeEname');
    expect([field(text, 'OriginCountry'), field(text, 'DestinationCountry')]).toEqual(['GBR', 'CHN']);
  });

  it.each<[string, Partial<ImportTerms>, (string | undefined)[]]>([
    ['freight, and 3‰ for an unknown premium', {}, ['3', '1200.00', '1', '0.3']],
    [
      'a premium that is known',
      { insuranceCharge: { amount: '9.00', currency: 'USD' } },
      ['3', '1200.00', '3', '9.00'],
    ],
    ['no freight that the price holds', { incoterm: 'CFR' }, [undefined, undefined, '1', '0.3']],
    ['nothing beside a price that holds both', { incoterm: 'CIF' }, [undefined, undefined, undefined, undefined]],
  ])('declares %s', (_what, changes, charges) => {
    const text = written(changes);
    expect(['FeeMark', 'FeeRate', 'InsurMark', 'InsurRate'].map((name) => field(text, name))).toEqual(charges);
  });

  it('names the certificate of an agreed rate among its papers', () => {
    const [item] = WHISKY_TERMS.items;
    const preference = { agreement: '14', certificate: 'JP26110001', dutyRate: '0.05' };
    const items = item === undefined ? [] : [{ ...item, treatment: 'agreement' as const, preference }];
    expect(written({ items })).toContain('<DocuCode>Y</DocuCode><CertCode>&lt;14&gt;JP26110001</CertCode>');
  });
});
