import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { type CoverTerms } from './cover-terms.js';
import { indemnityOf, shareRecovery } from './indemnity.js';
import { premiumOf, rateOf } from './premium.js';

const TERMS: CoverTerms = {
  ...{ commercialShare: '0.9', politicalShare: '0.9', maximumTenorDays: 360, declarationDays: 30, lossNoticeDays: 60 },
  ...{ waitingDays: 120, minimumPremium: '100.00', countries: [{ country: 'DE', grade: 'A' }] },
  rates: [
    { grade: 'A', tenorDays: 360, rate: '0.0065' },
    { grade: 'A', tenorDays: 90, rate: '0.0042' },
  ],
};
const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const fen = (minor: bigint): Money => Money.ofMinor(minor, 'CNY');
const minors = fc.bigInt({ min: 0n, max: 10n ** 12n });
const shares = fc.integer({ min: 1, max: 100 }).map((percent) => new Decimal(percent).div(100));

describe('The premium of a shipment', () => {
  it.each([
    [0, '0.0042', 'paid at sight'],
    [90, '0.0042', 'to the day'],
    [91, '0.0065', 'the next longer term'],
  ])('of %i days is rated %s: %s', (days, rate) => {
    expect(rateOf(TERMS, 'DE', days)?.rate).toBe(rate);
  });

  it.each([
    ['DE', 361],
    ['FR', 30],
  ])('has no rate for %s and %i days', (country, days) => {
    expect(rateOf(TERMS, country, days)).toBeNull();
  });

  it.each([
    ['71000.00', '298.20', 'rate × insured'],
    ['71000.12', '298.20', '298.200504 rounds half up'],
    ['23810.00', '100.00', '100.002 rounds to the minimum itself'],
    ['1000.00', '100.00', 'the least premium'],
    ['0.00', '0.00', 'nothing insured costs nothing'],
  ])('of %s insured is %s: %s', (insured, premium) => {
    const rate = { grade: 'A', tenorDays: 90, rate: '0.0042' };
    expect(premiumOf(TERMS, cny(insured), rate).premium.toAmountString()).toBe(premium);
  });

  it('never falls as more is insured', () => {
    const rate = { grade: 'A', tenorDays: 90, rate: '0.0042' };
    fc.assert(
      fc.property(minors, minors, (one, more) => {
        const [less, greater] = [one, one + more].map((minor) => premiumOf(TERMS, fen(minor), rate).premium.minor);
        expect((less ?? 0n) <= (greater ?? 0n)).toBe(true);
      }),
    );
  });
});

describe('The indemnity', () => {
  it.each([
    ['71000.00', '71000.00', '71000.00', '63900.00', 'all is insured'],
    ['71000.00', '71000.00', '40000.00', '36000.00', 'the limit covered a part'],
    ['20000.00', '71000.00', '40000.00', '18000.00', 'the buyer paid the rest'],
    ['0.01', '71000.00', '40000.00', '0.00', '0.009 is cut'],
  ])('of a loss of %s, declared %s, covered %s is %s: %s', (loss, declared, covered, indemnity) => {
    const facts = { loss: cny(loss), declared: cny(declared), covered: cny(covered), share: new Decimal('0.9') };
    expect(indemnityOf(facts).indemnity.toAmountString()).toBe(indemnity);
  });

  it('is never more than the share of the loss, of what was declared, or of what the limit covered', () => {
    fc.assert(
      fc.property(minors, minors, minors, shares, (loss, declared, covered, share) => {
        const { indemnity } = indemnityOf({ loss: fen(loss), declared: fen(declared), covered: fen(covered), share });
        for (const each of [loss, declared, covered]) {
          expect(indemnity.isMoreThan(fen(each).times(share, 'down'))).toBe(false);
        }
      }),
    );
  });
});

describe('What is recovered of the buyer', () => {
  it('belongs to both as they bore the loss', () => {
    const of = { loss: cny('71000.00'), indemnity: cny('63900.00'), before: cny('0.00'), amount: cny('31950.00') };
    const { insurer, insured } = shareRecovery(of);
    expect([insurer.toAmountString(), insured.toAmountString()]).toEqual(['28755.00', '3195.00']);
  });

  it('is shared to the fen, in whatever parts it comes', () => {
    const parts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(parts, shares, (amounts, share) => {
        const all = amounts.reduce((sum, each) => sum + each, 0n);
        const loss = fen(all);
        const indemnity = loss.times(share, 'down');
        let [before, insurer] = [fen(0n), fen(0n)];
        for (const amount of amounts.map(fen)) {
          const shared = shareRecovery({ loss, indemnity, before, amount });
          expect(shared.insurer.plus(shared.insured).equals(amount)).toBe(true);
          expect(shared.insurer.isNegative() || shared.insured.isNegative()).toBe(false);
          [before, insurer] = [before.plus(amount), insurer.plus(shared.insurer)];
        }
        expect(insurer.equals(indemnity)).toBe(true);
      }),
    );
  });
});
