import { accruedOn, type LenderCourse, type LenderLoan, overdueDaysOn } from './lender-loan.js';

const EXTENDED: LenderCourse = {
  firstMaturityOn: '2026-11-21',
  overdueFrom: '2026-11-21',
  extensions: [{ on: '2026-11-25', maturityOn: '2026-12-21', feeMinor: '0' }],
  writtenOff: null,
};
const late = (course: LenderCourse, day: string): number =>
  overdueDaysOn({ state: 'drawn', course, outstandingMinor: '100' }, day);

describe('Days that a loan is overdue, as its lender sees them', () => {
  it.each([
    ['2026-11-21', 0, 'on the first due date'],
    ['2026-11-24', 3, 'past it, as it stood before the extension'],
    ['2026-11-25', 0, 'once it is extended'],
    ['2026-12-21', 0, 'on the later due date'],
    ['2026-12-22', 31, 'past that, from the first one, where the terms say so'],
  ])('%s: %i, %s', (day, days) => {
    expect(late(EXTENDED, day)).toBe(days);
  });

  it('count from the later due date where the terms forget the first', () => {
    expect(late({ ...EXTENDED, overdueFrom: null }, '2026-12-22')).toBe(1);
  });

  it('go on for one that was written off, and end with what is owed', () => {
    expect(overdueDaysOn({ state: 'written_off', course: EXTENDED, outstandingMinor: '100' }, '2026-12-22')).toBe(31);
    expect(overdueDaysOn({ state: 'recovered', course: EXTENDED, outstandingMinor: '0' }, '2026-12-22')).toBe(0);
  });
});

describe('Interest and penalty of a loan that was written off', () => {
  const owing = (writtenOff: LenderCourse['writtenOff']): LenderLoan =>
    ({ running: null, outstandingMinor: '800000', dayBasis: 360, course: { ...EXTENDED, writtenOff } }) as LenderLoan;

  it('are owed as they stood, whatever the day', () => {
    const on = { on: '2027-06-01', closedOn: null, forgivenMinor: '0' };
    const loan = owing({ ...on, interestDueMinor: '1600', penaltyDueMinor: '900' });
    expect(accruedOn(loan, '2027-06-01')).toEqual({ interest: 1_600n, penalty: 900n });
    expect(accruedOn(loan, '2028-06-01')).toEqual({ interest: 1_600n, penalty: 900n });
  });

  it('are nothing of one that was never paid out', () => {
    expect(accruedOn(owing(null), '2027-06-01')).toEqual({ interest: 0n, penalty: 0n });
  });
});
