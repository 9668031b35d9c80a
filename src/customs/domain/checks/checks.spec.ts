import { SOUND_FORM, TOYS, withForm, withItem } from '../../testing/forms.js';
import { type DeclarationForm } from '../declaration-form.js';
import { type RuleId } from '../finding.js';
import { GOODS_RULES } from '../rules/goods.rules.js';
import { BOOKING_RULES } from '../rules/booking.rules.js';
import { ORDER_RULES } from '../rules/order.rules.js';
import { TABLE_RULES } from '../rules/tables.rules.js';
import { validate } from '../validation.js';
import { codesOf } from './codes.js';
import { type DeclarationFacts, type HsFacts, NO_FACTS } from './facts.js';

const TODAY = '2026-11-24';

const SOLD = { form: SOUND_FORM, containers: [{ sizeType: '22G1', count: 1 }] };
const BOOKED = { transport: SOUND_FORM.transport, freightCharge: null };
const USD = (amount: string) => ({ amount, currency: 'USD' });

/** Toys as the tariff of the year has them. */
const KNOWN: HsFacts = {
  units: { value: { firstUnit: '035', secondUnit: '007', hasOneUnit: false }, year: 2026 },
  conditions: { value: [], year: 2026 },
  elements: {
    value: ['品名', '品牌类型', '出口享惠情况', '材质'].map((name) => ({ name, required: true })),
    year: 2026,
  },
};

const FACTS: DeclarationFacts = {
  ...NO_FACTS,
  codes: codesOf({ ...SOUND_FORM, details: { CutMode: '101' } }),
  hsCodes: new Map([[TOYS.hsCode, KNOWN]]),
  order: SOLD,
  booking: BOOKED,
};

function raised(form: DeclarationForm, facts = FACTS): string[] {
  return validate(form, TODAY, true, facts).map(({ rule, pointer }) => `${rule} ${pointer}`);
}

const known = (changes: Partial<HsFacts>): DeclarationFacts => ({
  ...FACTS,
  hsCodes: new Map([[TOYS.hsCode, { ...KNOWN, ...changes }]]),
});
const asking = (letter: string, documentCode: string | null, year = 2026): DeclarationFacts =>
  known({ conditions: { value: [{ letter, name: { en: 'A paper', zh: '证件' }, documentCode }], year } });

/** Tables without one of the codes that the form uses. */
function without(table: keyof typeof LACKING): DeclarationFacts {
  const rest = new Set([...(FACTS.codes.get(table) ?? [])].filter((code) => code !== LACKING[table]));
  return { ...FACTS, codes: new Map([...FACTS.codes, [table, rest]]) };
}
const LACKING = {
  customs_office: '3104',
  domestic_port: '380101',
  world_port: 'DEU063',
  country: 'DEU',
  currency: 'USD',
  supervision_mode: '0110',
  levy_nature: '101',
  transport_mode: '2',
  package_type: '22',
  domestic_district: '33029',
} as const;

type Case = readonly [RuleId, string, DeclarationForm, DeclarationFacts];

const OF_TABLES: readonly Case[] = [
  ['customs_office_unknown', '/declarationOffice', SOUND_FORM, without('customs_office')],
  ['exit_port_not_on_record', '/portOfLoading', SOUND_FORM, without('domestic_port')],
  ['destination_port_not_on_record', '/portOfDischarge', SOUND_FORM, without('world_port')],
  ['country_not_on_record', '/destinationCountry', SOUND_FORM, without('country')],
  ['currency_not_on_record', '/currency', SOUND_FORM, without('currency')],
  ['supervision_mode_unknown', '/supervisionMode', SOUND_FORM, without('supervision_mode')],
  ['levy_nature_unknown', '/details/CutMode', withForm({ details: { CutMode: '101' } }), without('levy_nature')],
  ['transport_mode_unknown', '/transportMode', SOUND_FORM, without('transport_mode')],
  ['package_type_not_on_record', '/items/0/packageType', SOUND_FORM, without('package_type')],
  ['district_unknown', '/items/0/sourceDistrict', SOUND_FORM, without('domestic_district')],
];

