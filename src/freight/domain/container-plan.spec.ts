import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { payloadMaxKg } from './cargo.js';
import { planContainers, type PlanRequest } from './container-plan.js';

type Given = PlanRequest['pieces'][number];

function pieces(
  count: number,
  [lengthCm, widthCm, heightCm]: readonly [number, number, number],
  weightKg: number,
  stackable?: boolean,
): Given {
  const decimal = (value: number): Decimal => new Decimal(value);
  const sides = { lengthCm: decimal(lengthCm), widthCm: decimal(widthCm), heightCm: decimal(heightCm) };
  return { count, ...sides, weightKg: decimal(weightKg), stackable };
}

const mixOf = (given: PlanRequest): string =>
  planContainers(given)
    .containers.map(({ sizeType, count }) => `${count}×${sizeType}`)
    .join(' ');

describe('A container plan', () => {
  it.each<[string, Given[], string]>([
    ['one small box for little', [pieces(10, [60, 40, 40], 12)], '1×22G1'],
    ['a larger one for light goods', [pieces(400, [60, 50, 50], 15)], '1×45G1'],
    ['small ones for heavy goods', [pieces(50, [100, 100, 50], 1_000)], '2×22G1'],
    ['a long one for a long piece', [pieces(1, [900, 100, 100], 900)], '1×42G1'],
    ['a high one for a high piece', [pieces(1, [200, 200, 250], 900)], '1×45G1'],
    [
      'a mix where that is cheapest',
      [pieces(1, [200, 200, 250], 900), pieces(220, [100, 100, 30], 150)],
      '1×22G1 1×45G1',
    ],
  ])('takes %s', (_why, given, mix) => {
    expect(mixOf({ pieces: given })).toBe(mix);
  });

  it('gives goods that must not be stacked a floor of their own', () => {
    expect(mixOf({ pieces: [pieces(20, [120, 100, 60], 200)] })).toBe('1×22G1');
    const { containers, limitedBy } = planContainers({ pieces: [pieces(20, [120, 100, 60], 200, false)] });
    expect([containers, limitedBy]).toEqual([[{ sizeType: '42G1', count: 1 }], 'floor']);
  });

  it('keeps to the sizes that it may use', () => {
    expect(mixOf({ pieces: [pieces(400, [60, 50, 50], 15)], sizeTypes: ['22G1'] })).toBe('3×22G1');
  });

  it('names what goes into none, and why', () => {
    const given = [pieces(1, [1_300, 100, 100], 500), pieces(2, [300, 260, 100], 500), pieces(3, [100, 100, 50], 40)];
    const { over, containers } = planContainers({ pieces: given });
    expect(over.map(({ piece, reason }) => [piece, reason.code])).toEqual([
      [0, 'FREIGHT.piece_too_long'],
      [1, 'FREIGHT.piece_too_wide'],
    ]);
    expect(containers).toEqual([{ sizeType: '22G1', count: 1 }]);
  });

  it('refuses sizes that cannot be, units that are mixed, and fleets', () => {
    const refused = (given: Given[]): string[] => {
      try {
        planContainers({ pieces: given });
        return [];
      } catch (error) {
        if (!(error instanceof InvalidInputError)) throw error;
        return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
      }
    };
    expect(refused([pieces(1, [6_000, 40, 40], 12), pieces(0, [60, 0, 40], 12)])).toEqual([
      '/pieces/0/length impossible_size',
      '/pieces/1/count not_positive',
      '/pieces/1/width not_positive',
    ]);
    // 6 × 4 × 4 cm of 12 kg: decimetres among centimetres. 600 × 400 × 400 cm of 12 kg: millimetres.
    expect(refused([pieces(1, [6, 4, 4], 12), pieces(1, [600, 400, 400], 12)])).toEqual([
      '/pieces/0/weight mixed_units',
      '/pieces/1/weight mixed_units',
    ]);
    expect(refused([pieces(100_000, [100, 100, 100], 300)])).toEqual(['/pieces too_many_containers']);
  });

  it('always holds what it is for, and is never more than full', () => {
    const piece = fc
      .tuple(
        fc.integer({ min: 1, max: 60 }),
        fc.tuple(
          fc.integer({ min: 20, max: 500 }),
          fc.integer({ min: 20, max: 200 }),
          fc.integer({ min: 20, max: 260 }),
        ),
        fc.integer({ min: 20, max: 20_000 }),
        fc.boolean(),
      )
      .filter(([, [length, width, height], kg]) => {
        const density = (kg * 1e6) / (length * width * height);
        return density > 1 && density < 20_000;
      })
      .map((given) => pieces(...given));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (given) => {
        let plan;
        try {
          plan = planContainers({ pieces: given });
        } catch (error) {
          if (error instanceof InvalidInputError) return;
          throw error;
        }
        const kg = given.reduce((sum, { weightKg, count }) => sum + weightKg.toNumber() * count, 0);
        const payload = plan.containers.reduce(
          (sum, { sizeType, count }) => sum + (payloadMaxKg(sizeType) ?? 0) * count,
          0,
        );
        expect(payload).toBeGreaterThanOrEqual(kg);
        const { volume, weight, floor } = plan.utilisation;
        for (const share of [volume, weight, floor]) expect(share.lessThanOrEqualTo(1)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
