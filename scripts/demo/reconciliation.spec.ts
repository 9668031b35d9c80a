import { compareWithBooks, compareWithPayouts, type Margin, type Transfer, whatIsLeft } from './reconciliation.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const total = { margin: cny('0.00'), marginRate: null, breakEvenRate: null, without: [] };

const line = (code: string, amount: string, ...parts: (readonly [string, ReturnType<typeof usd>])[]) => ({
  code,
  effect: 'income' as const,
  estimate: null,
  actual: {
    amount: cny(amount),
    formula: '',
    parts: parts.map(([field, original]) => ({ source: { field, event: null }, original, cny: null })),
  },
});

/** 1,000 USD sold for 7,080; goods for 6,000 with 780 VAT that comes back; nothing else. */
const MARGIN: Margin = {
  planRate: '7',
  settledRate: '7.08',
  lines: [
    line('revenue', '7000.00', ['received', usd('1000.00')], ['shortfall', usd('0.00')]),
    line('purchase', '6000.00'),
    line('vat', '780.00'),
    line('tax_refund', '780.00', ['refund', cny('780.00')]),
    line('fx_result', '80.00', ['bought', cny('7080.00')], ['sold', usd('-1000.00')]),
  ],
  estimate: total,
  actual: { ...total, margin: cny('1080.00') },
};

const transfer = (
  kind: string,
  ...postings: (readonly [string, 'debit' | 'credit', ReturnType<typeof usd>])[]
): Transfer => ({
  kind,
  key: kind,
  postings: postings.map(([code, side, amount]) => ({ code, side, amount })),
});

const BOOKS: readonly Transfer[] = [
  transfer(
    'fx.collection-credited',
    ['clearing_bank', 'debit', usd('1000.00')],
    ['client_funds', 'credit', usd('1000.00')],
  ),
  transfer(
    'fx.conversion-booked',
    ['client_funds', 'debit', usd('1000.00')],
    ['client_funds', 'credit', cny('7080.00')],
  ),
  transfer(
    'tax-refund.paid',
    ['client_funds', 'credit', cny('780.00')],
    ['refund_receivable', 'credit', cny('780.00')],
  ),
  transfer('tax-refund.filed', ['refund_receivable', 'debit', cny('780.00')]),
  transfer('fx.payout', ['client_funds', 'debit', cny('7080.00')]),
  transfer('fx.payout', ['client_funds', 'debit', cny('780.00')]),
];

describe('The margin beside the books', () => {
  it('agrees line by line where the books hold the same amounts', () => {
    const comparisons = compareWithBooks(MARGIN, BOOKS);
    expect(comparisons.map(({ what, told }) => `${what} ${told.toString()}`)).toEqual([
      'Received from the buyer 1000.00 USD',
      'Sold to the bank 1000.00 USD',
      'Bought from the bank 7080.00 CNY',
      'Refund paid by the treasury 780.00 CNY',
    ]);
    expect(comparisons.every(({ agrees }) => agrees)).toBe(true);
    expect(compareWithPayouts(MARGIN, BOOKS)).toMatchObject({ agrees: true });
    expect(whatIsLeft(BOOKS).map(({ agrees }) => agrees)).toEqual([true, true]);
  });

  it('shows an amount that was never booked', () => {
    const wrong = compareWithBooks(MARGIN, BOOKS.slice(1)).filter(({ agrees }) => !agrees);
    expect(wrong.map(({ what, booked }) => `${what} ${booked.toString()}`)).toEqual([
      'Received from the buyer 0.00 USD',
    ]);
  });

  it('shows an amount that was booked and that the margin does not know', () => {
    const interest = transfer('financing.waterfall', ['interest', 'debit', cny('5.00')]);
    const wrong = compareWithBooks(MARGIN, [...BOOKS, interest]).filter(({ agrees }) => !agrees);
    expect(wrong.map(({ what }) => what)).toEqual(['Interest of the advance']);
    expect(whatIsLeft([...BOOKS, interest])).toContainEqual(
      expect.objectContaining({ books: 'interest CNY', agrees: false }),
    );
  });

  it('allows the payouts a fen of rounding for each foreign amount, and no more', () => {
    const paid = (amount: string) => [transfer('fx.payout', ['client_funds', 'debit', cny(amount)])];
    expect(compareWithPayouts(MARGIN, paid('7860.03')).agrees).toBe(true);
    expect(compareWithPayouts(MARGIN, paid('7860.04')).agrees).toBe(false);
    expect(compareWithPayouts(MARGIN, paid('7080.00')).agrees).toBe(false);
  });
});
