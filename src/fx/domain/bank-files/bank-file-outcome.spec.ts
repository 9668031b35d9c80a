import { Money } from '../../../kernel/money.js';
import { isKnown, outcomeOf } from './bank-file-outcome.js';
import { type ReportedEntry } from './bank-file.js';
import { type BankEntry } from './bank-message.js';
import { findReversed, type Reversible } from './find-reversed.js';

function movement(change: Partial<BankEntry>): BankEntry {
  return {
    ...{
      bankReference: 'BNK1',
      partOf: null,
      kind: 'credit',
      direction: 'credit',
      amount: Money.parse('10.00', 'USD'),
    },
    ...{ charges: null, payerName: null, payerNames: [], payerCountry: null, remittance: '', references: '' },
    ...{ endToEndId: null, uetr: null, bookedOn: '2026-11-24', valueDate: '2026-11-24' },
    ...change,
  };
}

function entry(change: Partial<ReportedEntry> = {}): ReportedEntry {
  return {
    ...{ line: 1, reference: 'BNK1', amount: Money.parse('10.00', 'USD'), direction: 'credit', isReversal: false },
    ...{ status: 'booked', bookedOn: '2026-11-24', valueDate: '2026-11-24', kindCode: null, movements: [movement({})] },
    ...change,
  };
}

describe('A movement was told before', () => {
  const known = (change: object): boolean =>
    isKnown(movement(change), [
      { bankReference: 'BNK1', partOf: null, kind: 'credit' },
      { bankReference: 'BNK2/A', partOf: 'BNK2', kind: 'credit' },
    ]);

  it.each([
    [{ bankReference: 'BNK1' }, true, 'by its reference'],
    [{ bankReference: 'BNK9' }, false, 'another reference'],
    [{ bankReference: 'BNK2' }, true, 'one by one, and now as a whole'],
    [{ bankReference: 'BNK1/A', partOf: 'BNK1' }, true, 'as a whole, and now one by one'],
    [{ bankReference: 'BNK2/B', partOf: 'BNK2' }, false, 'another part of the same entry'],
    [{ bankReference: 'BNK1', kind: 'reversal' }, false, 'what takes it back, under its reference'],
  ])('%j: %s, %s', (change, expected, _why) => {
    expect(known(change)).toBe(expected);
  });
});

describe('What becomes of an entry', () => {
  const known = [{ bankReference: 'BNK1', partOf: null, kind: 'credit' as const }];
  const debit = {
    direction: 'debit' as const,
    movements: [movement({ bankReference: 'BNK3', direction: 'debit', kind: 'debit' })],
  };
  const fresh = { movements: [movement({ bankReference: 'BNK3' })] };

  it.each([
    ['camt.053', fresh, 'taken_in', 'money that came'],
    ['camt.053', {}, 'known', 'a notice told of it'],
    ['camt.053', { status: 'pending', movements: [] }, 'pending', 'it comes again'],
    ['camt.053', debit, 'noted', 'payouts and fees are for the reconciliation'],
    ['camt.053', { ...debit, isReversal: true }, 'taken_in', 'what is taken back concerns a collection'],
    ['camt.054', debit, 'taken_in', 'as the callback does'],
    ['camt.053', { ...fresh, amount: Money.zero('USD') }, 'noted', 'nothing came'],
  ] as const)('%s %#: %s', (type, change, outcome, _why) => {
    expect(outcomeOf(type, entry(change as Partial<ReportedEntry>), { known, isOwnDeal: false })).toBe(outcome);
  });

  it('is nothing new where the bank credits a deal of ours', () => {
    expect(outcomeOf('camt.053', entry(fresh), { known: [], isOwnDeal: true })).toBe('own_deal');
  });
});

describe('What a reversal takes back', () => {
  const candidates: readonly Reversible[] = [
    { id: '1', bankReference: 'BNK1', endToEndId: 'E2E-1', uetr: 'u-1' },
    { id: '2', bankReference: 'BNK12', endToEndId: 'E2E-1', uetr: 'u-2' },
  ];

  it.each([
    [{ bankReference: 'BNK12' }, '2', 'the same reference'],
    [{ bankReference: 'R1', references: 'RETURN OF BNK12.' }, '2', 'it is named'],
    [{ bankReference: 'R1', references: 'return of BNK1' }, '1', 'it is named, and no other'],
    [{ bankReference: 'R1', uetr: 'u-1' }, '1', 'the same UETR'],
    [{ bankReference: 'R1', endToEndId: 'E2E-1' }, undefined, 'two fit equally'],
    [{ bankReference: 'R1' }, undefined, 'nothing says so'],
  ])('%j: %s, %s', (change, id, _why) => {
    expect(findReversed(movement({ kind: 'reversal', direction: 'debit', ...change }), candidates)?.id).toBe(id);
  });
});
