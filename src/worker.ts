import 'reflect-metadata';

import { AppModule } from './app.module.js';
import { type AppConfig, readConfig } from './platform/config/app-config.js';
import { createWorkerApp } from './platform/http/http-app.js';
import { createLogger } from './platform/observability/logger.js';
import { runProcess } from './platform/process.js';

/** The worker: outbox relay, queue processors, schedules; its HTTP port serves only `/health` and `/metrics`. */
async function start(config: AppConfig): Promise<() => Promise<void>> {
  const app = await createWorkerApp(AppModule.worker(config), createLogger(config.logLevel, 'worker'));
  await app.listen(config.workerPort, config.host);
  return () => app.close();
}

await runProcess(() => readConfig(process.env), start);
