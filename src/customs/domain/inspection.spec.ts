import { DECLARATION_STATES } from './declaration-status.js';
import { takesAppointment, takesResult } from './inspection.js';
import { supplementAskedBy } from './supplement.js';

describe('An inspection', () => {
  it('is appointed only while customs wants to see the goods', () => {
    expect(DECLARATION_STATES.filter(takesAppointment)).toEqual(['inspecting']);
  });

  it('has a result as long as it was ordered, also after the release', () => {
    expect(DECLARATION_STATES.filter((state) => takesResult(state, true))).toEqual([
      ...['inspecting', 'released', 'departed', 'cleared', 'rejected'],
    ]);
    expect(DECLARATION_STATES.filter((state) => takesResult(state, false))).toEqual([]);
  });
});

describe('A question of customs', () => {
  it.each([
    ['请补充申报：价格', '请补充申报：价格'],
    ['报关单重审,转人工审核', null],
    ['', null],
  ])('is what the note %j asks: %j', (note, asked) => {
    expect(supplementAskedBy({ note })).toBe(asked);
  });
});
