/**
 * `npm run demo`: brings everything up, plays export orders through the whole platform, tells what happens, proves the
 * books, and stays up until Ctrl-C; with `--once` it ends by itself. docs/demo.md.
 */
import { randomBytes } from 'node:crypto';

import { SystemClock } from '../../src/kernel/clock.js';
import { CHINA, dateInZone } from '../../src/kernel/local-date.js';
import { Demo } from './demo.js';
import { type Options, readOptions, USAGE } from './options.js';
import { OrderFileError, readOrderFiles } from './order-file.js';
import { type OrderFile } from './order-shape.js';
import { type LedgerCheck, ledgerCheck, type Outcome, type WebhookCount } from './outcome.js';
import { type RunningPlatform, startPlatform } from './platform.js';
import { printEnd, printInvitation, printOutcome, printOverview } from './report.js';
import { heading, print, styled } from './terminal.js';

const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

interface Ending {
  readonly outcomes: readonly Outcome[];
  readonly ledger: LedgerCheck;
  readonly webhooks: WebhookCount;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    print(USAGE);
    return EXIT.ok;
  }
  const run = {
    number: randomBytes(3).toString('hex').toUpperCase(),
    today: dateInZone(new SystemClock().now(), CHINA),
  };
  const files = readOrderFiles(options.files, run);
  const interruption = onInterruption();
  heading('Entrepot: export orders from customs to refund');
  for (const [index, { title, about = [] }] of files.entries()) {
    print(`  [${index + 1}] ${title}`);
    for (const line of about) print(styled(`      ${line}`, 'dim'));
  }
  heading('Bringing up');
  const platform = await startPlatform(options.dataFolder, (line) => {
    print(`  ${line}`);
  });
  try {
    return await show(platform, files, options, interruption);
  } finally {
    await platform.stop();
  }
}

async function show(
  platform: RunningPlatform,
  files: readonly OrderFile[],
  { once, json }: Options,
  interruption: AbortSignal,
): Promise<number> {
  const startedAt = performance.now();
  const demo = new Demo(platform, files);
  try {
    interruption.throwIfAborted();
    await demo.listen();
    heading('What happens, as the webhooks tell it; time in China, compressed: a month at sea is one step');
    const failure = await demo.play(interruption).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    interruption.throwIfAborted();
    const ending = await endingOf(demo);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const faults = [...(failure === null ? [] : [failure.message]), ...faultsOf(ending, demo.refusedWebhooks)];
    for (const outcome of ending.outcomes) printOutcome(outcome, platform.baseUrl);
    printOverview(ending.outcomes);
    printEnd(ending.ledger, ending.webhooks, demo.refusedWebhooks);
    print(`  ${ending.outcomes.filter(isClosed).length} of ${ending.outcomes.length} orders closed in ${seconds} s`);
    for (const fault of faults) process.stderr.write(`\n${styled(fault, 'red')}\n`);
    if (!once) printInvitation(platform);
    if (json) print(JSON.stringify(summaryOf(ending, seconds)));
    if (!once) await interrupted(interruption);
    return faults.length === 0 ? EXIT.ok : EXIT.failed;
  } catch (error) {
    if (interruption.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    await demo.close();
  }
}

async function endingOf(demo: Demo): Promise<Ending> {
  const webhooks = await demo.webhooks();
  return { outcomes: await demo.outcomes(), ledger: await ledgerCheck(demo.api), webhooks };
}

function faultsOf({ outcomes, ledger, webhooks }: Ending, refused: number): string[] {
  const faults: string[] = [];
  for (const { order, comparisons } of outcomes) {
    const wrong = comparisons.filter(({ agrees, isDebt }) => !agrees && isDebt !== true).map(({ what }) => what);
    if (wrong.length > 0) faults.push(`${order.reference}: margin and ledger differ: ${wrong.join('; ')}`);
  }
  if (!ledger.balanced) faults.push('The ledger does not sum to zero');
  const missing = webhooks.sent - webhooks.delivered;
  if (missing > 0) faults.push(`${missing} webhooks were not delivered`);
  if (refused > 0) faults.push(`${refused} webhooks had a wrong signature`);
  return faults;
}

function summaryOf({ outcomes, ledger, webhooks }: Ending, seconds: number): object {
  return {
    orders: outcomes.map(({ order: { id, state, tracks }, margin }) => {
      const { customs, freight, fx, taxRefund, financing } = tracks;
      return { id, state, tracks: { customs, freight, fx, taxRefund, financing }, margin: margin.actual.margin };
    }),
    ledgerBalanced: ledger.balanced,
    webhooks,
    seconds,
  };
}

/** In a terminal one Ctrl-C arrives twice: from the terminal, and passed on by npm. */
const SAME_KEYSTROKE_MS = 1_000;

/** Aborts at Ctrl-C; a second one does not wait for anything. */
function onInterruption(): AbortSignal {
  const controller = new AbortController();
  let since = 0;
  const interrupt = (): void => {
    const now = performance.now();
    if (controller.signal.aborted) {
      if (now - since > SAME_KEYSTROKE_MS) process.exit(EXIT.interrupted);
      return;
    }
    since = now;
    print(`\n${styled('Stopping; Ctrl-C once more stops at once', 'dim')}`);
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  return controller.signal;
}

async function interrupted(interruption: AbortSignal): Promise<void> {
  if (interruption.aborted) return;
  await new Promise((resolve) => {
    interruption.addEventListener('abort', resolve);
  });
}

function isClosed({ order }: Outcome): boolean {
  return order.state === 'closed';
}

function messageOf(error: unknown): string {
  if (error instanceof OrderFileError) return `${error.message}\n\nNothing was created.`;
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    return `${error.message}\n\n${USAGE}`;
  }
  return error instanceof Error ? error.message : String(error);
}

function isUsage(error: unknown): boolean {
  return error instanceof OrderFileError || (error instanceof TypeError && 'code' in error);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exit(isUsage(error) ? EXIT.usage : EXIT.failed);
  },
);
