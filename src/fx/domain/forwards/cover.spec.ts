import { InvalidInputError } from '../../../kernel/domain-error.js';
import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { coverOf, excessesOf, leftOf } from './cover.js';
import { FORWARD } from './forward-status.js';
import { assertCurve, type Curve, findingsOf } from './interest-curve.js';
import { instantOf, noticesOf } from './maturity-notices.js';

const usd = (amount: string): Money => Money.parse(amount, 'USD');

describe('Real demand', () => {
  it('covers what is owed and what has come and is not sold', () => {
    expect(coverOf({ owed: usd('6000.00'), collected: usd('4000.00') }).toString()).toBe('10000.00 USD');
    expect(coverOf({ owed: usd('-1.00'), collected: usd('4000.00') }).toString()).toBe('4000.00 USD');
    expect(leftOf(usd('5000.00'), usd('6000.00')).isZero()).toBe(true);
  });

  it('finds the excess in what falls due last', () => {
    const forwards = [
      { id: 'first', open: usd('4000.00') },
      { id: 'last', open: usd('4000.00') },
    ];
    const found = excessesOf(usd('5000.00'), forwards);
    expect([...found].map(([id, excess]) => `${id} ${excess.toString()}`)).toEqual([
      'first 0.00 USD',
      'last 3000.00 USD',
    ]);
  });
});

describe('The life of a forward', () => {
  it('allows a caller what its state does', () => {
    expect(FORWARD.states.map((state) => `${state}: ${FORWARD.allowedActions(state).join(', ')}`)).toEqual([
      'awaiting_approval: ',
      'requested: ',
      'booked: deliver, roll, close_out',
      'partly_delivered: deliver, roll, close_out',
      'overdue: roll, close_out',
      'delivered: ',
      'rolled: ',
      'closed_out: ',
      'refused: ',
      'lapsed: ',
    ]);
  });

  it('has its owner reminded so many days before, on the day, and told after it', () => {
    const days = noticesOf('2027-02-26', [7, 3, 1], '2027-02-20');
    expect(days.map(({ on, notice }) => `${on} ${notice}`)).toEqual([
      '2027-02-23 reminder',
      '2027-02-25 reminder',
      '2027-02-26 due',
      '2027-02-27 past_due',
    ]);
    expect(days.slice(-2).map((day) => instantOf(day).toISOString())).toEqual([
      '2027-02-26T01:00:00.000Z',
      '2027-02-26T16:00:00.000Z',
    ]);
  });
});

describe('An interest curve', () => {
  const point = (tenor: '1M' | '3M', bid: string, ask: string) => ({
    tenor,
    bid: new Decimal(bid),
    ask: new Decimal(ask),
  });
  const curve = (points: Curve['points']): Curve => ({
    ...{ currency: 'USD', asOf: '2026-11-24', source: 'test', dayBasis: 360 },
    points,
  });

  it('with faults is refused, all at once', () => {
    const faulty = curve([point('1M', '0.04', '0.03'), point('1M', '3.5', '3.6')]);
    const faults = (): readonly string[] => {
      try {
        assertCurve({ ...faulty, asOf: '2026-11-25' }, '2026-11-24');
        return [];
      } catch (error) {
        return error instanceof InvalidInputError ? error.faults.map(({ pointer, code }) => `${pointer} ${code}`) : [];
      }
    };
    expect(faults()).toEqual([
      '/asOf future',
      '/points/0/ask below_bid',
      '/points/1/tenor duplicate',
      '/points/1/bid out_of_range',
      '/points/1/ask out_of_range',
    ]);
  });

  it('that is odd is taken, and says so', () => {
    const before = curve([point('1M', '0.03', '0.031'), point('3M', '0.03', '0.031')]);
    const found = findingsOf(curve([point('1M', '0.045', '0.07'), point('3M', '0.03', '0.031')]), before);
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/points/0 wide',
      '/points/0 moved',
      '/points short',
    ]);
  });
});
