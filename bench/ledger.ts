import pg from 'pg';
import { type DataSource } from 'typeorm';

import {
  type Bench,
  type BenchResult,
  type BenchServices,
  compare,
  type Comparison,
  inLanes,
  rateOf,
  rateRows,
  rounded,
  type Side,
} from './harness.js';
import { type LedgerEntry } from '../src/ledger/index.js';
import { outliveConnections } from '../src/platform/database/lost-connection.js';
import { LedgerBooks } from './ledger-books.js';
import { type Legs, LedgerYardstick } from './yardsticks/ledger.js';

const ACCOUNTS = 100;
/** Enough that no account runs dry: what is measured is the posting, not the refusing. */
const FUNDS_MINOR = 1_000_000_000n;
/** Who ask at the same time, and the connections they share; the same for every side. */
const LANES = 64;
const CONNECTIONS = 12;

interface Load {
  readonly what: string;
  readonly transfers: number;
  /** The legs of transfer `n`; the same on every side. */
  readonly legs: (n: number) => Legs;
}

const LOADS = {
  two: { what: 'two postings', transfers: 2_000, legs: (n) => pairs(n, 1) },
  six: { what: 'six postings', transfers: 1_000, legs: (n) => pairs(n, 3) },
  hot: { what: 'one hot account', transfers: 2_000, legs: hotPair },
} as const satisfies Readonly<Record<string, Load>>;

/**
 * Transfers of two and of six postings over 100 floored accounts, and all on one of them; beside the same rows by one
 * hand-written statement each, and by functions in the manner of pgledger.
 */
export const ledgerBench: Bench = {
  name: 'ledger',
  async run(given): Promise<BenchResult> {
    const admin = new pg.Client({ connectionString: given.database.adminUrl });
    await admin.connect();
    const pool = new pg.Pool({
      connectionString: given.database.appUrl,
      max: CONNECTIONS,
      pipeline: true,
    });
    outliveConnections(pool);
    const dataSource = await LedgerBooks.connect(given, CONNECTIONS);
    try {
      await LedgerYardstick.createTables(admin);
      const measure = async (load: Load): Promise<Comparison> =>
        compare(await sides(given, { admin, pool, dataSource }, load));
      return result(await measure(LOADS.two), await measure(LOADS.six), await measure(LOADS.hot));
    } finally {
      await dataSource.destroy();
      await pool.end();
      await admin.end();
    }
  },
};

function result(two: Comparison, six: Comparison, hot: Comparison): BenchResult {
  // Like beside like: what stands alone beside a statement that does, what shares a transaction beside one that does.
  const alone = (comparison: Comparison) => comparison.ratio('queued', 'statement');
  const inside = (comparison: Comparison) => comparison.ratio('in transaction', 'statement in transaction');
  const figures = {
    ours: rateOf(two, 'queued'),
    limit: rateOf(two, 'statement'),
    ratio: rounded(Math.min(alone(two), alone(six), inside(two), inside(six))),
    twoAlone: rounded(alone(two)),
    sixAlone: rounded(alone(six)),
    twoInTransaction: rounded(inside(two)),
    sixInTransaction: rounded(inside(six)),
    // On one floored account, in checked batches, against row locks at their best.
    hotRatio: rounded(alone(hot)),
    hotInTransaction: rounded(inside(hot)),
    overPgledgerLike: rounded(Math.min(two.ratio('queued', 'pgledger-like'), six.ratio('queued', 'pgledger-like'))),
  };
  const table = [
    ...rateRows(LOADS.two.what, two, 'statement'),
    ...rateRows(LOADS.six.what, six, 'statement'),
    ...rateRows(LOADS.hot.what, hot, 'statement'),
  ];
  return { table, figures };
}

interface Connections {
  readonly admin: pg.Client;
  readonly pool: pg.Pool;
  readonly dataSource: DataSource;
}

async function sides(given: BenchServices, { admin, pool, dataSource }: Connections, load: Load): Promise<Side[]> {
  const size = { accounts: ACCOUNTS, fundsMinor: FUNDS_MINOR };
  const inTransaction = await LedgerBooks.open(dataSource, given, size);
  const queued = await LedgerBooks.open(dataSource, given, size);
  const statement = await LedgerYardstick.open(admin, pool, 'one-statement', size);
  const inside = await LedgerYardstick.open(admin, pool, 'one-statement', size);
  const pgledgerLike = await LedgerYardstick.open(admin, pool, 'pgledger-like', size);
  const ours = (name: string, books: LedgerBooks, post: (entry: LedgerEntry) => Promise<string>) =>
    side(name, load, admin, { post: (key, legs) => post(books.entry(key, legs)), proof: () => books.proof(admin) });
  const theirs = (name: string, yardstick: LedgerYardstick, post: (key: string, legs: Legs) => Promise<void>) =>
    side(name, load, admin, { post, proof: () => yardstick.proof(admin) });
  return [
    ours('queued', queued, (entry) => queued.queued(entry)),
    ours('in transaction', inTransaction, (entry) => inTransaction.inTransaction(entry)),
    theirs('statement', statement, (key, legs) => statement.post(key, legs)),
    theirs('statement in transaction', inside, (key, legs) => inside.postInTransaction(key, legs)),
    theirs('pgledger-like', pgledgerLike, (key, legs) => pgledgerLike.post(key, legs)),
  ];
}

interface Way {
  readonly post: (key: string, legs: Legs) => Promise<unknown>;
  readonly proof: () => Promise<Record<string, string | number>>;
}

function side(name: string, { transfers, legs }: Load, admin: pg.Client, { post, proof }: Way): Side {
  return {
    name,
    // As autovacuum would have it in a database that has lived a while.
    async prepare() {
      await admin.query('ANALYZE');
    },
    async run(round) {
      await inLanes(transfers, LANES, (index) => post(`${round}:${index}`, legs(round * transfers + index)));
      return transfers;
    },
    prove: proof,
  };
}

/** `count` payments, each from one account to another. */
function pairs(n: number, count: number): Legs {
  return Array.from({ length: count }, (_, place) => {
    const seed = n * count + place;
    const from = scattered(seed, ACCOUNTS);
    const to = (from + 1 + scattered(seed + 7_919, ACCOUNTS - 1)) % ACCOUNTS;
    const minor = BigInt(1 + scattered(seed + 104_729, 9_999));
    return [[from, minor] as const, [to, -minor] as const];
  }).flat();
}

/** Account 0 pays out or takes in by turns; it is in every transfer. */
function hotPair(n: number): Legs {
  const other = 1 + scattered(n, ACCOUNTS - 1);
  const minor = BigInt(1 + scattered(n + 104_729, 9_999)) * (n % 2 === 0 ? 1n : -1n);
  return [
    [0, minor],
    [other, -minor],
  ];
}

/** A number from 0 to below `limit` that looks random and is the same in every run (Knuth's multiplicative hash). */
function scattered(n: number, limit: number): number {
  return (Math.imul(n + 1, 2_654_435_761) >>> 8) % limit;
}
