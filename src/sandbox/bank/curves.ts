import { Decimal } from '../../kernel/decimal.js';
import { addDays, addMonths, daysBetween } from '../../kernel/local-date.js';
import { Refusal } from '../world/refusal.js';

/** Interest per year, as fractions: the bank takes money at the bid and lends it at the ask. */
interface Point {
  readonly tenor: string;
  readonly bid: string;
  readonly ask: string;
}

export interface Curve {
  readonly currency: string;
  readonly dayBasis: 360 | 365;
  readonly points: readonly Point[];
}

const LENGTHS: Readonly<Record<string, (from: string) => string>> = {
  '1W': (from) => addDays(from, 7),
  '1M': (from) => addMonths(from, 1),
  '3M': (from) => addMonths(from, 3),
  '6M': (from) => addMonths(from, 6),
  '1Y': (from) => addMonths(from, 12),
  '18M': (from) => addMonths(from, 18),
};

const MARGIN = new Decimal('0.0008');

/** Made up, near the level of late 2026. */
export const CURVES: readonly Curve[] = [
  curve('CNY', 360, ['0.0142', '0.0150', '0.0156', '0.0160', '0.0166', '0.0171']),
  curve('USD', 360, ['0.0362', '0.0360', '0.0357', '0.0352', '0.0345', '0.0342']),
  curve('EUR', 360, ['0.0188', '0.0190', '0.0193', '0.0197', '0.0203', '0.0208']),
  curve('GBP', 365, ['0.0372', '0.0370', '0.0366', '0.0361', '0.0355', '0.0352']),
  curve('HKD', 365, ['0.0295', '0.0301', '0.0306', '0.0309', '0.0312', '0.0313']),
  curve('JPY', 360, ['0.0073', '0.0078', '0.0084', '0.0091', '0.0101', '0.0108']),
  curve('AUD', 365, ['0.0358', '0.0360', '0.0363', '0.0366', '0.0371', '0.0374']),
  curve('CAD', 365, ['0.0222', '0.0223', '0.0225', '0.0228', '0.0233', '0.0237']),
  curve('SGD', 365, ['0.0118', '0.0122', '0.0127', '0.0131', '0.0137', '0.0141']),
];
function curve(currency: string, dayBasis: 360 | 365, bids: readonly string[]): Curve {
  const points = Object.keys(LENGTHS).map((tenor, index) => {
    const bid = bids[index] ?? '0';
    return { tenor, bid, ask: new Decimal(bid).plus(MARGIN).toFixed() };
  });
  return { currency, dayBasis, points };
}

/** What money grows to by that day. @throws Refusal 422 after the last tenor, or without a curve */
export function growth(currency: string, side: 'bid' | 'ask', from: string, to: string): Decimal {
  const found = CURVES.find((each) => each.currency === currency);
  if (found === undefined) throw new Refusal(422, 'NO_QUOTE', `No interest curve of ${currency}`);
  const days = daysBetween(from, to);
  const places = found.points.map((point) => ({
    days: daysBetween(from, LENGTHS[point.tenor]?.(from) ?? from),
    rate: new Decimal(point.bid).plus(side === 'ask' ? MARGIN : 0),
  }));
  const next = places.find((place) => place.days >= days);
  if (next === undefined) throw new Refusal(422, 'TENOR_NOT_QUOTED', `Nothing is quoted for ${to}`);
  const before = places.findLast((place) => place.days < days) ?? next;
  const share = before === next ? new Decimal(0) : new Decimal(days - before.days).div(next.days - before.days);
  const rate = before.rate.plus(next.rate.minus(before.rate).times(share));
  return rate.times(days).div(found.dayBasis).plus(1);
}
