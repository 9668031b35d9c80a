import { type Classifier } from './transport-event.js';

/** The source of what the carrier itself tells; nobody else may be called so. */
export const CARRIER = 'carrier';

const HOUR_MS = 3_600_000;
/** Two clocks that differ by less tell of the same thing. */
const SAME_MS = HOUR_MS;
/** News are old after this: at sea a ship is heard of daily, ashore boxes stand. */
const STALE_AT_SEA_MS = 48 * HOUR_MS;
const STALE_ASHORE_MS = 7 * 24 * HOUR_MS;
/** Fewer voyages say nothing of the next. */
export const SAMPLES_MIN = 3;

/** One event, whoever told it. */
export interface TrackedEvent {
  readonly eventId: string;
  readonly source: string;
  readonly classifier: Classifier;
  readonly code: string;
  readonly location: string | null;
  readonly equipmentReference: string | null;
  readonly at: Date;
  readonly localTime: string;
  readonly reportedAt: Date;
  readonly isRetracted: boolean;
}

/** A time, and who told it. */
export interface ToldTime {
  readonly source: string;
  readonly at: Date;
  readonly localTime: string;
  readonly reportedAt: Date;
}

/** One thing that happens to the shipment once, in every time that was told of it. */
export interface Stage {
  readonly code: string;
  readonly location: string | null;
  readonly equipmentReference: string | null;
  readonly planned: ToldTime | null;
  readonly estimated: ToldTime | null;
  readonly actual: ToldTime | null;
  /** What sources last said of when it happened, where they differ. */
  readonly contradictions: readonly ToldTime[];
}

/**
 * What happens to a shipment, in the order of its times. Planned, estimated and actual stand side by side; of each the
 * carrier's newest word counts, or the newest of others where the carrier has said nothing. What was taken back is gone.
 */
export function stagesOf(events: readonly TrackedEvent[]): Stage[] {
  const standing = events.filter(({ isRetracted }) => !isRetracted);
  const groups = Map.groupBy(standing, (event) =>
    JSON.stringify([event.code, event.location, event.equipmentReference]),
  );
  return [...groups.values()].flatMap(stageOf).sort((left, right) => timeOf(left) - timeOf(right));
}

function stageOf(events: readonly TrackedEvent[]): Stage[] {
  const [first] = events;
  if (first === undefined) return [];
  const { code, location, equipmentReference } = first;
  const of = (classifier: Classifier): TrackedEvent[] => events.filter((event) => event.classifier === classifier);
  return [
    {
      ...{ code, location, equipmentReference },
      planned: bestOf(of('PLN')),
      estimated: bestOf(of('EST')),
      actual: bestOf(of('ACT')),
      contradictions: contradictionsOf(of('ACT')),
    },
  ];
}

function bestOf(events: readonly TrackedEvent[]): ToldTime | null {
  const carrier = events.filter(({ source }) => source === CARRIER);
  return newestOf(carrier.length > 0 ? carrier : events);
}

function newestOf(events: readonly TrackedEvent[]): ToldTime | null {
  const [newest] = [...events].sort((left, right) => right.reportedAt.getTime() - left.reportedAt.getTime());
  return newest === undefined ? null : toldBy(newest);
}

function toldBy({ source, at, localTime, reportedAt }: TrackedEvent): ToldTime {
  return { source, at, localTime, reportedAt };
}

function contradictionsOf(events: readonly TrackedEvent[]): ToldTime[] {
  const last = [...Map.groupBy(events, ({ source }) => source).values()]
    .map(newestOf)
    .filter((time) => time !== null)
    .sort((left, right) => left.at.getTime() - right.at.getTime());
  const [first] = last;
  const final = last.at(-1);
  if (first === undefined || final === undefined) return [];
  return final.at.getTime() - first.at.getTime() > SAME_MS ? last : [];
}

function timeOf({ actual, estimated, planned }: Stage): number {
  return (actual ?? estimated ?? planned)?.at.getTime() ?? 0;
}

export interface Freshness {
  readonly lastReportedAt: Date | null;
  readonly isStale: boolean;
}

/** How old the last word is, and whether another should have come. */
export function freshnessOf(
  events: readonly TrackedEvent[],
  { isAtSea, isOver }: { readonly isAtSea: boolean; readonly isOver: boolean },
  now: Date,
): Freshness {
  const times = events.map(({ reportedAt }) => reportedAt.getTime());
  const last = times.length === 0 ? null : Math.max(...times);
  const limit = isAtSea ? STALE_AT_SEA_MS : STALE_ASHORE_MS;
  return {
    lastReportedAt: last === null ? null : new Date(last),
    isStale: !isOver && last !== null && now.getTime() - last > limit,
  };
}

export interface Prediction {
  readonly at: Date;
  readonly departure: 'actual' | 'estimated' | 'planned';
  readonly samples: number;
  readonly medianHours: number;
  readonly shortestHours: number;
  readonly longestHours: number;
}

/**
 * When it will arrive, by how long our own past voyages of the lane took: the departure and their median.
 * @param transitsMs of past voyages, actual departure to actual arrival
 * @returns null where there are fewer than three, or no departure is known
 */
export function predictArrival(
  departure: { readonly at: Date; readonly basis: Prediction['departure'] } | null,
  transitsMs: readonly number[],
): Prediction | null {
  if (departure === null || transitsMs.length < SAMPLES_MIN) return null;
  const sorted = [...transitsMs].sort((left, right) => left - right);
  const median = medianOf(sorted);
  const hours = (ms: number | undefined): number => Math.round(((ms ?? 0) / HOUR_MS) * 10) / 10;
  return {
    at: new Date(departure.at.getTime() + median),
    departure: departure.basis,
    samples: sorted.length,
    medianHours: hours(median),
    shortestHours: hours(sorted[0]),
    longestHours: hours(sorted.at(-1)),
  };
}

/** The middle one; of an even count the mean of the two, in whole milliseconds. */
export function medianOf(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[half - 1] ?? upper) + upper) / 2);
}
