import { Money } from '../../kernel/money.js';
import {
  agencyDuties,
  type EntrustingProducer,
  isRejectionHigh,
  isVerificationDue,
  rejectedShare,
  verificationAbove,
} from './agency-duties.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const duties = agencyDuties('2026-11-29');

describe('The duties of an agent', () => {
  it.each<[string, string | null, boolean, string]>([
    ['1000000.00', null, false, 'exactly the threshold'],
    ['1000000.01', null, true, 'a fen above'],
    ['2000000.00', '2026-03-01', false, 'verified'],
  ])('entrusted %s, verified %s: due %s (%s)', (entrusted, verifiedOn, expected) => {
    const producer: EntrustingProducer = { id: 'p', name: 'n', entrusted: cny(entrusted), verifiedOn };
    expect(isVerificationDue(producer, verificationAbove('2026-11-29'))).toBe(expected);
  });

  it.each([
    ['0.00', '0.00', '0', false],
    ['100.00', '5.00', '0.05', false],
    ['100.00', '5.01', '0.0501', true],
    ['3.00', '1.00', '0.3333', true],
    ['100000.00', '5000.01', '0.05', true],
  ])('filed %s, rejected %s: %s, too much %s', (filed, rejected, share, expected) => {
    const record = { filed: cny(filed), rejected: cny(rejected) };
    expect([rejectedShare(record).toString(), isRejectionHigh(record, duties)]).toEqual([share, expected]);
  });
});
