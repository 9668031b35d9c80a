import fc from 'fast-check';

import {
  type BookingReport,
  type CarrierStatus,
  isOvertaken,
  judgeReport,
  needsWholeBooking,
} from './booking-report.js';
import { BOOKING, type BookingState } from './booking-status.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 24, 8, minute));

const report = (
  bookingStatus: CarrierStatus,
  minute: number | null,
  change: Partial<BookingReport> = {},
): BookingReport => ({
  bookingStatus,
  amendedBookingStatus: null,
  bookingCancellationStatus: null,
  forwarderReference: null,
  carrierBookingRequestReference: null,
  carrierBookingReference: null,
  transportDocumentReference: null,
  voyage: null,
  cutOffs: null,
  feedbacks: null,
  reasons: [],
  asOf: minute === null ? null : at(minute),
  ...change,
});

describe('A report of the carrier', () => {
  it.each<[string | null, number, string, boolean, string]>([
    ['AMENDMENT_DECLINED', 5, 'AMENDMENT_RECEIVED', true, 'of the same moment, and less far along'],
    ['AMENDMENT_DECLINED', 6, 'AMENDMENT_RECEIVED', false, 'of another amendment, later'],
    ['AMENDMENT_RECEIVED', 5, 'AMENDMENT_DECLINED', false, 'of the same moment, and farther along'],
    ['AMENDMENT_RECEIVED', 5, 'AMENDMENT_RECEIVED', false, 'told twice'],
    [null, 5, 'AMENDMENT_RECEIVED', false, 'the first word of an amendment'],
  ])('after %s, in minute %i %s is overtaken: %s (%s)', (amendedBookingStatus, minute, told, expected) => {
    const known = { state: 'confirmed', lastReportedAt: at(5), amendedBookingStatus } as const;
    expect(isOvertaken(known, report('CONFIRMED', minute, { amendedBookingStatus: told }))).toBe(expected);
  });

  it.each<[BookingState, string | null, CarrierStatus, string | null, boolean, string]>([
    ['confirmed', 'AMENDMENT_CONFIRMED', 'PENDING_AMENDMENT', 'AMENDMENT_RECEIVED', true, 'what it wanted has come'],
    ['pending_amendment', null, 'CONFIRMED', null, true, 'an amendment is wanted after the confirmation'],
    ['pending_amendment', 'AMENDMENT_RECEIVED', 'CONFIRMED', 'AMENDMENT_CONFIRMED', false, 'the amendment is agreed'],
    ['pending_update', null, 'CONFIRMED', null, false, 'confirmed is further along'],
    ['pending_update', null, 'RECEIVED', null, true, 'an update is wanted after the receipt'],
    ['update_received', null, 'PENDING_UPDATE', null, true, 'the update is there'],
  ])('of one moment, knowing %s, %s: %s, %s is overtaken: %s (%s)', (state, amended, bookingStatus, told, expected) => {
    const known = { state, lastReportedAt: at(5), amendedBookingStatus: amended };
    expect(isOvertaken(known, report(bookingStatus, 5, { amendedBookingStatus: told }))).toBe(expected);
  });

  it.each<[BookingState, CarrierStatus, string[], string]>([
    ['requested', 'RECEIVED', ['receive'], 'the usual first word'],
    ['received', 'CONFIRMED', ['confirm'], 'the usual second'],
    ['requested', 'CONFIRMED', ['confirm'], 'the first word was lost'],
    ['received', 'COMPLETED', ['confirm', 'complete'], 'the confirmation was lost, and is made up for'],
    ['received', 'PENDING_AMENDMENT', ['confirm', 'require_amendment'], 'likewise'],
    ['received', 'DECLINED', ['decline'], 'confirmed and declined before we heard of either'],
    ['pending_update', 'UPDATE_RECEIVED', ['receive_update'], 'the carrier thinks again'],
    ['confirmed', 'CANCELLED', ['cancel'], 'our wish was granted'],
  ])('%s + %s → %j (%s)', (state, status, commands) => {
    expect(judgeReport(state, at(0), report(status, 1))).toEqual({ kind: 'news', commands });
  });

  it.each<[BookingState, CarrierStatus, number | null, string]>([
    ['confirmed', 'RECEIVED', 9, 'less far along, however late it was written'],
    ['completed', 'CONFIRMED', 9, 'the booking is over'],
    ['cancelled', 'COMPLETED', 9, 'the booking is over'],
    ['pending_update', 'RECEIVED', 1, 'as far along, and written earlier'],
    ['pending_amendment', 'CONFIRMED', 1, 'as far along, and written earlier'],
  ])('%s + %s is stale (%s)', (state, status, minute) => {
    expect(judgeReport(state, at(5), report(status, minute))).toEqual({ kind: 'stale' });
  });

  it('takes an answer without a time for the present', () => {
    expect(judgeReport('pending_update', at(5), report('RECEIVED', null)).kind).toBe('news');
  });

  it('tells nothing new by saying the same', () => {
    expect(judgeReport('confirmed', at(5), report('CONFIRMED', 6))).toEqual({ kind: 'same' });
    expect(judgeReport('completed', at(5), report('COMPLETED', 5))).toEqual({ kind: 'same' });
  });

  it('leads to the same end in whatever order, and however often, its word arrives', () => {
    const story: BookingReport[] = [
      report('RECEIVED', 1),
      report('PENDING_UPDATE', 2),
      report('UPDATE_RECEIVED', 3),
      report('CONFIRMED', 4),
      report('PENDING_AMENDMENT', 5),
      report('CONFIRMED', 6),
      report('COMPLETED', 7),
    ];
    const anyOrder = fc.shuffledSubarray([...story, ...story], {
      minLength: 2 * story.length,
      maxLength: 2 * story.length,
    });
    fc.assert(
      fc.property(anyOrder, (told) => {
        const { state, confirmations } = told.reduce<Heard>(listen, {
          state: 'requested',
          last: null,
          confirmations: 0,
        });
        expect(state).toBe('completed');
        expect(confirmations).toBeGreaterThan(0);
      }),
    );
  });

  it.each<[string, boolean, BookingReport]>([
    ['a confirmation without number', true, report('CONFIRMED', 1)],
    ['a completion without bill of lading', true, report('COMPLETED', 1, { carrierBookingReference: 'B' })],
    ['a rejection, which needs none', false, report('REJECTED', 1)],
  ])('calls for the whole booking: %s (%s)', (_what, needed, told) => {
    expect(needsWholeBooking(told)).toBe(needed);
  });
});

interface Heard {
  readonly state: BookingState;
  readonly last: Date | null;
  readonly confirmations: number;
}

/** What the booking does with each report; it must never meet an illegal transition. */
function listen(heard: Heard, told: BookingReport): Heard {
  const verdict = judgeReport(heard.state, heard.last, told);
  if (verdict.kind === 'stale') return heard;
  const commands = verdict.kind === 'news' ? verdict.commands : [];
  return {
    state: commands.reduce((state, command) => BOOKING.next(state, command), heard.state),
    last: told.asOf,
    confirmations: heard.confirmations + commands.filter((command) => command === 'confirm').length,
  };
}
