import { Decimal } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { Money } from '../../../kernel/money.js';
import { MODE_RULES } from '../../data/mode-rules.js';
import { ruleOn } from '../offers/mode-rule.js';
import { checkConsignment, type ConsignmentFacts, PACKAGES_MAX } from './consignment-check.js';

const piece = (count: number, weightKg: string, side = '20') => ({
  count,
  ...{ lengthCm: new Decimal(side), widthCm: new Decimal('20'), heightCm: new Decimal('10') },
  weightKg: new Decimal(weightKg),
});
const party = (country: string) => ({ name: 'N', address: 'A', postalCode: null, country, phone: null });
const LINE = {
  ...{ description: 'T-shirts', hsCode: '610910', quantity: new Decimal(8), originCountry: 'CN' },
  ...{ value: Money.parse('96.00', 'USD'), netKg: new Decimal('1.2') },
};

function facts(way: 'postal' | 'express' | 'air', change: Partial<ConsignmentFacts> = {}): ConsignmentFacts {
  const rule = ruleOn(MODE_RULES, way, '2026-12-05');
  if (rule === null) throw new Error('No rule');
  const nature = { unNumber: null, batteries: null };
  return {
    ...{ rule, pieces: [piece(1, '1.5')], grossKg: new Decimal('1.5'), nature, papers: [], contents: 'merchandise' },
    ...{ sender: party('CN'), recipient: party('DE'), goods: [LINE], from: 'CN', to: 'DE' },
    ...change,
  };
}

function found(wanted: ConsignmentFacts): string[] {
  const check = new InputCheck();
  checkConsignment(check, wanted);
  return check.found().map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('What a courier would send back', () => {
  const contained = { unNumber: null, batteries: 'contained' } as const;
  const loose = { unNumber: null, batteries: 'loose' } as const;
  it.each<[string, ConsignmentFacts, string[]]>([
    ['nothing', facts('postal'), []],
    ['more than 2 kg by post', facts('postal', { pieces: [piece(1, '2.1')] }), ['/comparisonId not_taken']],
    [
      'more than 60 cm by post, and 90 cm in all',
      facts('postal', { pieces: [piece(1, '1', '70')] }),
      ['/comparisonId not_taken', '/comparisonId not_taken'],
    ],
    [
      'packages that no file holds',
      facts('express', { pieces: [piece(PACKAGES_MAX + 1, '1')] }),
      ['/comparisonId too_many'],
    ],
    ['batteries without their summary', facts('postal', { nature: contained }), ['/papers missing']],
    ['batteries with their summary', facts('postal', { nature: contained, papers: ['un38_3_summary'] }), []],
    ['batteries by themselves', facts('air', { nature: loose }), ['/comparisonId not_taken']],
    [
      'paint by post',
      facts('postal', { nature: { unNumber: 'UN1263', batteries: null } }),
      ['/comparisonId not_taken'],
    ],
    [
      'paint by air without its declaration',
      facts('air', { nature: { unNumber: 'UN1263', batteries: null } }),
      ['/papers missing'],
    ],
    ['nobody to send it to', facts('air', { recipient: null }), ['/recipient required']],
    ['another country', facts('air', { recipient: party('FR') }), ['/recipient/country misfit']],
    [
      'blanks for a name, and for what is in it',
      facts('air', { recipient: { ...party('DE'), name: ' ' }, goods: [{ ...LINE, description: ' ' }] }),
      ['/recipient/name blank', '/goods/0/description blank'],
    ],
    ['nothing in it', facts('air', { goods: [] }), ['/goods required']],
    [
      'what is sold, without an HS code',
      facts('air', { goods: [{ ...LINE, hsCode: null }] }),
      ['/goods/0/hsCode required'],
    ],
    ['a sample without an HS code', facts('air', { goods: [{ ...LINE, hsCode: null }], contents: 'sample' }), []],
    ['more in it than it weighs', facts('air', { grossKg: new Decimal('1.1') }), ['/goods net_above_gross']],
  ])('%s', (_what, wanted, expected) => {
    expect(found(wanted)).toEqual(expected);
  });
});
