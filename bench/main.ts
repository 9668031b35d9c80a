import { accrualBench } from './accrual.js';
import { apiBench } from './api.js';
import { type Bench, log, withServices } from './harness.js';
import { journeyBench } from './journey.js';
import { ledgerBench } from './ledger.js';
import { matchingBench } from './matching.js';
import { parcelsBench } from './parcels.js';
import { quotesBench } from './quotes.js';
import { quotesRaceBench } from './quotes-race.js';
import { refundMatchBench } from './refund-match.js';
import { waterfallBench } from './waterfall.js';
import { webhooksBench } from './webhooks.js';

/** Every bench, in the order in which `npm run bench` runs them. */
const BENCHES: readonly Bench[] = [
  accrualBench,
  apiBench,
  journeyBench,
  ledgerBench,
  matchingBench,
  parcelsBench,
  quotesBench,
  quotesRaceBench,
  refundMatchBench,
  waterfallBench,
  webhooksBench,
];

/**
 * `npm run bench` runs all, `npm run bench -- NAME …` some. Each prints a table and, last, one JSON line. Load stays on
 * loopback; a bench is bounded in count and time.
 */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    throw new Error(`No bench ${unknown.join(', ')}; there is: ${BENCHES.map(({ name }) => name).join(', ')}`);
  }
  for (const bench of BENCHES.filter(({ name }) => names.length === 0 || names.includes(name))) {
    log(`bench ${bench.name}`);
    const { table, figures } = await withServices((given) => bench.run(given));
    console.table(table);
    process.stdout.write(`${JSON.stringify({ bench: bench.name, ...figures })}\n`);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
