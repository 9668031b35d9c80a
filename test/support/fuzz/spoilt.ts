import fc from 'fast-check';

/** What no field of the contract means, each in its own way. */
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  '',
  ' ',
  '0',
  '-0.01',
  '1e9',
  '٣',
  'NaN',
  '\u0000',
  '\ud800',
  '\u202e',
  "'; --",
  '../../etc/passwd',
  '9'.repeat(60),
  '2026-02-30',
  '2026-13-01T00:00:00Z',
  '-271821-04-20T00:00:00.000Z',
  '10000-01-01T00:00:00.000Z',
  '+010000-01-01T00:00:00.000Z',
  [],
  [null],
  {},
  { amount: '1', currency: 'XXX' },
  { amount: '1.234', currency: 'JPY' },
];

type Path = readonly (string | number)[];

/** The value with one place of it replaced, left out, or doubled. */
export function spoilt(value: unknown): fc.Arbitrary<unknown> {
  const places = placesOf(value);
  if (places.length === 0) return fc.constantFrom(...ODD_VALUES);
  return fc
    .tuple(fc.constantFrom(...places), fc.oneof(fc.constantFrom(...ODD_VALUES), fc.constant(LEFT_OUT), fc.jsonValue()))
    .map(([place, odd]) => changed(value, place, odd));
}

/** JSON of any shape, and texts that are none. */
export function nonsense(): fc.Arbitrary<unknown> {
  return fc.oneof(fc.jsonValue(), fc.constantFrom('{', '[[[', 'null', '"', '\u0000', '<a/>', '{"a":1}{"b":2}', '[1,]'));
}

export function oddTexts(): fc.Arbitrary<string> {
  const odd = ODD_VALUES.filter((value): value is string => typeof value === 'string');
  return fc.oneof(
    fc.constantFrom(...odd),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
}

const LEFT_OUT = Symbol('left out');

function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
  const entries = Array.isArray(value) ? value.map((each, index) => [index, each] as const) : Object.entries(value);
  const below = entries.flatMap(([key, each]) => placesOf(each, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function changed(value: unknown, [head, ...rest]: Path, odd: unknown): unknown {
  if (head === undefined) return odd;
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return items.flatMap((each, index) => {
      if (index !== head) return [each];
      const other = changed(each, rest, odd);
      return other === LEFT_OUT ? [] : [other];
    });
  }
  const record = value as Readonly<Record<string, unknown>>;
  const other = changed(record[head], rest, odd);
  const others = Object.entries(record).filter(([name]) => name !== String(head));
  return Object.fromEntries(other === LEFT_OUT ? others : [...others, [String(head), other]]);
}
