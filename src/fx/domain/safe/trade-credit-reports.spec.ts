import { InvalidInputError } from '../../../kernel/domain-error.js';
import { Money } from '../../../kernel/money.js';
import { type EnterpriseClass, type TradeCreditType, tradeCreditReports } from './trade-credit-reports.js';

const usd = (amount: string) => Money.parse(amount, 'USD');

describe('tradeCreditReports (经常项目外汇业务指引 第二十条)', () => {
  it.each<[EnterpriseClass, TradeCreditType, number, boolean, string]>([
    ['A', 'advance_receipt', 30, false, 'thirty days exactly are not more than thirty'],
    ['A', 'advance_payment', 31, true, 'an advance counts from the thirty-first'],
    ['A', 'deferred_receipt', 90, false, 'a deferral has ninety'],
    ['A', 'deferred_payment', 91, true, 'and not one more'],
    ['A', 'import_financing', 91, true, 'a letter of credit likewise'],
    ['B', 'advance_receipt', 0, true, 'watched enterprises report every advance'],
    ['C', 'deferred_receipt', 30, false, 'their deferrals have thirty days'],
    ['C', 'deferred_receipt', 31, true, 'and not one more'],
    ['B', 'import_financing', 90, false, 'financing is the same for all'],
  ])('class %s, %s of %i days: %s (%s)', (enterpriseClass, type, days, reportRequired) => {
    expect(tradeCreditReports(enterpriseClass, [{ type, days }]).items).toEqual([{ reportRequired, reportBy: null }]);
  });

  it.each([
    ['500000.00', false],
    ['500000.01', true],
  ])('offshore resale of USD %s over 91 days: %s', (amount, reportRequired) => {
    const { items } = tradeCreditReports('A', [{ type: 'offshore_resale', days: 91, amount: usd(amount) }]);
    expect(items[0]?.reportRequired).toBe(reportRequired);
  });

  it('gives thirty days for the report, where the day is known', () => {
    const credits = [
      { type: 'advance_receipt', days: 31, occurredOn: '2026-01-31' },
      { type: 'advance_receipt', days: 1, occurredOn: '2026-01-31' },
    ] as const;
    expect(tradeCreditReports('A', credits).items.map((item) => item.reportBy)).toEqual(['2026-03-02', null]);
  });

  it('needs the amount of an offshore resale, in dollars', () => {
    const bare = { type: 'offshore_resale', days: 91 } as const;
    expect(() => tradeCreditReports('A', [bare])).toThrow(InvalidInputError);
    expect(() => tradeCreditReports('A', [{ ...bare, amount: Money.parse('1.00', 'CNY') }])).toThrow(InvalidInputError);
  });
});
