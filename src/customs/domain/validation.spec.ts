import { SOUND_FORM, TOYS, withForm, withItem } from '../testing/forms.js';
import { type DeclarationForm } from './declaration-form.js';
import { type RuleId } from './finding.js';
import { validate } from './validation.js';

const TODAY = '2026-11-24';

function found(form: DeclarationForm, isLeaving = true): string[] {
  return validate(form, TODAY, isLeaving).map(({ rule, pointer }) => `${rule} ${pointer}`);
}

const USD = (amount: string) => ({ amount, currency: 'USD' });

describe('A declaration that is right', () => {
  it('has no findings', () => {
    expect(validate(SOUND_FORM, TODAY, true)).toEqual([]);
  });

  it('may lack its transport as long as it does not leave', () => {
    const form = withForm({ transport: { vesselName: null, voyageNumber: null, billNumber: null }, containers: [] });
    expect(found(form, false)).toEqual([]);
    expect(found(form, true)).toEqual([
      'transport_required /transport/vesselName',
      'transport_required /transport/voyageNumber',
      'transport_required /transport/billNumber',
      'containers_missing /containers',
    ]);
  });

  it('may lack the carriage that its price contains as long as it does not leave: the booking tells it', () => {
    const form = withForm({ incoterm: 'CFR', freightCharge: null });
    expect(found(form, false)).toEqual([]);
    expect(found(form, true)).toEqual(['freight_required /freightCharge']);
  });

  it('tells all findings at once, each with its place', () => {
    const form = withForm({
      declarationOffice: '310',
      incoterm: 'XXX',
      items: [{ ...TOYS, hsCode: '95030089', sourceDistrict: '3302' }],
    });
    expect(found(form)).toEqual([
      'customs_office_format /declarationOffice',
      'incoterm_unknown /incoterm',
      'hs_code_format /items/0/hsCode',
      'district_format /items/0/sourceDistrict',
    ]);
  });
});

describe('A market purchase (1039)', () => {
  const bought = (amount: string, currency = 'USD') =>
    withForm({
      supervisionMode: '1039',
      currency,
      items: [{ ...TOYS, quantity: '1', secondQuantity: '1', unitPrice: amount, total: { amount, currency } }],
    });

  it.each([
    ['150000.00', 'USD', []],
    ['150000.01', 'USD', ['value_limit /items']],
    ['150000.01', 'EUR', ['value_limit_in_usd /currency']],
  ])('of %s %s is found to be %j', (amount, currency, expected) => {
    expect(found(bought(amount, currency)).filter((each) => each.startsWith('value_limit'))).toEqual(expected);
  });

  it('alone has a limit', () => {
    expect(found({ ...bought('150000.01'), supervisionMode: '0110' })).toEqual([]);
  });
});

