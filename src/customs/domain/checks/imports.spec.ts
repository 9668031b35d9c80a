import { SOUND_FORM, TOYS } from '../../testing/forms.js';
import { type DeclarationForm, type FormItem } from '../declaration-form.js';
import { type RuleId } from '../finding.js';
import { IMPORT_RULES } from '../rules/imports.rules.js';
import { ROUTE_RULES } from '../rules/route.rules.js';
import { validate } from '../validation.js';
import { codesOf } from './codes.js';
import { type CodeTableName, type DeclarationFacts, type HsFacts, NO_FACTS } from './facts.js';

const TODAY = '2026-11-24';
const USD = (amount: string) => ({ amount, currency: 'USD' });

const FACTS_OF_ITEM = { treatment: 'mfn', antiDumpingRate: null, preference: null } as const;
const LINE: FormItem = { ...TOYS, originCountry: 'DE', import: FACTS_OF_ITEM };

/** Toys from Hamburg to Ningbo, FOB: nothing is wrong with it. */
const SOUND_IMPORT: DeclarationForm = {
  ...SOUND_FORM,
  portOfLoading: 'DEHAM',
  portOfDischarge: 'CNNGB',
  freightCharge: USD('900.00'),
  import: { exchangeRate: '7.1', otherCharge: null },
  items: [LINE],
};
const withImport = (changes: Partial<DeclarationForm>): DeclarationForm => ({ ...SOUND_IMPORT, ...changes });
const withLine = (changes: Partial<FormItem>): DeclarationForm => withImport({ items: [{ ...LINE, ...changes }] });

const FACTS: DeclarationFacts = { ...NO_FACTS, codes: codesOf(SOUND_IMPORT) };

const KNOWN: HsFacts = { units: null, elements: null, conditions: null };
const known = (changes: Partial<HsFacts>): DeclarationFacts => ({
  ...FACTS,
  hsCodes: new Map([[TOYS.hsCode, { ...KNOWN, ...changes }]]),
});
const asking = (letter: string, documentCode: string | null): DeclarationFacts =>
  known({ conditions: { value: [{ letter, name: { en: 'A paper', zh: '证件' }, documentCode }], year: 2026 } });

function without(table: CodeTableName, code: string): DeclarationFacts {
  const rest = new Set([...(FACTS.codes.get(table) ?? [])].filter((each) => each !== code));
  return { ...FACTS, codes: new Map([...FACTS.codes, [table, rest]]) };
}

function raised(form: DeclarationForm, facts = FACTS): string[] {
  return validate(form, TODAY, true, facts).map(({ rule, pointer }) => `${rule} ${pointer}`);
}

type Case = readonly [RuleId, string, DeclarationForm, DeclarationFacts];

const OF_IMPORTS: readonly Case[] = [
  ['destination_district_format', '/items/0/sourceDistrict', withLine({ sourceDistrict: '330' }), FACTS],
  ['destination_district_unknown', '/items/0/sourceDistrict', SOUND_IMPORT, without('domestic_district', '33029')],
  ['departure_port_unknown', '/portOfLoading', withImport({ portOfLoading: 'ZZZZZ' }), FACTS],
  ['departure_port_of_other_country', '/portOfLoading', withImport({ destinationCountry: 'AT' }), FACTS],
  ['port_abroad_not_on_record', '/portOfLoading', SOUND_IMPORT, without('world_port', 'DEU063')],
  ['port_abroad_not_on_record', '/destinationPortCode', withImport({ destinationPortCode: 'SGP000' }), FACTS],
  ['entry_port_unknown', '/portOfDischarge', withImport({ portOfDischarge: 'CNZZZ' }), FACTS],
  ['entry_port_not_on_record', '/portOfDischarge', SOUND_IMPORT, without('domestic_port', '380101')],
  ['entry_port_not_on_record', '/exitPortCode', withImport({ exitPortCode: '380999' }), FACTS],
  ['entry_office_of_other_district', '/exitOffice', withImport({ exitOffice: '2225' }), FACTS],
  ['discharge_port_abroad', '/portOfDischarge', withImport({ portOfDischarge: 'DEHAM' }), FACTS],
  ['import_freight_required', '/freightCharge', withImport({ freightCharge: null }), FACTS],
  ['import_charge_in_price', '/freightCharge', withImport({ incoterm: 'CFR' }), FACTS],
  ['import_charge_in_price', '/insuranceCharge', withImport({ incoterm: 'CIF', insuranceCharge: USD('9.00') }), FACTS],
  ['exchange_rate_missing', '/exchangeRate', withImport({ import: { exchangeRate: null, otherCharge: null } }), FACTS],
  ['import_prohibited', '/items/0/hsCode', SOUND_IMPORT, asking('9', null)],
];

