import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { type BoxWeights, verifiedGrossMass } from './verified-gross-mass.js';

const box = (weights: Partial<Record<Exclude<keyof BoxWeights, 'method'>, string>>): BoxWeights => ({
  method: weights.weighedKg === undefined ? 'SM2' : 'SM1',
  cargoKg: new Decimal('20000'),
  dunnageKg: new Decimal('300'),
  tareKg: new Decimal('2200'),
  ...Object.fromEntries(Object.entries(weights).map(([name, kg]) => [name, new Decimal(kg)])),
});

describe('Verified gross mass (SOLAS VI/2)', () => {
  it.each<[Parameters<typeof box>[0], string, string[], string]>([
    // weights, verified, findings, why
    [{}, '22500', [], 'method 2 adds cargo, dunnage and tare'],
    [{ weighedKg: '22480' }, '22480', [], 'the scale may differ a little'],
    [{ weighedKg: '23500' }, '23500', [], 'by a ton, which is less than a twentieth'],
    [{ weighedKg: '23500.001' }, '23500.001', ['implausible'], 'and no more'],
    [{ cargoKg: '1000', dunnageKg: '0', weighedKg: '3361' }, '3361', ['implausible'], 'a twentieth of a light box'],
    [{ cargoKg: '27980' }, '30480', [], 'as full as it may be'],
    [{ cargoKg: '27980.5' }, '30480.5', ['over_payload'], 'and more than that'],
    [{ ratedGrossKg: '20000' }, '22500', ['over_payload'], 'an old box may weigh less'],
  ])('%j: %s, %j (%s)', (weights, verified, findings) => {
    const result = verifiedGrossMass(box(weights));
    expect([result.verifiedKg.toString(), result.findings]).toEqual([verified, findings]);
  });

  it('cuts the tolerance to the tenth place, however many a weight has', () => {
    const { toleranceKg } = verifiedGrossMass(box({ cargoKg: '338.8614943426', dunnageKg: '5.76492' }));
    expect(toleranceKg.toFixed()).toBe('127.2313207171');
  });

  it('refuses a method that does not fit what is given, and weights of nothing, all at once', () => {
    const faulty = { ...box({ cargoKg: '0', dunnageKg: '-1' }), method: 'SM1' as const };
    try {
      verifiedGrossMass(faulty);
      throw new Error('Nothing was refused');
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      expect(error.faults.map(({ pointer }) => pointer)).toEqual(['/cargoKg', '/dunnageKg', '/weighedKg']);
    }
    expect(() => verifiedGrossMass({ ...box({ weighedKg: '1' }), method: 'SM2' })).toThrow(InvalidInputError);
  });

  it.each([
    ['a box that weighs more than any', { cargoKg: '100000.01' }],
    ['a tare above the rating', { tareKg: '30480' }],
    ['a rating below the tare', { ratedGrossKg: '2200' }],
  ])('refuses %s', (_what, weights) => {
    expect(() => verifiedGrossMass(box({ tareKg: '2200', ...weights }))).toThrow(InvalidInputError);
  });

  it('is the exact sum, and finds nothing implausible in what it added itself', () => {
    const grams = fc.integer({ min: 1, max: 30_000_000 });
    fc.assert(
      fc.property(grams, grams, grams, (cargo, dunnage, tare) => {
        const kg = (count: number): string => new Decimal(count).div(1000).toString();
        const result = verifiedGrossMass(box({ cargoKg: kg(cargo), dunnageKg: kg(dunnage), tareKg: kg(tare) }));
        expect(result.verifiedKg.times(1000).toNumber()).toBe(cargo + dunnage + tare);
        expect(result.findings).not.toContain('implausible');
      }),
    );
  });
});
