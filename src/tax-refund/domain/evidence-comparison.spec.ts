import fc from 'fast-check';

import { compareFiles } from './evidence-comparison.js';

const PACKED = [
  { path: 'index.pdf', sha256: 'a' },
  { path: 'documents/bill.pdf', sha256: 'b' },
];
const outcomes = (shown: readonly { path: string; sha256: string | null }[]) =>
  compareFiles(shown, PACKED).map(({ path, outcome }) => `${path} ${outcome}`);

describe('An archive held against its pack', () => {
  it.each([
    ['the same', PACKED, ['index.pdf unchanged', 'documents/bill.pdf unchanged']],
    ['in another order', [...PACKED].reverse(), ['index.pdf unchanged', 'documents/bill.pdf unchanged']],
    [
      'packed anew with a folder around it',
      PACKED.map((file) => ({ ...file, path: `evp_1/${file.path}` })),
      ['index.pdf unchanged', 'documents/bill.pdf unchanged'],
    ],
    [
      'a file was replaced',
      [
        { path: 'index.pdf', sha256: 'a' },
        { path: 'documents/bill.pdf', sha256: 'x' },
      ],
      ['index.pdf unchanged', 'documents/bill.pdf changed'],
    ],
    [
      'a file was taken out',
      [{ path: 'documents/bill.pdf', sha256: 'b' }],
      ['index.pdf missing', 'documents/bill.pdf unchanged'],
    ],
    [
      'a file was put in',
      [...PACKED, { path: 'documents/other.pdf', sha256: 'c' }],
      ['index.pdf unchanged', 'documents/bill.pdf unchanged', 'documents/other.pdf added'],
    ],
    [
      'a file is damaged',
      [
        { path: 'index.pdf', sha256: null },
        { path: 'documents/bill.pdf', sha256: 'b' },
      ],
      ['index.pdf unreadable', 'documents/bill.pdf unchanged'],
    ],
    [
      'another file lies at the place of one',
      [...PACKED, { path: 'documents/bill.pdf', sha256: 'x' }],
      ['index.pdf unchanged', 'documents/bill.pdf changed'],
    ],
  ])('%s', (_what, shown, expected) => {
    expect(outcomes(shown)).toEqual(expected);
  });

  it('says something of every file of either, once', () => {
    const file = fc.record({ path: fc.constantFrom('a', 'b', 'c/d', 'c/e'), sha256: fc.constantFrom('1', '2') });
    const files = fc.uniqueArray(file, { selector: ({ path }) => path });
    fc.assert(
      fc.property(files, files, (shown, packed) => {
        const compared = compareFiles(shown, packed);
        expect(new Set(compared.map(({ path }) => path)).size).toBe(compared.length);
        expect(compared.length).toBeGreaterThanOrEqual(Math.max(shown.length, packed.length));
        expect(compared.filter(({ outcome }) => outcome !== 'added')).toHaveLength(packed.length);
      }),
    );
  });
});
