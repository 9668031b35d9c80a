import { elementFaults, elementOf, joinElements, readElements } from './elements.js';

const ROWS = readElements('品牌类型;出口享惠情况；用途;GTIN?');
const VALUES = { 品牌类型: '4', 出口享惠情况: '0', 用途: '家用' };

describe('Declaration elements', () => {
  it('are read in their order, with what may be left out', () => {
    expect(ROWS.map(({ name, required }) => [name, required])).toEqual([
      ['品牌类型', true],
      ['出口享惠情况', true],
      ['用途', true],
      ['GTIN', false],
    ]);
    expect(ROWS.map(elementOf).map(({ name, choices }) => [name.en, choices?.length ?? null])).toEqual([
      ['Brand type', 5],
      ['Preference claimed abroad', 4],
      ['Use', null],
      ['GTIN', null],
    ]);
  });

  it.each([
    [{ ...VALUES, 品牌类型: '7' }, '/e/品牌类型', 'not_in_list'],
    [{ ...VALUES, 用途: ' ' }, '/e/用途', 'format'],
    [{ ...VALUES, 用途: 'a|b' }, '/e/用途', 'format'],
    [{ 品牌类型: '4', 出口享惠情况: '0' }, '/e/用途', 'required'],
    [{ ...VALUES, 'a/b': 'x' }, '/e/a~1b', 'unknown_element'],
    [{ ...VALUES, 用途: '家'.repeat(130) }, '/e', 'too_long'],
  ])('find what is wrong with %j', (values, pointer, code) => {
    expect(elementFaults(ROWS, values, '/e')).toMatchObject([{ pointer, code }]);
  });

  it('are joined as a declaration has them, nothing at the end that is empty', () => {
    expect(joinElements(ROWS, VALUES)).toBe('4|0|家用');
    expect(joinElements(ROWS, { ...VALUES, GTIN: '6901234567892' })).toBe('4|0|家用|6901234567892');
  });
});
