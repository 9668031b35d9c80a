import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { expectedPaymentDay } from '../../../kernel/payment-day.js';
import { bucketOf, exposureTable } from './exposure-buckets.js';
import { exposureChart } from './exposure-chart.js';
import { certain, coverExposures, type ExposureSource, type MarketPrice, type OpenForward } from './exposure-item.js';
import { type InterestOf, suggestHedges } from './hedge-suggestion.js';
import { effectOn, type Scenario, whatIf } from './what-if.js';

const TODAY = '2026-11-30';
const USD: MarketPrice = {
  currency: 'USD',
  unit: new Decimal(100),
  spotBuy: new Decimal('708.27'),
  spotSell: new Decimal('711.10'),
};
const usd = (amount: string): Money => Money.parse(amount, 'USD');

const source = (change: Partial<ExposureSource> = {}): ExposureSource => ({
  id: 'o1',
  kind: 'receivable',
  sellerId: 's',
  orderId: 'o1',
  amount: usd('10000.00'),
  due: certain('2027-01-15', 'departed'),
  ...change,
});
const forward = (change: Partial<OpenForward> = {}): OpenForward => ({
  id: 'f1',
  side: 'sell',
  sellerId: 's',
  orderId: null,
  open: usd('4000.00'),
  rate: new Decimal('705'),
  startsOn: '2027-01-01',
  dueOn: '2027-01-31',
  ...change,
});

describe('What is owed on no order', () => {
  const owed = source({
    id: 's',
    kind: 'dues',
    orderId: null,
    amount: usd('-9000.00'),
    due: certain(TODAY, 'on_hand'),
  });
  const ofOrder = { ...owed, id: 'o1', orderId: 'o1' };
  const interestOf: InterestOf = () => new Decimal('0.02');

  it('is covered by what is bought for it, not by what is bought for an order, and covers no debt of an order', () => {
    const forwards = [
      forward({ id: 'none', side: 'buy', orderId: null }),
      forward({ id: 'one', side: 'buy', orderId: 'o1', open: usd('1000.00') }),
    ];
    const items = coverExposures([owed, ofOrder], forwards);
    expect(items.map(({ orderId, hedged }) => [orderId, hedged.toString()])).toEqual([
      [null, '-4000.00 USD'],
      ['o1', '-1000.00 USD'],
    ]);
    const more = coverExposures([ofOrder], [forward({ side: 'buy', orderId: null })]);
    expect(more.map(({ kind, open }) => `${kind} ${open.toString()}`)).toEqual([
      'dues -9000.00 USD',
      'forward 4000.00 USD',
    ]);
  });

  it('is suggested to be bought, at the price at which the bank sells; what is owed on an order is not', () => {
    const wish = { today: TODAY, share: new Decimal(1), prices: [USD], interestOf };
    const found = suggestHedges(coverExposures([owed, ofOrder], [forward({ side: 'buy' })]), wish);
    expect(found.map(({ side, orderId, open, because }) => [side, orderId, open.toString(), because])).toEqual([
      ['buy', null, '5000.00 USD', null],
    ]);
    expect([found[0]?.spotRate, found[0]?.remainingValue].map(String)).toEqual(['7.111', '0.00 CNY']);
  });
});

describe('When a buyer is likely to pay', () => {
  it.each([
    ['departed', { departedOn: '2026-11-20' }, '2026-12-20', '2026-12-05', '2027-01-04'],
    ['ready', { departedOn: null }, '2027-01-10', '2026-12-26', '2027-01-25'],
    ['placed', { departedOn: null, readyOn: null }, '2027-01-15', '2026-12-31', '2027-01-30'],
  ])('%s: an estimate with a window', (basis, change, dueOn, from, to) => {
    const days = { placedOn: '2026-11-01', readyOn: '2026-12-01', ...change };
    expect(expectedPaymentDay(days, TODAY)).toEqual({ dueOn, basis, from, to });
  });
});

