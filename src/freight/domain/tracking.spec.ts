import fc from 'fast-check';

import { dcsaCode, EVENT_CODES, eventCode, FOREIGN_CODES } from './event-codes.js';
import { boxFreeTime, freeTimeClock, freeTimeTariff } from './free-time.js';
import { freshnessOf, medianOf, predictArrival, stagesOf, type TrackedEvent } from './tracking.js';

const HOUR = 3_600_000;
const T0 = new Date('2026-12-05T10:00:00Z');
const at = (hours: number): Date => new Date(T0.getTime() + hours * HOUR);
let serial = 0;
const event = (change: Partial<TrackedEvent> = {}): TrackedEvent => {
  const time = change.at ?? T0;
  return {
    eventId: `e-${String((serial += 1))}`,
    source: 'carrier',
    classifier: 'ACT',
    code: 'DEPA',
    location: 'CNNGB',
    equipmentReference: null,
    at: time,
    localTime: time.toISOString(),
    reportedAt: time,
    isRetracted: false,
    ...change,
  };
};

describe('Names of events', () => {
  it('of version 3 are those of version 2, and unknown ones stay as they are', () => {
    expect(['GATED_IN', 'GTIN', 'DEPARTED', 'PARKED'].map(dcsaCode)).toEqual(['GTIN', 'GTIN', 'DEPA', 'PARKED']);
  });

  it('are each of one code', () => {
    const names = EVENT_CODES.flatMap(({ code, words }) => [code, ...words]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('of others mean codes that we have', () => {
    for (const [scheme, table] of Object.entries(FOREIGN_CODES)) {
      for (const name of Object.keys(table)) expect(eventCode(scheme as 'x12', name)).not.toBeNull();
    }
    expect(eventCode('x12', 'toString')).toBeNull();
    expect(eventCode('upu', 'EMI')?.code).toBe('DROP');
  });
});

describe('What happens to a shipment', () => {
  it('is planned, estimated and done side by side: a later estimate does not move what was', () => {
    const [stage, ...more] = stagesOf([
      event({ classifier: 'PLN', at: at(-5) }),
      event({ at: at(0) }),
      event({ classifier: 'EST', at: at(9), reportedAt: at(20) }),
      event({ classifier: 'EST', at: at(8), reportedAt: at(1) }),
    ]);
    expect(more).toEqual([]);
    expect([stage?.planned?.at, stage?.estimated?.at, stage?.actual?.at]).toEqual([at(-5), at(9), at(0)]);
  });

  it('is told by the carrier first; others are heard where it is silent, and shown where they differ', () => {
    const told = [event({ at: at(0) }), event({ source: 'terminal', at: at(6), reportedAt: at(7) })];
    const [stage] = stagesOf(told);
    expect(stage?.actual?.source).toBe('carrier');
    expect(stage?.contradictions.map(({ source }) => source)).toEqual(['carrier', 'terminal']);
    expect(stagesOf(told.slice(1))[0]).toMatchObject({ actual: { source: 'terminal' }, contradictions: [] });
    expect(stagesOf([event(), event({ source: 'terminal', at: at(0.5) })])[0]?.contradictions).toEqual([]);
  });

  it('is not what was taken back', () => {
    expect(stagesOf([event({ isRetracted: true })])).toEqual([]);
  });

  it('is the same in whatever order it is told', () => {
    const arbitrary = fc.record({
      code: fc.constantFrom('DEPA', 'ARRI', 'LOAD'),
      classifier: fc.constantFrom('PLN' as const, 'EST' as const, 'ACT' as const),
      source: fc.constantFrom('carrier', 'terminal'),
      isRetracted: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 12 }), fc.nat(), (drawn, seed) => {
        const events = drawn.map((change, index) => event({ ...change, at: at(index * 2), reportedAt: at(index) }));
        const turned = events.map((_one, index) => events[(index + seed) % events.length] ?? event());
        expect(stagesOf(turned)).toEqual(stagesOf(events));
      }),
    );
  });

  it('is old news after two days at sea, after a week ashore, and never once it is over', () => {
    const events = [event()];
    const sea = { isAtSea: true, isOver: false };
    expect(freshnessOf(events, sea, at(48)).isStale).toBe(false);
    expect(freshnessOf(events, sea, at(49))).toEqual({ lastReportedAt: T0, isStale: true });
    expect(freshnessOf(events, { isAtSea: false, isOver: false }, at(49)).isStale).toBe(false);
    expect(freshnessOf(events, { isAtSea: true, isOver: true }, at(999)).isStale).toBe(false);
    expect(freshnessOf([], sea, at(999))).toEqual({ lastReportedAt: null, isStale: false });
  });
});

describe('The arrival that past voyages foretell', () => {
  it('is the departure and their median', () => {
    const transits = [30, 28, 40].map((days) => days * 24 * HOUR);
    expect(predictArrival({ at: T0, basis: 'actual' }, transits)).toEqual({
      at: at(30 * 24),
      departure: 'actual',
      samples: 3,
      medianHours: 720,
      shortestHours: 672,
      longestHours: 960,
    });
    expect(medianOf([1, 2, 4, 9])).toBe(3);
  });

  it('is none where too few are known, or no departure', () => {
    expect(predictArrival({ at: T0, basis: 'planned' }, [HOUR, HOUR])).toBeNull();
    expect(predictArrival(null, [HOUR, HOUR, HOUR])).toBeNull();
  });

  it('lies between the shortest and the longest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 ** 10 }), { minLength: 3, maxLength: 50 }), (transits) => {
        const took = (predictArrival({ at: T0, basis: 'actual' }, transits)?.at.getTime() ?? 0) - T0.getTime();
        expect(took).toBeGreaterThanOrEqual(Math.min(...transits));
        expect(took).toBeLessThanOrEqual(Math.max(...transits));
      }),
    );
  });
});

