import pg from 'pg';
import { type DataSource } from 'typeorm';

import {
  type Bench,
  type BenchResult,
  type BenchServices,
  compare,
  type Comparison,
  inLanes,
  rateRows,
  rounded,
  type Side,
} from './harness.js';
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
  two: { what: 'two postings', transfers: 3_000, legs: (n) => pairs(n, 1) },
  six: { what: 'six postings', transfers: 1_500, legs: (n) => pairs(n, 3) },
  hot: { what: 'one hot account', transfers: 3_000, legs: hotPair },
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
    const pool = new pg.Pool({ connectionString: given.database.appUrl, max: CONNECTIONS });
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
  const limit = 'one statement';
  const figures = {
    // Booked in a business transaction, as nearly all entries are: the harder of the two sizes.
    ratio: rounded(Math.min(two.ratio('in transaction', limit), six.ratio('in transaction', limit))),
    two: rounded(two.ratio('in transaction', limit)),
    six: rounded(six.ratio('in transaction', limit)),
    twoQueued: rounded(two.ratio('queued', limit)),
    sixQueued: rounded(six.ratio('queued', limit)),
    // Stand-alone transfers on one account, against row locks at their best.
    hotRatio: rounded(hot.ratio('queued', limit)),
    hotInTransaction: rounded(hot.ratio('in transaction', limit)),
    overPgledgerLike: rounded(two.ratio('in transaction', 'pgledger-like')),
  };
  const table = [
    ...rateRows(LOADS.two.what, two, limit),
    ...rateRows(LOADS.six.what, six, limit),
    ...rateRows(LOADS.hot.what, hot, limit),
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
  const oneStatement = await LedgerYardstick.open(admin, pool, 'one-statement', size);
  const pgledgerLike = await LedgerYardstick.open(admin, pool, 'pgledger-like', size);
  return [
    side(
      'in transaction',
      load,
      (key, legs) => inTransaction.inTransaction(inTransaction.entry(key, legs)),
      () => inTransaction.proof(admin),
      admin,
    ),
    side(
      'queued',
      load,
      (key, legs) => queued.queued(queued.entry(key, legs)),
      () => queued.proof(admin),
      admin,
    ),
    side(
      'one statement',
      load,
      (key, legs) => oneStatement.post(key, legs),
      () => oneStatement.proof(admin),
      admin,
    ),
    side(
      'pgledger-like',
      load,
      (key, legs) => pgledgerLike.post(key, legs),
      () => pgledgerLike.proof(admin),
      admin,
    ),
  ];
}

function side(
  name: string,
  { transfers, legs }: Load,
  post: (key: string, legs: Legs) => Promise<unknown>,
  prove: () => Promise<Record<string, string | number>>,
  admin: pg.Client,
): Side {
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
    prove,
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
