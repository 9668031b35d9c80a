import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Runs that match whatever waits: where each is, and what came of it. */
export class FxCreateMatchRuns1796375001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.match_run (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        oldest_first boolean     NOT NULL,
        slice        integer     NOT NULL DEFAULT 0,
        account_id   uuid,
        payer_key    text        NOT NULL DEFAULT '',
        after_id     uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
        matched      integer     NOT NULL DEFAULT 0,
        in_part      integer     NOT NULL DEFAULT 0,
        suggested    integer     NOT NULL DEFAULT 0,
        unknown      integer     NOT NULL DEFAULT 0,
        created_at   timestamptz NOT NULL,
        ended_at     timestamptz,
        CONSTRAINT pk_match_run PRIMARY KEY (tenant_id, id)
      )`);
    // One at a time: two would wait for each other at every account.
    await db.query(`CREATE UNIQUE INDEX uq_match_run_open ON fx.match_run (tenant_id) WHERE ended_at IS NULL`);
    await db.query(`CALL platform.isolate('fx.match_run')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.match_run TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fx.match_run`);
  }
}
