export { ExchangeModule } from './exchange.module.js';
export { FxJobsModule } from './fx.jobs.module.js';
export { FxModule } from './fx.module.js';
export { FX_JOBS } from './jobs/fx.job.js';