describe('Each rule', () => {
  const party = (changes: object) => withForm({ exporter: { ...SOUND_FORM.exporter, ...changes } });
  it.each<[RuleId, string, DeclarationForm, string]>([
    ['customs_office_format', '/exitOffice', withForm({ exitOffice: '31O4' }), 'a letter O in it'],
    ['uscc_format', '/exporter/uscc', party({ uscc: '91330203MA2AEXAMP' }), '17 characters'],
    ['uscc_checksum', '/exporter/uscc', party({ uscc: '91330203MA2AEXAMPP' }), 'a wrong last character: a warning'],
    ['customs_code_format', '/exporter/customsCode', party({ customsCode: '330296123' }), 'nine characters'],
    ['name_required', '/exporter/name', party({ name: ' ' }), 'blank'],
    ['hs_chapter_unknown', '/items/0/hsCode', withItem({ hsCode: '7701000000' }), 'chapter 77 is reserved'],
    ['hs_chapter_unknown', '/items/0/hsCode', withItem({ hsCode: '9801000000' }), 'chapter 98 is no tariff chapter'],
    ['elements_required', '/items/0/declarationElements', withItem({ declarationElements: '' }), 'none'],
    [
      'elements_incomplete',
      '/items/0/declarationElements',
      withItem({ declarationElements: '玩具|塑料' }),
      'no brand type: a warning',
    ],
    ['goods_name_required', '/items/0/goodsName', withItem({ goodsName: '' }), 'none'],
    ['unit_format', '/items/0/unit', withItem({ unit: 'PCE' }), 'UN/ECE code instead of the customs one'],
    ['unit_unknown', '/items/0/unit', withItem({ unit: '999' }), 'not in our seed: a warning'],
    ['quantity_required', '/items/0/firstQuantity', withItem({ firstQuantity: '0' }), 'nothing declared'],
    ['quantity_required', '/items/0/quantity', withItem({ quantity: '1000.123456' }), 'six decimals'],
    ['second_unit_incomplete', '/items/0/secondUnit', withItem({ secondUnit: null }), 'a quantity of what?'],
    ['second_unit_incomplete', '/items/0/secondQuantity', withItem({ secondQuantity: null }), 'how many?'],
    [
      'first_quantity_differs',
      '/items/0/firstQuantity',
      withItem({ firstQuantity: '900' }),
      '900 kg beside 980 kg net',
    ],
    [
      'price_total_mismatch',
      '/items/0/total',
      withItem({ total: USD('10500.07') }),
      'seven cents; six are tolerated at 1000',
    ],
    [
      'price_required',
      '/items/0/unitPrice',
      withItem({ unitPrice: '0', total: USD('0.00') }),
      'a gift has a value too',
    ],
    [
      'one_currency',
      '/items/0/total',
      withItem({ total: { amount: '10500.00', currency: 'EUR' } }),
      'euro in a dollar declaration',
    ],
    [
      'currency_not_listed',
      '/currency',
      withForm({ currency: 'KWD', items: [{ ...TOYS, total: { amount: '10500.000', currency: 'KWD' } }] }),
      'dinars',
    ],
    ['net_over_gross', '/items/0/netWeightKg', withItem({ grossWeightKg: '979' }), 'packing weighs less than nothing'],
    ['weight_required', '/netWeightKg', withItem({ netWeightKg: '0.004', firstUnit: '007' }), 'rounds to 0.00'],
    ['packages_required', '/packages', withItem({ packages: 0 }), 'unpacked goods count 1'],
    [
      'package_type_unknown',
      '/items/0/packageType',
      withItem({ packageType: 'CT' }),
      'UN/ECE code instead of the customs one',
    ],
    [
      'district_format',
      '/items/0/sourceDistrict',
      withItem({ sourceDistrict: '330299' }),
      'six digits are the place of inspection',
    ],
    [
      'country_unknown',
      '/consignee/country',
      withForm({ consignee: { ...SOUND_FORM.consignee, country: 'UK' } }),
      'the code is GB',
    ],
    ['port_unknown', '/portOfDischarge', withForm({ portOfDischarge: 'DEXXX' }), 'DEU000 is declared: a warning'],
    ['destination_port_format', '/portOfDischarge', withForm({ portOfDischarge: 'QQXXX' }), 'no such country'],
    [
      'destination_port_format',
      '/destinationPortCode',
      withForm({ destinationPortCode: 'HAM' }),
      'not the customs code',
    ],
    ['exit_port_unknown', '/portOfLoading', withForm({ portOfLoading: 'CNXXX' }), 'not in our seed'],
    ['freight_required', '/freightCharge', withForm({ incoterm: 'CFR' }), 'the price includes it'],
    [
      'insurance_required',
      '/insuranceCharge',
      withForm({ incoterm: 'CIF', freightCharge: USD('900.00') }),
      'the price includes it',
    ],
    [
      'charge_currency',
      '/freightCharge',
      withForm({ incoterm: 'CFR', freightCharge: { amount: '6000.00', currency: 'CNY' } }),
      'yuan beside dollars',
    ],
    [
      'charges_exceed_value',
      '/freightCharge',
      withForm({ incoterm: 'CFR', freightCharge: USD('10500.00') }),
      'nothing left',
    ],
    ['contract_number_required', '/contractNumber', withForm({ contractNumber: '' }), 'none'],
    ['goods_place_required', '/goodsPlace', withForm({ goodsPlace: '' }), 'none'],
    ['containers_missing', '/containers', withForm({ containers: [] }), 'a warning'],
    ['no_items', '/items', withForm({ items: [] }), 'nothing to declare'],
  ])('%s at %s', (rule, pointer, form, _why) => {
    expect(found(form)).toContain(`${rule} ${pointer}`);
  });

  it('takes the elements with or without their names', () => {
    expect(found(withItem({ declarationElements: '用途:烘烤|品牌类型:2|出口享惠情况:0|型号:EO-35' }))).toEqual([]);
  });

  it('names a company once, whatever its parts', () => {
    const nameless = { ...SOUND_FORM.exporter, name: '' };
    expect(found(withForm({ exporter: nameless, producer: nameless }))).toEqual(['name_required /exporter/name']);
  });

  it('takes fifty items and not one more', () => {
    const items = (count: number) => Array.from({ length: count }, (_, index) => ({ ...TOYS, itemNumber: index + 1 }));
    expect(found(withForm({ items: items(50) }))).toEqual([]);
    expect(found(withForm({ items: items(51) }))).toEqual(['too_many_items /items']);
  });

  it('only warns of what may be right all the same', () => {
    const doubtful = withForm({ portOfDischarge: 'DEXXX', containers: [], items: [{ ...TOYS, unit: '999' }] });
    expect(validate(doubtful, TODAY, true).map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
  });

  it('lets a price of four decimals be off by half of the last one per unit', () => {
    const cheap = {
      quantity: '3',
      secondQuantity: '3',
      unitPrice: '3.3333',
      total: USD('10.00'),
      firstUnit: '007',
      firstQuantity: '3',
    };
    expect(found(withItem(cheap))).toEqual([]);
  });
});
