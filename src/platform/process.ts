import { type AppConfig } from './config/app-config.js';

/**
 * Starts a process and ends it well. SIGTERM and SIGINT: take no more work, finish what is in hand, exit 0; what is
 * not finished within the grace period is given back by the queue's lock and the delivery's row, so exit is safe.
 */
export async function runProcess(
  configure: () => AppConfig,
  start: (config: AppConfig) => Promise<() => Promise<void>>,
): Promise<void> {
  let config: AppConfig;
  try {
    config = configure();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(78);
  }
  const stop = await start(config);
  let isStopping = false;
  const shutDown = (): void => {
    if (isStopping) return; // one Ctrl-C arrives twice: from the terminal, and passed on by npm
    isStopping = true;
    setTimeout(() => process.exit(1), config.shutdownGraceMs).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', shutDown);
  process.on('SIGINT', shutDown);
}
