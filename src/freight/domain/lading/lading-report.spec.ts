import fc from 'fast-check';

import {
  INSTRUCTIONS_STATUSES,
  type InstructionsReport,
  type InstructionsStanding,
  judgeInstructions,
} from './lading-report.js';
import { owedOf } from './paper-owed.js';
import { nextPaperAsk } from './paper-watch.js';
import {
  INSTRUCTIONS_STATES,
  INSTRUCTIONS_UPDATE,
  instructionsActions,
  SHIPPING_INSTRUCTIONS,
  UPDATE_STATES,
} from './shipping-instructions-status.js';

const AT = (minute: number): Date => new Date(Date.UTC(2026, 10, 30, 8, minute));
const standing = (change: Partial<InstructionsStanding> = {}): InstructionsStanding => ({
  ...{ state: 'received', updateState: 'none', revision: 1, updateTakenAt: null, lastReportedAt: AT(10) },
  ...change,
});
const report = (change: Partial<InstructionsReport> = {}): InstructionsReport => ({
  ...{ shippingInstructionsStatus: 'RECEIVED', updatedShippingInstructionsStatus: null, forwarderReference: null },
  ...{ shippingInstructionsReference: 'si-1', transportDocumentReference: null, revision: null },
  ...{ feedbacks: null, reasons: [], asOf: AT(20) },
  ...change,
});

describe('What the carrier says of shipping instructions', () => {
  it.each<[string, Partial<InstructionsStanding>, Partial<InstructionsReport>, object | null]>([
    ['the first word', { state: 'requested' }, {}, { command: 'receive', update: null }],
    ['the same again', {}, {}, { command: null, update: null }],
    ['older than what is known', {}, { asOf: AT(9), shippingInstructionsStatus: 'DECLINED' }, null],
    [
      'an end that nobody announced',
      { state: 'requested' },
      { shippingInstructionsStatus: 'COMPLETED' },
      { command: 'complete', update: null },
    ],
    ['anything once they are over', { state: 'declined' }, {}, null],
    [
      'the receipt behind the wish of the same moment',
      { state: 'pending_update' },
      { asOf: AT(10) },
      { command: null, update: null },
    ],
    [
      'yes to the update that was wanted, of the same moment',
      { state: 'pending_update', updateState: 'received', revision: 2, updateTakenAt: AT(9) },
      { asOf: AT(10), updatedShippingInstructionsStatus: 'UPDATE_CONFIRMED' },
      { command: 'receive', update: 'confirm' },
    ],
    [
      'the wish behind the agreement of the same moment',
      { updateState: 'confirmed' },
      { asOf: AT(10), shippingInstructionsStatus: 'PENDING_UPDATE' },
      { command: null, update: null },
    ],
    [
      'yes to the open revision',
      { updateState: 'requested', revision: 3 },
      { updatedShippingInstructionsStatus: 'UPDATE_CONFIRMED', revision: 3 },
      { command: null, update: 'confirm' },
    ],
    [
      'yes to an earlier revision',
      { updateState: 'requested', revision: 3, updateTakenAt: AT(15) },
      { updatedShippingInstructionsStatus: 'UPDATE_CONFIRMED', revision: 2 },
      { command: null, update: null },
    ],
    [
      'yes to it does not know what, before it had what we sent',
      { updateState: 'requested' },
      { updatedShippingInstructionsStatus: 'UPDATE_CONFIRMED' },
      { command: null, update: null },
    ],
  ])('%s', (_what, before, told, verdict) => {
    expect(judgeInstructions(standing(before), report(told))).toEqual(verdict);
  });

  it('never asks for a step that cannot be taken', () => {
    const any = fc.record({
      state: fc.constantFrom(...INSTRUCTIONS_STATES),
      updateState: fc.constantFrom(...UPDATE_STATES),
      status: fc.constantFrom(...INSTRUCTIONS_STATUSES),
      said: fc.constantFrom(null, 'UPDATE_RECEIVED', 'UPDATE_CONFIRMED', 'UPDATE_CANCELLED', 'UPDATE_DECLINED', 'ELSE'),
      revision: fc.constantFrom(null, 1, 2),
    });
    fc.assert(
      fc.property(any, ({ state, updateState, status, said, revision }) => {
        const verdict = judgeInstructions(
          standing({ state, updateState }),
          report({ shippingInstructionsStatus: status, updatedShippingInstructionsStatus: said, revision }),
        );
        if (verdict?.command) SHIPPING_INSTRUCTIONS.next(state, verdict.command);
        if (verdict?.update) INSTRUCTIONS_UPDATE.next(updateState, verdict.update);
      }),
    );
  });
});

describe('What is done with shipping instructions', () => {
  it.each([
    [instructionsActions('requested', 'none', false), [], 'nothing before the carrier has them'],
    [instructionsActions('received', 'none', false), ['request_update', 'cancel'], 'an update, or an end'],
    [
      instructionsActions('received', 'received', false),
      ['request_update', 'withdraw_update', 'cancel'],
      'or the update back',
    ],
    [instructionsActions('received', 'none', true), [], 'nothing while they end'],
    [instructionsActions('completed', 'none', false), [], 'nothing once they are over'],
  ])('%j', (actions, expected) => {
    expect(actions).toEqual(expected);
  });

  it('is sent as it is owed: first themselves, then what was asked of them', () => {
    const row = { state: 'received', updateState: 'none', isCancelling: false, updateTakenAt: null } as const;
    const known = { ...row, shippingInstructionsReference: 'si-1' };
    expect(owedOf({ ...row, state: 'requested', shippingInstructionsReference: null })).toBe('instructions');
    expect(owedOf(known)).toBeNull();
    expect(owedOf({ ...known, updateState: 'requested' })).toBe('update');
    expect(owedOf({ ...known, updateState: 'requested', updateTakenAt: AT(1) })).toBeNull();
    expect(owedOf({ ...known, updateState: 'withdrawing' })).toBe('update_withdrawal');
    expect(owedOf({ ...known, updateState: 'requested', isCancelling: true })).toBe('cancellation');
    expect(owedOf({ ...known, state: 'completed', isCancelling: true })).toBeNull();
  });

  it('is asked for at growing intervals, at last once a day', () => {
    const minutes = (asks: number, live: boolean): number =>
      (nextPaperAsk(asks, AT(0), live).getTime() - AT(0).getTime()) / 60_000;
    expect([0, 1, 2, 50].map((asks) => minutes(asks, true))).toEqual([15, 30, 60, 1_440]);
    expect(minutes(0, false)).toBeCloseTo(1 / 3);
  });
});
