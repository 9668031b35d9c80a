import { globSync } from 'node:fs';
import path from 'node:path';

import { DataSource, type DataSourceOptions } from 'typeorm';

import { namedPg } from './named-client.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

type EntitySchemaClass = new () => object;

/** Compiled this file is dist/src/platform/database/data-source.js; under Jest it is the .ts in src/. */
const root = path.resolve(import.meta.dirname, '../../..');

/** The application's connection and the migration command's must agree, so both call this. */
export function dataSourceOptions(databaseUrl: string, { poolMax = 4 }: { poolMax?: number } = {}): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    driver: namedPg,
    applicationName: 'entrepot',
    migrations: [path.join(root, 'migrations/*.{js,ts}')],
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    // Pipelining lets a unit of work send BEGIN, its tenant and its first statement in one round trip.
    extra: { max: poolMax, pipeline: true, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 },
  };
}

/**
 * Every entity class of every module. Imported here and not by TypeORM from a pattern: it would import past the loader
 * of the tests, which then would hold two classes of each name.
 */
export async function loadEntities(): Promise<EntitySchemaClass[]> {
  const files = globSync('src/**/*.entity.{js,ts}', { cwd: root });
  const modules = await Promise.all(
    files.map(async (file) => (await import(path.join(root, file))) as Readonly<Record<string, unknown>>),
  );
  const exported = modules.flatMap((module) => Object.values(module));
  return exported.filter((value): value is EntitySchemaClass => typeof value === 'function');
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
