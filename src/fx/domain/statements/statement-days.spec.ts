import { daysToAsk, nextTurn } from './statement-days.js';

const at = (text: string): Date => new Date(`${text}+08:00`);

describe('Statements are asked for', () => {
  it.each([
    ['2026-11-23', '2026-11-25T06:00:00', ['2026-11-24'], 'the day before'],
    ['2026-11-24', '2026-11-25T06:00:00', [], 'nothing twice'],
    ['2026-11-21', '2026-11-25T06:00:00', ['2026-11-22', '2026-11-23', '2026-11-24'], 'every day that was missed'],
  ])('after %s, at %s: %j, %s', (until, dueAt, days, _why) => {
    expect(daysToAsk(until, at(dueAt))).toEqual(days);
  });

  it('as far back as the bank has them: what is older is brought as a file', () => {
    expect(daysToAsk('2021-01-01', at('2026-11-25T06:00:00'))[0]).toBe('2026-10-21');
  });

  it('no more than seven days in one turn', () => {
    expect(daysToAsk('2026-10-01', at('2026-11-25T06:00:00'))).toHaveLength(7);
  });

  it.each([
    ['2026-11-24', '2026-11-25T06:00:10', '2026-11-26T06:00:00', 'the next morning'],
    ['2026-11-24', '2026-11-25T23:00:00', '2026-11-26T06:00:00', 'the next morning'],
    ['2026-11-23', '2026-11-25T01:00:00', '2026-11-25T06:00:00', 'when the day is stated'],
    ['2026-11-20', '2026-11-25T07:00:00', '2026-11-25T07:00:00', 'at once while days are left'],
  ])('up to %s, at %s: next at %s, %s', (until, now, next, _why) => {
    expect(nextTurn(until, at(now)).toISOString()).toBe(at(next).toISOString());
  });
});
