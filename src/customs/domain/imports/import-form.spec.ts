import { SOUND_FORM, TOYS } from '../../testing/forms.js';
import { WHISKY_TERMS } from '../../testing/import-terms.js';
import { Decimal } from '../../../kernel/decimal.js';
import { type Money } from '../../../kernel/money.js';
import { assessImport } from '../import-assessment.js';
import { requestActions } from '../declaration-request.js';
import { validate } from '../validation.js';
import { formOfImport, importOf, importPointer, type ImportTerms } from './import-form.js';
import { shipmentOf } from './import-shipment.js';
import { differencesOf } from './tax-bill.js';

const IMPORTER = SOUND_FORM.exporter;
const formed = (changes: Partial<ImportTerms> = {}) =>
  formOfImport(IMPORTER, IMPORTER, { ...WHISKY_TERMS, ...changes }, () => TOYS.orderLineId);
const rules = (changes: Partial<ImportTerms>) =>
  validate(formed(changes), '2026-12-01', true).map(({ pointer, rule }) => [importPointer(pointer), rule]);

describe('An import on the form of declarations', () => {
  it('comes back word for word', () => {
    expect(importOf(formed())).toEqual(WHISKY_TERMS);
  });

  it('has nothing wrong with it, and is not asked to stay in the country', () => {
    expect(rules({})).toEqual([]);
    expect(requestActions('released', false, 'import')).toEqual(['request_amendment']);
  });

  it.each<[string, Partial<ImportTerms>, (readonly string[])[]]>([
    [
      'a price to the port abroad without freight',
      { freightCharge: null },
      [['/freightCharge', 'import_freight_required']],
    ],
    ['a price that holds the freight', { incoterm: 'CIF', freightCharge: null }, []],
    ['no rate of exchange', { exchangeRate: null }, [['/exchangeRate', 'exchange_rate_missing']]],
    ['a port that is of no country', { portOfLoading: 'XXAAA' }, [['/portOfLoading', 'departure_port_unknown']]],
    ['a port of entry that nobody knows', { portOfDischarge: 'CNAAA' }, [['/portOfDischarge', 'entry_port_unknown']]],
    ['the same with its code', { portOfDischarge: 'CNAAA', entryPortCode: '380101' }, []],
    [
      'a charge in another currency',
      { otherCharge: { amount: '5.00', currency: 'EUR' } },
      [['/otherCharge', 'charge_currency']],
    ],
  ])('says of %s', (_what, changes, found) => {
    expect(rules(changes)).toEqual(found);
  });

  it.each([
    ['FOB', '1200.00', undefined],
    ['CFR', undefined, undefined],
    ['CIF', undefined, undefined],
  ])('under %s adds to the value only what the price leaves out', (incoterm, freight, insurance) => {
    const shipment = shipmentOf(formed({ incoterm }), '2026-12-01');
    expect([shipment?.freight?.toAmountString(), shipment?.insurance]).toEqual([freight, insurance]);
  });

  it('has no taxes that could be told without a rate of exchange', () => {
    expect(shipmentOf(formed({ exchangeRate: null }), '2026-12-01')).toBeNull();
  });
});

const RATE = { amountPerUnit: null, unit: null, validFrom: '2026-01-01', source: 'a table', year: 2026 };
const TARIFF = {
  mfn: { ...RATE, rate: '0.1' },
  provisional: null,
  general: null,
  vat: { ...RATE, rate: '0.13' },
  consumptionTax: { ...RATE, rate: '0' },
};
const taxed = (changes: Partial<ImportTerms>, provisional: string | null = null) => {
  const shipment = shipmentOf(formed(changes), '2026-12-01');
  if (shipment === null) throw new Error('Nothing to assess');
  const tariff = { ...TARIFF, provisional: provisional === null ? null : { ...RATE, rate: provisional } };
  return assessImport(shipment, new Map([['2208300000', tariff]]));
};
const [LINE] = WHISKY_TERMS.items;
const preferred = (dutyRate: string): Partial<ImportTerms> => ({
  items:
    LINE === undefined
      ? []
      : [{ ...LINE, treatment: 'agreement', preference: { agreement: '14', certificate: 'JP1', dutyRate } }],
});

describe('The taxes of an import', () => {
  it('follow the agreement that its origin gives a right to', () => {
    const [item] = taxed(preferred('0.05')).items;
    expect([item?.dutyBasis, item?.duty.toAmountString()]).toEqual(['agreement', '7548.58']);
  });

  it('follow a provisional rate that is lower than the agreed one', () => {
    expect(taxed(preferred('0.05'), '0.02').items[0]?.dutyBasis).toBe('provisional');
    expect(taxed(preferred('0.05'), '0.06').items[0]?.dutyBasis).toBe('agreement');
  });

  it('differ from a bill by the fen, tax by tax', () => {
    const foreseen = taxed({});
    const line = (tax: 'duty' | 'vat', amount: Money) => ({ tax, number: 'N', amount: amount.toJSON() });
    const right = [line('duty', foreseen.duty), line('vat', foreseen.vat)];
    expect(differencesOf(right, foreseen)).toEqual([]);
    const dearer = foreseen.duty.times(new Decimal('1.1'), 'half-up');
    expect(differencesOf([line('duty', dearer)], foreseen)).toEqual([
      { tax: 'duty', billed: dearer.toJSON(), foreseen: foreseen.duty.toJSON() },
      { tax: 'vat', billed: { amount: '0.00', currency: 'CNY' }, foreseen: foreseen.vat.toJSON() },
    ]);
  });

  it('are all unforeseen where nobody could tell', () => {
    const bill = [{ tax: 'vat' as const, number: 'N', amount: { amount: '5.00', currency: 'CNY' } }];
    expect(differencesOf(bill, null)).toEqual([
      { tax: 'vat', billed: { amount: '5.00', currency: 'CNY' }, foreseen: null },
    ]);
  });
});
