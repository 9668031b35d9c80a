import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { changesOf, type Covenant, standingsOf } from './covenants.js';
import { type ClientLimit, type CurrencyPortfolio, portfolioOf, type Position } from './portfolio.js';

const DAY = '2026-12-01';
const named = (name: string) => ({ key: name, name });
const position = (facts: Partial<Position> = {}): Position => ({
  ...{
    product: 'refund_advance',
    currency: 'CNY',
    drawn: 0n,
    reserved: 0n,
    maturityOn: '2027-02-01',
    overdueSince: null,
  },
  ...{ client: named('A'), buyer: named('X'), group: null, limitKey: 'A' },
  ...facts,
});
const limit = (limitKey: string, amount: bigint): ClientLimit => ({
  ...{ product: 'refund_advance', currency: 'CNY', limitKey, limit: amount },
});
const none = { limits: null, facilities: null, asOf: DAY };
const only = (positions: readonly Position[], limits: readonly ClientLimit[] | null = null): CurrencyPortfolio => {
  const [found] = portfolioOf({ ...none, positions, limits });
  if (found === undefined) throw new Error('There is nothing');
  return found;
};

describe("A lender's portfolio", () => {
  it('is nothing where nothing is lent', () => {
    expect(portfolioOf({ ...none, positions: [] })).toEqual([]);
  });

  it('keeps currencies apart', () => {
    const positions = [position({ drawn: 5n }), position({ currency: 'USD', drawn: 7n })];
    expect(portfolioOf({ ...none, positions }).map(({ drawn }) => String(drawn))).toEqual(['0.05 CNY', '0.07 USD']);
  });

  it.each([
    // maturity,    bucket,         why
    ['2026-12-01', 'current', 'on that day it may still be paid in time'],
    ['2026-11-30', 'days_1_30', 'a day late'],
    ['2026-11-01', 'days_1_30', 'thirty days'],
    ['2026-10-31', 'days_31_60', 'thirty-one'],
    ['2026-09-02', 'days_61_90', 'ninety'],
    ['2026-09-01', 'days_over_90', 'ninety-one'],
  ])('a loan due on %s is %s: %s', (maturityOn, bucket) => {
    const { ageing } = only([position({ drawn: 100n, maturityOn })]);
    expect(ageing.filter(({ loans }) => loans === 1).map((each) => each.bucket)).toEqual([bucket]);
  });

  it('has free what each client has not taken of its own limit', () => {
    const positions = [
      position({ drawn: 60n, reserved: 10n }),
      position({ drawn: 90n, client: named('B'), limitKey: 'B' }),
    ];
    const { free } = only(positions, [limit('A', 100n), limit('B', 80n), limit('C', 5n)]);
    // 30 of A; B is above its limit, which takes nothing from the others; 5 of C.
    expect(free?.minor).toBe(35n);
  });

  it('adds up, whatever is lent: products, buckets, and the largest with the others', () => {
    const part = fc.bigInt({ min: 0n, max: 10n ** 12n });
    const name = fc.integer({ min: 1, max: 25 }).map((number) => named(`N${number}`));
    const any = fc.record({
      ...{ drawn: part, reserved: part, client: name, buyer: name, group: fc.option(name) },
      product: fc.constantFrom('a', 'b', 'c'),
      maturityOn: fc.constantFrom('2027-01-01', '2026-11-20', '2026-10-20', '2026-01-01'),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 60 }), (some) => {
        const found = only(some.map(position), []);
        const sum = (amounts: readonly Money[]): Money => Money.sum(amounts, 'CNY');
        expect(sum(found.products.map(({ drawn }) => drawn))).toEqual(found.drawn);
        expect(sum(found.products.map(({ reserved }) => reserved))).toEqual(found.reserved);
        expect(sum(found.ageing.map(({ drawn }) => drawn))).toEqual(found.drawn);
        for (const { largest, others } of [found.clients, found.buyers, found.groups]) {
          expect(largest.length).toBeLessThanOrEqual(10);
          expect(others.isNegative()).toBe(false);
          const all = sum([...largest.map(({ exposure }) => exposure), others]);
          expect(all).toEqual(found.drawn.plus(found.reserved));
        }
      }),
    );
  });
});

