import { Decimal } from '../../kernel/decimal.js';
import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.js';

/** What a day costs from a day of the clock on. */
export interface FreeTimeTier {
  /** First chargeable day that it is of, from 1. */
  readonly fromDay: number;
  readonly perDay: string;
}

/** Demurrage: full box at the terminal. Detention: the box with the consignee. */
export interface FreeTimeTerms {
  readonly freeDays: number;
  readonly tiers: readonly FreeTimeTier[];
}

export interface FreeTimeTariff {
  readonly validFrom: LocalDate;
  readonly source: string;
  readonly currency: string;
  readonly demurrage: FreeTimeTerms;
  readonly detention: FreeTimeTerms;
}

const SOURCE = 'platform sample tariff';
const USD = 'USD';

/**
 * A tariff of our own making, of a plausible order of size, and nobody's offer; by country of the port of discharge, the
 * newest that holds on the day of discharge. `*` is everywhere else.
 */
const TARIFFS: Readonly<Record<string, readonly FreeTimeTariff[]>> = {
  '*': [
    {
      ...{ validFrom: '2026-01-01', source: `${SOURCE} 2026`, currency: USD },
      demurrage: { freeDays: 5, tiers: tiers('60', '120') },
      detention: { freeDays: 7, tiers: tiers('30', '60') },
    },
  ],
  US: [
    {
      ...{ validFrom: '2026-01-01', source: `${SOURCE} 2026`, currency: USD },
      demurrage: { freeDays: 4, tiers: tiers('150', '300') },
      detention: { freeDays: 4, tiers: tiers('100', '200') },
    },
  ],
};

function tiers(first: string, later: string): FreeTimeTier[] {
  return [
    { fromDay: 1, perDay: first },
    { fromDay: 6, perDay: later },
  ];
}

/** @returns null where no tariff holds on that day */
export function freeTimeTariff(country: string, on: LocalDate): FreeTimeTariff | null {
  const listed = TARIFFS[country] ?? TARIFFS['*'] ?? [];
  const holding = listed.filter(({ validFrom }) => validFrom <= on);
  return holding.sort((left, right) => right.validFrom.localeCompare(left.validFrom))[0] ?? null;
}

/** A clock of calendar days: from the day after it starts to the day on which it ends, both counted. */
export interface FreeTimeClock {
  readonly startsOn: LocalDate;
  /** Null while it runs. */
  readonly endedOn: LocalDate | null;
  /** Last day that costs nothing. */
  readonly freeUntil: LocalDate;
  readonly daysUsed: number;
  readonly daysLeft: number;
  readonly chargeableDays: number;
  readonly amount: string;
}

/**
 * How long a box has stood, and what that costs.
 * @param startedOn the day on which it was discharged, or left the terminal
 * @param asOf today at the port, where the clock still runs
 * @example discharged on the 1st, five days free, out on the 9th: free until the 6th, three days charged
 */
export function freeTimeClock(
  terms: FreeTimeTerms,
  startedOn: LocalDate,
  endedOn: LocalDate | null,
  asOf: LocalDate,
): FreeTimeClock {
  const until = endedOn ?? asOf;
  const daysUsed = Math.max(0, daysBetween(startedOn, until));
  const chargeableDays = Math.max(0, daysUsed - terms.freeDays);
  return {
    startsOn: addDays(startedOn, 1),
    endedOn,
    freeUntil: addDays(startedOn, terms.freeDays),
    daysUsed,
    daysLeft: Math.max(0, terms.freeDays - daysUsed),
    chargeableDays,
    amount: charged(terms.tiers, chargeableDays).toFixed(2),
  };
}

function charged(steps: readonly FreeTimeTier[], days: number): Decimal {
  return steps.reduce((sum, { fromDay, perDay }, index) => {
    const next = steps[index + 1]?.fromDay ?? Number.MAX_SAFE_INTEGER;
    const count = Math.max(0, Math.min(days, next - 1) - (fromDay - 1));
    return sum.plus(new Decimal(perDay).times(count));
  }, new Decimal(0));
}

/** What happened to one box at the port of discharge, in days of its clock. */
export interface BoxDays {
  readonly discharged: LocalDate;
  readonly left: LocalDate | null;
  readonly returned: LocalDate | null;
}

export interface BoxFreeTime {
  readonly demurrage: FreeTimeClock;
  /** Null until the box has left the terminal. */
  readonly detention: FreeTimeClock | null;
}

export function boxFreeTime({ demurrage, detention }: FreeTimeTariff, box: BoxDays, asOf: LocalDate): BoxFreeTime {
  return {
    demurrage: freeTimeClock(demurrage, box.discharged, box.left, asOf),
    detention: box.left === null ? null : freeTimeClock(detention, box.left, box.returned, asOf),
  };
}
