import 'reflect-metadata';

import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';

import {
  DecimalField,
  EnumField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from './fields.js';
import { isSurelyValid, readIfValid } from './quick-check.js';

class Part {
  @TextField({ description: '', pattern: /^[a-z]+$/, max: 5 })
  word!: string;

  @DecimalField({ description: '', places: 2, optional: true, nullable: true })
  weight?: string | null;
}

class Whole {
  @IntegerField({ description: '', min: 1, max: 9 })
  count!: number;

  @EnumField({ description: '', values: ['a', 'b'], optional: true })
  kind?: string;

  @MoneyField({ description: '', optional: true })
  price?: MoneyDto;

  @ListField(() => Part, { description: '', min: 1, max: 2 })
  parts!: Part[];

  @ObjectField(() => Part, { description: '', nullable: true, optional: true })
  main?: Part | null;

  @TextListField({ description: '', max: 2, optional: true })
  names?: string[];
}

const GOOD = {
  count: 3,
  kind: 'a',
  price: { amount: '1.50', currency: 'USD' },
  parts: [
    { word: 'ab', weight: null },
    { word: 'c', weight: '1.25' },
  ],
  main: { word: 'x' },
  names: ['n'],
};

const quick = (input: object) => readIfValid(Whole, input) !== null;
const thorough = (input: object) =>
  validateSync(plainToInstance(Whole, input), {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  }).length === 0;

describe('the quick check', () => {
  it('lets a request in order pass', () => {
    expect(quick(GOOD)).toBe(true);
    expect(quick({ count: 1, parts: [{ word: 'a' }] })).toBe(true);
  });

  it('reads what class-transformer would read', () => {
    expect(readIfValid(Whole, GOOD)).toEqual(plainToInstance(Whole, GOOD));
    expect(readIfValid(Whole, GOOD)).toBeInstanceOf(Whole);
  });

  it('knows a prototype from a field', () => {
    expect(quick(JSON.parse('{"count":1,"parts":[{"word":"a"}],"__proto__":{"kind":"c"}}') as object)).toBe(false);
  });

  it('vouches for flat instances, such as queries', () => {
    expect(isSurelyValid(plainToInstance(Part, { word: 'ab' }))).toBe(true);
    expect(isSurelyValid(plainToInstance(Part, { word: 'AB' }))).toBe(false);
  });

  it.each([
    ['an unknown field', { ...GOOD, colour: 'red' }],
    ['an unknown field below', { ...GOOD, parts: [{ word: 'a', colour: 'red' }] }],
    ['a missing field', { ...GOOD, count: undefined }],
    ['a number out of range', { ...GOOD, count: 10 }],
    ['a wrong word below', { ...GOOD, parts: [{ word: 'A' }] }],
    ['too many parts', { ...GOOD, parts: [1, 2, 3].map(() => ({ word: 'a' })) }],
    ['a list that is none', { ...GOOD, parts: { word: 'a' } }],
    ['a list of texts', { ...GOOD, parts: ['a'] }],
    ['a list within the list', { ...GOOD, parts: [[{ word: 'a' }]] }],
    ['an amount with too many places', { ...GOOD, price: { amount: '1.505', currency: 'USD' } }],
    ['an object that is a text', { ...GOOD, main: 'x' }],
    ['a text that is a number', { ...GOOD, names: [1] }],
  ])('does not vouch for %s', (_what, input) => {
    expect([quick(input), thorough(input)]).toEqual([false, false]);
  });

  it('never lets pass what the library would not, and misses nothing that it would', () => {
    const value = fc.oneof(fc.constantFrom(undefined, null, 'a', 'A', '1.25', 3, 0, true), fc.string({ maxLength: 6 }));
    const part = fc.record({ word: value, weight: value }, { requiredKeys: [] });
    const whole = fc.record(
      {
        count: fc.oneof(fc.constant(3), value),
        kind: fc.oneof(fc.constant('b'), value),
        price: fc.oneof(
          value,
          fc.constant(GOOD.price),
          fc.record({ amount: value, currency: fc.constantFrom('USD', 'JPY', 'XXX') }),
        ),
        parts: fc.oneof(
          fc.constant(GOOD.parts),
          fc.array(fc.oneof(part, fc.constant({ word: 'ab' })), { maxLength: 3 }),
          value,
        ),
        main: fc.oneof(fc.constant({ word: 'x' }), part, value),
        names: fc.oneof(fc.constant(['n']), fc.array(value, { maxLength: 3 }), value),
      },
      { requiredKeys: [] },
    );
    let valid = 0;
    fc.assert(
      fc.property(whole, fc.constantFrom({}, GOOD), (change, base) => {
        const input = { ...base, ...change };
        const isValid = thorough(input);
        if (isValid) valid += 1;
        expect(quick(input)).toBe(isValid);
      }),
      { numRuns: 1_000 },
    );
    expect(valid).toBeGreaterThan(0);
  });
});
