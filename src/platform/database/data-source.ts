import path from 'node:path';

import { DataSource, type DataSourceOptions } from 'typeorm';

import { namedPg } from './named-client.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

/** Compiled this file is dist/src/platform/database/data-source.js; under Jest it is the .ts in src/. */
const root = path.resolve(import.meta.dirname, '../../..');

/** The application's connection and the migration command's must agree, so both call this. */
export function dataSourceOptions(databaseUrl: string, { poolMax = 4 }: { poolMax?: number } = {}): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    driver: namedPg,
    applicationName: 'entrepot',
    entities: [path.join(root, 'src/**/*.entity.{js,ts}')],
    migrations: [path.join(root, 'migrations/*.{js,ts}')],
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    // Pipelining lets a unit of work send BEGIN, its tenant and its first statement in one round trip.
    extra: { max: poolMax, pipeline: true, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 },
  };
}

/** Applies every pending migration, as the owner of the database. */
export async function migrate(adminUrl: string): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(adminUrl)).initialize();
  try {
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    return applied.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
