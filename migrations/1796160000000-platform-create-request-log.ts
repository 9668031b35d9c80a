import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a tenant asked of the api and what it got: written in batches for all tenants, read by each for itself. */
export class PlatformCreateRequestLog1796160000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.request_log (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        created_at      timestamptz NOT NULL,
        operation       text,
        method          text        NOT NULL,
        route           text        NOT NULL,
        status          smallint    NOT NULL,
        latency_ms      integer        NOT NULL,
        problem         text,
        faults          jsonb       NOT NULL,
        trace_id        text,
        actor           text        NOT NULL,
        network         text        NOT NULL,
        api_version     text        NOT NULL,
        idempotency_key text,
        replayed        boolean     NOT NULL,
        resource        text,
        request_bytes   bigint,
        response_bytes  bigint,
        CONSTRAINT pk_request_log PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_request_log_age ON platform.request_log (created_at)`);
    await db.query(
      `CREATE INDEX ix_request_log_resource ON platform.request_log (tenant_id, resource, id) WHERE resource IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX ix_request_log_idempotency_key ON platform.request_log (tenant_id, idempotency_key, id) WHERE idempotency_key IS NOT NULL`,
    );
    await db.query(`CALL platform.isolate('platform.request_log')`);
    await db.query(`CREATE POLICY writer ON platform.request_log FOR INSERT TO CURRENT_USER WITH CHECK (true)`);
    await db.query(`CREATE POLICY machine ON platform.request_log TO entrepot_worker USING (true)`);
    await db.query(`GRANT SELECT ON platform.request_log TO entrepot_app`);
    await db.query(`GRANT DELETE ON platform.request_log TO entrepot_worker`);
    await this.createWriter(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION platform.log_requests(jsonb)`);
    await db.query(`DROP TABLE platform.request_log`);
  }

  /** A batch is of many tenants, and its connection has named none. */
  private async createWriter(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION platform.log_requests(entries jsonb) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
          INSERT INTO platform.request_log
          SELECT e.* FROM jsonb_populate_recordset(NULL::platform.request_log, entries) AS e $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.log_requests(jsonb) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.log_requests(jsonb) TO entrepot_app`);
  }
}
