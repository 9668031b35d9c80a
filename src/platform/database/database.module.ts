import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { Clock, SystemClock } from '../../kernel/clock.js';
import { type AppConfig } from '../config/app-config.js';
import { Metrics } from '../observability/metrics.js';
import { EventCheck } from '../outbox/event-check.js';
import { dataSourceOptions, loadEntities } from './data-source.js';
import { OutboxSignal, UnitOfWork } from './unit-of-work.js';

@Global()
@Module({})
export class DatabaseModule {
  static for(config: AppConfig): DynamicModule {
    const options = dataSourceOptions(config.databaseUrl, { poolMax: config.databasePoolMax });
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: async () => ({
            ...options,
            entities: await loadEntities(),
            retryAttempts: 5,
            retryDelay: 1_000,
          }),
        }),
      ],
      providers: [
        { provide: Clock, useClass: SystemClock },
        OutboxSignal,
        {
          provide: EventCheck,
          inject: [Metrics],
          useFactory: (metrics: Metrics) =>
            new EventCheck(config.environment === 'test', (type) => {
              metrics.faultyEvents.inc({ type });
            }),
        },
        UnitOfWork,
      ],
      exports: [Clock, OutboxSignal, UnitOfWork],
    };
  }
}
