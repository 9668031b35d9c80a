import pg from 'pg';
import { type DataSource } from 'typeorm';

import { Comparisons, type ComparisonRequest } from '../src/freight/application/comparisons.service.js';
import { LaneFinder } from '../src/freight/application/lane-finder.js';
import { PlaceBook } from '../src/freight/application/place-book.js';
import { Rates } from '../src/freight/application/rates.service.js';
import { PublishedExchange } from '../src/fx/application/rates/published-exchange.js';
import { ReferenceRates } from '../src/fx/application/rates/reference-rates.js';
import { SystemClock } from '../src/kernel/clock.js';
import { Decimal } from '../src/kernel/decimal.js';
import { type LocalDate } from '../src/kernel/local-date.js';
import { type View } from '../src/platform/database/session.js';
import { OutboxSignal, UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { createTenant } from '../src/platform/operations/create-tenant.js';
import {
  type Bench,
  type BenchResult,
  type BenchServices,
  compare,
  type Comparison,
  inLanes,
  log,
  rateOf,
  rateRows,
  rounded,
  type Side,
} from './harness.js';
import { LedgerBooks } from './ledger-books.js';
import { SELECT_RATES } from './yardsticks/quotes.js';

/** Rows of the tenant's own; `BENCH_RATES` names another number. */
const ROWS = Number(process.env['BENCH_RATES'] ?? '100000');
const QUOTES = 300;
/** Who ask at the same time, and the connections they share; the same for both sides. */
const LANES = 4;
const CONNECTIONS = 4;
const ORIGINS = ['CNNGB', 'CNSHA', 'CNSZX', 'CNTAO', 'CNXMN'];
const DESTINATIONS = ['DEHAM', 'NLRTM', 'USLAX', 'GBFXT', 'FRLEH', 'JPTYO', 'AUSYD', 'USNYC'];

/** Rows like a tenant's: every mode, lanes between five hundred places and as many, with breaks. */
const FILL = `
  INSERT INTO freight.rate (tenant_id, id, mode, code, name, basis, port_of_loading, port_of_discharge, size_type, from_kg,
                            price_minor, price_currency, percent_of, payer, position, valid_from, source, created_at, updated_at)
  SELECT $1, gen_random_uuid(), m.mode, m.code, 'Freight', m.basis,
         'CN' || chr(65 + n % 26) || chr(65 + n / 26 % 26) || chr(65 + n / 676 % 5),
         (ARRAY['DE', 'US', 'NL', 'GB', 'FR'])[1 + n % 5] || chr(65 + n / 7 % 26) || chr(65 + n / 31 % 26) || 'Q',
         CASE WHEN m.mode = 'fcl' THEN '22G1' END, CASE WHEN m.basis = 'per_kg' THEN (n % 6) * 45 END,
         1000 + n % 5000, 'USD', '{}', 'prepaid', 10, '2026-01-01', 'bench', now(), now()
  FROM generate_series(1, $2) AS n
  JOIN (VALUES (0, 'fcl', 'OCEAN', 'per_container'), (1, 'lcl', 'OCEAN', 'per_revenue_ton'), (2, 'air', 'FREIGHT', 'per_kg'),
               (3, 'express', 'FREIGHT', 'per_kg')) AS m (nth, mode, code, basis) ON m.nth = n % 4`;

/** What both sides are asked, the same for the same number. */
function requestOf(number: number): ComparisonRequest {
  const decimal = (value: number): Decimal => new Decimal(value);
  const pieces = [0, 1].map((line) => ({
    count: 5 + ((number * 7 + line * 11) % 40),
    lengthCm: decimal(40 + (number % 30)),
    widthCm: decimal(30 + (number % 20)),
    heightCm: decimal(25 + line * 10),
    weightKg: decimal(4 + ((number * 3 + line) % 12)),
    stackable: true,
  }));
  return {
    origin: ORIGINS[number % ORIGINS.length] ?? 'CNNGB',
    destination: DESTINATIONS[number % DESTINATIONS.length] ?? 'DEHAM',
    readyOn: '2027-03-01',
    pieces,
    nature: { unNumber: null, batteries: null },
    incoterm: 'DAP',
    goodsValue: null,
    storageDays: 30,
    units: null,
    currency: 'CNY',
    ranking: 'weighted',
    costWeight: new Decimal('0.5'),
    exchangeRates: ['USD', 'EUR', 'GBP', 'JPY', 'AUD'].map((currency) => ({ currency, rate: new Decimal('7.1') })),
  };
}

/** Listens to what is asked for, so that the yardstick is asked the very same. */
class HeardRates extends Rates {
  rows = 0;
  asked: { readonly keys: readonly string[]; readonly from: LocalDate; readonly to: LocalDate } | null = null;

  override async forLanes(view: View, keys: readonly string[], from: LocalDate, to: LocalDate) {
    const found = await super.forLanes(view, keys, from, to);
    this.asked = { keys, from, to };
    this.rows += found.length;
    return found;
  }
}

/**
 * Shipments priced by every way of carriage over 100,000 rates of the tenant's own and those of the platform, as the use case is
 * called: places, gateways, rates, boxes, weights, charges, sums, emissions, order. In turns with it the selection of the very
 * same rates by one hand-written statement, which does nothing with them.
 */
export const quotesBench: Bench = {
  name: 'quotes',
  async run(given): Promise<BenchResult> {
    const admin = new pg.Client({ connectionString: given.database.adminUrl });
    await admin.connect();
    const dataSource = await LedgerBooks.connect(given, CONNECTIONS);
    try {
      const { tenantId } = await createTenant(given.database.adminUrl, { name: 'Bench', livemode: false });
      await admin.query(FILL, [tenantId, ROWS]);
      await admin.query('ANALYZE freight.rate');
      log(`  ${ROWS} rates`);
      return await measure(given, dataSource, tenantId);
    } finally {
      await dataSource.destroy();
      await admin.end();
    }
  },
};

async function measure({ database }: BenchServices, dataSource: DataSource, tenantId: string): Promise<BenchResult> {
  const clock = new SystemClock();
  const unitOfWork = new UnitOfWork(dataSource, clock, new OutboxSignal());
  const caller = { tenantId, actor: 'bench', traceparent: null };
  const rates = new HeardRates();
  const places = new PlaceBook(clock);
  const exchange = new PublishedExchange(new ReferenceRates());
  const comparisons = new Comparisons(places, new LaneFinder(places, rates), exchange);
  const quote = (number: number) =>
    unitOfWork.read(caller, (view) => comparisons.compare(view, requestOf(number), clock.now()));

  const questions: NonNullable<HeardRates['asked']>[] = [];
  for (let number = 0; number < QUOTES; number += 1) {
    const { offers } = await quote(number);
    if (offers.length < 4 || rates.asked === null) throw new Error(`Quote ${number} has ${offers.length} offers`);
    questions.push(rates.asked);
  }
  const pool = new pg.Pool({ connectionString: database.appUrl, max: CONNECTIONS });
  const times: number[] = [];
  try {
    const sides = [ourSide(rates, quote, times), new Yardstick(pool, tenantId, questions)];
    return resultOf(await compare(sides), times);
  } finally {
    await pool.end();
  }
}

function ourSide(rates: HeardRates, quote: (number: number) => Promise<object>, times: number[]): Side {
  return {
    name: 'ours',
    prepare() {
      rates.rows = 0;
      return Promise.resolve();
    },
    async run() {
      await inLanes(QUOTES, LANES, async (number) => {
        const begun = performance.now();
        await quote(number);
        times.push(performance.now() - begun);
      });
      return QUOTES;
    },
    prove: () => Promise.resolve({ rows: rates.rows }),
  };
}

class Yardstick implements Side {
  readonly name = 'statement';
  private rows = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly tenantId: string,
    private readonly questions: readonly NonNullable<HeardRates['asked']>[],
  ) {}

  async run(): Promise<number> {
    this.rows = 0;
    await inLanes(QUOTES, LANES, async (number) => {
      const asked = this.questions[number];
      if (asked === undefined) throw new Error('Nobody asked that');
      const rows = await this.select([this.tenantId, asked.keys, asked.from, asked.to]);
      this.rows += rows;
    });
    return QUOTES;
  }

  prove(): Promise<Record<string, number>> {
    return Promise.resolve({ rows: this.rows });
  }

  private async select(values: readonly unknown[]): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query({
        name: 'tenant',
        text: `SELECT set_config('app.tenant', $1, false)`,
        values: [this.tenantId],
      });
      const { rows } = await client.query({ name: 'rates', text: SELECT_RATES, values: [...values] });
      return rows.length;
    } finally {
      client.release();
    }
  }
}

function resultOf(comparison: Comparison, times: readonly number[]): BenchResult {
  const sorted = times.toSorted((left, right) => left - right);
  const figures = {
    ours: rateOf(comparison, 'ours'),
    limit: rateOf(comparison, 'statement'),
    ratio: rounded(comparison.ratio('ours', 'statement')),
    p95Ms: rounded(sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN),
    rates: ROWS,
  };
  return { table: rateRows('all ways of carriage', comparison, 'statement'), figures };
}
