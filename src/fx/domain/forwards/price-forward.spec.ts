import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { depositFor, type ForwardParts, openOf, settle, SETTLEMENTS, unsettledOf } from './forward-parts.js';
import { type ForwardState } from './forward-status.js';
import { termsOn } from './forward-terms.js';
import { type Curve, rateFor } from './interest-curve.js';
import { type ForwardMarket, outright, priceClose, priceForward, priceRollover } from './price-forward.js';

const TODAY = '2026-11-24';
const DAYS = { startsOn: '2027-02-24', dueOn: '2027-02-24' };
const curve = (currency: string, bid: string, ask: string): Curve => ({
  currency,
  asOf: TODAY,
  source: 'test',
  dayBasis: 360,
  points: (['1M', '1Y'] as const).map((tenor) => ({ tenor, bid: new Decimal(bid), ask: new Decimal(ask) })),
});
const market = (more: Partial<ForwardMarket> = {}): ForwardMarket => ({
  today: TODAY,
  board: { currency: 'USD', unit: new Decimal(100), spotBuy: new Decimal('708.12'), spotSell: new Decimal('711.10') },
  home: curve('CNY', '0.0156', '0.0164'),
  foreign: curve('USD', '0.0357', '0.0365'),
  ...more,
});
const terms = termsOn([], TODAY);
const usd = (amount: string): Money => Money.parse(amount, 'USD');
const amounts = fc.bigInt({ min: 1n, max: 10n ** 12n }).map((minor) => Money.ofMinor(minor, 'USD'));

describe('A forward sale of 10,000 USD for 92 days', () => {
  const priced = priceForward({ side: 'sell', amount: usd('10000.00'), days: DAYS }, market(), terms);

  it('is at the bank’s bid by parity, less the spread, with 3 % held', () => {
    // 7.0812 × (1 + 0.0156 × 92 / 360) / (1 + 0.0365 × 92 / 360) = 7.04372805
    expect(priced.bankRate.toFixed()).toBe('704.372805');
    expect(priced.rate.toFixed()).toBe('703.668432');
    expect(priced.swapPoints.toFixed(8)).toBe('-0.03747195');
    expect(priced.deposit.toString()).toBe('2111.01 CNY');
  });

  it('says every step', () => {
    const names = priced.steps.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['spot', 'sale.2027-02-24.USD.ask', 'sale.bankRate', 'rate', 'deposit']),
    );
  });

  it('within a window takes the end that is worse for the seller', () => {
    const late = outright(market(), 'sale', DAYS).bankRate;
    const window = outright(market(), 'sale', { startsOn: '2026-12-24', dueOn: DAYS.dueOn }).bankRate;
    expect(window.equals(late)).toBe(true); // the dollar is at a discount
    const premium = market({ home: curve('CNY', '0.05', '0.051') });
    const early = outright(premium, 'sale', { startsOn: '2026-12-24', dueOn: '2026-12-24' }).bankRate;
    expect(outright(premium, 'sale', { startsOn: '2026-12-24', dueOn: DAYS.dueOn }).bankRate.equals(early)).toBe(true);
  });

  it('closed out gains the seller amount × (contract’s rate − market rate), however far the market fell', () => {
    const contract = {
      ...DAYS,
      side: 'sell' as const,
      rate: priced.rate,
      bankRate: priced.bankRate,
      unit: priced.unit,
    };
    const fallen = market({ board: { ...market().board, spotBuy: new Decimal('690'), spotSell: new Decimal('693') } });
    const close = priceClose(usd('10000.00'), contract, fallen, terms);
    const expected = usd('10000.00').toDecimal().times(priced.rate.minus(close.closeRate)).div(100).toFixed(2);
    expect(close.result.toAmountString()).toBe(expected);
    expect(close.result.isNegative()).toBe(false);
    expect(close.bankResult.isMoreThan(close.result)).toBe(true);
  });

  it('rolled over stands on one spot price at both ends', () => {
    const contract = {
      ...DAYS,
      side: 'sell' as const,
      rate: priced.rate,
      bankRate: priced.bankRate,
      unit: priced.unit,
    };
    const days = { startsOn: '2027-03-24', dueOn: '2027-03-24' };
    const { close, next } = priceRollover(usd('10000.00'), contract, { market: market(), days, terms });
    expect(close.closeRate.equals(outright(market(), 'purchase', DAYS, market().board.spotBuy).bankRate)).toBe(true);
    expect(next.bankRate.equals(outright(market(), 'sale', days).bankRate)).toBe(true);
  });
});

