import { TOYS, withForm, withItem } from '../testing/forms.js';
import { totalWeight, missingTransport, packing } from './declaration-form.js';

describe('A weight on a declaration', () => {
  it.each([
    [['0.125'], '0.13', 'below a kilogram two decimals, half up (since 2024-04-10)'],
    [['0.4', '0.4'], '0.8', 'the sum counts'],
    [['0.5', '0.5'], '1', 'from a kilogram on as it is'],
    [['12.345678'], '12.34568', 'the message takes five decimals'],
    [['0.001'], '0', 'nothing is left: a finding'],
  ])('of %j is declared as %s', (weights, declared, _why) => {
    expect(totalWeight(weights).toFixed()).toBe(declared);
  });
});

describe('Packing', () => {
  it('is named by the most numerous type, the others stand beside it', () => {
    const items = [
      { ...TOYS, packages: 2, packageType: '93' },
      { ...TOYS, itemNumber: 2, packages: 30, packageType: '22' },
      { ...TOYS, itemNumber: 3, packages: 10, packageType: '22' },
    ];
    expect(packing(withForm({ items }))).toEqual([
      { type: '22', count: 40 },
      { type: '93', count: 2 },
    ]);
  });
});

describe('Transport', () => {
  const unknown = { vesselName: null, voyageNumber: null, billNumber: null };
  it('by sea needs vessel, voyage and bill; a truck has no voyage', () => {
    expect(missingTransport(withForm({ transport: unknown }))).toEqual(['vesselName', 'voyageNumber', 'billNumber']);
    expect(missingTransport(withForm({ transport: unknown, transportMode: 'road' }))).toEqual([
      'vesselName',
      'billNumber',
    ]);
    expect(missingTransport(withItem({}))).toEqual([]);
  });
});
