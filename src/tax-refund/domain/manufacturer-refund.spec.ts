import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { type ManufacturerPeriod, manufacturerRefund } from './manufacturer-refund.js';

const cny = (amount: string) => Money.parse(amount, 'CNY');
const period = (
  fob: string,
  rates: [vat: string, refund: string],
  [output, input, carryIn]: [string, string, string],
  bonded = '0',
): ManufacturerPeriod => ({
  rateGroups: [
    {
      fob: cny(fob),
      vatRate: new Decimal(rates[0]),
      refundRate: new Decimal(rates[1]),
      bondedMaterialValue: cny(bonded),
    },
  ],
  domesticOutputVat: cny(output),
  inputVat: cny(input),
  carryForwardCredit: cny(carryIn),
});

describe('manufacturerRefund (免抵退税)', () => {
  it.each([
    // why, period, net VAT, payable, refund, exempt credit, carried forward
    [
      'the credit is below the ceiling: all of it comes back',
      period('2000000', ['0.13', '0.09'], ['130000', '260000', '30000']),
      ['-80000.00', '0.00', '80000.00', '100000.00', '0.00'],
    ],
    [
      'the credit is above the ceiling: the rest is carried forward',
      period('5040000', ['0.13', '0.09'], ['780000', '2000000', '0']),
      ['-1018400.00', '0.00', '453600.00', '0.00', '564800.00'],
    ],
    [
      'the credit is the ceiling: nothing is left either way',
      period('1000000', ['0.13', '0.09'], ['0', '130000', '0']),
      ['-90000.00', '0.00', '90000.00', '0.00', '0.00'],
    ],
    [
      'tax is payable: nothing comes back, the ceiling is set off',
      period('500000', ['0.13', '0.09'], ['60000', '50000', '0']),
      ['30000.00', '30000.00', '0.00', '45000.00', '0.00'],
    ],
    [
      'bonded material carries no refund',
      period('2000000', ['0.17', '0.13'], ['170000', '340000', '60000'], '1000000'),
      ['-190000.00', '0.00', '130000.00', '0.00', '60000.00'],
    ],
    [
      'more bonded material than goods: nothing below zero',
      period('100', ['0.13', '0.09'], ['0', '10', '0'], '1000'),
      ['-10.00', '0.00', '0.00', '0.00', '10.00'],
    ],
  ])('%s', (_why, input, expected) => {
    const { netVat, vatPayable, refund, exemptCredit, carryForward } = manufacturerRefund(input);
    const figures = [netVat, vatPayable, refund, exemptCredit, carryForward];
    expect(figures.map((figure) => figure.toAmountString())).toEqual(expected);
  });

  it('reports the reductions for bonded material on its whole value', () => {
    const result = manufacturerRefund(period('2000000', ['0.17', '0.13'], ['170000', '340000', '60000'], '1000000'));
    expect(result.nonDeductibleReduction.toAmountString()).toBe('40000.00');
    expect(result.exemptCreditRefundReduction.toAmountString()).toBe('130000.00');
  });

  it('rounds FOB in CNY and each rate group before summing', () => {
    const group = {
      fob: Money.parse('10.05', 'USD'),
      fxRate: new Decimal('7.0827'),
      vatRate: new Decimal('0.13'),
      refundRate: new Decimal('0.09'),
    };
    const result = manufacturerRefund({
      rateGroups: [group, group],
      domesticOutputVat: cny('0'),
      inputVat: cny('0'),
    });
    expect(result.rateGroups[0]?.fobCny.toAmountString()).toBe('71.18');
    expect(result.exemptCreditRefund.toAmountString()).toBe('12.82');
  });

  it('splits the ceiling into refund and set-off, and the credit into refund and carry-forward, to the fen', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 13n }).map((fen) => Money.ofMinor(fen, 'CNY'));
    const rates = fc
      .tuple(fc.integer({ min: 1, max: 17 }), fc.integer({ min: 1, max: 17 }))
      .map(([left, right]) => [Math.max(left, right), Math.min(left, right)] as const);
    const groups = fc.array(fc.tuple(amount, amount, rates), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(groups, amount, amount, amount, (drawn, domesticOutputVat, inputVat, carryForwardCredit) => {
        const rateGroups = drawn.map(([fob, bondedMaterialValue, [vat, refund]]) => ({
          fob,
          bondedMaterialValue,
          vatRate: new Decimal(vat).div(100),
          refundRate: new Decimal(refund).div(100),
        }));
        const result = manufacturerRefund({ rateGroups, domesticOutputVat, inputVat, carryForwardCredit });
        expect(result.refund.plus(result.exemptCredit).equals(result.exemptCreditRefund)).toBe(true);
        expect(result.refund.plus(result.carryForward).equals(result.endingCredit)).toBe(true);
        expect(result.vatPayable.minus(result.endingCredit).equals(result.netVat)).toBe(true);
        expect([result.refund, result.exemptCredit, result.carryForward].some((part) => part.isNegative())).toBe(false);
      }),
    );
  });

  it.each([
    ['0', 'goods without refund are not under this method'],
    ['0.14', 'no more comes back than was charged'],
  ])('refuses a refund rate of %s at 13 %% VAT: %s', (refundRate) => {
    expect(() => manufacturerRefund(period('1', ['0.13', refundRate], ['0', '0', '0']))).toThrow(InvalidInputError);
  });

  it('refuses a foreign value without a rate, and a rate for yuan', () => {
    const base = period('1', ['0.13', '0.09'], ['0', '0', '0']);
    const [group] = base.rateGroups;
    if (group === undefined) throw new Error('one group');
    const foreign = { ...base, rateGroups: [{ ...group, fob: Money.parse('1.00', 'USD') }] };
    const converted = { ...base, rateGroups: [{ ...group, fxRate: new Decimal('7.1') }] };
    expect(() => manufacturerRefund(foreign)).toThrow(InvalidInputError);
    expect(() => manufacturerRefund(converted)).toThrow(InvalidInputError);
  });
});
