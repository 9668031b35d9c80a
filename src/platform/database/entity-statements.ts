import { type EntityManager, type EntityMetadata, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { type ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

import { type SqlValue } from './sql-value.js';

type Driver = EntityManager['dataSource']['driver'];

interface Statement {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const known = new WeakMap<EntityMetadata, EntityStatements>();

/**
 * The statements that every aggregate needs, made once per entity from what TypeORM knows of it. Its query builder makes
 * the same text anew at every call, which took a fifth of a busy worker's time; values are converted by its own driver.
 */
export class EntityStatements {
  /** By primary key. */
  readonly select: string;
  readonly selectToChange: string;
  private readonly table: string;
  private readonly texts = new Map<string, string>();

  private constructor(
    private readonly metadata: EntityMetadata,
    private readonly driver: Driver,
  ) {
    this.table = metadata.tablePath.split('.').map(quoted).join('.');
    const columns = metadata.columns.map(({ databaseName }) => quoted(databaseName)).join(', ');
    this.select = `SELECT ${columns} FROM ${this.table} WHERE tenant_id = $1 AND id = $2`;
    this.selectToChange = `${this.select} FOR NO KEY UPDATE`;
  }

  static of({ dataSource }: EntityManager, entity: EntityTarget<ObjectLiteral>): EntityStatements {
    const metadata = dataSource.getMetadata(entity);
    let statements = known.get(metadata);
    if (statements === undefined) {
      statements = new EntityStatements(metadata, dataSource.driver);
      known.set(metadata, statements);
    }
    return statements;
  }

  /** The entity of a row as `select` reads it. */
  read<Entity>(row: Readonly<Record<string, unknown>>): Entity {
    const entity = this.metadata.create() as Entity & ObjectLiteral;
    this.take(entity, row);
    return entity;
  }

  /** What the database gave to columns that the entity left to it. */
  take(entity: ObjectLiteral, row: Readonly<Record<string, unknown>>): void {
    for (const column of this.metadata.columns) {
      const value = row[column.databaseName];
      if (value !== undefined) column.setEntityValue(entity, this.driver.prepareHydratedValue(value, column));
    }
  }

  /** Columns that the entity says nothing of get their defaults, and come back. */
  insert(entity: ObjectLiteral): Statement {
    const given = this.given(entity);
    const sql = this.text('insert', given, (columns) => {
      const left = this.metadata.columns.filter((column) => !given.includes(column));
      const names = columns.map(({ databaseName }) => quoted(databaseName));
      const returning = left.map(({ databaseName }) => quoted(databaseName)).join(', ');
      return (
        `INSERT INTO ${this.table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})` +
        (returning === '' ? '' : ` RETURNING ${returning}`)
      );
    });
    return { sql, values: this.values(given, entity) };
  }

  /** Every column but the key, where the row still has the version. */
  update(entity: ObjectLiteral, key: readonly [tenantId: string, id: string, version: number]): Statement {
    const changing = this.given(entity).filter(({ isPrimary }) => !isPrimary);
    const sql = this.text('update', changing, (columns) => {
      const set = columns.map(({ databaseName }, index) => `${quoted(databaseName)} = $${index + 4}`);
      return `UPDATE ${this.table} SET ${set.join(', ')} WHERE tenant_id = $1 AND id = $2 AND version = $3`;
    });
    return { sql, values: [...key, ...this.values(changing, entity)] };
  }

  /** Many rows in one statement; each says something of the same columns. */
  insertAll(entities: readonly ObjectLiteral[]): Statement {
    const given = this.givenByAll(entities);
    const sql = this.text('insert all', given, (columns) => {
      const names = columns.map(({ databaseName }) => quoted(databaseName)).join(', ');
      return `INSERT INTO ${this.table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(null::${this.table}, $1::jsonb)`;
    });
    return { sql, values: [this.recordset(given, entities)] };
  }

  /** Every column but the keys, of the rows that still have the version before. */
  updateAll(entities: readonly ObjectLiteral[], tenantId: string): Statement {
    const given = this.givenByAll(entities);
    const sql = this.text('update all', given, (columns) => {
      const changing = columns.filter(({ isPrimary }) => !isPrimary).map(({ databaseName }) => quoted(databaseName));
      return (
        `UPDATE ${this.table} t SET ${changing.map((name) => `${name} = v.${name}`).join(', ')} ` +
        `FROM jsonb_populate_recordset(null::${this.table}, $2::jsonb) v ` +
        `WHERE t.tenant_id = $1 AND t.id = v.id AND t.version = v.version - 1`
      );
    });
    return { sql, values: [tenantId, this.recordset(given, entities)] };
  }

  private givenByAll(entities: readonly ObjectLiteral[]): ColumnMetadata[] {
    const [first] = entities;
    return first === undefined ? [] : this.given(first);
  }

  /** As PostgreSQL reads rows of the table from JSON. What is JSON itself is written as such, and as text once only. */
  private recordset(columns: readonly ColumnMetadata[], entities: readonly ObjectLiteral[]): string {
    const rows = entities.map((entity) => {
      const values = this.values(columns, entity);
      const members = columns.map(({ databaseName, type }, index) => {
        const value = values[index];
        const text = type === 'jsonb' && typeof value === 'string' ? value : JSON.stringify(value ?? null);
        return `${JSON.stringify(databaseName)}:${text}`;
      });
      return `{${members.join(',')}}`;
    });
    return `[${rows.join(',')}]`;
  }

  private given(entity: ObjectLiteral): ColumnMetadata[] {
    return this.metadata.columns.filter((column) => column.getEntityValue(entity) !== undefined);
  }

  private values(columns: readonly ColumnMetadata[], entity: ObjectLiteral): SqlValue[] {
    return columns.map(
      (column) => this.driver.preparePersistentValue(column.getEntityValue(entity), column) as SqlValue,
    );
  }

  private text(kind: string, columns: ColumnMetadata[], make: (columns: ColumnMetadata[]) => string): string {
    const key = `${kind} ${columns.map(({ databaseName }) => databaseName).join()}`;
    let text = this.texts.get(key);
    if (text === undefined) {
      text = make(columns);
      this.texts.set(key, text);
    }
    return text;
  }
}

function quoted(name: string): string {
  return `"${name}"`;
}