const OF_GOODS: readonly Case[] = [
  [
    'hs_code_ended',
    '/items/0/hsCode',
    SOUND_FORM,
    { ...FACTS, hsCodes: new Map(), endedHsCodes: new Map([[TOYS.hsCode, '2025-12-31']]) },
  ],
  ['first_unit_of_code', '/items/0/firstUnit', withItem({ firstUnit: '007', firstQuantity: '1000' }), FACTS],
  ['second_unit_of_code', '/items/0/secondUnit', withItem({ secondUnit: null, secondQuantity: null }), FACTS],
  [
    'second_unit_of_code',
    '/items/0/secondUnit',
    SOUND_FORM,
    known({ units: { value: { firstUnit: '035', secondUnit: null, hasOneUnit: true }, year: 2026 } }),
  ],
  ['elements_of_code', '/items/0/declarationElements', withItem({ declarationElements: '塑料玩具|0|2' }), FACTS],
  ['licence_missing', '/licences', SOUND_FORM, asking('4', '4')],
  ['export_prohibited', '/items/0/hsCode', SOUND_FORM, asking('8', null)],
  ['quantities_inconsistent', '/items/0/secondQuantity', withItem({ secondQuantity: '999' }), FACTS],
  [
    'quantities_inconsistent',
    '/items/0/firstQuantity',
    withItem({ quantity: '1', unit: '070', unitPrice: '10500', secondQuantity: null, secondUnit: null }),
    FACTS,
  ],
  [
    'second_quantity_differs',
    '/items/0/secondQuantity',
    withItem({ firstUnit: '011', firstQuantity: '1000', secondUnit: '035', secondQuantity: '900' }),
    FACTS,
  ],
  ['whole_number', '/items/0/quantity', withItem({ quantity: '1000.5', secondQuantity: '1000.5' }), FACTS],
  ['goods_name_not_chinese', '/items/0/goodsName', withItem({ goodsName: 'Toys' }), FACTS],
];

const beside = (changes: Partial<DeclarationForm>): DeclarationFacts => ({
  ...FACTS,
  order: { ...SOLD, form: withForm(changes) },
});
const line = (changes: Partial<typeof TOYS>): DeclarationFacts => beside({ items: [{ ...TOYS, ...changes }] });

const OF_ORDERS: readonly Case[] = [
  ['order_contract', '/contractNumber', SOUND_FORM, beside({ contractNumber: 'INV-2' })],
  ['order_term', '/incoterm', SOUND_FORM, beside({ incoterm: 'FCA' })],
  ['order_mode', '/supervisionMode', SOUND_FORM, beside({ supervisionMode: '1039' })],
  ['order_exporter', '/exporter/uscc', SOUND_FORM, beside({ exporter: { ...SOUND_FORM.exporter, uscc: 'X' } })],
  ['order_consignee', '/consignee/name', SOUND_FORM, beside({ consignee: { ...SOUND_FORM.consignee, name: 'X' } })],
  ['order_destination', '/destinationCountry', SOUND_FORM, beside({ destinationCountry: 'AT' })],
  ['order_item_missing', '/items', SOUND_FORM, beside({ items: [TOYS, { ...TOYS, orderLineId: 'another' }] })],
  ['order_item_unknown', '/items/0', SOUND_FORM, line({ orderLineId: 'another' })],
  ['order_hs_code', '/items/0/hsCode', SOUND_FORM, line({ hsCode: '9503002100' })],
  ['order_quantity', '/items/0/quantity', SOUND_FORM, line({ quantity: '1001' })],
  ['invoice_price', '/items/0/unitPrice', SOUND_FORM, line({ unitPrice: '10.49' })],
  ['invoice_total', '/currency', SOUND_FORM, line({ total: USD('10500.01') })],
  ['packing_list_packages', '/items/0/packages', SOUND_FORM, line({ packageType: '23' })],
  ['packing_list_weight', '/items/0/grossWeightKg', SOUND_FORM, line({ grossWeightKg: '1050.5' })],
];

const booked = (changes: Partial<typeof SOUND_FORM.transport>): DeclarationFacts => ({
  ...FACTS,
  booking: { ...BOOKED, transport: { ...SOUND_FORM.transport, ...changes } },
});

