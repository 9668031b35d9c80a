import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort, prepareDatabase, startServices } from '../services/index.js';

const READY_WITHIN_MS = 30_000;
const MAIN = path.resolve(import.meta.dirname, '../../src/main.js');

/** Runs the api as a process on free ports and a database of its own while `work` asks it. */
export async function withRunningApi<Result>(work: (baseUrl: string) => Promise<Result>): Promise<Result> {
  const services = await startServices();
  try {
    const database = await prepareDatabase(services.adminUrl, 'entrepot');
    const port = await freePort();
    const api = spawn(process.execPath, [MAIN], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env['PATH'], DATABASE_URL: database.appUrl, PORT: port.toString(), LOG_LEVEL: 'silent' },
    });
    try {
      const baseUrl = `http://127.0.0.1:${port}`;
      await ready(api, baseUrl);
      return await work(baseUrl);
    } finally {
      await end(api);
    }
  } finally {
    await services.stop();
  }
}

async function ready(api: ChildProcess, baseUrl: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (api.exitCode !== null) throw new Error(`The api ended at once, with ${api.exitCode}`);
    const answer = await fetch(`${baseUrl}/health/ready`).catch(() => null);
    if (answer?.ok === true) return;
    await sleep(50);
  }
  throw new Error('The api was not ready within 30 s');
}

async function end(api: ChildProcess): Promise<void> {
  if (api.exitCode !== null || api.signalCode !== null) return;
  api.kill('SIGTERM');
  await once(api, 'exit');
}
