import fc from 'fast-check';

import {
  BOOKING_CHANGE,
  CHANGE_STATES,
  type ChangeCommand,
  type ChangeKind,
  type ChangeState,
} from './booking-change-status.js';
import {
  type BookingChanges,
  type ChangeStanding,
  type ChangeWord,
  faultsOfChanges,
  isRepeated,
  judgeChange,
  mergedChanges,
} from './booking-change.js';
import { type CarrierStatus } from './booking-report.js';

const TAKEN = new Date('2026-12-01T10:00:00Z');
const AFTER = new Date('2026-12-01T10:05:00Z');
const STANDING: ChangeStanding = {
  kind: 'amendment',
  state: 'requested',
  takenAt: TAKEN,
  statusBefore: null,
  reportedBefore: TAKEN,
  repeatedAt: null,
};
const WORD: ChangeWord = { bookingStatus: 'CONFIRMED', amendedBookingStatus: null, asOf: AFTER, heardAt: AFTER };

describe('A change of a booking', () => {
  it('knows these transitions and no others', () => {
    const transitions = BOOKING_CHANGE.states.flatMap((state) =>
      BOOKING_CHANGE.commands
        .filter((command) => BOOKING_CHANGE.allows(state, command))
        .map((command) => `${state} --${command}--> ${BOOKING_CHANGE.table[command].to}`),
    );
    expect(transitions).toEqual([
      'requested --receive--> received',
      'requested --confirm--> confirmed',
      'requested --decline--> declined',
      'requested --drop--> withdrawn',
      'requested --supersede--> superseded',
      'received --withdraw--> withdrawing',
      'received --confirm--> confirmed',
      'received --decline--> declined',
      'received --drop--> withdrawn',
      'received --supersede--> superseded',
      'withdrawing --keep--> received',
      'withdrawing --confirm--> confirmed',
      'withdrawing --decline--> declined',
      'withdrawing --drop--> withdrawn',
      'withdrawing --supersede--> superseded',
    ]);
  });

  it.each<[ChangeKind, ChangeState, string | null, CarrierStatus, string | null, ChangeCommand | null, string]>([
    // kind, state, before, bookingStatus, amendedBookingStatus, command, why
    ['update', 'requested', null, 'UPDATE_RECEIVED', null, 'receive', 'the carrier has it'],
    ['update', 'received', null, 'CONFIRMED', null, 'confirm', 'a confirmation is of what it has'],
    ['update', 'requested', null, 'CONFIRMED', null, null, 'it may have crossed our message'],
    ['update', 'requested', null, 'CONFIRMED', 'AMENDMENT_RECEIVED', 'receive', 'it did cross it'],
    ['update', 'received', null, 'PENDING_UPDATE', null, 'decline', 'it wants another'],
    ['update', 'requested', null, 'PENDING_UPDATE', null, null, 'the wish that the update answers'],
    ['update', 'requested', null, 'RECEIVED', null, null, 'nothing is said of it'],
    ['amendment', 'requested', null, 'CONFIRMED', null, null, 'the booking, not the amendment'],
    ['amendment', 'requested', null, 'CONFIRMED', 'AMENDMENT_RECEIVED', 'receive', ''],
    ['amendment', 'received', 'AMENDMENT_DECLINED', 'CONFIRMED', 'AMENDMENT_DECLINED', 'decline', ''],
    ['amendment', 'requested', 'AMENDMENT_DECLINED', 'CONFIRMED', 'AMENDMENT_DECLINED', null, 'said of the one before'],
    ['amendment', 'requested', 'AMENDMENT_DECLINED', 'CONFIRMED', 'AMENDMENT_CONFIRMED', 'confirm', ''],
    ['amendment', 'withdrawing', null, 'CONFIRMED', 'AMENDMENT_CANCELLED', 'drop', ''],
    ['amendment', 'withdrawing', null, 'CONFIRMED', 'AMENDMENT_RECEIVED', null, 'known'],
  ])('%s %s after %s: %s, %s → %s (%s)', (kind, state, statusBefore, bookingStatus, amended, command) => {
    const word = { ...WORD, bookingStatus, amendedBookingStatus: amended };
    expect(judgeChange({ ...STANDING, kind, state, statusBefore }, word)).toBe(command);
  });

  it('is not judged by a word from before the wish', () => {
    expect(judgeChange({ ...STANDING, kind: 'update', state: 'received' }, { ...WORD, asOf: TAKEN })).toBeNull();
  });

  it('is decided by what the carrier says when asked, where its callbacks were lost', () => {
    const standing = { ...STANDING, kind: 'update' } as const;
    const word = { ...WORD, asOf: null };
    expect(judgeChange(standing, word)).toBe('confirm');
    expect(judgeChange({ ...standing, takenAt: null }, word)).toBeNull();
  });

  it('is decided by its receipt, where that comes behind an answer that reads like the one before', () => {
    const standing = { ...STANDING, statusBefore: 'AMENDMENT_DECLINED' };
    const answer = { ...WORD, amendedBookingStatus: 'AMENDMENT_DECLINED' };
    expect([judgeChange(standing, answer), isRepeated(standing, answer)]).toEqual([null, true]);
    const receipt = { ...WORD, amendedBookingStatus: 'AMENDMENT_RECEIVED' };
    expect(judgeChange({ ...standing, repeatedAt: AFTER }, receipt)).toBe('decline');
    const later = new Date(AFTER.getTime() + 1);
    expect(judgeChange({ ...standing, repeatedAt: AFTER }, { ...receipt, asOf: later })).toBe('receive');
    expect(isRepeated(standing, { ...answer, asOf: TAKEN })).toBe(false);
  });

  it('is decided by what the carrier says when asked a while after it took the message, even in the words of before', () => {
    const standing = { ...STANDING, statusBefore: 'AMENDMENT_DECLINED' };
    const asked = (minutes: number): ChangeWord => ({
      ...WORD,
      amendedBookingStatus: 'AMENDMENT_DECLINED',
      asOf: null,
      heardAt: new Date(TAKEN.getTime() + minutes * 60_000),
    });
    expect([14, 15].map((minutes) => judgeChange(standing, asked(minutes)))).toEqual([null, 'decline']);
    expect(judgeChange({ ...standing, takenAt: null }, asked(60))).toBeNull();
  });

  it('is never given a command that its state does not take', () => {
    const amended = [
      null,
      'AMENDMENT_RECEIVED',
      'AMENDMENT_CONFIRMED',
      'AMENDMENT_DECLINED',
      'AMENDMENT_CANCELLED',
      'X',
    ];
    const statuses: CarrierStatus[] = [
      'RECEIVED',
      'PENDING_UPDATE',
      'UPDATE_RECEIVED',
      'CONFIRMED',
      'PENDING_AMENDMENT',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANGE_STATES),
        fc.constantFrom('update' as const, 'amendment' as const),
        fc.constantFrom(...statuses),
        fc.constantFrom(...amended),
        fc.constantFrom(...amended),
        (state, kind, bookingStatus, amendedBookingStatus, statusBefore) => {
          const word = { ...WORD, bookingStatus, amendedBookingStatus, asOf: null };
          const command = judgeChange({ ...STANDING, kind, state, statusBefore, reportedBefore: null }, word);
          expect(command === null || BOOKING_CHANGE.allows(state, command)).toBe(true);
        },
      ),
    );
  });
});