describe('A forward purchase of 10,000 USD for 92 days', () => {
  const priced = priceForward({ side: 'buy', amount: usd('10000.00'), days: DAYS }, market(), terms);
  const contract = { ...DAYS, side: 'buy' as const, rate: priced.rate, bankRate: priced.bankRate, unit: priced.unit };

  it('is at the bank’s ask by parity, plus the spread', () => {
    // 7.1110 × (1 + 0.0164 × 92 / 360) / (1 + 0.0357 × 92 / 360) = 7.07624406
    expect(priced.bankRate.toFixed()).toBe('707.624406');
    expect(priced.rate.toFixed()).toBe('708.332031');
    expect(priced.swapPoints.toFixed(8)).toBe('-0.03475594');
    expect(priced.deposit.toString()).toBe('2125.00 CNY');
    expect(priced.steps[0]).toMatchObject({ name: 'spot', formula: 'spotSell for 100 USD' });
  });

  it('within a window takes the end that is worse for who buys', () => {
    const window = outright(market(), 'purchase', { startsOn: '2026-12-24', dueOn: DAYS.dueOn }).bankRate;
    const early = outright(market(), 'purchase', { startsOn: '2026-12-24', dueOn: '2026-12-24' }).bankRate;
    expect(window.equals(early)).toBe(true); // the dollar is at a discount
  });

  it('closed out gains amount × (market rate − contract’s rate) where the market rose', () => {
    const risen = market({ board: { ...market().board, spotBuy: new Decimal('730'), spotSell: new Decimal('733') } });
    const close = priceClose(usd('10000.00'), contract, risen, terms);
    const bid = outright(risen, 'sale', DAYS).bankRate;
    expect(close.closeBankRate.equals(bid)).toBe(true);
    expect(close.closeRate.lessThan(bid)).toBe(true);
    const expected = usd('10000.00').toDecimal().times(close.closeRate.minus(priced.rate)).div(100).toFixed(2);
    expect(close.result.toAmountString()).toBe(expected);
    expect([close.result.isNegative(), close.bankResult.isMoreThan(close.result)]).toEqual([false, true]);
  });

  it('rolled over stands on the bank’s selling price at both ends', () => {
    const days = { startsOn: '2027-03-24', dueOn: '2027-03-24' };
    const { close, next } = priceRollover(usd('10000.00'), contract, { market: market(), days, terms });
    expect(close.closeRate.equals(outright(market(), 'sale', DAYS, market().board.spotSell).bankRate)).toBe(true);
    expect(next.bankRate.equals(outright(market(), 'purchase', days).bankRate)).toBe(true);
  });
});

describe('Interest parity with bid and ask', () => {
  const rate = fc.integer({ min: 0, max: 1_000 }).map((value) => new Decimal(value).div(10_000));

  it('never lets who makes a contract and closes it out at once gain', () => {
    fc.assert(
      fc.property(rate, rate, amounts, (home, foreign, amount) => {
        const wide = (currency: string, bid: Decimal): Curve =>
          curve(currency, bid.toFixed(), bid.plus('0.0008').toFixed());
        const now = market({ home: wide('CNY', home), foreign: wide('USD', foreign) });
        for (const side of ['sell', 'buy'] as const) {
          const made = priceForward({ side, amount, days: DAYS }, now, terms);
          expect(priceClose(amount, { side, ...DAYS, ...made }, now, terms).result.minor <= 0n).toBe(true);
        }
      }),
    );
  });

  it('interpolates between the tenors beside the day, and meets them there', () => {
    const sloped: Curve = {
      ...curve('USD', '0', '0'),
      points: [
        { tenor: '1M', bid: new Decimal('0.03'), ask: new Decimal('0.031') },
        { tenor: '3M', bid: new Decimal('0.036'), ask: new Decimal('0.037') },
      ],
    };
    const at = (to: string): string => rateFor(sloped, 'bid', { from: TODAY, to }).rate.toFixed();
    expect([at('2026-12-01'), at('2026-12-24'), at('2027-02-24')]).toEqual(['0.03', '0.03', '0.036']);
    expect(at('2027-01-24')).toBe('0.033'); // 31 of 62 days on
    expect(() => at('2027-02-25')).toThrow('2027-02-24');
  });
});

describe('The parts of a forward', () => {
  const zero = usd('0.00');
  const step = fc.record({
    how: fc.constantFrom(...SETTLEMENTS),
    share: fc.integer({ min: 1, max: 100 }),
    isDone: fc.boolean(),
  });

  it('make up its amount after any sequence of deliveries, roll-overs and close-outs, done or refused', () => {
    fc.assert(
      fc.property(amounts, fc.array(step, { maxLength: 30 }), (amount, steps) => {
        let parts: ForwardParts = { amount, delivered: zero, rolled: zero, closed: zero, moving: zero };
        let state: ForwardState = 'booked';
        for (const { how, share, isDone } of steps) {
          const open = openOf(parts);
          const part = Money.ofMinor((open.minor * BigInt(share) + 99n) / 100n, 'USD');
          if (part.isZero()) break;
          parts = { ...parts, moving: parts.moving.plus(part) };
          if (!isDone) {
            parts = { ...parts, moving: parts.moving.minus(part) };
            expect(openOf(parts).equals(open)).toBe(true);
            continue;
          }
          const settled = settle({ how, part, parts, state });
          parts = settled.parts;
          if (settled.command === 'deliver') state = 'partly_delivered';
          const isOver = ['complete', 'roll', 'close_out'].includes(settled.command ?? '');
          expect(isOver).toBe(unsettledOf(parts).isZero());
          const { delivered, rolled, closed, moving } = parts;
          const sum = [delivered, rolled, closed, moving, openOf(parts)].reduce((left, right) => left.plus(right));
          expect(sum.equals(amount)).toBe(true);
        }
      }),
    );
  });

  it('keep a deposit in proportion: all for all, nothing for nothing, never more', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.bigInt({ min: 0n, max: 10n ** 10n }),
        fc.integer({ min: 0, max: 100 }),
        (amount, held, share) => {
          const deposit = Money.ofMinor(held, 'CNY');
          const open = Money.ofMinor((amount.minor * BigInt(share)) / 100n, 'USD');
          expect(depositFor(deposit, amount, amount).equals(deposit)).toBe(true);
          expect(depositFor(deposit, zero, amount).isZero()).toBe(true);
          expect(depositFor(deposit, open, amount).isMoreThan(deposit)).toBe(false);
        },
      ),
    );
  });
});
