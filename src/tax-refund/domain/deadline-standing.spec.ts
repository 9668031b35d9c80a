import * as fc from 'fast-check';

import { addDays } from '../../kernel/local-date.js';
import { type DeadlineKind } from './deadline-kinds.js';
import { type DeadlineStanding, lookAt } from './deadline-standing.js';

const DUE = '2027-04-30';

/** Every look from a day on, each on the day that the one before it named. */
function story(kind: DeadlineKind, from: string, dueOn = DUE): string[] {
  const told: string[] = [];
  let standing: DeadlineStanding | null = null;
  let today: string | null = from;
  while (today !== null) {
    const look = lookAt({ kind, dueOn, metOn: null }, standing, today);
    told.push(...look.news.map((news) => `${today ?? ''} ${news}`));
    standing = look.standing;
    today = standing.nextOn;
  }
  return told;
}

describe('lookAt', () => {
  it('tells of 90, 30 and 7 days, of the risk, and of the day after, each once', () => {
    expect(story('filing_window', '2026-05-01')).toEqual([
      '2027-01-30 approaching',
      '2027-03-31 approaching',
      '2027-03-31 at_risk',
      '2027-04-23 approaching',
      '2027-05-01 overdue',
    ]);
    expect(story('thirty_six_months', '2027-04-24')).toEqual([
      '2027-04-24 approaching',
      '2027-04-24 at_risk',
      '2027-05-01 deemed_domestic',
    ]);
    expect(story('evidence_documents', '2027-04-15')).toEqual([
      '2027-04-23 approaching',
      '2027-04-23 at_risk',
      '2027-05-01 overdue',
    ]);
  });

  it('is not over on the last day', () => {
    expect(lookAt({ kind: 'collection', dueOn: DUE, metOn: null }, null, DUE).standing).toMatchObject({
      state: 'at_risk',
      nextOn: '2027-05-01',
    });
  });

  it('is met, in time or late, and starts again without repeating its alerts', () => {
    const { standing } = lookAt({ kind: 'filing_window', dueOn: DUE, metOn: null }, null, '2027-04-10');
    const met = lookAt({ kind: 'filing_window', dueOn: DUE, metOn: '2027-04-11' }, standing, '2027-04-11');
    expect(met).toEqual({ standing: { dueOn: DUE, state: 'met', alerted: 30, nextOn: null }, news: [] });
    const again = lookAt({ kind: 'filing_window', dueOn: DUE, metOn: null }, met.standing, '2027-04-12');
    expect(again.news).toEqual(['at_risk']);
  });

  it('tells anew when the last day itself has moved', () => {
    const { standing } = lookAt({ kind: 'collection', dueOn: DUE, metOn: null }, null, '2027-04-29');
    const later = lookAt({ kind: 'collection', dueOn: '2027-06-30', metOn: null }, standing, '2027-04-29');
    expect([later.standing.state, later.news]).toEqual(['open', ['approaching']]);
  });

  it('stays a sale at home once it counts as one', () => {
    const { standing } = lookAt({ kind: 'thirty_six_months', dueOn: DUE, metOn: null }, null, '2027-05-01');
    const late = lookAt({ kind: 'thirty_six_months', dueOn: DUE, metOn: '2027-05-02' }, standing, '2027-05-02');
    expect([late.standing.state, late.news]).toEqual(['deemed_domestic', []]);
  });

  it('always comes to an end, and tells nothing twice on one day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 200 }), (days) => {
        const told = story('collection', addDays(DUE, days));
        expect(new Set(told).size).toBe(told.length);
        expect(told.at(-1)).toMatch(/overdue$/);
      }),
    );
  });
});