const OF_BOOKINGS: readonly Case[] = [
  ['booking_vessel', '/transport/vesselName', SOUND_FORM, booked({ vesselName: 'SBX PACIFIC' })],
  ['booking_voyage', '/transport/voyageNumber', SOUND_FORM, booked({ voyageNumber: '027W' })],
  ['booking_bill', '/transport/billNumber', SOUND_FORM, booked({ billNumber: 'SNBX0000795000002' })],
  [
    'booking_freight',
    '/freightCharge',
    withForm({ incoterm: 'CFR', freightCharge: USD('900.00') }),
    { ...FACTS, booking: { ...BOOKED, freightCharge: USD('950.00') } },
  ],
  [
    'booking_containers',
    '/containers',
    SOUND_FORM,
    { ...FACTS, order: { ...SOLD, containers: [{ sizeType: '42G1', count: 1 }] } },
  ],
];

const CASES = [...OF_TABLES, ...OF_GOODS, ...OF_ORDERS, ...OF_BOOKINGS];

describe('A declaration beside what is known of it', () => {
  it('has no findings where it says the same', () => {
    expect(raised(SOUND_FORM)).toEqual([]);
  });

  it.each(CASES)('breaks %s at %s', (rule, pointer, form, facts) => {
    expect(raised(form, facts)).toContain(`${rule} ${pointer}`);
  });

  it('is tried here for every rule of tables, goods, orders and bookings', () => {
    const rules = [TABLE_RULES, GOODS_RULES, ORDER_RULES, BOOKING_RULES].flatMap((each) => Object.keys(each));
    expect(new Set(CASES.map(([rule]) => rule))).toEqual(new Set(rules));
  });

  it('is not found wrong by what is not known', () => {
    const odd = withItem({ firstUnit: '011', firstQuantity: '1000', packageType: '99', sourceDistrict: '99999' });
    expect(raised(odd, NO_FACTS)).toEqual([]);
  });

  it('may use a unit that only the imported table has', () => {
    const odd = withItem({ unit: '199', quantity: '1000' });
    const onRecord = { ...NO_FACTS, codes: new Map([['unit' as const, new Set(['199'])]]) };
    expect([raised(odd, NO_FACTS), raised(odd, onRecord)]).toEqual([['unit_unknown /items/0/unit'], []]);
  });
});

describe('What the tariff of an earlier year says', () => {
  it.each([
    [2026, 'error'],
    [2018, 'warning'],
    [null, 'warning'],
  ])('of %s, is an %s', (year, severity) => {
    const facts = known({ units: { value: { firstUnit: '011', secondUnit: '007', hasOneUnit: false }, year } });
    expect(validate(SOUND_FORM, TODAY, true, facts)).toMatchObject([{ rule: 'first_unit_of_code', severity }]);
  });
});

describe('A condition of the code', () => {
  const answered = (letter: string, form: DeclarationForm, documentCode: string | null = letter) =>
    !raised(form, asking(letter, documentCode)).includes('licence_missing /licences');
  const licence = (code: string) => withForm({ licences: [{ code, number: '26-AA-100001' }] });

  it.each([
    ['4', '4', true, 'under its own code'],
    ['4', '3', false, 'not under another'],
    ['3', 'G', true, 'a directed licence for a general one'],
    ['G', '3', true, 'and the other way round'],
    ['E', 'E', true, 'a permit'],
  ])('%s is answered by a licence %s: %s, %s', (letter, code, expected) => {
    expect(answered(letter, licence(code))).toBe(expected);
  });

  it('is answered by the element of its own where it is an export licence, and only then', () => {
    const numbered = withForm({ details: { LicenseNo: '26-AA-100001' } });
    expect(['3', '4', 'E'].map((letter) => answered(letter, numbered))).toEqual([true, true, false]);
  });

  it.each<[string, string | null, string]>([
    ['1', '1', 'of imports'],
    ['B', null, 'an inspection'],
    ['x', 'x', 'of processing trade'],
    ['y', 'y', 'of border trade'],
  ])('%s asks for nothing here: %s', (letter, documentCode, _why) => {
    expect(answered(letter, SOUND_FORM, documentCode)).toBe(true);
  });
});
