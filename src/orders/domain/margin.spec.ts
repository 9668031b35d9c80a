import fc from 'fast-check';

import { placedOrder, SAMPLE_LINE } from '../../../test/support/order-samples.js';
import { Money } from '../../kernel/money.js';
import { type Margin, marginOf } from './margin.js';
import { type MarginLineCode } from './margin-figure.js';
import { type ServiceEvent } from './service-event.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const cny = (amount: string) => ({ amount, currency: 'CNY' });

let count = 0;
const event = (type: string, data: object, resourceId = type): ServiceEvent => {
  count += 1;
  return { id: `e${String(count).padStart(6, '0')}`, type, resourceId, data };
};

const column = (margin: Margin, side: 'estimate' | 'actual') =>
  Object.fromEntries(margin.lines.map((line) => [line.code, line[side]?.amount.toAmountString() ?? null]));

const line = (margin: Margin, code: MarginLineCode) => margin.lines.find((one) => one.code === code);

describe('dues that were paid out of CNY', () => {
  const charged = (charge: object) => event('freight.booking.confirmed', { charges: [charge] });
  const eur = (amount: string) => ({ amount, currency: 'EUR' });
  const settled = event('fx.conversion.settled', { sold: usd('10000.00'), bought: cny('70500.00') });

  it('give freight in a third currency the price that was paid for it', () => {
    const bought = event('fx.dues.bought', { due: eur('500.00'), cost: cny('4120.00') });
    const before = line(marginOf(placedOrder(), [charged(eur('500.00')), settled]), 'freight')?.actual;
    expect(before?.parts[0]?.cny).toBeNull();
    const after = line(marginOf(placedOrder(), [charged(eur('500.00')), settled, bought]), 'freight')?.actual;
    expect(after?.amount.toAmountString()).toBe('4120.00');
    expect(after?.formula).toContain('what was paid for them');
  });

  it('are part of the exchange result where they were owed in the order’s currency', () => {
    const bought = event('fx.dues.bought', { due: usd('1000.00'), cost: cny('7150.00') });
    const margin = marginOf(placedOrder(), [charged(usd('1000.00')), settled, bought]);
    expect(line(margin, 'freight')?.actual?.amount.toAmountString()).toBe('7100.00');
    // (70,500 − 71,000) + (7,100 − 7,150)
    expect(line(margin, 'fx_result')?.actual?.amount.toAmountString()).toBe('-550.00');
  });

  it('count no more when they were given back', () => {
    const log = [
      settled,
      event('fx.dues.bought', { due: usd('1000.00'), cost: cny('7150.00') }, 'dpu'),
      event('fx.dues.returned', { due: usd('1000.00'), paid: cny('7150.00') }, 'dpu'),
    ];
    expect(line(marginOf(placedOrder(), log), 'fx_result')?.actual?.amount.toAmountString()).toBe('-500.00');
  });
});

