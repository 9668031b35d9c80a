import fc from 'fast-check';

import { placesOf, reasonIn, reasonOf, type Sentence, sentenceCatalogue, sentences, told } from './sentence.js';

const SAY = sentences('SPEC', {
  plain: { en: 'There is none', zh: '没有' },
  held: { en: '{count} of {goods} held: {why}', zh: '{goods} 扣留 {count} 件：{why}' },
  lines: { en: 'The order has the lines {lines}', zh: '订单行号为 {lines}' },
});

describe('A sentence', () => {
  it('is told in the language of the reader', () => {
    expect([told(SAY.plain, 'en'), told(SAY.plain, 'zh')]).toEqual(['There is none', '没有']);
  });

  it('has its values in their places, sentences and pairs among them in the same language', () => {
    const held = SAY.held({ count: 3, goods: { en: 'lamps', zh: '灯具' }, why: SAY.plain });
    expect(told(held, 'en')).toBe('3 of lamps held: There is none');
    expect(told(held, 'zh')).toBe('灯具 扣留 3 件：没有');
  });

  it('joins a list as the language does', () => {
    const lines = SAY.lines({ lines: ['1', '2'] });
    expect([told(lines, 'en'), told(lines, 'zh')]).toEqual(['The order has the lines 1, 2', '订单行号为 1、2']);
  });

  it('is the same after it was stored', () => {
    const held = SAY.held({ count: 3, goods: { en: 'lamps', zh: '灯具' }, why: SAY.plain });
    const read = JSON.parse(JSON.stringify(held)) as Sentence;
    expect(told(read, 'zh')).toBe(told(held, 'zh'));
  });

  it('never reads places in a value, whatever the value is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('{goods}', '{count}', '$&', '{why}')), (text) => {
        expect(told(SAY.held({ count: 1, goods: text, why: text }), 'en')).toBe(`1 of ${text} held: ${text}`);
      }),
    );
  });

  it('of a version to come is told by its code, with a value to come by its place', () => {
    expect(told({ code: 'SPEC.unheard_of', values: {} }, 'zh')).toBe('SPEC.unheard_of');
    expect(told({ code: 'SPEC.lines', values: {} }, 'en')).toBe('The order has the lines {lines}');
  });

  it('is declared once', () => {
    expect(() => sentences('SPEC', { plain: { en: 'Again', zh: '再次' } })).toThrow('declared twice');
    expect(sentenceCatalogue().get('SPEC.plain')?.en).toBe('There is none');
  });

  it('shows its places, sorted', () => {
    expect(placesOf('{why}, {count} and {why}')).toEqual(['count', 'why', 'why']);
  });
});

describe('Words of somebody else, and of a row of before', () => {
  it.each(['en', 'zh'] as const)('stay as they are in %s', (language) => {
    expect(told('舱位已满 (no space)', language)).toBe('舱位已满 (no space)');
  });

  it('are a reason without causes; ours have both', () => {
    expect(reasonOf('No space')).toEqual({ reason: 'No space' });
    expect(reasonOf([SAY.plain, SAY.plain])).toEqual({
      reason: 'There is none; There is none',
      causes: [SAY.plain, SAY.plain],
    });
    expect(reasonIn([SAY.plain, 'No space'], 'zh')).toBe('没有；No space');
  });
});
