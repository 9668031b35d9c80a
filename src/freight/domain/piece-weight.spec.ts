import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { MODE_RULES } from '../data/mode-rules.js';
import { centimetres, kilograms, measure, type WeighedPieces } from './consignment.js';
import { chargeableKg, type WeighingRule } from './piece-weight.js';
import { AS_THE_MODE, type TariffMode, type Weighing } from './rate.js';

function pieces(count: number, sides: readonly [number, number, number], weightKg: number | string): WeighedPieces {
  const [lengthCm, widthCm, heightCm] = sides.map((side) => new Decimal(side)) as [Decimal, Decimal, Decimal];
  return { count, lengthCm, widthCm, heightCm, weightKg: new Decimal(weightKg) };
}

function ruleOf(mode: TariffMode): WeighingRule {
  const weighing = MODE_RULES.find((rule) => rule.mode === mode)?.weighing ?? null;
  if (weighing === null) throw new Error(`${mode} weighs nothing`);
  return weighing;
}

describe('The weight that a way of carriage charges', () => {
  it.each<[string, TariffMode, WeighedPieces[], Partial<Weighing>, string]>([
    ['express: the piece is rounded first, not the total', 'express', [pieces(2, [40, 30, 30], 6.1)], {}, '15'],
    ['express: by half kilograms up to 20', 'express', [pieces(1, [30, 20, 20], '19.6')], {}, '20'],
    ['express: by whole ones beyond', 'express', [pieces(1, [30, 20, 20], '20.1')], {}, '21'],
    ['air: all pieces together, once', 'air', [pieces(2, [40, 30, 30], 5.6)], {}, '12'],
    ['post: gross weight to the gram', 'postal', [pieces(3, [40, 30, 20], '0.3334')], {}, '1.002'],
    ['post: volume only over a side of 60 cm', 'postal', [pieces(1, [61, 20, 20], 1)], {}, '4.067'],
    ['line 半泡: the mean of both', 'dedicated_line', [pieces(1, [60, 40, 40], 10)], {}, '13'],
    ['line 免泡: gross weight', 'dedicated_line', [pieces(1, [60, 40, 40], 10)], { volumePolicy: 'none' }, '10'],
    [
      'line 全泡 by 8,000 and steps of its own',
      'dedicated_line',
      [pieces(1, [60, 40, 40], 10)],
      { volumePolicy: 'full', divisor: 8_000, roundUpToKg: new Decimal('0.5') },
      '12',
    ],
  ])('%s', (_why, mode, given, own, expected) => {
    expect(chargeableKg(given, ruleOf(mode), { ...AS_THE_MODE, ...own }).toString()).toBe(expected);
  });

  it('is never less than gross, and less than a step above what it is of', () => {
    const side = fc.integer({ min: 1, max: 120 });
    const given = fc
      .tuple(fc.integer({ min: 1, max: 50 }), fc.tuple(side, side, side), fc.integer({ min: 1, max: 60_000 }))
      .map(([count, sides, grams]) => pieces(count, sides, new Decimal(grams).div(1_000).toString()));
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 5 }), (all) => {
        const express = chargeableKg(all, ruleOf('express'), AS_THE_MODE);
        const { grossKg, pieces: count } = measure(all);
        expect(express.greaterThanOrEqualTo(grossKg)).toBe(true);
        const volumetric = all.reduce(
          (sum, one) =>
            sum.plus(
              Decimal.max(one.weightKg, one.lengthCm.times(one.widthCm).times(one.heightCm).div(5_000)).times(
                one.count,
              ),
            ),
          new Decimal(0),
        );
        expect(express.lessThan(volumetric.plus(count))).toBe(true);
      }),
    );
  });

  it('reads inches and pounds exactly', () => {
    expect(centimetres(new Decimal(10), 'in').toString()).toBe('25.4');
    expect(kilograms(new Decimal(100), 'lb').toString()).toBe('45.359237');
  });

  it('measures volume piece by piece', () => {
    // 0.0014784 m³ each is 0.001, a thousand of them one cubic metre, not 1.478.
    expect(measure([pieces(1_000, [14, 12, 8.8], '0.5')]).cbm.toString()).toBe('1');
  });
});