describe('Forwards', () => {
  it('cover their own order first, then what is due first; what is left over goes out', () => {
    const sources = [
      source({ id: 'late', orderId: 'late', due: certain('2027-03-01', 'departed') }),
      source({ id: 'soon', orderId: 'soon', due: certain('2026-12-15', 'departed') }),
      source({ id: 'd', kind: 'dues', orderId: 'soon', amount: usd('-500.00') }),
      source({ id: 'other', sellerId: 'x', orderId: 'other' }),
    ];
    const forwards = [forward({ open: usd('13000.00') }), forward({ id: 'f2', orderId: 'late', open: usd('9000.00') })];
    const items = coverExposures(sources, forwards);
    expect(items.map(({ id, kind, hedged, open }) => `${id} ${kind} ${hedged.toString()} ${open.toString()}`)).toEqual([
      'late receivable 10000.00 USD 0.00 USD',
      'soon receivable 10000.00 USD 0.00 USD',
      'd dues 0.00 USD -500.00 USD',
      'other receivable 0.00 USD 10000.00 USD',
      'f1 forward 0.00 USD -2000.00 USD',
    ]);
    expect(items[0]?.covers.map(({ forwardId, amount }) => `${forwardId} ${amount.toString()}`)).toEqual([
      'f2 9000.00 USD',
      'f1 1000.00 USD',
    ]);
  });

  it('that buy cover what the seller owes on that order, and nothing that comes in', () => {
    const sources = [source(), source({ kind: 'dues', amount: usd('-800.00'), due: certain(TODAY, 'on_hand') })];
    const forwards = [forward({ id: 'b1', side: 'buy', orderId: 'o1', open: usd('1000.00') })];
    const items = coverExposures(sources, forwards);
    expect(items.map(({ kind, hedged, open }) => `${kind} ${hedged.toString()} ${open.toString()}`)).toEqual([
      'receivable 0.00 USD 10000.00 USD',
      'dues -800.00 USD 0.00 USD',
      'forward 0.00 USD 200.00 USD',
    ]);
  });

  it('lose and invent nothing: gross less hedged is open, and every forward is laid on or goes out', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { maxLength: 6 });
    fc.assert(
      fc.property(amounts, amounts, (owed, sold) => {
        const sources = owed.map((minor, index) =>
          source({ id: `o${index}`, orderId: `o${index}`, amount: Money.ofMinor(minor, 'USD') }),
        );
        const forwards = sold.map((minor, index) => forward({ id: `f${index}`, open: Money.ofMinor(minor, 'USD') }));
        const items = coverExposures(sources, forwards);
        const sum = (all: readonly Money[]): bigint => Money.sum(all, 'USD').minor;
        expect(items.every(({ amount, hedged, open }) => open.equals(amount.minus(hedged)))).toBe(true);
        expect(items.every(({ kind, open }) => kind === 'forward' || !open.isNegative())).toBe(true);
        expect(sum(items.map(({ open }) => open))).toBe(
          sum(owed.map((m) => Money.ofMinor(m, 'USD'))) - sum(sold.map((m) => Money.ofMinor(m, 'USD'))),
        );
      }),
    );
  });
});

