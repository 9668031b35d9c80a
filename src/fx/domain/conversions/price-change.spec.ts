import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { amountsAt, bankDifference, priceChange } from './price-change.js';

const usd = (amount: string) => Money.parse(amount, 'USD');
const RULE = { id: 'fx.change', version: '2026-01-01', source: 'test' };
const board = (spotBuy: string, spotSell: string) => ({
  currency: 'USD',
  unit: new Decimal(100),
  spotBuy: new Decimal(spotBuy),
  spotSell: new Decimal(spotSell),
});
const dealt = (side: 'sell' | 'buy', rate: string, boardRate: string, amount = '10000.00') => ({
  side,
  foreign: usd(amount),
  rate: new Decimal(rate),
  boardRate: new Decimal(boardRate),
  unit: new Decimal(100),
});
const market = (spotBuy: string, spotSell: string) => ({
  board: board(spotBuy, spotSell),
  markUp: new Decimal('0.001'),
  rule: RULE,
});

describe('A change at the market price', () => {
  it.each<['sell' | 'buy', string, string, string, string]>([
    ['sell', '0.00', '711.8111', '-439.92', 'sold and called off in a market that stands: both spreads are lost'],
    ['sell', '8000.00', '711.8111', '-87.98', 'a part of it'],
    ['sell', '10000.00', '707.41188', '0.00', 'nothing but the day'],
    ['sell', '12000.00', '707.41188', '0.00', 'more, in a market that stands'],
  ])('%s: to %s at %s differs by %s (%s)', (side, to, rate, difference) => {
    const priced = priceChange(dealt(side, '707.41188', '708.12'), usd(to), market('708.12', '711.10'));
    expect([priced.rate.toFixed(), priced.difference.toAmountString()]).toEqual([rate, difference]);
  });

  it.each<['sell' | 'buy', string, string, string, string, string]>([
    ['sell', '0.00', '690', '693', '1371.89', 'who sold dear and buys back cheap gains'],
    ['sell', '12000.00', '720', '723', '237.36', 'who sells more in a better market gains'],
    ['buy', '0.00', '720', '723', '746.89', 'who bought cheap and sells back dear gains'],
    ['buy', '12000.00', '720', '723', '-238.24', 'who buys more in a dearer market pays'],
  ])('%s to %s at %s/%s: %s, %s', (side, to, spotBuy, spotSell, difference) => {
    const [rate, boardRate] = side === 'sell' ? ['707.41188', '708.12'] : ['711.8111', '711.10'];
    const priced = priceChange(dealt(side, rate, boardRate), usd(to), market(spotBuy, spotSell));
    expect(priced.difference.toAmountString()).toBe(difference);
  });

  const fen = fc.integer({ min: 1, max: 100_000_000 }).map((minor) => Money.ofMinor(BigInt(minor), 'USD'));
  const price = fc.integer({ min: 60_000, max: 80_000 }).map((count) => new Decimal(count).div(100));

  it('in a market that has not moved is never a gain, and the platform never loses by it', () => {
    fc.assert(
      fc.property(fen, fen, price, fc.constantFrom('sell' as const, 'buy' as const), (from, to, bid, side) => {
        const ask = bid.times('1.004');
        const marked = side === 'sell' ? bid.times('0.999') : ask.times('1.001');
        const terms = { ...dealt(side, marked.toFixed(6), (side === 'sell' ? bid : ask).toFixed()), foreign: from };
        const priced = priceChange(terms, to, market(bid.toFixed(), ask.toFixed()));
        expect(priced.difference.minor <= 1n).toBe(true);
        const before = amountsAt(terms, from).margin;
        const after = amountsAt(terms, to).margin;
        const earned = after.plus(bankDifference(terms, to, priced.boardRate)).minus(priced.difference);
        // Roundings of two amounts and a difference apart.
        expect(earned.minus(before).minor >= -10n || to.minor < from.minor).toBe(true);
        expect(earned.minor >= -10n).toBe(true);
      }),
    );
  });
});
