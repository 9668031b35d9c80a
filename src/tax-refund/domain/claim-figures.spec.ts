import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import {
  agencyFigures,
  type ClaimFigures,
  manufacturerFigures,
  type PeriodFigures,
  tradingFigures,
  vouchersOf,
} from './claim-figures.js';
import { type MatchedLine } from './match-facts.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');

function line(
  lineNumber: number,
  amount: string,
  { vatRate = '0.13', refundRate = '0.13', fob = '10000.00' } = {},
): MatchedLine {
  const quantity = new Decimal(1_000);
  const invoice = {
    id: `line-${lineNumber}`,
    invoiceId: 'invoice-1',
    invoiceNumber: '26332000000012345678',
    kind: 'special',
    issuedOn: '2026-11-10',
    sellerTaxNumber: 'FACTORY',
    buyerTaxNumber: 'EXPORTER',
    lineNumber,
    orderLineNumber: lineNumber,
    hsCode: '8516609000',
    goodsName: '电烤箱',
    unit: '001',
    quantity,
    amount: cny(amount),
    freeQuantity: quantity,
    freeAmount: cny(amount),
    vatRate: new Decimal(vatRate),
    fxRate: new Decimal('7.0827'),
  } as const;
  return {
    line: {
      itemNumber: lineNumber,
      declarationLine: `3104202607950000010${String(lineNumber).padStart(2, '0')}`,
      lineNumber,
      hsCode: '8516609000',
      sourceDistrict: null,
      goodsName: '电烤箱',
      quantities: [{ quantity, unit: '001' }],
      fob: Money.parse(fob, 'USD'),
      exportDate: '2026-11-20',
      refundRate: new Decimal(refundRate),
    },
    refundRate: new Decimal(refundRate),
    unit: '001',
    quantity,
    takes: [{ invoice, quantity, amount: cny(amount) }],
  };
}

const told = ({ taxable, refund, nonRefundableVat, exemptCredit }: ClaimFigures): string[] =>
  [taxable, refund, nonRefundableVat, exemptCredit].map((amount) => amount.toAmountString());

describe('What a trading company claims', () => {
  it('is purchase × refund rate per item, rounded, then summed', () => {
    const figures = tradingFigures([
      line(1, '12.50', { refundRate: '0.09' }),
      line(2, '12.50', { refundRate: '0.09' }),
    ]);
    // 1.125 is rounded half up twice: 1.13 + 1.13, not round(2.25).
    expect(told(figures)).toEqual(['25.00', '2.26', '1.00', '0.00']);
    expect(figures.lines.map(({ refund }) => refund.toAmountString())).toEqual(['1.13', '1.13']);
    expect(figures.rule.id).toBe('tax-refund.trading');
  });

  it('stops at the VAT that was paid: 3 % of a small taxpayer, though the goods have 13 %', () => {
    const figures = tradingFigures([line(1, '60000.00', { vatRate: '0.03' })]);
    expect(told(figures)).toEqual(['60000.00', '1800.00', '0.00', '0.00']);
    expect(figures.lines[0]?.refundRate.toString()).toBe('0.03');
  });
});

describe('What is claimed for a manufacturer by agency', () => {
  it('is the FOB value × refund rate', () => {
    const figures = agencyFigures([line(1, '70827.00', { refundRate: '0.09' })]);
    expect(told(figures)).toEqual(['70827.00', '6374.43', '2833.08', '0.00']);
  });
});

describe('What a manufacturer claims', () => {
  const period = (change: Partial<PeriodFigures> = {}): PeriodFigures => ({
    domesticOutputVat: cny('0.00'),
    inputVat: cny('5000.00'),
    carryForwardCredit: cny('0.00'),
    carriedReduction: cny('0.00'),
    bondedPlanRate: null,
    fxRates: new Map([['USD', new Decimal('7.00')]]),
    earlierGroups: [],
    earlierRefund: cny('0.00'),
    ...change,
  });
  const rates = new Map([[1, new Decimal('0.13')]]);

  it.each([
    ['the credit, where it is below the ceiling', '5000.00', ['70000.00', '5000.00', '0.00', '4100.00']],
    ['the ceiling, where the credit is above it', '20000.00', ['70000.00', '9100.00', '0.00', '0.00']],
    ['nothing, where no credit is left', '0.00', ['70000.00', '0.00', '0.00', '9100.00']],
  ])('is %s', (_why, inputVat, expected) => {
    expect(told(manufacturerFigures([line(1, '0.00')], rates, period({ inputVat: cny(inputVat) })))).toEqual(expected);
  });

  it('has no refund for duty-free material inside the goods (进料加工, 实耗法)', () => {
    const given = period({ inputVat: cny('20000.00'), bondedPlanRate: new Decimal('0.35') });
    const figures = manufacturerFigures([line(1, '0.00', { refundRate: '0.09' })], rates, given);
    // 70,000.00 × 35 % = 24,500.00 is duty-free; 45,500.00 × 9 % back, × 4 % to cost
    expect(told(figures)).toEqual(['70000.00', '4095.00', '1820.00', '0.00']);
    expect(figures.lines[0]?.bonded.toAmountString()).toBe('24500.00');
  });

  it('is what the period yields with it, less what earlier claims of the period got', () => {
    const first = manufacturerFigures([line(1, '0.00')], rates, period({ inputVat: cny('12000.00') }));
    const second = manufacturerFigures(
      [line(1, '0.00')],
      rates,
      period({
        inputVat: cny('12000.00'),
        earlierGroups: [{ fob: cny('70000.00'), vatRate: new Decimal('0.13'), refundRate: new Decimal('0.13') }],
        earlierRefund: first.refund,
      }),
    );
    // A ceiling of 18,200.00 and a credit of 12,000.00: the second claim gets what is left of the credit.
    expect([first.refund.toAmountString(), second.refund.toAmountString()]).toEqual(['9100.00', '2900.00']);
    expect(second.exemptCredit.toAmountString()).toBe('6200.00');
  });
});

describe('The VAT invoices that a claim stands on', () => {
  const of = (invoiceNumber: string, invoiceCode: string | null = null): MatchedLine => {
    const matched = line(1, '1.00');
    return {
      ...matched,
      takes: matched.takes.map((take) => ({ ...take, invoice: { ...take.invoice, invoiceCode, invoiceNumber } })),
    };
  };

  it('are told once each, however many lines they have, and old ones of one number by their codes', () => {
    const digital = of('26332000000012345678');
    const paper = [of('12345678', '3300200001'), of('12345678', '3300200002')];
    expect(vouchersOf(tradingFigures([digital, digital, ...paper]))).toEqual([
      ...['26332000000012345678', '330020000112345678', '330020000212345678'],
    ]);
  });
});
