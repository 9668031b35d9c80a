import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { addDays } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { cashForecast, mondayOf } from './cash-forecast.js';
import { expectedFlows, type ExpectedFlow, FLOW_KINDS, type OpenAdvance, type OrderCash } from './expected-flows.js';
import { forecastChart } from './forecast-chart.js';

const TODAY = '2026-12-09';
const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const usd = (amount: string): Money => Money.parse(amount, 'USD');

const order = (change: Partial<OrderCash> = {}): OrderCash => ({
  ...{ orderId: 'o1', value: usd('10000.00'), received: usd('0.00'), isSettled: false, planRate: new Decimal('7.1') },
  ...{ placedOn: '2026-11-20', readyOn: '2026-12-01', departedOn: '2026-12-07', refund: null },
  ...change,
});
const advance = (maturityOn: string): OpenAdvance => ({
  ...{ orderId: 'o1', maturityOn },
  owedOn: (day) => cny(day <= TODAY ? '6000.00' : '6100.00'),
});

const told = (orders: readonly OrderCash[], advances: readonly OpenAdvance[] = []) =>
  expectedFlows(orders, advances, TODAY).map(({ kind, amount, worth, on, basis }) => [
    kind,
    amount.toString(),
    worth.toAmountString(),
    on,
    basis,
  ]);

describe('What is expected of an order', () => {
  const matched = { amount: cny('7800.00'), matchedOn: '2026-12-01' };

  it.each<[string, Partial<OrderCash>, unknown[]]>([
    ['its value, thirty days after departure', {}, [['receipt', '10000.00 USD', '71000.00', '2027-01-06', 'departed']]],
    [
      'forty days after it is ready',
      { departedOn: null },
      [['receipt', '10000.00 USD', '71000.00', '2027-01-10', 'ready']],
    ],
    ['only the rest', { received: usd('9999.99') }, [['receipt', '0.01 USD', '0.07', '2027-01-06', 'departed']]],
    ['nothing once it is settled, though it paid short', { received: usd('9975.00'), isSettled: true }, []],
    ['nothing where it paid more', { received: usd('10000.01') }, []],
    [
      'the refund, thirty days after its match',
      { isSettled: true, refund: matched },
      [['refund', '7800.00 CNY', '7800.00', '2026-12-31', 'matched']],
    ],
  ])('is %s', (_what, change, expected) => {
    expect(told([order(change)])).toEqual(expected);
  });

  it.each([
    ['by the refund that comes before its maturity', '2027-03-01', '2026-12-31', 'refund', '6100.00'],
    ['at its maturity, where that is earlier', '2026-12-20', '2026-12-20', 'maturity', '6100.00'],
    ['as if today, where its maturity is over', '2026-12-01', '2026-12-01', 'maturity', '6000.00'],
  ])('an advance is repaid %s', (_how, maturityOn, on, basis, owed) => {
    const [, due] = told([order({ isSettled: true, refund: matched })], [advance(maturityOn)]);
    expect(due).toEqual(['due', `${owed} CNY`, owed, on, basis]);
  });
});

describe('A forecast', () => {
  const flow = (change: Partial<ExpectedFlow>): ExpectedFlow => ({
    ...{ kind: 'receipt', orderId: 'o1', amount: usd('100.00'), worth: cny('710.00'), on: TODAY, basis: 'departed' },
    ...change,
  });

  it('puts what is late first, and what is far off last', () => {
    const flows = [
      flow({ on: '2026-12-08' }),
      flow({}),
      flow({ on: '2026-12-13' }),
      flow({ on: '2026-12-14', kind: 'due', amount: cny('500.00'), worth: cny('500.00') }),
      flow({ on: '2026-12-21' }),
    ];
    const { from, inCny, currencies } = cashForecast(flows, { today: TODAY, weeks: 2 });
    expect(from).toBe('2026-12-07');
    expect(
      inCny.map(({ name, net, cumulative, items }) => [name, net.toString(), cumulative.toString(), items]),
    ).toEqual([
      ['overdue', '710.00 CNY', '710.00 CNY', 1],
      ['2026-12-07', '1420.00 CNY', '2130.00 CNY', 2],
      ['2026-12-14', '-500.00 CNY', '1630.00 CNY', 1],
      ['later', '710.00 CNY', '2340.00 CNY', 1],
    ]);
    expect(currencies.map(({ currency, buckets }) => [currency, buckets.at(-1)?.cumulative.toString()])).toEqual([
      ['CNY', '-500.00 CNY'],
      ['USD', '400.00 USD'],
    ]);
  });

  const flows = fc.array(
    fc
      .record({
        kind: fc.constantFrom(...FLOW_KINDS),
        minor: fc.bigInt({ min: 0n, max: 10_000_000_00n }),
        currency: fc.constantFrom('CNY', 'USD', 'JPY'),
        days: fc.integer({ min: -400, max: 800 }),
      })
      .map(({ kind, minor, currency, days }) =>
        flow({
          kind,
          amount: Money.ofMinor(minor, currency),
          worth: Money.ofMinor(minor, 'CNY'),
          on: addDays(TODAY, days),
        }),
      ),
  );

  it('leaves no amount out and counts none twice, whatever the weeks', () => {
    fc.assert(
      fc.property(flows, fc.integer({ min: 1, max: 52 }), (given, weeks) => {
        const { currencies, inCny } = cashForecast(given, { today: TODAY, weeks });
        for (const { currency, buckets } of currencies) {
          const own = given.filter(({ amount }) => amount.currency === currency);
          const net = own.reduce(
            (sum, { kind, amount }) => (kind === 'due' ? sum.minus(amount) : sum.plus(amount)),
            Money.zero(currency),
          );
          expect(buckets.at(-1)?.cumulative).toEqual(net);
        }
        expect(inCny.reduce((sum, { items }) => sum + items, 0)).toBe(given.length);
        expect(inCny).toHaveLength(weeks + 2);
      }),
    );
  });

  it('has weeks from Monday to Sunday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (days) => {
        const day = addDays('2026-12-07', days);
        const monday = mondayOf(day);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(monday <= day && day < addDays(monday, 7)).toBe(true);
      }),
    );
  });

  it('is drawn with what comes in above the line and what goes out below, and told in words', () => {
    const forecast = cashForecast([flow({}), flow({ kind: 'due', amount: cny('50.00'), worth: cny('50.00') })], {
      today: TODAY,
      weeks: 2,
    });
    const drawn = forecastChart(forecast, 'en');
    expect(drawn).toContain('2026-12-07: receipts 710.00, refunds 0.00, dues 50.00, net 660.00');
    expect(drawn.match(/<rect /g)).toHaveLength(5);
    expect(forecastChart(forecast, 'zh')).toContain('按周预计资金流');
    expect(forecastChart(cashForecast([], { today: TODAY, weeks: 1 }), 'en')).toContain('Nothing is expected');
  });
});
