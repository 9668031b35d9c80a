import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import {
  assessImport,
  type ImportedItem,
  type ImportedShipment,
  type ImportTariff,
  type TariffRate,
} from './import-assessment.js';

const usd = (amount: string) => Money.parse(amount, 'USD');
const rate = (fraction: string | null, amountPerUnit: string | null = null): TariffRate => ({
  rate: fraction,
  amountPerUnit,
  unit: amountPerUnit === null ? null : '035',
  validFrom: '2026-01-01',
  source: 'tariff',
  year: 2026,
});
const tariff = (change: Partial<ImportTariff> = {}): ImportTariff => ({
  mfn: rate('0.1'),
  provisional: null,
  general: rate('1.8'),
  vat: rate('0.13'),
  consumptionTax: rate('0'),
  ...change,
});
const TARIFFS = new Map<string, ImportTariff>([
  ['8516310000', tariff()],
  ['2208300000', tariff({ consumptionTax: rate('0.2', '1') })],
  ['0207120000', tariff({ mfn: rate(null, '1.3'), vat: rate('0.09') })],
  ['3303000000', tariff({ provisional: rate('0.03') })],
  ['8703101100', tariff({ general: null })],
]);

const item = (hsCode: string, total: string, change: Partial<ImportedItem> = {}): ImportedItem => ({
  hsCode,
  total: usd(total),
  quantities: [{ quantity: new Decimal('912'), unit: '035' }],
  treatment: 'mfn',
  ...change,
});
const shipment = (change: Partial<ImportedShipment> = {}): ImportedShipment => ({
  importedOn: '2026-11-29',
  valueBasis: 'CIF',
  currency: 'USD',
  rate: new Decimal('7.1'),
  items: [item('8516310000', '10000.00')],
  ...change,
});
const amounts = (...monies: readonly Money[]) => monies.map((money) => money.toAmountString());

describe('What customs would charge on an import', () => {
  it('is on the price in CNY, where it is CIF', () => {
    const { dutiableValue, duty, vat, totalTax } = assessImport(shipment(), TARIFFS);
    expect(amounts(dutiableValue, duty, vat, totalTax)).toEqual(['71000.00', '7100.00', '10153.00', '17253.00']);
  });

  it('shares freight and premium out by value, and loses none of it', () => {
    const { items, dutiableValue } = assessImport(
      shipment({
        valueBasis: 'FOB',
        freight: usd('1000.00'),
        insurance: usd('100.01'),
        items: [item('8516310000', '10000.00'), item('8516310000', '5000.00'), item('8516310000', '5000.00')],
      }),
      TARIFFS,
    );
    // 20,000.00 + 1,000.00 + 100.01 USD at 7.1.
    expect(amounts(...items.map((each) => each.dutiableValue), dutiableValue)).toEqual([
      '74905.04',
      '37452.52',
      '37452.51',
      '149810.07',
    ]);
  });

  it('adds 3‰ for insurance where no premium is known', () => {
    const { items } = assessImport(shipment({ valueBasis: 'FOB', freight: usd('1000.00') }), TARIFFS);
    expect(items.map(({ insurance }) => insurance?.toAmountString())).toEqual(['234.30']);
  });

  it('goes by quantity where the rate does, alone or beside a share of the value', () => {
    const { items } = assessImport(
      shipment({ items: [item('2208300000', '10000.00'), item('0207120000', '1000.00')] }),
      TARIFFS,
    );
    // (71,000 + 7,100 + 912) / 0.8 × 0.2 + 912 = 20,665; chicken 912 kg × 1.3.
    expect(amounts(...items.flatMap(({ duty, consumptionTax }) => [duty, consumptionTax]))).toEqual([
      '7100.00',
      '20665.00',
      '1185.60',
      '0.00',
    ]);
  });

  it.each([
    ['3303000000', 'mfn', 'provisional', '2130.00'],
    ['3303000000', 'general', 'general', '127800.00'],
    ['8516310000', 'mfn', 'mfn', '7100.00'],
  ] as const)('takes for %s of %s origin the %s rate', (hsCode, treatment, basis, duty) => {
    const [assessed] = assessImport(shipment({ items: [item(hsCode, '10000.00', { treatment })] }), TARIFFS).items;
    expect([assessed?.dutyBasis, assessed?.duty.toAmountString()]).toEqual([basis, duty]);
  });

  it('shows the working of each item and of the sums', () => {
    const { steps } = assessImport(shipment(), TARIFFS);
    expect(steps.find(({ name }) => name === 'items.0.vat')?.value).toBe('10153.00 CNY');
    expect(steps.at(-1)).toEqual({ name: 'totalTax', formula: 'sum of items.*.totalTax', value: '17253.00 CNY' });
  });

  it.each([
    [
      'a code of which nothing is on record',
      { items: [item('9999999999', '1.00')] },
      ['rate_unknown', 'rate_unknown', 'rate_unknown'],
    ],
    [
      'a rate that no source states',
      { items: [item('8703101100', '1.00', { treatment: 'general' })] },
      ['rate_unknown'],
    ],
    ['a quantity that is needed', { items: [item('0207120000', '1.00', { quantities: [] })] }, ['quantity_needed']],
    ['no freight of a FOB price', { valueBasis: 'FOB' }, ['required']],
    ['freight beside a CIF price', { freight: usd('1.00') }, ['not_applicable']],
    ['freight in another currency', { valueBasis: 'FOB', freight: Money.parse('1.00', 'EUR') }, ['currency_mismatch']],
    ['a rate of zero', { rate: new Decimal(0) }, ['not_positive']],
    ['nothing', { items: [] }, ['too_few']],
  ] as const)('refuses %s', (_what, change, codes) => {
    const assess = (): unknown => assessImport(shipment(change), TARIFFS);
    expect(assess).toThrow(InvalidInputError);
    try {
      assess();
    } catch (error) {
      expect((error as InvalidInputError).faults.map(({ code }) => code)).toEqual(codes);
    }
  });
});