describe('exposureTable', () => {
  const options = { today: TODAY, bucketing: 'age' as const, prices: [USD] };

  it.each([
    ['2026-11-29', 'overdue', 'overdue'],
    ['2026-11-30', '0-30', '2026-11'],
    ['2026-12-30', '0-30', '2026-12'],
    ['2026-12-31', '31-60', '2026-12'],
    ['2027-02-28', '61-90', '2027-02'],
    ['2027-03-01', '91+', '2027-03'],
  ])('puts %s into %s, or %s', (day, age, month) => {
    expect([bucketOf(day, TODAY, 'age'), bucketOf(day, TODAY, 'month')]).toEqual([age, month]);
  });

  it('adds up by currency and date, and names a currency without a price instead of counting it as nothing', () => {
    const items = coverExposures(
      [
        source(),
        source({ id: 'd', kind: 'dues', amount: usd('-1495.00'), due: certain(TODAY, 'on_hand') }),
        source({ id: 'c', kind: 'conversion', amount: usd('2000.00'), due: certain(TODAY, 'on_hand') }),
        source({ id: 'thb', amount: Money.parse('500.00', 'THB') }),
      ],
      [forward()],
    );
    const table = exposureTable(items, options);
    const [thb, dollars] = table.currencies;
    expect(dollars).toMatchObject({ currency: 'USD', items: 3 });
    expect(
      [dollars?.gross, dollars?.comesIn, dollars?.goesOut, dollars?.hedged, dollars?.open, dollars?.value].map(String),
    ).toEqual(['10505.00 USD', '12000.00 USD', '1495.00 USD', '6000.00 USD', '4505.00 USD', '31865.25 CNY']);
    expect(dollars?.buckets.map(({ name, open }) => `${name} ${open.toAmountString()}`)).toEqual([
      'overdue 0.00',
      '0-30 -1495.00',
      '31-60 6000.00',
      '61-90 0.00',
      '91+ 0.00',
    ]);
    expect([thb?.value, table.unvalued, table.value.toString()]).toEqual([null, ['THB'], '31865.25 CNY']);
  });

  it('is drawn with axes, and told in words, in both languages', () => {
    const table = exposureTable(coverExposures([source()], [forward()]), options);
    const chart = { prices: [USD], asOf: new Date('2026-11-30T01:02:00Z') };
    const english = exposureChart(table, { ...chart, language: 'en' });
    expect(english).toContain('31–60 days');
    expect(english).toContain('<desc id="desc">At the bank’s board of 2026-11-30 01:02 UTC. USD: gross 10000.00 USD');
    expect(exposureChart(table, { ...chart, language: 'zh' })).toContain('31–60 天');
    const empty = exposureTable([], options);
    expect(exposureChart(empty, { prices: [], asOf: null, language: 'en' })).toContain('Nothing is open');
  });
});

describe('whatIf', () => {
  const SHIFTS: Scenario[] = ['-0.05', '-0.01', '0', '0.01', '0.05'].map((name) => ({
    name,
    shift: new Decimal(name),
  }));
  const margins = new Map([
    ['o1', { margin: Money.parse('5000.00', 'CNY'), planRate: new Decimal('7.1'), currency: 'USD', without: [] }],
  ]);

  it('moves the margin by the open amount, from where the market is', () => {
    const { orders, totals } = whatIf(coverExposures([source()], [forward()]), SHIFTS, { prices: [USD], margins });
    const [order] = orders;
    expect([order?.margin, order?.planToMarket].map(String)).toEqual(['5000.00 CNY', '-103.80 CNY']);
    expect(
      order?.effects.map(
        ({ name, effect, margin }) => `${name} ${effect.toAmountString()} ${margin?.toAmountString() ?? ''}`,
      ),
    ).toEqual([
      '-0.05 -2124.81 2771.39',
      '-0.01 -424.96 4471.24',
      '0 0.00 4896.20',
      '0.01 424.96 5321.16',
      '0.05 2124.81 7021.01',
    ]);
    expect(totals[0]?.effect.toString()).toBe('-2124.81 CNY');
  });

  it('goes along a path: the last point that is not after the day', () => {
    const at = (on: string, rate: string) => ({ on, rate: new Decimal(rate) });
    const path: Scenario = { name: 'path', path: [at('2027-02-01', '6'), at('2027-01-01', '7')] };
    const late = { open: usd('100.00'), due: certain('2027-02-01', 'departed') };
    expect(
      ['2026-12-31', '2027-01-31', '2027-02-01'].map((day) =>
        effectOn({ ...late, due: certain(day, 'departed') }, path, USD).toAmountString(),
      ),
    ).toEqual(['0.00', '-8.27', '-108.27']);
  });

  it('names a currency without a price', () => {
    const thb = source({ amount: Money.parse('500.00', 'THB') });
    expect(whatIf(coverExposures([thb], []), SHIFTS, { prices: [USD], margins }).unvalued).toEqual(['THB']);
  });

  const cents = fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n });
  const shift = fc
    .integer({ min: -90, max: 200 })
    .map((percent): Scenario => ({ name: 's', shift: new Decimal(percent).div(100) }));
  const due = certain('2027-01-15', 'departed');

  it('does nothing without a move, nor to what is hedged', () => {
    fc.assert(
      fc.property(cents, shift, (minor, scenario) => {
        const open = Money.ofMinor(minor, 'USD');
        expect(effectOn({ open, due }, { name: '0', shift: new Decimal(0) }, USD).isZero()).toBe(true);
        const [item] = coverExposures([source({ amount: open.absolute() })], [forward({ open: open.absolute() })]);
        expect(item === undefined || effectOn(item, scenario, USD).isZero()).toBe(true);
      }),
    );
  });

  it('is linear in the open amount, within the rounding of a fen', () => {
    fc.assert(
      fc.property(
        cents.filter((minor) => minor !== 0n),
        fc.integer({ min: 2, max: 9 }),
        shift,
        (minor, times, scenario) => {
          const effect = (count: bigint): bigint =>
            effectOn({ open: Money.ofMinor(minor * count, 'USD'), due }, scenario, USD).minor;
          const apart = effect(BigInt(times)) - effect(1n) * BigInt(times);
          expect(apart <= BigInt(times) && apart >= -BigInt(times)).toBe(true);
        },
      ),
    );
  });
});