describe('the estimate of an order', () => {
  it('is worked out from what is known when it is placed', () => {
    const margin = marginOf(placedOrder(), []);
    expect(column(margin, 'estimate')).toEqual({
      revenue: '71000.00',
      purchase: '60000.00',
      vat: '7800.00',
      tax_refund: '7800.00',
      freight: null,
      insurance: '0.00',
      bank_charges: '0.00',
      fees: '0.00',
      finance_cost: '0.00',
      fx_result: '0.00',
    });
    expect(margin.estimate).toMatchObject({ without: ['freight'] });
    expect(margin.estimate.margin.toAmountString()).toBe('11000.00');
    expect(margin.estimate.marginRate?.toString()).toBe('0.15493');
    expect(margin.estimate.nonRefundableVat?.toAmountString()).toBe('0.00');
    // (60,000 + 7,800 − 7,800) / 10,000
    expect(margin.estimate.exchangeCost?.exchangeCost.toString()).toBe('6');
  });

  it('takes the freight quote as soon as there is one', () => {
    const quote = event('freight.quote.given', { total: usd('1000.00'), totals: [usd('1000.00'), cny('800.00')] });
    const margin = marginOf(placedOrder(), [quote]);
    // 1,000 USD × 7.1, and the local charges
    expect(line(margin, 'freight')?.estimate?.amount.toAmountString()).toBe('7900.00');
    expect(margin.estimate.without).toEqual([]);
  });

  it('counts the VAT that does not come back as cost', () => {
    const lines = [{ ...SAMPLE_LINE, refundRate: { rate: '0.09', tableVersion: '2026-01-01' } }];
    const { estimate } = marginOf(placedOrder({ lines }), []);
    expect(estimate.nonRefundableVat?.toAmountString()).toBe('2400.00');
    expect(estimate.margin.toAmountString()).toBe('8600.00');
  });

  it('works on the FOB value for a manufacturer: carriage and insurance are no part of it', () => {
    const order = placedOrder({ refund: { mode: 'agency', advance: false }, incoterm: 'CIF' });
    const freight = {
      ...order.freight,
      freightCharge: Money.parse('900.00', 'USD'),
      insuranceCharge: Money.parse('100.00', 'USD'),
    };
    const margin = marginOf({ ...order, freight }, []);
    // 9,000 USD × 7.1 × 13 %
    expect(line(margin, 'vat')?.estimate?.amount.toAmountString()).toBe('8307.00');
    expect(line(margin, 'tax_refund')?.estimate?.amount.toAmountString()).toBe('8307.00');
    // 60,000 / 9,000
    expect(margin.estimate.exchangeCost?.exchangeCost.toString()).toBe('6.666667');
  });

  it('takes the carriage that we book from the FOB value as soon as it is quoted', () => {
    const order = placedOrder({ refund: { mode: 'agency', advance: false }, incoterm: 'CFR' });
    const quote = event('freight.quote.given', { total: usd('1000.00'), totals: [usd('1000.00'), cny('800.00')] });
    // 9,000 USD × 7.1 × 13 %: charges in CNY arise before the port
    expect(line(marginOf(order, [quote]), 'vat')?.estimate?.amount.toAmountString()).toBe('8307.00');
  });

  it('says what it is without, rather than guess', () => {
    const unknown = [{ ...SAMPLE_LINE, purchase: null, refundRate: null }];
    const { estimate } = marginOf(placedOrder({ lines: unknown }), []);
    expect(estimate.without).toEqual(['purchase', 'vat', 'tax_refund', 'freight']);
    expect(estimate.exchangeCost).toBeNull();
  });
});

const LOG = [
  event('freight.booking.confirmed', { charges: [usd('1000.00'), cny('800.00')] }, 'bkg1'),
  event('fx.collection.matched', { amount: usd('9975.00'), duesTaken: usd('0.00') }, 'col1'),
  event('fx.order.collected', { expected: usd('10000.00'), received: usd('9975.00'), shortfall: usd('25.00') }),
  event('fx.conversion.settled', { sold: usd('8975.00'), bought: cny('63992.00') }, 'cnv1'),
  event('tax_refund.claim.matched', { refund: cny('7800.00'), nonRefundableVat: cny('0.00') }, 'clm1'),
  event('financing.advance.repaid', { interest: cny('120.50'), fees: cny('30.00') }, 'adv1'),
  event('tax_refund.claim.paid', { refund: cny('7800.00') }, 'clm1'),
];

