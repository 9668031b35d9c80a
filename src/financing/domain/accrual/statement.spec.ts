import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { addDays, laterOf } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { interestOver } from '../interest.js';
import { noDues } from '../waterfall.js';
import { type LoanHistory, statementOf } from './statement.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const rate = (from: string, annual: string) => ({
  from,
  annualRate: new Decimal(annual),
  penaltyRate: new Decimal('0.05'),
});
const LATER = '2099-01-01';
const LOAN: LoanHistory = {
  drawnOn: '2026-01-10',
  principal: cny('10000.00'),
  fee: cny('10.00'),
  extensions: [],
  writtenOff: null,
  maturityOn: '2026-03-31',
  dayBasis: 360,
  rates: [rate('2026-01-10', '0.036')],
  repayments: [
    { on: '2026-02-15', ...noDues('CNY'), fees: cny('10.00'), interest: cny('36.00'), principal: cny('4000.00') },
  ],
};
const told = (range: { from: string; to: string; today?: string }, loan = LOAN): string[] => {
  const { opening, lines, closing } = statementOf(loan, { today: LATER, ...range });
  return [
    opening.toAmountString(),
    ...lines.map(
      ({ on, kind, amount, balance }) => `${on} ${kind} ${amount.toAmountString()} → ${balance.toAmountString()}`,
    ),
    closing.toAmountString(),
  ];
};

describe('The statement of a loan', () => {
  it('tells the draw, what accrued by month, and what was repaid', () => {
    // 1.00 a day on 10,000.00 at 3.6 %, then 0.60 on 6,000.00; penalty of 0.8333 a day from the maturity on.
    expect(told({ from: '2026-01-01', to: '2026-04-02' })).toEqual([
      '0.00',
      '2026-01-10 draw 10000.00 → 10000.00',
      '2026-01-10 fee 10.00 → 10010.00',
      '2026-01-31 interest 22.00 → 10032.00',
      '2026-02-14 interest 14.00 → 10046.00',
      '2026-02-15 repayment -4046.00 → 6000.00',
      '2026-02-28 interest 8.40 → 6008.40',
      '2026-03-31 interest 18.60 → 6027.00',
      '2026-03-31 penalty 0.83 → 6027.83',
      '2026-04-02 interest 1.20 → 6029.03',
      '2026-04-02 penalty 1.67 → 6030.70',
      '6030.70',
    ]);
  });

  it('of a part of that time begins with what was owed then', () => {
    expect(told({ from: '2026-02-20', to: '2026-02-25' })).toEqual([
      '6003.00',
      '2026-02-25 interest 3.60 → 6006.60',
      '6006.60',
    ]);
  });

  it('counts each time by the rate of it', () => {
    const loan = { ...LOAN, repayments: [], rates: [rate('2026-01-10', '0.036'), rate('2026-01-21', '0.072')] };
    expect(told({ from: '2026-01-20', to: '2026-01-22' }, loan)).toEqual([
      '10020.00',
      '2026-01-22 interest 5.00 → 10025.00',
      '10025.00',
    ]);
  });

  it('has the interest of a day once it is over, and what was repaid today', () => {
    expect(told({ from: '2026-02-10', to: '2026-02-28', today: '2026-02-15' })).toEqual([
      '10041.00',
      '2026-02-14 interest 5.00 → 10046.00',
      '2026-02-15 repayment -4046.00 → 6000.00',
      '6000.00',
    ]);
  });

  it('says nothing of the time before the draw', () => {
    expect(told({ from: '2025-12-01', to: '2025-12-31' })).toEqual(['0.00', '0.00']);
  });

  it('in two that meet is that of the whole time; and the whole agrees with the calculator', () => {
    const day = fc.nat(200).map((days) => addDays('2026-01-01', days));
    const fen = fc.bigInt({ min: 1n, max: 10n ** 11n });
    fc.assert(
      fc.property(fen, day, day, fc.nat(9_000), (minor, first, second, points) => {
        const annual = new Decimal(points).div(10_000).toFixed();
        const principal = Money.ofMinor(minor, 'CNY');
        const loan = {
          ...LOAN,
          principal,
          fee: cny('0.00'),
          repayments: [],
          maturityOn: '2030-01-01',
          rates: [rate('2026-01-10', annual)],
        };
        const [middle, end] = [first, laterOf(first, second)];
        const whole = statementOf(loan, { from: '2026-01-01', today: LATER, to: end });
        const one = statementOf(loan, { from: '2026-01-01', today: LATER, to: middle });
        const two = statementOf(loan, { from: addDays(middle, 1), today: LATER, to: end });
        expect(two.opening.equals(one.closing)).toBe(true);
        expect(two.closing.equals(whole.closing)).toBe(true);
        if (end < loan.drawnOn) return;
        const period = { principal, from: loan.drawnOn, to: addDays(end, 1) };
        const { interest } = interestOver({ annualRate: new Decimal(annual), dayBasis: 360, periods: [period] });
        expect(whole.closing.equals(principal.plus(interest))).toBe(true);
      }),
    );
  });
});
