import { Money } from '../../kernel/money.js';
import { AS_THE_MODE, chooseRates, type Rate } from './rate.js';

const rate = (change: Partial<Rate> = {}): Rate => ({
  id: 'rate',
  isShared: true,
  mode: 'fcl',
  code: 'OCEAN',
  name: 'Ocean freight',
  basis: 'per_container',
  portOfLoading: null,
  portOfDischarge: null,
  destinationCountry: null,
  originCountry: null,
  sizeType: null,
  price: Money.parse('100.00', 'USD'),
  share: null,
  percentOf: [],
  minimum: null,
  maximum: null,
  payer: 'prepaid',
  position: 10,
  validFrom: '2026-01-01',
  validTo: null,
  source: 'spec',
  service: null,
  fromKg: null,
  weighing: AS_THE_MODE,
  transitDaysMin: null,
  transitDaysMax: null,
  ...change,
});

describe('Which of several rates counts', () => {
  it.each<[string, Partial<Rate>, Partial<Rate>]>([
    ['the tenant’s own before the shared one, whatever it names', { isShared: false }, { portOfDischarge: 'DEHAM' }],
    ['the port of discharge before its country', { portOfDischarge: 'DEHAM' }, { destinationCountry: 'DE' }],
    ['the country of destination before the port of loading', { destinationCountry: 'DE' }, { portOfLoading: 'CNNGB' }],
    ['the port of loading before the size', { portOfLoading: 'CNNGB' }, { sizeType: '22G1' }],
    ['the size before a rate for any', { sizeType: '22G1' }, {}],
    ['the later of two that name the same', { validFrom: '2026-07-01' }, { validFrom: '2026-01-01' }],
    ['the younger of two that are alike', { id: 'b' }, { id: 'a' }],
  ])('%s', (_why, winner, loser) => {
    const both = [rate({ id: 'loser', ...loser }), rate({ id: 'winner', ...winner })];
    for (const candidates of [both, both.toReversed()]) {
      expect(chooseRates(candidates, ['22G1']).map(({ rate: { id } }) => id)).toEqual([winner.id ?? 'winner']);
    }
  });

  it('picks per container size, and leaves out a size that has no rate', () => {
    const candidates = [rate({ id: 'small', sizeType: '22G1' }), rate({ id: 'large', sizeType: '42G1' })];
    const chosen = chooseRates(candidates, ['42G1', '22G1', '45R1']);
    expect(chosen.map(({ rate: { id }, sizeType }) => [id, sizeType])).toEqual([
      ['large', '42G1'],
      ['small', '22G1'],
    ]);
  });

  it('lists charges in the order of the tariff', () => {
    const candidates = [
      rate({ code: 'DOC', basis: 'per_bill_of_lading', position: 50 }),
      rate({ code: 'OCEAN', position: 10 }),
      rate({ code: 'BAF', position: 20 }),
    ];
    expect(chooseRates(candidates, ['22G1']).map(({ rate: { code } }) => code)).toEqual(['OCEAN', 'BAF', 'DOC']);
  });
});