/** Rules that hold whichever way the goods go. */
const OF_BOTH: readonly Case[] = [
  ['customs_office_unknown', '/exitOffice', SOUND_IMPORT, without('customs_office', '3104')],
  ['package_type_not_on_record', '/items/0/packageType', SOUND_IMPORT, without('package_type', '22')],
  [
    'container_check_digit',
    '/containers/0/number',
    withImport({ containers: [{ number: 'CSQU3054384', sizeType: '22G1' }] }),
    FACTS,
  ],
  [
    'first_unit_of_code',
    '/items/0/firstUnit',
    SOUND_IMPORT,
    known({ units: { value: { firstUnit: '007', secondUnit: '007', hasOneUnit: false }, year: 2026 } }),
  ],
  [
    'hs_code_ended',
    '/items/0/hsCode',
    SOUND_IMPORT,
    { ...FACTS, endedHsCodes: new Map([[TOYS.hsCode, '2025-12-31']]) },
  ],
];

describe('An import beside what is known of it', () => {
  it('has no findings where it says the same', () => {
    expect(raised(SOUND_IMPORT)).toEqual([]);
  });

  it.each([...OF_IMPORTS, ...OF_BOTH])('breaks %s at %s', (rule, pointer, form, facts) => {
    expect(raised(form, facts)).toContain(`${rule} ${pointer}`);
  });

  it('is tried here for every rule of imports', () => {
    expect(new Set(OF_IMPORTS.map(([rule]) => rule))).toEqual(new Set(Object.keys(IMPORT_RULES)));
  });

  it('is held against no rule of exports, however much is wrong with it', () => {
    const spoilt = withImport({
      portOfLoading: 'ZZZZZ',
      portOfDischarge: 'CNZZZ',
      exitOffice: '2225',
      incoterm: 'CIF',
    });
    const rules = new Set(validate(spoilt, TODAY, true, FACTS).map(({ rule }) => rule));
    const ofExports = [
      ...Object.keys(ROUTE_RULES).filter((rule) => /exit|destination|loading/.test(rule)),
      'freight_required',
    ];
    expect([...rules].filter((rule) => ofExports.includes(rule))).toEqual([]);
    expect(rules).toContain('departure_port_unknown');
  });

  it('counts certificates of origin among its papers', () => {
    const licences = Array.from({ length: 7 }, (_each, index) => ({ code: '7', number: `26-AA-${index}` }));
    const preference = { agreement: '14', certificate: 'R2026-1', dutyRate: '0' };
    const preferred = { ...LINE, import: { ...FACTS_OF_ITEM, treatment: 'agreement', preference } } as const;
    expect(raised(withImport({ licences }))).toEqual([]);
    expect(raised(withImport({ licences, items: [preferred] }))).toEqual(['too_many_licences /licences']);
  });
});

describe('A condition of the code, on an import', () => {
  it.each<[string, boolean]>([
    ['1', true],
    ['7', true],
    ['O', true],
    ['F', true],
    ['L', true],
    ['4', false],
    ['E', false],
    ['t', false],
  ])('%s asks for a paper: %s', (letter, expected) => {
    const licensed = withImport({ licences: [{ code: letter, number: '26-AA-100001' }] });
    expect(raised(SOUND_IMPORT, asking(letter, letter)).includes('licence_missing /licences')).toBe(expected);
    expect(raised(licensed, asking(letter, letter))).toEqual([]);
  });

  it('is answered by the element of its own where it is an import licence', () => {
    const numbered = withImport({ details: { LicenseNo: '26-AA-100001' } });
    expect(raised(numbered, asking('1', '1'))).toEqual([]);
  });

  it('does not know what may not be exported', () => {
    expect(raised(SOUND_IMPORT, asking('8', null))).toEqual([]);
  });
});
