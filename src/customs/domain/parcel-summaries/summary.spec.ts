import { boundsOf, isOver, summaryDeadline } from './summary-law.js';
import { PARCEL_SUMMARY } from './summary-status.js';

describe('The day by which a month of lists is summarised', () => {
  it.each([
    ['2026-11', '2026-12-15', '2026-12-09T16:00:00.000Z', '2026-12-15T16:00:00.000Z'],
    ['2026-12', '2027-01-15', '2027-01-09T16:00:00.000Z', '2027-01-15T16:00:00.000Z'],
  ])('%s: %s, warned of at %s, over at %s', (month, dueOn, warnAt, overAt) => {
    const deadline = summaryDeadline(month);
    expect([deadline.dueOn, deadline.warnAt.toISOString(), deadline.overAt.toISOString()]).toEqual([
      dueOn,
      warnAt,
      overAt,
    ]);
  });

  it('begins and ends by the clock of China', () => {
    const { from, to } = boundsOf('2026-12');
    expect([from.toISOString(), to.toISOString()]).toEqual(['2026-11-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z']);
    expect(isOver('2026-11', new Date('2026-11-30T15:59:59Z'))).toBe(false);
    expect(isOver('2026-11', new Date('2026-11-30T16:00:00Z'))).toBe(true);
  });

  it('leads from open to done, and back when another list is cleared', () => {
    const transitions = PARCEL_SUMMARY.commands.map(
      (command) => `${PARCEL_SUMMARY.table[command].from.join(',')} ${command} ${PARCEL_SUMMARY.table[command].to}`,
    );
    expect(transitions).toEqual([
      'open warn due',
      'open,due expire overdue',
      'open,due,overdue complete done',
      'done reopen open',
    ]);
  });
});
