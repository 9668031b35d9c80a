import { Money } from '../../kernel/money.js';
import { ageingChart } from './ageing-chart.js';
import { refundAgeing } from './refund-ageing.js';
import { expectedPayment, forecastWeeks, type OpenClaim } from './refund-forecast.js';
import { ENTERPRISE_CLASSES, serviceTimes, weekOf } from './service-times.js';

const claim = (change: Partial<OpenClaim> = {}): OpenClaim => ({
  id: 'c',
  state: 'filed',
  amount: Money.parse('100.00', 'CNY'),
  consumptionTax: Money.parse('0.00', 'CNY'),
  matchedOn: '2026-11-01',
  filedOn: '2026-11-02',
  approvedOn: null,
  enterpriseClass: 2,
  ...change,
});
const UNKNOWN = { filedToApproved: null, approvedToPaid: null };

describe('Service times', () => {
  it('knows how long each class takes, and the Monday of a week', () => {
    expect(ENTERPRISE_CLASSES.map((each) => serviceTimes('2026-11-02').workingDays[each])).toEqual([5, 10, 15, 20]);
    expect([weekOf('2026-11-29'), weekOf('2026-11-30')]).toEqual(['2026-11-23', '2026-11-30']);
  });
});

describe('expectedPayment', () => {
  it.each([
    ['class 2, filed', {}, UNKNOWN, '2026-11-03', '2026-11-23', false],
    ['class 1', { enterpriseClass: 1 as const }, UNKNOWN, '2026-11-03', '2026-11-16', false],
    ['not filed yet: from today', { filedOn: null }, UNKNOWN, '2026-11-03', '2026-11-24', false],
    ['approved', { approvedOn: '2026-11-10' }, UNKNOWN, '2026-11-11', '2026-11-17', false],
    ['the past took longer', {}, { filedToApproved: 30, approvedToPaid: 3 }, '2026-11-03', '2026-12-05', false],
    [
      'the past took less: the class counts',
      {},
      { filedToApproved: 2, approvedToPaid: null },
      '2026-11-03',
      '2026-11-23',
      false,
    ],
    ['over the National Day', { filedOn: '2026-09-28' }, UNKNOWN, '2026-09-28', '2026-10-23', false],
    ['into a year not announced: weekends only', { filedOn: '2026-12-21' }, UNKNOWN, '2026-12-21', '2027-01-11', false],
    ['should have been decided: late', {}, UNKNOWN, '2026-12-01', '2026-12-08', true],
    ['should have been paid: late', { approvedOn: '2026-11-02' }, UNKNOWN, '2026-12-01', '2026-12-02', true],
  ])('%s', (_what, change, past, today, expectedOn, isLate) => {
    const { steps, rule, ...payment } = expectedPayment(claim(change), past, today);
    expect(payment).toMatchObject({ expectedOn, isLate });
    expect([rule.id, steps.at(-1)?.value]).toEqual(['tax-refund.forecast', expectedOn]);
  });

  it('is summed by week, with weeks in which nothing comes', () => {
    const payments = [claim(), claim({ enterpriseClass: 1 })].map((one) => expectedPayment(one, UNKNOWN, '2026-11-03'));
    expect(
      forecastWeeks(payments, '2026-11-03', 4).map(({ weekStart, amount, claims }) => [
        weekStart,
        amount.toAmountString(),
        claims,
      ]),
    ).toEqual([
      ['2026-11-02', '0.00', 0],
      ['2026-11-09', '0.00', 0],
      ['2026-11-16', '100.00', 1],
      ['2026-11-23', '100.00', 1],
    ]);
  });
});

describe('refundAgeing', () => {
  const ages = [0, 15, 16, 60, 61, 91, 400];
  const filed = ages.map((age) =>
    claim({ filedOn: new Date(Date.UTC(2026, 10, 29) - age * 86_400_000).toISOString().slice(0, 10) }),
  );

  it('puts each claim in one band', () => {
    const { bands, unfiled } = refundAgeing([...filed, claim({ filedOn: null })], '2026-11-29');
    expect(bands.map(({ claims }) => claims)).toEqual([2, 1, 1, 1, 2]);
    expect([unfiled.claims, unfiled.amount.toAmountString()]).toEqual([1, '100.00']);
  });

  it('is drawn with all that it says in words, the same each time', () => {
    const ageing = refundAgeing(filed, '2026-11-29');
    const chart = ageingChart(ageing, 'zh');
    expect(chart).toBe(ageingChart(ageing, 'zh'));
    expect(chart).toContain('<title id="title">未到账退税按申报后天数分布</title>');
    expect(ageingChart(ageing, 'en')).toContain(
      '7 claims of 700.00 CNY were filed and are not paid: 0–15 days: 2 claims',
    );
    expect(ageingChart(refundAgeing([], '2026-11-29'), 'en')).toContain('height="0"');
    const uneven = [claim({ filedOn: '2026-11-20', amount: Money.parse('1234567.89', 'CNY') }), claim()];
    expect(ageingChart(refundAgeing(uneven, '2026-11-29'), 'en')).toContain('>1,234,567.89<');
    expect(ageingChart(refundAgeing(uneven, '2026-11-29'), 'en')).toContain('height="1"');
    expect(ageingChart(refundAgeing(uneven, '2026-11-29'), 'en')).not.toMatch(/"\d+\.\d\d+"/);
  });
});
