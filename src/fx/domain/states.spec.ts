import { type StateMachine } from '../../kernel/state-machine.js';
import { COLLECTION_ACCOUNT } from './collections/collection-account-status.js';
import { COLLECTION } from './collections/collection-status.js';
import { REFUND } from './refunds/refund-status.js';
import { CONVERSION } from './conversions/conversion-status.js';
import { judgeStatus, type PaymentStatus } from './payouts/payment-status.js';
import { PAYOUT_BATCH } from './payouts/payout-batch-status.js';
import { PAYOUT, type PayoutState } from './payouts/payout-status.js';
import { FX_QUOTE } from './conversions/quote-status.js';
import { RECEIVABLE } from './collections/receivable-status.js';

function transitions<State extends string, Command extends string>(machine: StateMachine<State, Command>): string[] {
  return machine.states.flatMap((from) =>
    machine.commands
      .filter((command) => machine.allows(from, command))
      .map((command) => `${from} ${command} ${machine.next(from, command)}`),
  );
}

describe('Every transition', () => {
  it('of a collection account', () => {
    expect(transitions(COLLECTION_ACCOUNT)).toEqual([
      'requested open open',
      'requested refuse refused',
      'refused request_again requested',
    ]);
  });

  it('of a receivable, a quote and a conversion', () => {
    expect([...transitions(RECEIVABLE), ...transitions(FX_QUOTE), ...transitions(CONVERSION)]).toEqual([
      'open collect collected',
      'open waive waived',
      'collected reopen open',
      'open convert used',
      'awaiting_approval book booked',
      'awaiting_approval lapse lapsed',
      'booked deal dealt',
      'booked settle settled',
      'booked fail failed',
      'dealt settle settled',
      'dealt amend changing',
      'dealt cancel changing',
      'changing keep dealt',
      'changing drop cancelled',
    ]);
  });

  it('of money that goes back to its payer', () => {
    expect(transitions(REFUND)).toEqual([
      'awaiting_approval order queued',
      'awaiting_approval decline declined',
      'queued send sent',
      'queued accept accepted',
      'queued confirm confirmed',
      'queued reject rejected',
      'sent accept accepted',
      'sent confirm confirmed',
      'sent reject rejected',
      'accepted confirm confirmed',
      'accepted reject rejected',
      'confirmed return returned',
    ]);
  });

  it('of a collection', () => {
    expect(transitions(COLLECTION)).toEqual([
      'unmatched match matched',
      'unmatched match_in_part partly_matched',
      'unmatched mark_advance advance',
      'unmatched set_aside set_aside',
      'unmatched refund refunding',
      'unmatched return returned',
      'advance match matched',
      'advance match_in_part partly_matched',
      'advance set_aside set_aside',
      'advance resume unmatched',
      'advance refund refunding',
      'advance return returned',
      'partly_matched match matched',
      'partly_matched match_in_part partly_matched',
      'partly_matched unmatch unmatched',
      'partly_matched unmatch_in_part partly_matched',
      'partly_matched refund_surplus matched',
      'partly_matched return returned',
      'matched unmatch unmatched',
      'matched unmatch_in_part partly_matched',
      'matched surplus_back partly_matched',
      'matched return returned',
      'set_aside resume unmatched',
      'set_aside refund refunding',
      'set_aside return returned',
      'refunding refund_done returned',
      'refunding refund_failed unmatched',
      'refunding return returned',
      'returned come_back unmatched',
      'returned return returned',
    ]);
  });

  it('of a payout', () => {
    expect(transitions(PAYOUT)).toEqual([
      'blocked retry queued',
      'queued send sent',
      'queued accept accepted',
      'queued confirm confirmed',
      'queued reject rejected',
      'sent accept accepted',
      'sent confirm confirmed',
      'sent reject rejected',
      'accepted confirm confirmed',
      'accepted reject rejected',
      'confirmed return returned',
      'rejected retry queued',
      'returned retry queued',
    ]);
  });
});

describe('Every transition of a batch of payouts', () => {
  it('leads to the bank', () => {
    expect(transitions(PAYOUT_BATCH)).toEqual(['open submit closed', 'closed send sent', 'closed refuse refused']);
  });
});

describe('A report of the bank on a payout', () => {
  it.each<[PayoutState, PaymentStatus, boolean, string, string]>([
    ['queued', 'ACCP', true, 'apply', 'the callback overtakes our own record of having sent it'],
    ['sent', 'ACSC', true, 'apply', 'settled at once'],
    ['accepted', 'RJCT', true, 'apply', 'the bank of the creditor said no later'],
    ['accepted', 'ACCP', true, 'old-news', 'twice'],
    ['confirmed', 'ACCP', true, 'old-news', 'out of order'],
    ['rejected', 'ACCP', true, 'old-news', 'out of order'],
    ['confirmed', 'ACCC', true, 'old-news', 'credited, after settled'],
    ['confirmed', 'RJCT', true, 'contradiction', 'money that is gone is said not to be'],
    ['rejected', 'ACSC', true, 'contradiction', 'money that came back is said to be gone'],
    ['returned', 'ACSC', true, 'old-news', 'it was settled before it came back'],
    ['sent', 'PDNG', true, 'old-news', 'it still pends'],
    ['queued', 'RJCT', false, 'old-news', 'the no that the retry followed, once more'],
    ['queued', 'ACSC', false, 'contradiction', 'the first order was carried out after all'],
  ])('%s, then %s (of the present message: %s): %s, since %s', (state, status, isCurrent, verdict) => {
    expect(judgeStatus(state, status, isCurrent)).toBe(verdict);
  });
});