const TERMS = {
  freeDays: 5,
  tiers: [
    { fromDay: 1, perDay: '60' },
    { fromDay: 6, perDay: '120' },
  ],
};

describe('Free time', () => {
  it.each([
    // started, ended, asOf, used, left, charged, amount
    ['2026-12-01', null, '2026-12-01', 0, 5, 0, '0.00'],
    ['2026-12-01', null, '2026-12-06', 5, 0, 0, '0.00'],
    ['2026-12-01', '2026-12-09', '2026-12-31', 8, 0, 3, '180.00'],
    ['2026-12-01', '2026-12-13', '2026-12-31', 12, 0, 7, '540.00'],
    ['2026-12-01', null, '2026-11-20', 0, 5, 0, '0.00'],
  ])('from %s to %s, as of %s: %i days used, %i left, %i charged', (started, ended, asOf, used, left, days, amount) => {
    const clock = freeTimeClock(TERMS, started, ended, asOf);
    expect(clock).toMatchObject({ daysUsed: used, daysLeft: left, chargeableDays: days, amount });
    expect(clock.freeUntil).toBe('2026-12-06');
  });

  it('never costs less for a day more', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), (days) => {
        const ends = (count: number): string => new Date(Date.UTC(2026, 11, 1 + count)).toISOString().slice(0, 10);
        const cost = (count: number): number =>
          Number(freeTimeClock(TERMS, '2026-12-01', ends(count), '2027-12-31').amount);
        expect(cost(days + 1)).toBeGreaterThanOrEqual(cost(days));
      }),
    );
  });

  it('goes by the tariff of the country on the day; detention begins when the box leaves', () => {
    const tariff = freeTimeTariff('US', '2026-12-01');
    expect(tariff?.demurrage.freeDays).toBe(4);
    expect(freeTimeTariff('US', '2025-12-31')).toBeNull();
    if (tariff === null) return;
    const box = { discharged: '2026-12-01', left: null, returned: null };
    expect(boxFreeTime(tariff, box, '2026-12-03')).toMatchObject({ demurrage: { daysUsed: 2 }, detention: null });
    const out = { discharged: '2026-12-01', left: '2026-12-03', returned: '2026-12-10' };
    expect(boxFreeTime(tariff, out, '2026-12-31').detention).toMatchObject({ chargeableDays: 3, amount: '300.00' });
  });
});
