import 'reflect-metadata';

import path from 'node:path';

import { API_GUIDE } from './api-guide.js';
import { AppModule } from './app.module.js';
import { type AppConfig, readConfig } from './platform/config/app-config.js';
import { serveConsole } from './platform/http/console-page.js';
import { createHttpApp } from './platform/http/http-app.js';
import { serveDocs } from './platform/http/openapi.js';
import { createLogger } from './platform/observability/logger.js';
import { runProcess } from './platform/process.js';

/** Built beside this file's own folder. */
const CONSOLE = path.resolve(import.meta.dirname, '../console');

/** The api: HTTP only. It calls no partner and works no queue; it needs PostgreSQL alone. */
async function start(config: AppConfig): Promise<() => Promise<void>> {
  const app = await createHttpApp(AppModule.api(config), config, createLogger(config.logLevel, 'api'));
  serveDocs(app, API_GUIDE, config.publicUrl);
  await serveConsole(app, CONSOLE);
  await app.init();
  await app.listen(config.port, config.host);
  return () => app.close();
}

await runProcess(() => readConfig(process.env), start);
