import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { addDays } from '../../../kernel/local-date.js';
import { handlingFees, lastDayOf, monthTo, storageFee, type StoredLot } from './storage-fees.js';
import { type DatedFees } from './warehouse-tariff.js';

const FEES = {
  ...{ inboundPerPiece: '0.05', inboundPerCarton: '0.80', freeDays: 3 },
  storage: [
    { fromDay: 1, perCbmDay: '0.60' },
    { fromDay: 31, perCbmDay: '0.90' },
  ],
  ...{ pickPerOrder: '1.50', pickPerPiece: '0.25', returnPerPiece: '1.10' },
};
const TARIFF: readonly DatedFees[] = [{ validFrom: '2026-01-01', fees: FEES }];
const lot = (receivedOn: string, ...changes: readonly (readonly [string, number])[]): StoredLot => ({
  ...{ lotId: 'l', sku: 'TOY-1', lot: 'L1', cbmPerPiece: new Decimal('0.05'), receivedOn },
  changes: changes.map(([day, pieces]) => ({ day, pieces })),
});
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const fee = (stored: StoredLot, tariffs = TARIFF, days = NOVEMBER) => storageFee(stored, tariffs, days, 'USD');

describe('Storage by day', () => {
  it.each([
    ['three days are free, seven are paid', lot('2026-11-21', ['2026-11-21', 10]), '2.10'],
    ['the day it leaves is not paid', lot('2026-11-21', ['2026-11-21', 10], ['2026-11-30', -10]), '1.80'],
    ['what comes and goes in a day costs nothing', lot('2026-11-05', ['2026-11-05', 10], ['2026-11-05', -10]), '0.00'],
    ['the band of its age counts, from its first day', lot('2026-10-10', ['2026-10-10', 10]), '12.30'],
    ['nothing before it came', lot('2026-12-02', ['2026-12-02', 10]), '0.00'],
  ])('%s', (_what, stored, expected) => {
    expect(fee(stored)?.fee.toAmountString()).toBe(expected);
  });

  it('is explained: days in a row that cost the same', () => {
    const { spans } = fee(lot('2026-11-21', ['2026-11-21', 10], ['2026-11-28', -4])) ?? { spans: [] };
    expect(
      spans.map(({ from, to, pieces, cbm, perCbmDay, amount }) => [from, to, pieces, cbm, perCbmDay, amount]),
    ).toEqual([
      ['2026-11-21', '2026-11-23', 10, '0.5', '0', '0'],
      ['2026-11-24', '2026-11-27', 10, '0.5', '0.6', '1.2'],
      ['2026-11-28', '2026-11-30', 6, '0.3', '0.6', '0.54'],
    ]);
  });

  it('is at the price of each day, and of no day without a price', () => {
    const dearer = { validFrom: '2026-11-27', fees: { ...FEES, storage: [{ fromDay: 1, perCbmDay: '1.20' }] } };
    const stored = lot('2026-11-21', ['2026-11-21', 10]);
    expect(fee(stored, [...TARIFF, dearer])?.fee.toAmountString()).toBe('3.30');
    expect(fee(stored, [dearer])).toBeNull();
  });

  it('of two halves of a month is that of the month, before it is rounded', () => {
    const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 1, max: 50 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 28 }), (some, cut) => {
        const stored = lot('2026-11-01', ...some.map(([day, pieces]) => [addDays('2026-11-01', day), pieces] as const));
        const exact = (from: string, to: string) =>
          (fee(stored, TARIFF, { from, to })?.spans ?? []).reduce(
            (sum, { amount }) => sum.plus(amount),
            new Decimal(0),
          );
        const middle = addDays('2026-11-01', cut);
        const halves = exact('2026-11-01', middle).plus(exact(addDays(middle, 1), '2026-11-30'));
        expect(halves.toFixed()).toBe(exact('2026-11-01', '2026-11-30').toFixed());
      }),
    );
  });
});

describe('Handling', () => {
  it('is at the price of its day, rounded once per price', () => {
    const handled = [
      { kind: 'pick_piece', day: '2026-11-02', count: 3 },
      { kind: 'pick_piece', day: '2026-11-09', count: 4 },
      { kind: 'pick_order', day: '2026-11-09', count: 1 },
    ] as const;
    const lines = handlingFees(handled, TARIFF, 'USD')?.map(
      (line) => `${line.kind} ${line.count} ${line.amount.toString()}`,
    );
    expect(lines).toEqual(['pick_order 1 1.50 USD', 'pick_piece 7 1.75 USD']);
    expect(handlingFees([{ kind: 'pick_piece', day: '2025-12-31', count: 1 }], TARIFF, 'USD')).toBeNull();
  });
});

describe('A month', () => {
  it('ends on its last day, or today', () => {
    expect([lastDayOf('2028-02'), lastDayOf('2026-12')]).toEqual(['2028-02-29', '2026-12-31']);
    expect(monthTo('2026-11', '2026-11-12')).toEqual({ from: '2026-11-01', to: '2026-11-12' });
    expect(monthTo('2026-11', '2026-10-31')).toBeNull();
  });
});
