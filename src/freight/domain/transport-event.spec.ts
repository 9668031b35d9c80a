import { callTimes, type Classifier, type KeptEvent } from './transport-event.js';

const event = (classifier: Classifier, at: string, reportedAt: string, change: Partial<KeptEvent> = {}): KeptEvent => ({
  code: 'DEPA',
  classifier,
  location: 'CNNGB',
  at: new Date(at),
  reportedAt: new Date(reportedAt),
  isRetracted: false,
  ...change,
});

const PLANNED = event('PLN', '2026-12-05T18:00:00+08:00', '2026-11-24T10:00:00+08:00');
const ESTIMATED = event('EST', '2026-12-05T20:00:00+08:00', '2026-12-04T10:00:00+08:00');
const ACTUAL = event('ACT', '2026-12-05T21:15:00+08:00', '2026-12-05T21:16:00+08:00');

describe('Departure as planned, estimated and actual', () => {
  it('keeps the three side by side: none overwrites another', () => {
    expect(callTimes([ACTUAL, ESTIMATED, PLANNED], 'DEPA', 'CNNGB')).toEqual({
      planned: PLANNED.at,
      estimated: ESTIMATED.at,
      actual: ACTUAL.at,
    });
  });

  it('takes the estimate that was written last, in whatever order they arrive', () => {
    const newer = event('EST', '2026-12-12T20:00:00+08:00', '2026-12-04T11:00:00+08:00');
    expect(callTimes([newer, ESTIMATED], 'DEPA', 'CNNGB').estimated).toEqual(newer.at);
    expect(callTimes([ESTIMATED, newer], 'DEPA', 'CNNGB').estimated).toEqual(newer.at);
  });

  it('lets an actual time stand beside a later estimate, and fall by retraction only', () => {
    const late = event('EST', '2026-12-06T20:00:00+08:00', '2026-12-06T10:00:00+08:00');
    expect(callTimes([ACTUAL, late], 'DEPA', 'CNNGB').actual).toEqual(ACTUAL.at);
    expect(callTimes([{ ...ACTUAL, isRetracted: true }, late], 'DEPA', 'CNNGB').actual).toBeNull();
  });

  it('looks at no other port and no other kind of event', () => {
    const elsewhere = event('ACT', '2026-12-20T08:00:00+08:00', '2026-12-20T08:00:00+08:00', { location: 'SGSIN' });
    const arrival = event('ACT', '2026-12-20T08:00:00+08:00', '2026-12-20T08:00:00+08:00', { code: 'ARRI' });
    expect(callTimes([elsewhere, arrival], 'DEPA', 'CNNGB').actual).toBeNull();
  });
});