describe('A covenant', () => {
  const covenant = (facts: Partial<Covenant> = {}): Covenant => ({
    ...{ id: 'c', name: 'c', measure: 'largest_client_share', threshold: new Decimal('0.25') },
    ...{ validFrom: '2026-01-01', validTo: null },
    ...facts,
  });
  const lent = (largest: bigint): CurrencyPortfolio[] => [
    only([position({ drawn: largest }), position({ drawn: 100n - largest, client: named('B') })]),
  ];

  it('is kept at its threshold, and breached above it', () => {
    const breached = (threshold: string) =>
      standingsOf([covenant({ threshold: new Decimal(threshold) })], lent(60n), DAY).map(
        ({ isBreached }) => isBreached,
      );
    expect([breached('0.6'), breached('0.5999')]).toEqual([[false], [true]]);
  });

  it('holds on its days, both included', () => {
    const bounded = covenant({ validFrom: '2026-02-01', validTo: '2026-02-28' });
    const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'];
    expect(days.map((day) => standingsOf([bounded], lent(60n), day).length)).toEqual([0, 1, 1, 0]);
  });

  it('measures what is overdue of what is drawn', () => {
    const portfolio = only([
      position({ drawn: 90n }),
      position({ drawn: 6n, maturityOn: '2026-11-20' }),
      position({ drawn: 4n, maturityOn: '2026-01-01' }),
    ]);
    const measured = (['overdue_share', 'overdue_over_90_share'] as const).map((measure) =>
      standingsOf([covenant({ measure })], [portfolio], DAY)[0]?.value.toFixed(),
    );
    expect(measured).toEqual(['0.1', '0.04']);
  });

  it('is told of once when it is breached, and once when it is kept again, or nothing is lent any more', () => {
    const [held, told] = [covenant(), [{ covenantId: 'c', currency: 'CNY' }]];
    const changes = (portfolio: CurrencyPortfolio[], before: typeof told, covenants = [held]): string[] => {
      const currencies = portfolio.map(({ currency }) => currency);
      const standings = standingsOf(covenants, portfolio, DAY);
      const { breached, cured } = changesOf(before, { covenants, standings, currencies, day: DAY });
      return [
        ...breached.map(({ value }) => `breached ${value.toFixed()}`),
        ...cured.map(({ value }) => `cured ${value.toFixed()}`),
      ];
    };
    const spread = [only([1, 2, 3, 4].map((each) => position({ drawn: 25n, client: named(String(each)) })))];
    expect(changes(lent(60n), [])).toEqual(['breached 0.6']);
    expect(changes(lent(60n), told)).toEqual([]);
    expect(changes(spread, [])).toEqual([]);
    expect(changes(spread, told)).toEqual(['cured 0.25']);
    expect(changes([], told)).toEqual(['cured 0']);
    // One that is over, or is not there, says nothing more.
    expect(changes([], told, [covenant({ validTo: '2026-01-02' })])).toEqual([]);
    expect(changes([], told, [])).toEqual([]);
  });

  it('of utilisation that can be measured no more stays as it was told', () => {
    const utilisation = covenant({ measure: 'utilisation' });
    const now = { covenants: [utilisation], standings: [], currencies: ['CNY'], day: DAY };
    expect(changesOf([{ covenantId: 'c', currency: 'CNY' }], now)).toEqual({ breached: [], cured: [] });
  });

  it('of utilisation is silent without a facility', () => {
    const utilisation = covenant({ measure: 'utilisation' });
    expect(standingsOf([utilisation], lent(60n), DAY)).toEqual([]);
    const facilities = new Map([['CNY', 200n]]);
    const measured = portfolioOf({ ...none, facilities, positions: [position({ drawn: 60n, reserved: 1n })] });
    expect(standingsOf([utilisation], measured, DAY).map(({ value }) => value.toFixed())).toEqual(['0.305']);
  });
});
