import { Money } from '../../../kernel/money.js';
import { dueDay, lateFee, TAX_BILL_LAWS } from './tax-bill-law.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');

describe('The time to pay import taxes', () => {
  it.each([
    ['2026-12-01', '2026-12-03', '2026-12-16', 'fifteen days from the declaration, since the tariff law'],
    ['2026-11-27', '2026-11-27', '2026-12-14', 'the last day is a Saturday: the Monday after'],
    ['2026-11-28', '2026-11-30', '2026-12-14', 'a Sunday: the Monday after'],
    ['2026-01-31', '2026-01-31', '2026-02-24', 'the first day of the Spring Festival: the first working day after it'],
    ['2026-09-05', '2026-09-05', '2026-09-20', 'a Sunday on which is worked for the National Day'],
    ['2024-11-29', '2024-12-04', '2024-12-19', 'declared before the law: from the issue of the bill'],
  ])('of what was declared on %s and billed on %s ends on %s: %s', (declaredOn, issuedOn, due) => {
    expect(dueDay({ declaredOn, issuedOn })).toBe(due);
  });

  it('is law with its days, the newest first', () => {
    const days = TAX_BILL_LAWS.map(({ from }) => from);
    expect(days).toEqual([...days].sort().reverse());
  });
});

describe('The fee for paying late', () => {
  it.each([
    ['100000.00', '2026-12-16', '0.00', 'on the last day'],
    ['100000.00', '2026-12-17', '50.00', 'a day late: 0.5 ‰, and exactly what is charged at least'],
    ['99999.00', '2026-12-17', '50.00', '49.9995 is 50.00 to the fen'],
    ['100000.00', '2026-12-26', '500.00', 'ten days'],
    ['20000.00', '2026-12-19', '0.00', '30 CNY is less than is charged'],
  ])('of %s CNY paid on %s is %s: %s', (amount, paidOn, fee) => {
    expect(lateFee(cny(amount), '2026-12-01', '2026-12-16', paidOn).toAmountString()).toBe(fee);
  });
});
