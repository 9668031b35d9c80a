import fc from 'fast-check';

import { code128 } from './code128.js';

const sum = (widths: readonly number[]): number => widths.reduce((total, each) => total + each, 0);

describe('Code 128, set B', () => {
  it('begins with the start of set B, ends with the check symbol and the stop', () => {
    const widths = code128('A').join('');
    // Start B 211214; A is 33: 111323; check (104 + 33) mod 103 = 34: 131123; stop.
    expect(widths).toBe('2112141113231311232331112');
  });

  it('has eleven modules for each sign, its start and its check, and thirteen for the stop', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{1,35}$/), (text) => {
        const widths = code128(text);
        expect(sum(widths)).toBe((text.length + 2) * 11 + 13);
        expect(widths.every((width) => width >= 1 && width <= 4)).toBe(true);
      }),
    );
  });

  it('has no sign beyond ASCII', () => {
    expect(() => code128('运')).toThrow();
  });
});
