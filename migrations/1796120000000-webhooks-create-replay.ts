import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Events that are to be sent to an endpoint once more, or at last: asked for by a caller, worked off in pieces. */
export class WebhooksCreateReplay1796120000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE webhooks.replay (
        tenant_id     uuid        NOT NULL,
        id            uuid        NOT NULL,
        endpoint_id   uuid        NOT NULL,
        event_id      uuid,
        since         timestamptz,
        until         timestamptz,
        missing       boolean     NOT NULL,
        state         text        NOT NULL CONSTRAINT ck_replay_state CHECK (state IN ('running', 'completed', 'stopped')),
        position      bigint      NOT NULL,
        last_position bigint      NOT NULL,
        queued        integer     NOT NULL DEFAULT 0,
        created_at    timestamptz NOT NULL,
        worked_at     timestamptz NOT NULL,
        completed_at  timestamptz,
        CONSTRAINT pk_replay PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX uq_replay_running ON webhooks.replay (tenant_id, endpoint_id) WHERE state = 'running'`,
    );
    await db.query(`CREATE INDEX ix_replay_next ON webhooks.replay (worked_at) WHERE state = 'running'`);
    await db.query(`CREATE INDEX ix_replay_endpoint ON webhooks.replay (tenant_id, endpoint_id, id)`);
    await db.query(`CALL platform.isolate('webhooks.replay')`);
    await db.query(`CREATE POLICY machine ON webhooks.replay TO entrepot_worker USING (true) WITH CHECK (true)`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (state) ON webhooks.replay TO entrepot_app`);
    await db.query(
      `GRANT UPDATE (state, position, queued, worked_at, completed_at) ON webhooks.replay TO entrepot_worker`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE webhooks.replay`);
  }
}
