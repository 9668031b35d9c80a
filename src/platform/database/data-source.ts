import { globSync } from 'node:fs';
import path from 'node:path';

import { DataSource, type DataSourceOptions } from 'typeorm';

import { namedPg } from './named-client.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

type LoadedClass = new () => object;

/** Compiled this file is dist/src/platform/database/data-source.js; under Jest it is the .ts in src/. */
const root = path.resolve(import.meta.dirname, '../../..');

/** A role to step down to, for a login that has it among others. */
export type DatabaseRole = 'entrepot_app';

/** The application's connection and the migration command's must agree, so both call this. */
export function dataSourceOptions(
  databaseUrl: string,
  { poolMax = 4, role }: { poolMax?: number; role?: DatabaseRole } = {},
): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    driver: namedPg,
    applicationName: 'entrepot',
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    extra: {
      max: poolMax,
      // A unit of work sends BEGIN, its tenant and its first statement in one round trip.
      pipeline: true,
      // Statements are planned once per connection, not anew for each set of values: ours are found by keys. A table that
      // was empty then would be read whole ever after, and those that hold what waits are mostly empty.
      options: `-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off${role === undefined ? '' : ` -c role=${role}`}`,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
    },
  };
}

/** Every entity class of every module, from the one folder where each keeps its own. */
export function loadEntities(): Promise<LoadedClass[]> {
  return loadClasses('src/*/entities/*.entity.{js,ts}');
}

/** Every migration; TypeORM orders them by the time in their names. */
export function loadMigrations(): Promise<LoadedClass[]> {
  return loadClasses('migrations/*.{js,ts}');
}

/**
 * Imported here and not by TypeORM from a pattern: it would import past the loader of the tests, which then would hold
 * two classes of each name.
 */
async function loadClasses(pattern: string): Promise<LoadedClass[]> {
  const modules = await Promise.all(
    globSync(pattern, { cwd: root }).map(
      async (file) => (await import(path.join(root, file))) as Readonly<Record<string, unknown>>,
    ),
  );
  const exported = modules.flatMap((module) => Object.values(module));
  return exported.filter((value): value is LoadedClass => typeof value === 'function');
}

/** Applies every pending migration, as the owner of the database. */
export async function migrate(adminUrl: string): Promise<string[]> {
  const options = { ...dataSourceOptions(adminUrl), migrations: await loadMigrations() };
  const dataSource = await new DataSource(options).initialize();
  try {
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    return applied.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
