import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type CorrectableLine } from './correction.js';
import { type OverseasSales } from './overseas-advance.js';
import { settleAdvance, settlementWindow } from './overseas-settlement.js';

const ENTRY = '310420260795000001';
const RATE = new Decimal('0.13');
const cny = (amount: string) => Money.parse(amount, 'CNY');

const line = (item: number, taxable: Money, quantity = '1000'): CorrectableLine => ({
  ...{
    declarationLine: `${ENTRY}0${String(item).padStart(2, '0')}`,
    hsCode: '8516609000',
    goodsName: '电烤箱',
    unit: '001',
  },
  ...{ quantity: new Decimal(quantity), taxable, vatRate: RATE, refundRate: RATE },
  ...{ bonded: cny('0.00'), consumptionTax: cny('0.00') },
  ...{ refund: taxable.times(RATE, 'half-up'), nonRefundableVat: cny('0.00') },
});
const sales = (...sold: readonly string[]): OverseasSales[] => [
  {
    ...{ entryNumber: ENTRY, asOf: '2026-12-24T00:00:00.000Z' },
    items: sold.map((each, index) => ({
      ...{ itemNumber: index + 1, revision: 1, declared: '1000', sold: each, lost: '0' },
      unsold: new Decimal(1_000).minus(each).toFixed(),
    })),
  },
];
const figures = (claimed: readonly CorrectableLine[], of: readonly OverseasSales[]): string[] =>
  settleAdvance(claimed, of).items.map(
    ({ advanced, confirmed, paidBack }) =>
      `${advanced.toAmountString()} = ${confirmed.toAmountString()} + ${paidBack.toAmountString()}`,
  );

describe('The settlement of a refund in advance (国家税务总局公告2025年第3号)', () => {
  it.each([
    ['1000', '7800.00 = 7800.00 + 0.00', 'all sold: nothing changes'],
    ['600', '7800.00 = 4680.00 + 3120.00', 'sold in part'],
    ['0', '7800.00 = 0.00 + 7800.00', 'nothing sold: all is paid back'],
    ['333.33333', '7800.00 = 2600.00 + 5200.00', 'a share is rounded half up to the fen'],
  ])('of 7,800.00 with %s of 1000 sold: %s (%s)', (sold, expected) => {
    expect(figures([line(1, cny('60000.00'))], sales(sold))).toEqual([expected]);
  });

  it('holds what nothing was told of for unsold', () => {
    expect(figures([line(1, cny('60000.00'))], [])).toEqual(['7800.00 = 0.00 + 7800.00']);
    expect(figures([line(1, cny('60000.00')), line(2, cny('100.00'))], sales('1000'))).toEqual([
      '7800.00 = 7800.00 + 0.00',
      '13.00 = 0.00 + 13.00',
    ]);
  });

  it('takes each item back and claims it anew as far as it was sold', () => {
    const { correction } = settleAdvance([line(1, cny('60000.00'))], sales('600'));
    const told = correction.lines.map(({ taxable, refund, quantity }) => [taxable, refund, quantity].map(String));
    expect(told).toEqual([
      [String(cny('-60000.00')), String(cny('-7800.00')), '-1000'],
      [String(cny('36000.00')), String(cny('4680.00')), '600'],
    ]);
    expect(correction.refund.toAmountString()).toBe('-3120.00');
  });

  it('settles what earlier corrections have left', () => {
    const claimed = line(1, cny('60000.00'));
    const back = {
      ...line(1, cny('10000.00')),
      ...{ taxable: cny('-10000.00'), refund: cny('-1300.00'), quantity: new Decimal(-100) },
    };
    expect(figures([claimed, back], sales('1000'))).toEqual(['6500.00 = 6500.00 + 0.00']);
  });

  it('never gives more than was advanced, and loses nothing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), fc.integer({ min: 0, max: 1_000 }), (fen, sold) => {
        const { items, confirmed, paidBack, correction } = settleAdvance(
          [line(1, Money.ofMinor(fen, 'CNY'))],
          sales(String(sold)),
        );
        const [item] = items;
        expect(confirmed.plus(paidBack).equals(item?.advanced ?? cny('0.00'))).toBe(true);
        expect(confirmed.isNegative() || paidBack.isNegative()).toBe(false);
        expect(correction.refund.equals(paidBack.negated())).toBe(true);
      }),
    );
  });

  it.each([
    ['2025-02-13', '2025-03-01', '2026-04-30'],
    ['2026-01-02', '2026-02-01', '2027-04-30'],
    ['2026-12-31', '2027-01-01', '2027-04-30'],
  ])('of what was paid on %s: from %s to %s', (paidOn, opensOn, dueOn) => {
    expect(settlementWindow(paidOn)).toMatchObject({ opensOn, dueOn });
  });
});
