import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type ClaimState } from './claim-status.js';
import { linkOf, linksOf, numberAlone, type PayableClaim, spreadOf } from './filing-batch.js';
import { nextFilingDay } from './filing-policy.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const claim = (id: string, awarded: string, state: ClaimState = 'approved'): PayableClaim => ({
  id,
  state,
  awarded: cny(awarded),
});

describe('The number of a declaration that is filed by itself', () => {
  it.each([
    [1, [], 1],
    [2, [1, 2], 4],
    [1, [2, 3], 1],
    [3, [1, 3], 5],
  ])('of the place %i, beside the batches %j, is %i', (place, taken, number) => {
    expect(numberAlone(place, taken)).toBe(number);
  });
});

describe('The links of a batch (关联号)', () => {
  it('name the period, the department, the batch, and count', () => {
    expect(linkOf('202611', 3, 7)).toBe('2611003007');
  });

  it('are one for each refund rate of a claim, counted on over the batch', () => {
    const lines = ['0.13', '0.09', '0.13'].map((rate) => ({ refundRate: new Decimal(rate) }));
    expect([...linksOf(lines, { period: '202611', number: 1, used: 4 })]).toEqual([
      ['0.13', '2611001005'],
      ['0.09', '2611001006'],
    ]);
  });
});

describe('What the treasury pays for a batch', () => {
  it.each([
    // received, paid, left, why
    ['300.00', ['a', 'b'], '0.00', 'one sum for all'],
    ['150.00', ['a'], '50.00', 'the rest waits for the next sum'],
    ['99.99', [], '99.99', 'no claim is paid in part'],
  ])('%s pays %j, and %s is left: %s', (received, paid, left) => {
    const spread = spreadOf(cny(received), [
      claim('a', '100.00'),
      claim('b', '200.00'),
      claim('c', '5.00', 'rejected'),
    ]);
    expect([spread.paid, spread.left.toAmountString()]).toEqual([paid, left]);
  });

  it('counts claims that were paid before, and waits for those that are looked at', () => {
    const claims = [claim('a', '100.00', 'paid'), claim('b', '200.00', 'queried'), claim('c', '50.00')];
    const { paid, left } = spreadOf(cny('350.00'), claims);
    expect([paid, left.toAmountString()]).toEqual([['c'], '200.00']);
  });

  it('loses and makes no fen, however it comes', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(amounts, fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { maxLength: 5 }), (awarded, sums) => {
        const claims = awarded.map((fen, index): { id: string; state: ClaimState; awarded: Money } => ({
          ...{ id: String(index), state: 'approved', awarded: Money.ofMinor(fen, 'CNY') },
        }));
        let received = Money.zero('CNY');
        for (const sum of sums) {
          received = received.plus(Money.ofMinor(sum, 'CNY'));
          const { paid, left } = spreadOf(received, claims);
          for (const each of claims) if (paid.includes(each.id)) each.state = 'paid';
          const done = claims.filter(({ state }) => state === 'paid').map((each) => each.awarded);
          expect(Money.sum([...done, left], 'CNY').equals(received)).toBe(true);
        }
      }),
    );
  });
});

describe('The day on which batches are filed', () => {
  it.each([
    [15, '2026-11-14', '2026-11-15'],
    [15, '2026-11-15', '2026-12-15'],
    [1, '2026-12-31', '2027-01-01'],
    [28, '2027-01-28', '2027-02-28'],
  ])('the %i. after %s is %s', (day, today, next) => {
    expect(nextFilingDay(day, today)).toBe(next);
  });
});
