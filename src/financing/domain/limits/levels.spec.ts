import fc from 'fast-check';

import { Money } from '../../../kernel/money.js';
import { bindingOf, freeOf, type LevelStanding, LIMIT_LEVELS } from './levels.js';

const standing = (level: LevelStanding['level'], limit: bigint | null, reserved = 0n, used = 0n): LevelStanding => {
  const money = (minor: bigint): Money => Money.ofMinor(minor, 'CNY');
  return {
    ...{ level, subjectId: null, code: null, limit: limit === null ? null : money(limit) },
    ...{ reserved: money(reserved), used: money(used) },
  };
};

describe('Limits of several levels', () => {
  it('bind by the one that leaves least; of equal ones by the highest', () => {
    const all = [standing('product', 900n), standing('client', 1000n, 60n, 50n), standing('buyer', 890n)];
    expect(bindingOf(all)).toMatchObject({ standing: { level: 'client' }, free: { minor: 890n } });
  });

  it('bind by none where none is set', () => {
    expect(bindingOf([standing('platform', null), standing('buyer', null, 5n)])).toBeNull();
  });

  it('leave no less than nothing, and no more than any of them', () => {
    const part = fc.bigInt({ min: 0n, max: 1_000n });
    const any = fc.record({
      level: fc.constantFrom(...LIMIT_LEVELS),
      limit: fc.option(part),
      reserved: part,
      used: part,
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (drawn) => {
        const all = drawn.map(({ level, limit, reserved, used }) => standing(level, limit, reserved, used));
        const free = bindingOf(all)?.free;
        for (const each of all) {
          const own = freeOf(each);
          expect(own?.isNegative() ?? false).toBe(false);
          if (own !== null) expect(free?.isMoreThan(own)).toBe(false);
        }
      }),
    );
  });
});
