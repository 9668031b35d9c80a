/**
 * `npm run services`: brings up PostgreSQL and the queues for work on the platform, prints the environment for api and
 * worker, and stays up until Ctrl-C. Its data lives in .data/ and survives.
 */
import path from 'node:path';

import { prepareDatabase, type PreparedDatabase, startServices } from './index.js';

// Listened for from the start: an early Ctrl-C must not leave half of the services behind. And for ever: in a terminal
// one Ctrl-C arrives twice, the second time passed on by npm.
const askedToStop = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
});

const services = await startServices({
  dataDir: path.resolve('.data'),
  log: (line) => process.stderr.write(`${line}\n`),
});
try {
  process.stdout.write(environment(await prepareDatabase(services.adminUrl, 'entrepot'), services.redisUrl));
  process.stderr.write('Up. Ctrl-C stops it.\n');
  const keepAlive = setInterval(() => undefined, 60_000); // a promise alone does not
  await askedToStop;
  clearInterval(keepAlive);
} finally {
  await services.stop();
}

function environment({ adminUrl, appUrl, workerUrl }: PreparedDatabase, redisUrl: string | null): string {
  const redis = redisUrl === null ? '' : `REDIS_URL=${redisUrl}\n`;
  return (
    `# api\nDATABASE_URL=${appUrl}\n${redis}# worker\nDATABASE_URL=${workerUrl}\n${redis}` +
    `# migrations and tenants\nADMIN_DATABASE_URL=${adminUrl}\n`
  );
}
