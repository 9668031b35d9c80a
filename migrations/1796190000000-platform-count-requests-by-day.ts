import { type MigrationInterface, type QueryRunner } from 'typeorm';

const LOG = `
          INSERT INTO platform.request_log
          SELECT e.* FROM jsonb_populate_recordset(NULL::platform.request_log, entries) AS e`;

/** How much each tenant asks, by day, operation and actor: counted where the log of requests is written, in the same batch. */
export class PlatformCountRequestsByDay1796190000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.request_day (
        tenant_id    uuid   NOT NULL,
        day          date   NOT NULL,
        operation    text   NOT NULL,
        actor        text   NOT NULL,
        succeeded    bigint NOT NULL,
        refused      bigint NOT NULL,
        rate_limited bigint NOT NULL,
        failed       bigint NOT NULL,
        CONSTRAINT pk_request_day PRIMARY KEY (tenant_id, day, operation, actor)
      )`);
    await db.query(`CREATE INDEX ix_request_day_age ON platform.request_day (day)`);
    await db.query(`CALL platform.isolate('platform.request_day')`);
    await db.query(`CREATE POLICY writer ON platform.request_day TO CURRENT_USER USING (true) WITH CHECK (true)`);
    await db.query(`CREATE POLICY machine ON platform.request_day TO entrepot_worker USING (true)`);
    await db.query(`GRANT SELECT ON platform.request_day TO entrepot_app`);
    await db.query(`GRANT DELETE ON platform.request_day TO entrepot_worker`);
    // In one order always: two processes that write the same days wait for one another, and never in a ring.
    await this.replaceWriter(
      db,
      `${LOG};
          INSERT INTO platform.request_day AS d (tenant_id, day, operation, actor, succeeded, refused, rate_limited, failed)
          SELECT tenant_id, (created_at AT TIME ZONE 'UTC')::date, coalesce(operation, ''), actor,
                 count(*) FILTER (WHERE status < 400),
                 count(*) FILTER (WHERE status BETWEEN 400 AND 499 AND status <> 429),
                 count(*) FILTER (WHERE status = 429),
                 count(*) FILTER (WHERE status >= 500)
          FROM jsonb_populate_recordset(NULL::platform.request_log, entries)
          GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
          ON CONFLICT (tenant_id, day, operation, actor) DO UPDATE
          SET succeeded = d.succeeded + excluded.succeeded, refused = d.refused + excluded.refused,
              rate_limited = d.rate_limited + excluded.rate_limited, failed = d.failed + excluded.failed`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await this.replaceWriter(db, LOG);
    await db.query(`DROP TABLE platform.request_day`);
  }

  private async replaceWriter(db: QueryRunner, body: string): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION platform.log_requests(entries jsonb) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$${body} $$`);
  }
}
