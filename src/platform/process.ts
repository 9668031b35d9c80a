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
  const shutDown = (): void => {
    setTimeout(() => process.exit(1), config.shutdownGraceMs).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', shutDown);
  process.once('SIGINT', shutDown);
}