describe('What is to be changed', () => {
  it('adds up: each field as it was last asked for, lines by their number', () => {
    const first: BookingChanges = {
      expectedDepartureDate: '2026-12-12',
      goods: [
        { lineNumber: 2, packages: 4 },
        { lineNumber: 1, grossKg: '10' },
      ],
    };
    const second: BookingChanges = {
      transportDocumentType: 'SWB',
      goods: [{ lineNumber: 1, grossKg: '11', packages: 3 }],
    };
    expect(mergedChanges([first, second])).toEqual({
      expectedDepartureDate: '2026-12-12',
      transportDocumentType: 'SWB',
      goods: [
        { lineNumber: 1, grossKg: '11', packages: 3 },
        { lineNumber: 2, packages: 4 },
      ],
    });
  });

  it('leaves the ship of an earlier change behind with its day', () => {
    const ship = { vesselName: 'SBX CATHAY', voyageNumber: '050W' };
    expect(mergedChanges([ship, { isPartialLoadAllowed: true }])).toEqual({ ...ship, isPartialLoadAllowed: true });
    expect(mergedChanges([ship, { expectedDepartureDate: '2026-12-12' }])).toEqual({
      expectedDepartureDate: '2026-12-12',
    });
  });

  it('is something, of lines that there are', () => {
    expect(faultsOfChanges({}, [1], '2026-12-01').map(({ code }) => code)).toEqual(['required']);
    expect(faultsOfChanges({ goods: [{ lineNumber: 1, grossKg: '2' }] }, [1], '2026-12-01')).toEqual([]);
    expect(faultsOfChanges({ expectedDepartureDate: '2026-12-01' }, [1], '2026-12-01')).toEqual([]);
  });
});
