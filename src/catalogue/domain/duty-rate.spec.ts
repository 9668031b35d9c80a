import { dutyKindOf, readDutyRate, readShare } from './duty-rate.js';

describe('A rate of duty', () => {
  it.each([
    ['20%', 'ad_valorem', { rate: '0.2', amountPerUnit: null, unit: null }],
    ['8.4%', 'ad_valorem', { rate: '0.084', amountPerUnit: null, unit: null }],
    ['0%', 'ad_valorem', { rate: '0', amountPerUnit: null, unit: null }],
    ['1.3/035', 'specific', { rate: null, amountPerUnit: '1.3', unit: '035' }],
    ['20%+1/035', 'compound', { rate: '0.2', amountPerUnit: '1', unit: '035' }],
  ])('reads %s, %s', (text, kind, expected) => {
    const rate = readDutyRate(text);
    expect(rate).toEqual(expected);
    expect(rate === null ? null : dutyKindOf(rate)).toBe(kind);
  });

  it.each(['', '20', '20%1/035', '+1/035', '1/35', '-5%', '20%+', '1000%0'])('does not guess at %j', (text) => {
    expect(readDutyRate(text)).toBeNull();
  });

  it('takes a share of the value only where it is one', () => {
    expect(['13%', '100%', '101%', '1/035', '13'].map((text) => readShare(text)?.rate)).toEqual([
      '0.13',
      '1',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
