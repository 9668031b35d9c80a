import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { addDays } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { interestOver } from '../interest.js';
import { accruedOf, countTo, type Counted, type DailyTerms } from './accrual.js';

const NONE = new Decimal(0);
const START = '2026-01-05';
const terms = (facts: Partial<DailyTerms> = {}): DailyTerms => ({
  ...{ principalMinor: 100_000n, annualRate: new Decimal('0.10'), penaltyRate: new Decimal('0.05') },
  ...{ maturityOn: '2030-01-01', dayBasis: 360 },
  ...facts,
});
const drawn: Counted = { from: START, interestSum: NONE, penaltySum: NONE };

describe('What a loan accrues', () => {
  it.each([
    [360, '10139'],
    [365, '10000'],
  ] as const)('of 1,000.00 at 10 %% for 365 days, ACT/%i, is %s fen', (dayBasis, fen) => {
    const counted = countTo(terms({ dayBasis }), drawn, addDays(START, 365));
    expect(accruedOf(counted, dayBasis)).toEqual({ interest: BigInt(fen), penalty: 0n });
  });

  it('is penalty too from maturity on, which is its first day', () => {
    const due = terms({ maturityOn: addDays(START, 30) });
    const penaltyAfter = (days: number): bigint => accruedOf(countTo(due, drawn, addDays(START, days)), 360).penalty;
    // 1,000.00 × 5 % / 360 is 0.1389 a day.
    expect([30, 31, 32, 33].map(penaltyAfter)).toEqual([0n, 14n, 28n, 42n]);
  });

  it('is nothing more for a day that is counted already', () => {
    const counted = countTo(terms(), drawn, addDays(START, 10));
    expect(countTo(terms(), counted, addDays(START, 10))).toBe(counted);
    expect(countTo(terms(), counted, START)).toBe(counted);
  });

  const days = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 });
  const fen = fc.bigInt({ min: 0n, max: 10n ** 13n });
  const rate = fc.integer({ min: 0, max: 50_000 }).map((value) => new Decimal(value).div(100_000));
  const basis = fc.constantFrom(360 as const, 365 as const);

  it('over any nights sums to the interest of the whole time, to the fen, and is never less than before', () => {
    fc.assert(
      fc.property(fen, rate, basis, days, (principalMinor, annualRate, dayBasis, nights) => {
        const of = terms({ principalMinor, annualRate, dayBasis });
        let [counted, booked] = [drawn, 0n];
        for (const night of nights) {
          counted = countTo(of, counted, addDays(counted.from, night));
          const owed = accruedOf(counted, dayBasis).interest;
          expect(owed >= booked).toBe(true);
          booked += owed - booked;
        }
        const period = { principal: Money.ofMinor(principalMinor, 'CNY'), from: START, to: counted.from };
        expect(booked).toBe(interestOver({ annualRate, dayBasis, periods: [period] }).interest.minor);
      }),
    );
  });

  it('is that of all periods, rounded once, where the principal changes between them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fen, fc.nat(60)), { minLength: 1, maxLength: 8 }),
        rate,
        basis,
        (parts, annualRate, dayBasis) => {
          let counted = drawn;
          const periods = parts.map(([principalMinor, length]) => {
            const from = counted.from;
            counted = countTo(terms({ principalMinor, annualRate, dayBasis }), counted, addDays(from, length));
            return { principal: Money.ofMinor(principalMinor, 'CNY'), from, to: addDays(from, length) };
          });
          const whole = interestOver({ annualRate, dayBasis, periods }).interest.minor;
          expect(accruedOf(counted, dayBasis).interest).toBe(whole);
        },
      ),
    );
  });

  it('does not depend on where the time before and after maturity is cut', () => {
    fc.assert(
      fc.property(fen, rate, days, fc.nat(300), (principalMinor, penaltyRate, nights, tenor) => {
        const of = terms({ principalMinor, penaltyRate, maturityOn: addDays(START, tenor) });
        const cut = nights.reduce((counted, night) => countTo(of, counted, addDays(counted.from, night)), drawn);
        const whole = countTo(of, drawn, cut.from);
        expect([cut.interestSum.eq(whole.interestSum), cut.penaltySum.eq(whole.penaltySum)]).toEqual([true, true]);
      }),
    );
  });
});
