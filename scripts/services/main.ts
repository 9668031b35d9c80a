/**
 * `npm run services`: brings up PostgreSQL and the queues for work on the platform, prints the environment for api and
 * worker, and stays up until Ctrl-C. Its data lives in .data/ and survives.
 */
import path from 'node:path';

import { prepareDatabase, startServices } from './index.js';

const services = await startServices({
  dataDir: path.resolve('.data'),
  log: (line) => process.stderr.write(`${line}\n`),
});
try {
  const database = await prepareDatabase(services.adminUrl, 'entrepot');
  const redis = services.redisUrl === null ? '' : `REDIS_URL=${services.redisUrl}\n`;
  process.stdout.write(
    `# api\nDATABASE_URL=${database.appUrl}\n${redis}# worker\nDATABASE_URL=${database.workerUrl}\n${redis}` +
      `# migrations\nADMIN_DATABASE_URL=${database.adminUrl}\n`,
  );
  process.stderr.write('Up. Ctrl-C stops it.\n');
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    setInterval(() => undefined, 60_000); // a waiting promise alone does not keep a process
  });
} finally {
  await services.stop();
}
process.exit(0);
