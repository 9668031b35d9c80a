import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import type { InvalidInputError } from '../../kernel/domain-error.js';
import { addDays } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { exactInterest, type InterestPeriod, interestOver } from './interest.js';

const over = (principal: Money, days: number) => ({ principal, days });
const money = (amount: string, currency = 'USD') => Money.parse(amount, currency);

describe('interestOver', () => {
  it.each<[string, number, string, string]>([
    // currency, basis, interest, why
    ['USD', 360, '101.39', 'dollars run ACT/360'],
    ['CNY', 360, '101.39', 'yuan too'],
    ['GBP', 365, '100.00', 'sterling runs ACT/365'],
    ['HKD', 365, '100.00', 'Hong Kong dollars too'],
    ['JPY', 360, '101', 'yen have no decimals'],
  ])('1,000 %s at 10 %% for 365 days, by /%i: %s (%s)', (currency, dayBasis, interest) => {
    const result = interestOver({ annualRate: new Decimal('0.10'), periods: [over(money('1000', currency), 365)] });
    expect(result).toMatchObject({ dayBasis, days: 365 });
    expect(result.interest.toAmountString()).toBe(interest);
  });

  it('counts the first day and not the last', () => {
    const periods = [{ principal: money('1000.00'), from: '2024-02-28', to: '2024-03-01' }];
    expect(interestOver({ annualRate: new Decimal('0.10'), periods }).days).toBe(2);
  });

  it('rounds once, over all periods', () => {
    // each period alone is 0.0049…: three together are more than a cent
    const tiny = over(money('17.00'), 1);
    const once = interestOver({ annualRate: new Decimal('0.10'), periods: [tiny, tiny, tiny] });
    expect(once.interest.toAmountString()).toBe('0.01');
  });

  it('adds up over adjacent periods: where a period is cut does not matter', () => {
    const day = fc.integer({ min: 0, max: 2000 });
    const rate = fc.integer({ min: 0, max: 5000 }).map((value) => new Decimal(value).div(10_000));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), day, day, rate, (cents, first, second, annualRate) => {
        const principal = Money.ofMinor(cents, 'USD');
        const [start, cut] = ['2024-01-01', addDays('2024-01-01', first)];
        const end = addDays(cut, second);
        const whole: InterestPeriod[] = [{ principal, from: start, to: end }];
        const parts: InterestPeriod[] = [
          { principal, from: start, to: cut },
          { principal, from: cut, to: end },
        ];
        expect(exactInterest(annualRate, parts, 360).equals(exactInterest(annualRate, whole, 360))).toBe(true);
        const interest = interestOver({ annualRate, periods: parts }).interest;
        expect(interest.equals(interestOver({ annualRate, periods: whole }).interest)).toBe(true);
      }),
    );
  });

  it.each<[string, InterestPeriod[], string[]]>([
    ['no period', [], ['/periods']],
    ['neither days nor dates', [{ principal: money('1.00') }], ['/periods/0/days']],
    ['days and dates', [{ ...over(money('1.00'), 1), from: '2026-01-01' }], ['/periods/0/from']],
    ['a start without an end', [{ principal: money('1.00'), from: '2026-01-01' }], ['/periods/0/to']],
    [
      'an end before the start',
      [{ principal: money('1.00'), from: '2026-01-02', to: '2026-01-01' }],
      ['/periods/0/to'],
    ],
    ['two currencies', [over(money('1.00'), 1), over(money('1.00', 'EUR'), 1)], ['/periods/1/principal']],
    ['less than no days', [over(money('1.00'), -1)], ['/periods/0/days']],
  ])('refuses %s', (_what, periods, pointers) => {
    expect.assertions(1);
    try {
      interestOver({ annualRate: new Decimal('0.10'), periods });
    } catch (error) {
      expect((error as InvalidInputError).faults.map((fault) => fault.pointer)).toEqual(pointers);
    }
  });
});
