import { meaningOf, rankOfReturn, RETURN_MEANINGS } from './return-status.js';

describe('A processing result of e-commerce customs', () => {
  it.each([
    ['1', 'staged'],
    ['2', 'declaring'],
    ['3', 'forwarded'],
    ['4', 'send_failed'],
    ['100', 'rejected'],
    ['120', 'stored'],
    ['300', 'reviewing'],
    ['399', 'concluded'],
    ['500', 'inspecting'],
    ['501', 'detained'],
    ['502', 'detained'],
    ['503', 'detained'],
    ['599', 'detained'],
    ['700', 'returned_abroad'],
    ['800', 'released'],
    ['899', 'cleared'],
    ['-301010', 'error'],
    ['-1', 'error'],
    [' 120 ', 'stored'],
    ['0', 'other'],
    ['999', 'other'],
    ['', 'other'],
    ['-', 'other'],
    ['__proto__', 'other'],
  ])('%s is %s', (status, meaning) => {
    expect(meaningOf(status)).toBe(meaning);
  });

  it('ranks steps along the way, and nothing else', () => {
    const steps = [
      'staged',
      'declaring',
      'forwarded',
      'stored',
      'reviewing',
      'inspecting',
      'concluded',
      'released',
      'cleared',
    ];
    const ranks = steps.map((step) => rankOfReturn(step as (typeof RETURN_MEANINGS)[number]) ?? -1);
    expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
    expect(new Set(ranks).size).toBe(steps.length);
    expect(RETURN_MEANINGS.filter((meaning) => rankOfReturn(meaning) === null)).toEqual([
      'send_failed',
      'rejected',
      'error',
      'other',
    ]);
  });
});
