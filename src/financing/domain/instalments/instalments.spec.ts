import fc from 'fast-check';

import { isWorkday } from '../../../kernel/china-workdays.js';
import { Decimal } from '../../../kernel/decimal.js';
import { addDays, addMonths, daysBetween } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { accruedOf, countTo } from '../accrual/accrual.js';
import { exactInterest } from '../interest.js';
import { dueBy, type Instalment, instalmentsOf, oldestDue, unpaidParts } from './instalments.js';
import { scheduleOf } from './schedule.js';

const NONE = new Decimal(0);
const told = (parts: readonly Instalment[]): string[] => parts.map(({ dueOn, minor }) => `${dueOn} ${minor}`);

const terms = fc.record({ count: fc.integer({ min: 2, max: 60 }), everyMonths: fc.integer({ min: 1, max: 12 }) });
const principal = fc.bigInt({ min: 1n, max: 10n ** 13n });
const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2024-01-01', days));

describe('Instalments', () => {
  it('are equal parts, of which the last takes the rest, on the same day of the months or the next working day', () => {
    const parts = instalmentsOf({ count: 3, everyMonths: 1 }, { principalMinor: 10_000n, from: '2026-01-31' });
    // 28 February 2026 is a working Saturday; 31 March a Tuesday; 30 April a Thursday.
    expect(told(parts)).toEqual(['2026-02-28 3333', '2026-03-31 3333', '2026-04-30 3334']);
    const spring = instalmentsOf({ count: 1, everyMonths: 1 }, { principalMinor: 1n, from: '2026-01-16' });
    expect(told(spring)).toEqual(['2026-02-24 1']);
  });

  it('add up to the principal, never on a day off, each later than the one before', () => {
    fc.assert(
      fc.property(terms, principal, day, (of, principalMinor, from) => {
        const parts = instalmentsOf(of, { principalMinor, from });
        expect(parts.reduce((sum, { minor }) => sum + BigInt(minor), 0n)).toBe(principalMinor);
        expect(parts.every(({ dueOn }) => isWorkday(dueOn))).toBe(true);
        expect(parts.every(({ dueOn }, index) => dueOn > (parts[index - 1]?.dueOn ?? from))).toBe(true);
        expect(parts.every(({ dueOn }, index) => dueOn >= addMonths(from, of.everyMonths * (index + 1)))).toBe(true);
      }),
    );
  });

  it('are paid oldest first, whatever is paid when', () => {
    const instalments = [
      { dueOn: '2026-02-02', minor: '100' },
      { dueOn: '2026-03-02', minor: '100' },
      { dueOn: '2026-04-02', minor: '101' },
    ];
    const of = (principalMinor: bigint) => ({ principalMinor, maturityOn: '2026-04-02', instalments });
    expect(unpaidParts(of(151n))).toEqual([
      { dueOn: '2026-03-02', minor: 50n },
      { dueOn: '2026-04-02', minor: 101n },
    ]);
    expect([oldestDue(of(301n)), oldestDue(of(151n)), oldestDue(of(0n))]).toEqual([
      ...['2026-02-02', '2026-03-02', '2026-04-02'],
    ]);
    expect([dueBy(of(151n), '2026-03-01'), dueBy(of(151n), '2026-03-02'), dueBy(of(301n), '2026-04-02')]).toEqual([
      ...[0n, 50n, 301n],
    ]);
  });

  it('bear penalty each from its own due date, on what is overdue of it alone', () => {
    const instalments = [
      { dueOn: '2026-02-02', minor: '100000' },
      { dueOn: '2026-03-02', minor: '100000' },
    ];
    const of = {
      ...{ principalMinor: 200_000n, maturityOn: '2026-03-02', instalments, dayBasis: 360 as const },
      ...{ annualRate: NONE, penaltyRate: new Decimal('0.036') },
    };
    const from = { from: '2026-01-02', interestSum: NONE, penaltySum: NONE };
    const penaltyOn = (on: string): bigint => accruedOf(countTo(of, from, on), 360).penalty;
    // 0.10 a day on 1,000.00; 0.20 from the second on.
    expect(['2026-02-02', '2026-02-03', '2026-03-02', '2026-03-03'].map(penaltyOn)).toEqual([0n, 10n, 280n, 300n]);
  });
});

describe('A schedule', () => {
  it('has with each part the interest of its days, the fee with the first, and what it comes to a year', () => {
    const parts = [
      { dueOn: '2026-02-02', minor: 600_000n },
      { dueOn: '2026-03-02', minor: 600_000n },
    ];
    const plan = {
      currency: 'CNY',
      from: '2026-01-02',
      parts,
      dayBasis: 360,
      fee: Money.parse('12.00', 'CNY'),
    } as const;
    const { lines, cost, allInRate } = scheduleOf({ ...plan, annualRate: new Decimal('0.036') });
    expect(
      lines.map(({ interest, fee, total }) => [interest, fee, total].map((each) => each.toAmountString())),
    ).toEqual([
      ['37.20', '12.00', '6049.20'],
      ['16.80', '0.00', '6016.80'],
    ]);
    // 12,000.00 for 31 days and 6,000.00 for 28: 66.00 × 360 / 540,000.
    expect([cost.toAmountString(), allInRate.toFixed()]).toEqual(['66.00', '0.044']);
  });

  it('adds up: principal to the loan, interest to the sum by days', () => {
    const rate = fc.integer({ min: 0, max: 2_400 }).map((points) => new Decimal(points).div(10_000));
    fc.assert(
      fc.property(terms, principal, day, rate, (of, principalMinor, from, annualRate) => {
        const instalments = instalmentsOf(of, { principalMinor, from });
        const parts = unpaidParts({ principalMinor, maturityOn: from, instalments });
        const fee = Money.zero('CNY');
        const found = scheduleOf({ currency: 'CNY', from, parts, annualRate, dayBasis: 360, fee });
        expect(found.principal.minor).toBe(principalMinor);
        let left = principalMinor;
        const periods = parts.map(({ dueOn, minor }, index) => {
          const period = {
            principal: Money.ofMinor(left, 'CNY'),
            days: daysBetween(parts[index - 1]?.dueOn ?? from, dueOn),
          };
          left -= minor;
          return period;
        });
        const whole = Money.ofMajor(exactInterest(annualRate, periods, 360), 'CNY', 'half-up');
        expect(found.interest.toAmountString()).toBe(whole.toAmountString());
      }),
    );
  });
});
