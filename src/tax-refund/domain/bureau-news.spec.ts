import { explainsLate, NEWS_KINDS, type NewsKind, stepsFor } from './bureau-news.js';
import { CLAIM_MACHINE, type ClaimState } from './claim-status.js';

const ASKED = new Date('2026-11-24T08:00:00Z');
const LATER = new Date('2026-11-25T08:00:00Z');

const steps = (state: ClaimState, kind: NewsKind, at: Date | null = ASKED): string =>
  stepsFor({ state, queriedAt: ASKED, withheldAt: null }, { kind, at }).join(' ');

describe('What the bureau says', () => {
  it.each<[ClaimState, NewsKind, string, string]>([
    ['queued', 'received', 'send', 'the answer to our message'],
    ['queued', 'accepted', 'send accept', 'the callback was quicker than the answer'],
    ['filed', 'accepted', 'accept', ''],
    ['accepted', 'queried', 'query', ''],
    ['accepted', 'approved', 'approve', ''],
    ['queried', 'approved', 'approve', 'it needed no answer'],
    ['answered', 'approved', 'approve', ''],
    ['approved', 'paid', 'pay', ''],
    ['filed', 'paid', 'accept approve pay', 'two messages were lost'],
    ['queued', 'paid', 'send accept approve pay', 'everything but the last was lost'],
    ['queued', 'rejected', 'send accept reject', 'it took the claim before it refused it'],
    ['filed', 'queried', 'accept query', 'out of order'],
    ['accepted', 'withheld', 'withhold', ''],
    ['queried', 'withheld', 'withhold', 'while it is asked'],
    ['queued', 'withheld', 'send accept withhold', 'two messages were lost'],
    ['withheld', 'resumed', 'resume', ''],
    ['withheld', 'queried', 'resume query', 'that it goes on was lost'],
    ['withheld', 'approved', 'approve', ''],
    ['paid', 'clawed_back', 'claw_back', ''],
    ['closed', 'clawed_back', 'claw_back', 'years later'],
    ['clawed_back', 'clawed_back', 'claw_back', 'another notice; a repeat is known by its number'],
    ['approved', 'clawed_back', 'pay claw_back', 'the payment was lost'],
  ])('moves a claim that is %s, when it is %s, by: %s', (state, kind, expected) => {
    expect(steps(state, kind)).toBe(expected);
  });

  it.each<[ClaimState, NewsKind, string]>([
    ['accepted', 'accepted', 'said twice'],
    ['approved', 'accepted', 'late'],
    ['approved', 'queried', 'late'],
    ['approved', 'rejected', 'late: the approval was the last word'],
    ['paid', 'approved', 'late'],
    ['paid', 'paid', 'said twice'],
    ['matched', 'accepted', 'never filed'],
    ['accepted', 'resumed', 'it was never withheld, or goes on already'],
    ['approved', 'withheld', 'late'],
    ['rejected', 'approved', 'of an attempt that is over'],
    ['abandoned', 'paid', 'of an attempt that is over'],
  ])('leaves a claim that is %s as it is, when it is %s: %s', (state, kind) => {
    expect(steps(state, kind)).toBe('');
  });

  it('opens an answered inquiry again only when it asks anew', () => {
    expect(steps('answered', 'queried', ASKED)).toBe('');
    expect(steps('answered', 'queried', null)).toBe('');
    expect(steps('answered', 'queried', LATER)).toBe('query');
  });

  it('withholds again what was resumed only when it does so anew', () => {
    const told = (state: ClaimState, kind: NewsKind, at: Date) =>
      stepsFor({ state, queriedAt: null, withheldAt: ASKED }, { kind, at }).join(' ');
    expect(told('accepted', 'withheld', ASKED)).toBe('');
    expect(told('accepted', 'withheld', LATER)).toBe('withhold');
    expect(told('withheld', 'resumed', ASKED)).toBe('');
    expect(told('withheld', 'resumed', LATER)).toBe('resume');
  });

  it('explains a payment that overtook its approval, once', () => {
    const late = { kind: 'approved', reason: 'Half is disallowed' } as const;
    expect(explainsLate({ state: 'paid', reason: null }, late)).toBe(true);
    expect(explainsLate({ state: 'paid', reason: 'Half is disallowed' }, late)).toBe(false);
    expect(explainsLate({ state: 'paid', reason: null }, { ...late, reason: null })).toBe(false);
    expect(explainsLate({ state: 'paid', reason: null }, { ...late, kind: 'queried' })).toBe(false);
    expect(explainsLate({ state: 'rejected', reason: null }, late)).toBe(false);
  });

  it('only ever gives steps that the claim can take, one after the other', () => {
    for (const start of CLAIM_MACHINE.states) {
      for (const kind of NEWS_KINDS) {
        let state = start;
        for (const step of stepsFor({ state, queriedAt: ASKED, withheldAt: ASKED }, { kind, at: LATER })) {
          state = CLAIM_MACHINE.next(state, step);
        }
        expect(CLAIM_MACHINE.states).toContain(state);
      }
    }
  });
});