describe('what an order really earned', () => {
  const margin = marginOf(placedOrder(), LOG);

  it('is read from the events, foreign amounts at the plan rate', () => {
    expect(column(margin, 'actual')).toEqual({
      revenue: '71000.00',
      purchase: '60000.00',
      vat: '7800.00',
      tax_refund: '7800.00',
      freight: '7900.00',
      insurance: '0.00',
      bank_charges: '177.50',
      fees: '30.00',
      finance_cost: '120.50',
      fx_result: '269.50',
    });
    expect(margin.actual.without).toEqual([]);
  });

  it('is CNY received less CNY spent, to the fen', () => {
    // In: 63,992 from the bank, 7,800 refund. Out: 60,000 + 7,800 for the goods, 800 freight in CNY, 150.50 finance.
    // The 1,000 USD of freight were never converted, and 25 USD never arrived.
    const cash = 63_992 + 7_800 - 67_800 - 800 - 150.5;
    expect(Number(margin.actual.margin.toAmountString())).toBeCloseTo(cash, 2);
  });

  it('names the event of every amount', () => {
    expect(line(margin, 'fx_result')?.actual?.parts).toMatchObject([
      { source: { field: 'bought', event: { type: 'fx.conversion.settled', resourceId: 'cnv1' } } },
      { source: { field: 'sold', event: { type: 'fx.conversion.settled' } } },
    ]);
  });

  it('knows the average rate of the conversions', () => {
    expect(margin.settledRate?.toString()).toBe('7.130028');
  });

  it('counts a booking once, by its last word, and not when it was cancelled', () => {
    const again = event('freight.booking.completed', { charges: [usd('1100.00')] }, 'bkg1');
    const freight = (log: ServiceEvent[]) =>
      line(marginOf(placedOrder(), log), 'freight')?.actual?.amount.toAmountString();
    expect(freight([...LOG, again])).toBe('7810.00');
    expect(freight([...LOG, event('freight.booking.cancelled', { reason: '' }, 'bkg1')])).toBeUndefined();
  });

  it('leaves out an amount in a third currency, and says so', () => {
    const { actual } = marginOf(placedOrder(), [
      event('freight.booking.confirmed', { charges: [{ amount: '5.00', currency: 'EUR' }] }),
    ]);
    expect(actual.without).toContain('freight: 5.00 EUR');
  });

  it('adds up whatever was collected and converted: revenue and result together are the CNY of the bank', () => {
    const cents = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(cents, cents, (sold, bought) => {
        const [foreign, home] = [Money.ofMinor(sold, 'USD').toJSON(), Money.ofMinor(bought, 'CNY')];
        const zero = usd('0.00');
        const log = [
          event('fx.order.collected', { expected: foreign, received: foreign, shortfall: zero }),
          event('fx.conversion.settled', { sold: foreign, bought: home.toJSON() }),
        ];
        const found = marginOf(placedOrder(), log);
        const amount = (code: MarginLineCode) => line(found, code)?.actual?.amount ?? Money.zero('CNY');
        expect(amount('revenue').plus(amount('fx_result')).equals(home)).toBe(true);
      }),
    );
  });
});

describe('an order that is paid in CNY', () => {
  it('has a margin, and no exchange cost', () => {
    const lines = [{ ...SAMPLE_LINE, total: Money.parse('71000.00', 'CNY') }];
    const order = placedOrder({
      lines,
      value: Money.parse('71000.00', 'CNY'),
      fx: { conversion: 'manual', planRate: '1' },
    });
    const { estimate } = marginOf(order, []);
    expect([estimate.margin.toAmountString(), estimate.exchangeCost]).toEqual(['11000.00', null]);
  });
});

describe('an order that is paid in part', () => {
  const part = event('fx.collection.matched', { amount: usd('3000.00'), duesTaken: usd('0.00') }, 'col1');
  const margin = marginOf(placedOrder(), [part]);

  it('is expected to bring all of its value, though a part has come', () => {
    expect(line(margin, 'revenue')?.actual?.amount.toAmountString()).toBe('21300.00');
    expect(margin.expected.margin).toEqual(marginOf(placedOrder(), []).expected.margin);
    expect(margin.expected.marginRate).toEqual(margin.estimate.marginRate);
  });

  it('and as much as came, once that is all: charges of banks are then known', () => {
    const rest = event('fx.collection.matched', { amount: usd('6975.00'), duesTaken: usd('0.00') }, 'col2');
    const all = event('fx.order.collected', {
      expected: usd('10000.00'),
      received: usd('9975.00'),
      shortfall: usd('25.00'),
    });
    const whole = marginOf(placedOrder(), [part, rest, all]);
    const charges = marginOf(placedOrder(), []).expected.margin.minus(whole.expected.margin);
    expect(charges.toAmountString()).toBe('177.50');
  });
});
