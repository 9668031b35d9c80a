import { Decimal } from '../../../kernel/decimal.js';
import { addDays, daysBetween, earlierOf, laterOf, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type DatedFees, feesOn, rateAt } from './warehouse-tariff.js';

/** What stood in the warehouse of one lot: the change of its pieces, day by day. */
export interface StoredLot {
  readonly lotId: string;
  readonly sku: string;
  readonly lot: string;
  readonly cbmPerPiece: Decimal;
  /** Day 1 of its age. */
  readonly receivedOn: LocalDate;
  readonly changes: readonly { readonly day: LocalDate; readonly pieces: number }[];
}

/** Days in a row that cost the same. */
export interface StorageSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
  readonly pieces: number;
  readonly cbm: string;
  /** Age on the first of them. */
  readonly ageFrom: number;
  readonly perCbmDay: string;
  /** cbm × days × perCbmDay, not rounded. */
  readonly amount: string;
}

export interface LotStorage {
  readonly lotId: string;
  readonly sku: string;
  readonly lot: string;
  readonly spans: readonly StorageSpan[];
  readonly fee: Money;
}

export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface Day {
  readonly day: LocalDate;
  readonly pieces: number;
  readonly age: number;
  readonly rate: Decimal;
}

/**
 * Storage by day: what stands there at the end of a calendar day of the warehouse, in cubic metres, times the rate of its age
 * band; the first `freeDays` days of age cost nothing. So the day of arrival counts and the day of departure does not. Exact per
 * span; the sum of a lot is rounded once, half-up to the minor unit.
 * @param days both inclusive
 * @returns null for a day that no tariff covers on which something stands there
 * @example 10 pieces of 0.05 cbm from day 1, 3 days free, 0.60 per cbm-day: 10 days in the month → 0.5 × 7 × 0.60 = 2.10
 */
export function storageFee(
  stored: StoredLot,
  tariffs: readonly DatedFees[],
  days: Days,
  currency: string,
): LotStorage | null {
  const { lotId, sku, lot, cbmPerPiece } = stored;
  const counted = daysOf(stored, tariffs, days);
  if (counted === null) return null;
  const spans = merged(counted, cbmPerPiece);
  const sum = spans.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
  return { lotId, sku, lot, spans, fee: Money.ofMajor(sum, currency, 'half-up') };
}

function daysOf({ receivedOn, changes }: StoredLot, tariffs: readonly DatedFees[], { from, to }: Days): Day[] | null {
  const first = laterOf(from, receivedOn);
  const found: Day[] = [];
  let pieces = changes.filter(({ day }) => day < first).reduce((sum, change) => sum + change.pieces, 0);
  for (let day = first; day <= to; day = addDays(day, 1)) {
    const today = day;
    pieces += changes.filter((change) => change.day === today).reduce((sum, change) => sum + change.pieces, 0);
    if (pieces === 0) continue;
    const tariff = feesOn(tariffs, day);
    if (tariff === undefined) return null;
    const age = daysBetween(receivedOn, day) + 1;
    found.push({ day, pieces, age, rate: rateAt(tariff.fees, age) });
  }
  return found;
}

function merged(days: readonly Day[], cbmPerPiece: Decimal): StorageSpan[] {
  const runs: Day[][] = [];
  for (const one of days) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const isSame = last?.pieces === one.pieces && last.rate.equals(one.rate) && daysBetween(last.day, one.day) === 1;
    if (isSame) run?.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (first === undefined) return [];
    const cbm = cbmPerPiece.times(first.pieces);
    return {
      ...{ from: first.day, to: run.at(-1)?.day ?? first.day, days: run.length, pieces: first.pieces },
      ...{ cbm: cbm.toFixed(), ageFrom: first.age, perCbmDay: first.rate.toFixed() },
      amount: cbm.times(run.length).times(first.rate).toFixed(),
    };
  });
}

/** The calendar month `2026-11`, as far as it has passed. @returns null before it begins */
export function monthTo(period: string, today: LocalDate): Days | null {
  const from = `${period}-01`;
  const to = earlierOf(lastDayOf(period), today);
  return to < from ? null : { from, to };
}

export function lastDayOf(period: string): LocalDate {
  const next = addDays(`${period}-28`, 4);
  return addDays(`${next.slice(0, 7)}-01`, -1);
}

/** What was handled on a day. */
export interface Handled {
  readonly kind: HandlingKind;
  readonly day: LocalDate;
  readonly count: number;
}
export const HANDLING_KINDS = ['inbound_piece', 'inbound_carton', 'pick_order', 'pick_piece', 'return_piece'] as const;
export type HandlingKind = (typeof HANDLING_KINDS)[number];

const PRICES = {
  inbound_piece: 'inboundPerPiece',
  inbound_carton: 'inboundPerCarton',
  pick_order: 'pickPerOrder',
  pick_piece: 'pickPerPiece',
  return_piece: 'returnPerPiece',
} as const;

export interface HandlingFee {
  readonly kind: HandlingKind;
  readonly count: number;
  readonly price: string;
  readonly amount: Money;
}

/**
 * Pieces, cartons and orders at the price of their day; one line per kind and price, each rounded once, half-up.
 * @returns null for a day that no tariff covers
 */
export function handlingFees(
  handled: readonly Handled[],
  tariffs: readonly DatedFees[],
  currency: string,
): HandlingFee[] | null {
  const counts = new Map<string, Omit<HandlingFee, 'amount'>>();
  for (const { kind, day, count } of handled) {
    const tariff = feesOn(tariffs, day);
    if (tariff === undefined) return null;
    const price = new Decimal(tariff.fees[PRICES[kind]]).toFixed();
    const key = `${HANDLING_KINDS.indexOf(kind)} ${price}`;
    counts.set(key, { kind, price, count: count + (counts.get(key)?.count ?? 0) });
  }
  const lines = [...counts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, line]) => line);
  return lines.map((line) => ({
    ...line,
    amount: Money.ofMajor(new Decimal(line.price).times(line.count), currency, 'half-up'),
  }));
}
