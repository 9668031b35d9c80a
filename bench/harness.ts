import {
  dropDatabase,
  prepareDatabase,
  type PreparedDatabase,
  type Services,
  startServices,
} from '../scripts/services/index.js';

/** Fewer alternating rounds than this say nothing about the spread. */
export const ROUNDS_MIN = 5;

/** What a bench gets to work with: a migrated database of its own, on a server that waits for the disk, and the queues. */
export interface BenchServices {
  readonly services: Services;
  readonly database: PreparedDatabase;
}

/** What one side did in one round: so many units of work, and what there is to show for it. */
export interface Work {
  /** Transfers, orders, deliveries: whatever the bench counts. */
  readonly units: number;
  /**
   * What both sides must have in common after the round: row counts, sums, checksums. Read from where the work ended
   * up, not from what was asked for.
   */
  readonly proof: Readonly<Record<string, string | number>>;
}

/** One way to do the work: ours, or a yardstick. */
export interface Side {
  readonly name: string;
  /** Brought about before the clock starts: empty tables, fresh inputs. */
  prepare?(round: number): Promise<void>;
  /** The timed part. @returns units done */
  run(round: number): Promise<number>;
  /** After the clock has stopped: counts what is there. */
  prove?(round: number): Promise<Work['proof']>;
}

/** Units per second of one side: the median of all rounds, and how far they lie apart. */
export interface Rate {
  readonly name: string;
  readonly median: number;
  /** (highest − lowest) ÷ median of the rounds. */
  readonly spread: number;
  readonly samples: readonly number[];
}

export interface Comparison {
  readonly rates: readonly Rate[];
  /** Median over the rounds of (left's rate ÷ right's rate in the same round). */
  readonly ratio: (left: string, right: string) => number;
}

/** One table line of a result, printed for people. */
export type TableRow = Readonly<Record<string, string | number>>;

/**
 * The last line of a bench, for programs: `ours` and `limit` are units per second of us and of the yardstick, for the
 * curious; `ratio` and its kin are what counts.
 */
export interface Figures {
  readonly ours: number;
  readonly limit: number | null;
  readonly ratio: number;
  readonly [figure: string]: number | string | null;
}

export interface BenchResult {
  readonly table: readonly TableRow[];
  readonly figures: Figures;
}

/** `bench/<name>.ts` exports one of these, and `bench/main.ts` lists it. */
export interface Bench {
  readonly name: string;
  run(given: BenchServices): Promise<BenchResult>;
}

/** Brings up what a bench stands on, and takes it down whatever happens. */
export async function withServices<Result>(work: (given: BenchServices) => Promise<Result>): Promise<Result> {
  const services = await startServices({ durable: true, log });
  const name = `entrepot_bench_${process.pid}`;
  try {
    const database = await prepareDatabase(services.adminUrl, name);
    try {
      return await work({ services, database });
    } finally {
      if (services.postgres === null) await dropDatabase(services.adminUrl, name);
    }
  } finally {
    await services.stop();
  }
}

/**
 * Lets the sides take turns: one round to warm up that does not count, then `rounds` that do, each side leading in
 * every other one. @throws Error when a round's proofs differ, because then the sides did not do the same work
 */
export async function compare(sides: readonly Side[], rounds = ROUNDS_MIN): Promise<Comparison> {
  if (rounds < ROUNDS_MIN) throw new Error(`A comparison needs at least ${ROUNDS_MIN} rounds`);
  const samples = new Map<string, number[]>(sides.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const proofs: { readonly name: string; readonly proof: string }[] = [];
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      const { rate, work } = await timed(side, round);
      if (round > 0) samples.get(side.name)?.push(rate);
      proofs.push({ name: side.name, proof: JSON.stringify({ units: work.units, ...work.proof }) });
    }
    const [first] = proofs;
    const other = proofs.find(({ proof }) => proof !== first?.proof);
    if (first !== undefined && other !== undefined) {
      throw new Error(`Not the same work: ${first.name} ${first.proof}, ${other.name} ${other.proof}`);
    }
  }
  const ratio = (left: string, right: string): number => {
    const denominators = samples.get(right) ?? [];
    return median((samples.get(left) ?? []).map((rate, index) => rate / (denominators[index] ?? Number.NaN)));
  };
  return { rates: [...samples].map(([name, rates]) => summary(name, rates)), ratio };
}

async function timed(side: Side, round: number): Promise<{ rate: number; work: Work }> {
  await side.prepare?.(round);
  const start = performance.now();
  const units = await side.run(round);
  const seconds = (performance.now() - start) / 1_000;
  const proof = (await side.prove?.(round)) ?? {};
  return { rate: units / seconds, work: { units, proof } };
}

/** Runs `count` pieces of work, `lanes` of them at any time. */
export async function inLanes(count: number, lanes: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      await work(index);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function summary(name: string, samples: readonly number[]): Rate {
  const middle = median(samples);
  return { name, median: middle, spread: (Math.max(...samples) - Math.min(...samples)) / middle, samples };
}

/** Three significant digits: more would pretend. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** Units per second of one side. */
export function rateOf({ rates }: Comparison, name: string): number {
  return rounded(rates.find((rate) => rate.name === name)?.median ?? Number.NaN);
}

/** Table lines of a comparison: rate, spread, and the ratio to a yardstick. */
export function rateRows(what: string, { rates, ratio }: Comparison, yardstick: string): TableRow[] {
  return rates.map(({ name, median: perSecond, spread }) => ({
    what,
    side: name,
    perSecond: Math.round(perSecond),
    spread: `${Math.round(spread * 100)} %`,
    [`over ${yardstick}`]: rounded(ratio(name, yardstick)),
  }));
}

export function log(line: string): void {
  process.stderr.write(`${line}\n`);
}
