import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { type Config } from 'jest';

import { type RunningServices, type TestGlobal, type TestServices } from './test-services.js';

const REDIS_DATABASES = 8;

type Scripts = typeof import('../../scripts/services/index.js');
type SdkScripts = typeof import('../../scripts/sdk/build.js');

/**
 * Brings up the services once for all test files, on free ports, and migrates the database that each of them clones.
 * Jest loads this file by `require`, past its module mapper: it imports nothing of ours but what is built in dist/. Builds the SDK too, for tests that use it as a package.
 */
export default async function setUp(globalConfig: Required<Pick<Config, 'rootDir'>>): Promise<void> {
  const { rootDir } = globalConfig;
  const build = spawnSync(process.execPath, ['scripts/build.ts', '--if-stale'], { cwd: rootDir, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(build.stderr);
  const scripts = (await import(path.join(rootDir, 'dist/scripts/services/index.js'))) as Scripts;

  const { buildSdk } = (await import(path.join(rootDir, 'dist/scripts/sdk/build.js'))) as SdkScripts;
  buildSdk(rootDir, { onlyIfStale: true });

  const log = (line: string) => process.stderr.write(`${line}\n`);
  const services = await scripts.startServices({ log });
  const running: RunningServices = { services, tearDown: once(() => tearDown(scripts, running, templateName)) };
  const templateName = `entrepot_test_${process.pid}`;
  stopOnSignals(running);
  try {
    const template = await scripts.prepareDatabase(services.adminUrl, templateName);
    const redisUrls =
      services.redisUrl === null ? [] : await scripts.emptyRedisDatabases(services.redisUrl, REDIS_DATABASES);
    const { appUrl, workerUrl } = template;
    const told: TestServices = { adminUrl: services.adminUrl, templateName, appUrl, workerUrl, redisUrls };
    process.env['TEST_SERVICES'] = JSON.stringify(told);
    process.env['TEST_QUEUE_BACKENDS'] = redisUrls.length > 0 ? 'redis,postgres' : 'postgres';
  } catch (error) {
    await running.tearDown();
    throw error;
  }
  (globalThis as TestGlobal).entrepotServices = running;
}

/** Leaves nothing behind, on a server of our own or on one that was given. */
async function tearDown(scripts: Scripts, { services }: RunningServices, templateName: string): Promise<void> {
  try {
    if (services.postgres === null) await scripts.dropTestDatabases(services.adminUrl, templateName);
  } finally {
    await services.stop();
  }
}

/** Every time, not once: in a terminal one Ctrl-C arrives twice, the second time passed on by npm. */
function stopOnSignals(running: RunningServices): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      void running.tearDown().finally(() => process.exit(130));
    });
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
