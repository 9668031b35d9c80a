import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { Clock, SystemClock } from '../../kernel/clock.js';
import { type AppConfig } from '../config/app-config.js';
import { Metrics } from '../observability/metrics.js';
import { EventCheck } from '../outbox/event-check.js';
import { type DatabaseRole, dataSourceOptions, loadEntities } from './data-source.js';
import { useFieldKeys } from './sealed-fields.js';
import { OutboxSignal, UnitOfWork } from './unit-of-work.js';

/** Where an application within another has its connections from. */
export interface DatabaseTerms {
  readonly poolMax: number;
  /** Absent: whatever the login may do. */
  readonly role?: DatabaseRole;
  /** Whose relay hears of what is committed. */
  readonly signal: OutboxSignal;
}

@Global()
@Module({})
export class DatabaseModule {
  static for(config: AppConfig, terms?: DatabaseTerms): DynamicModule {
    useFieldKeys(config);
    const options = dataSourceOptions(config.databaseUrl, terms ?? { poolMax: config.databasePoolMax });
    const signal = terms === undefined ? OutboxSignal : { provide: OutboxSignal, useValue: terms.signal };
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
        signal,
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
