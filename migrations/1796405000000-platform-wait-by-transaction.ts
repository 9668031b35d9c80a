import { type MigrationInterface, type QueryRunner } from 'typeorm';

interface Waiting {
  readonly table: string;
  /** Column of the ids, and the constraint's name. */
  readonly ids: string;
  readonly key: string;
  /** What waits now, one row of ids for each tenant, in order. */
  readonly gather: string;
}

const WAITING: readonly Waiting[] = [
  {
    table: 'platform.event_unfed',
    ids: 'event_ids',
    key: 'pk_event_unfed',
    gather: `
      SELECT u.tenant_id, array_agg(u.event_id ORDER BY e.sequence, e.id)
      FROM platform.event_unfed_old u JOIN platform.event e ON e.tenant_id = u.tenant_id AND e.id = u.event_id GROUP BY 1`,
  },
  {
    table: 'audit.unsealed',
    ids: 'record_ids',
    key: 'pk_unsealed',
    gather: `SELECT tenant_id, array_agg(record_id ORDER BY record_id) FROM audit.unsealed_old GROUP BY 1`,
  },
];

/**
 * What waits for its place in the feed or for its seal waits by transaction: one row for all that was committed together,
 * numbered as it is written. The next event of a resource is numbered after the one before is committed, so these numbers
 * are in the order of each resource's events, whatever the clocks make of their ids.
 */
export class PlatformWaitByTransaction1796405000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const { table, ids, key, gather } of WAITING) {
      await setAside(db, table, key);
      await db.query(`
        CREATE TABLE ${table} (
          tenant_id uuid   NOT NULL,
          place     bigint GENERATED ALWAYS AS IDENTITY,
          ${ids}    uuid[] NOT NULL,
          CONSTRAINT ${key} PRIMARY KEY (tenant_id, place)
        )`);
      await open(db, table);
      await db.query(`INSERT INTO ${table} (tenant_id, ${ids}) ${gather}`);
      await db.query(`DROP TABLE ${table}_old`);
    }
    // The feed takes those of all tenants in turn.
    await db.query(`CREATE INDEX ix_event_unfed_place ON platform.event_unfed (place)`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const { table, ids, key } of WAITING) {
      const id = ids.slice(0, -1);
      await setAside(db, table, key);
      await db.query(`
        CREATE TABLE ${table} (
          tenant_id uuid NOT NULL,
          ${id}     uuid NOT NULL,
          CONSTRAINT ${key} PRIMARY KEY (tenant_id, ${id})
        )`);
      await open(db, table);
      await db.query(`INSERT INTO ${table} (tenant_id, ${id}) SELECT tenant_id, unnest(${ids}) FROM ${table}_old`);
      await db.query(`DROP TABLE ${table}_old`);
    }
  }
}

async function setAside(db: QueryRunner, table: string, key: string): Promise<void> {
  const name = table.slice(table.indexOf('.') + 1);
  await db.query(`ALTER TABLE ${table} RENAME CONSTRAINT ${key} TO ${key}_old`);
  await db.query(`ALTER TABLE ${table} RENAME TO ${name}_old`);
}

async function open(db: QueryRunner, table: string): Promise<void> {
  await db.query(`CALL platform.isolate('${table}')`);
  await db.query(`CREATE POLICY machine ON ${table} TO entrepot_worker USING (true) WITH CHECK (true)`);
  await db.query(`GRANT INSERT ON ${table} TO entrepot_app`);
  await db.query(`GRANT SELECT, UPDATE, DELETE ON ${table} TO entrepot_worker`);
}
