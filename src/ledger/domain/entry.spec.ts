import { Money } from '../../kernel/money.js';
import { assertEntry, type EntryPosting, type LedgerEntry } from './entry.js';

const PARTY = '0190a0b0-0000-7000-8000-000000000001';
const BANK = { code: 'clearing_bank' } as const;
const FUNDS = { code: 'client_funds', partyId: PARTY } as const;

const leg = (account: EntryPosting['account'], amount: string, currency = 'USD'): EntryPosting => ({
  account,
  amount: Money.parse(amount, currency),
});
const entry = (changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  kind: 'fx.collected',
  key: 'collection:1',
  valueDate: '2026-04-01',
  postings: [leg(BANK, '10.00'), leg(FUNDS, '-10.00')],
  ...changes,
});

describe('An entry', () => {
  it('of balanced postings in several currencies is fit to be booked', () => {
    const postings = [leg(FUNDS, '10.00'), leg(BANK, '-10.00'), leg(BANK, '71.80', 'CNY'), leg(FUNDS, '-71.80', 'CNY')];
    expect(() => {
      assertEntry(entry({ postings }));
    }).not.toThrow();
  });

  it.each<[string, Partial<LedgerEntry>, RegExp]>([
    ['has one leg', { postings: [leg(BANK, '10.00')] }, /2 to 1000 postings/],
    ['is off by a cent', { postings: [leg(BANK, '10.00'), leg(FUNDS, '-9.99')] }, /USD sum to 1 minor units/],
    ['balances across currencies only', { postings: [leg(BANK, '1.00'), leg(FUNDS, '-1.00', 'CNY')] }, /not to zero/],
    ['moves nothing', { postings: [leg(BANK, '0.00'), leg(FUNDS, '0.00')] }, /of nothing/],
    [
      'leaves out whose funds',
      { postings: [leg(BANK, '1.00'), leg({ code: 'client_funds' }, '-1.00')] },
      /needs a party/,
    ],
    [
      'gives the bank a party',
      { postings: [leg({ ...BANK, partyId: PARTY }, '1.00'), leg(FUNDS, '-1.00')] },
      /not kept per party/,
    ],
    ['has no key', { key: '' }, /its key/],
    ['has no kind', { kind: '' }, /its kind/],
    ['counts from a day that does not exist', { valueDate: '2026-02-30' }, /no value date/],
    ['tells a story', { memo: 'x'.repeat(501) }, /its memo/],
  ])('that %s is our bug', (_what, changes, message) => {
    expect(() => {
      assertEntry(entry(changes));
    }).toThrow(message);
  });
});
