import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Much work that one request orders: how it stands, and what became of each item. */
export class PlatformCreateBulkOperations1796130000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createOperations(db);
    await this.createItems(db);
    // How operations of many tenants stand, in one question: for those who follow theirs, of whom each is told its own only.
    await db.query(`
      CREATE FUNCTION platform.operation_versions(tenant_ids uuid[], ids uuid[])
        RETURNS TABLE (tenant_id uuid, id uuid, version integer)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT o.tenant_id, o.id, o.version
          FROM unnest(tenant_ids, ids) AS a (tenant_id, id)
          JOIN platform.operation o ON o.tenant_id = a.tenant_id AND o.id = a.id $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.operation_versions(uuid[], uuid[]) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.operation_versions(uuid[], uuid[]) TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION platform.operation_versions(uuid[], uuid[])`);
    await db.query(`DROP TABLE platform.operation_item, platform.batch_intake, platform.operation`);
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'platform.operation'`);
  }

  private async createOperations(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.operation (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        kind        text        NOT NULL,
        state       text        NOT NULL,
        command     text,
        path        text,
        credential  jsonb       NOT NULL,
        language    text        NOT NULL,
        total       integer     NOT NULL,
        done        integer     NOT NULL DEFAULT 0,
        failed      integer     NOT NULL DEFAULT 0,
        cancelled   integer     NOT NULL DEFAULT 0,
        created_by  text        NOT NULL,
        created_at  timestamptz NOT NULL,
        started_at  timestamptz,
        ended_at    timestamptz,
        expected_by timestamptz,
        kept_until  timestamptz,
        version     integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_operation PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_operation_state CHECK (state IN ('queued', 'running', 'cancelling', 'completed', 'cancelled')),
        CONSTRAINT ck_operation_counts CHECK (failed <= done AND done + cancelled <= total),
        CONSTRAINT ck_operation_end CHECK ((state IN ('completed', 'cancelled')) = (ended_at IS NOT NULL)),
        CONSTRAINT ck_operation_expected CHECK ((ended_at IS NULL) = (expected_by IS NOT NULL))
      )`);
    await db.query(`
      CREATE INDEX ix_operation_open ON platform.operation (tenant_id, kind, id) WHERE ended_at IS NULL`);
    // Until when there are results; by the real time, whatever clock the tenant has.
    await db.query(`CREATE INDEX ix_operation_kept ON platform.operation (kept_until) WHERE kept_until IS NOT NULL`);
    await db.query(`CALL platform.isolate('platform.operation')`);
    await db.query(`CALL platform.watch('platform.operation')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON platform.operation TO entrepot_app`);
    await db.query(`CREATE POLICY machine ON platform.operation TO entrepot_worker USING (true)`);
  }

  private async createItems(db: QueryRunner): Promise<void> {
    // What is being received. The items come first, slice by slice; their operation follows when all are there, or never.
    await db.query(`
      CREATE TABLE platform.batch_intake (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        started_at timestamptz NOT NULL,
        CONSTRAINT pk_batch_intake PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_batch_intake_start ON platform.batch_intake (started_at)`);
    await db.query(`CALL platform.isolate('platform.batch_intake')`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON platform.batch_intake TO entrepot_app`);
    await db.query(`CREATE POLICY machine ON platform.batch_intake TO entrepot_worker USING (true)`);
    // As json and not jsonb: what is sent on must be what came, to the order of its fields.
    await db.query(`
      CREATE TABLE platform.operation_item (
        tenant_id    uuid    NOT NULL,
        operation_id uuid    NOT NULL,
        index        integer NOT NULL,
        key          text,
        path_params  json,
        body         json,
        state        text    NOT NULL DEFAULT 'pending',
        tries        integer NOT NULL DEFAULT 0,
        status       integer,
        resource_id  text,
        problem      json,
        CONSTRAINT pk_operation_item PRIMARY KEY (tenant_id, operation_id, index),
        CONSTRAINT ck_operation_item_state CHECK (state IN ('pending', 'succeeded', 'failed', 'cancelled')),
        CONSTRAINT ck_operation_item_problem CHECK ((state = 'failed') = (problem IS NOT NULL))
      )`);
    await db.query(`
      CREATE INDEX ix_operation_item_pending ON platform.operation_item (tenant_id, operation_id, index)
        WHERE state = 'pending'`);
    await db.query(`
      CREATE INDEX ix_operation_item_failed ON platform.operation_item (tenant_id, operation_id, index)
        WHERE state = 'failed'`);
    await db.query(`CALL platform.isolate('platform.operation_item')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON platform.operation_item TO entrepot_app`);
    await db.query(`CREATE POLICY machine ON platform.operation_item TO entrepot_worker USING (true)`);
  }
}
