import { pino } from 'pino';

import { readConfig, type SandboxConfig } from './config.js';
import { createSandbox } from './sandbox.js';

const GRACE_MS = 5_000;

async function main(config: SandboxConfig): Promise<void> {
  const logger = pino({ name: 'sandbox', level: config.logLevel });
  const sandbox = await createSandbox({
    ...config,
    onFault: (error, where) => {
      logger.error({ err: error, where }, 'A fault of the sandbox itself');
    },
  });
  logger.info({ url: sandbox.url, state: config.statePath, delayMs: config.delayMs }, 'The outside world is open');
  let isStopping = false;
  const stop = (signal: string): void => {
    if (isStopping) return; // one Ctrl-C arrives twice: from the terminal, and passed on by npm
    isStopping = true;
    logger.info({ signal }, 'Closing');
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'Could not close in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

try {
  await main(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
