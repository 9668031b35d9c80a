import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { Clock, SystemClock } from '../../kernel/clock.js';
import { type AppConfig } from '../config/app-config.js';
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
      providers: [{ provide: Clock, useClass: SystemClock }, OutboxSignal, UnitOfWork],
      exports: [Clock, OutboxSignal, UnitOfWork],
    };
  }
}