describe('suggestHedges', () => {
  const interest: Readonly<Record<string, string>> = { CNY: '0.0165', USD: '0.0475' };
  const interestOf: InterestOf = (currency) =>
    interest[currency] === undefined ? null : new Decimal(interest[currency]);
  const wish = { today: TODAY, share: new Decimal('0.8'), prices: [USD], interestOf };
  const window = { dueOn: '2027-01-15', basis: 'departed' as const, from: '2026-12-31', to: '2027-01-30' };

  it('sells ahead a share in whole steps, less own dues, at the worse end of the window', () => {
    const items = coverExposures(
      [source({ due: window }), source({ kind: 'dues', amount: usd('-1495.00'), due: certain(TODAY, 'on_hand') })],
      [],
    );
    const [found] = suggestHedges(items, wish);
    expect([found?.open, found?.amount, found?.remaining].map(String)).toEqual([
      '8505.00 USD',
      '6800.00 USD',
      '1705.00 USD',
    ]);
    // 61 days: 7.0827 × (1 + 0.0165 × 61 / 360) / (1 + 0.0475 × 61 / 360)
    expect(found?.forwardRate?.toFixed(5)).toBe('7.04579');
    expect([found?.cost, found?.deposit, found?.remainingValue].map(String)).toEqual([
      '250.97 CNY',
      '2395.57 CNY',
      '12076.00 CNY',
    ]);
    expect([found?.from, found?.to, found?.because]).toEqual(['2026-12-31', '2027-01-30', null]);
  });

  it.each([
    ['below_minimum', source({ amount: usd('4000.00') }), wish],
    ['overdue', source({ due: certain('2026-11-01', 'departed') }), wish],
    ['not_quoted', source(), { ...wish, prices: [] }],
    ['no_interest_rate', source(), { ...wish, interestOf: () => null }],
  ])('says why nothing is suggested: %s', (because, one, given) => {
    const [found] = suggestHedges(coverExposures([one], []), given);
    expect([found?.because, found?.amount.isZero(), found?.cost]).toEqual([because, true, null]);
  });

  it('never sells more than is open, and nothing of what is covered, held or owed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.bigInt({ min: 0n, max: 10n ** 9n }), (owed, sold) => {
        const items = coverExposures(
          [source({ amount: Money.ofMinor(owed, 'USD') }), source({ kind: 'held' })],
          [forward({ orderId: 'o1', open: Money.ofMinor(sold, 'USD') })],
        );
        for (const { open, amount, remaining } of suggestHedges(items, { ...wish, share: new Decimal(1) })) {
          expect([amount.isMoreThan(open), remaining.isNegative()]).toEqual([false, false]);
        }
      }),
    );
  });
});
