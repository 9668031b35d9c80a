import { BOOKING, type BookingState } from './booking-status.js';
import { expectedBy, nextAsk, type Progress } from './expectation.js';

const NOW = new Date('2026-11-24T08:00:00Z');
const progress = (state: BookingState, change: Partial<Progress> = {}): Progress => ({
  state,
  isCancelling: false,
  isChanging: false,
  departedAt: null,
  arrivedAt: null,
  departureDue: null,
  arrivalDue: null,
  ...change,
});
const SAILING = new Date('2026-12-05T10:00:00Z');
const LANDING = new Date('2027-01-04T08:00:00Z');

describe('By when the carrier should have said the next thing', () => {
  it.each<[string, Progress, string]>([
    ['answers a request within a quarter of an hour', progress('requested'), '2026-11-24T08:15:00.000Z'],
    ['decides within two days', progress('received'), '2026-11-26T08:00:00.000Z'],
    [
      'says that it sailed within a day of the sailing',
      progress('confirmed', { departureDue: SAILING }),
      '2026-12-06T10:00:00.000Z',
    ],
    ['says something within eight days where no date is known', progress('confirmed'), '2026-12-02T08:00:00.000Z'],
    [
      'says that it arrived within a day',
      progress('confirmed', { departedAt: SAILING, arrivalDue: LANDING }),
      '2027-01-05T08:00:00.000Z',
    ],
    [
      'counts a sailing that is overdue from now',
      progress('confirmed', { departureDue: new Date('2026-11-01') }),
      '2026-11-25T08:00:00.000Z',
    ],
    [
      'closes the booking within two weeks of the arrival',
      progress('confirmed', { departedAt: NOW, arrivedAt: NOW }),
      '2026-12-08T08:00:00.000Z',
    ],
    [
      'answers a wish to cancel within two days',
      progress('confirmed', { isCancelling: true, departureDue: SAILING }),
      '2026-11-26T08:00:00.000Z',
    ],
    [
      'decides within two days on a change of what is confirmed',
      progress('confirmed', { isChanging: true, departureDue: SAILING }),
      '2026-11-26T08:00:00.000Z',
    ],
  ])('it %s', (_what, given, expected) => {
    expect(expectedBy(given, NOW, true)?.toISOString()).toBe(expected);
  });

  it('is known in every state that is not final, and in no other', () => {
    for (const state of BOOKING.states) {
      expect(expectedBy(progress(state), NOW, true) === null).toBe(BOOKING.isFinal(state));
    }
  });

  it('is seconds away in the sandbox, where nobody sleeps on it', () => {
    expect(expectedBy(progress('received'), NOW, false)?.toISOString()).toBe('2026-11-24T08:00:30.000Z');
  });
});

describe('When the carrier is asked', () => {
  it('first when its word is due, then after an hour, two, four …, at most a day', () => {
    const seconds = [0, 1, 2, 3, 9].map(
      (asks) => (nextAsk(SAILING, asks, NOW, true).getTime() - NOW.getTime()) / 3_600_000,
    );
    expect(seconds).toEqual([266, 1, 2, 4, 24]);
  });

  it('after seconds in the sandbox', () => {
    const seconds = [0, 1, 2, 9].map((asks) => (nextAsk(SAILING, asks, NOW, false).getTime() - NOW.getTime()) / 1_000);
    expect(seconds).toEqual([20, 40, 80, 600]);
  });
});
