import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Webhook receivers, what is owed to each, and every attempt that was made. */
export class WebhooksCreateEndpointsAndDeliveries1795500009000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA webhooks`);
    await db.query(`GRANT USAGE ON SCHEMA webhooks TO entrepot_app`);
    await db.query(`
      CREATE TABLE webhooks.endpoint (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        url             text        NOT NULL,
        description     text        NOT NULL,
        event_types     text[]      NOT NULL,
        state           text        NOT NULL CONSTRAINT ck_endpoint_state CHECK (state IN ('enabled', 'disabled', 'removed')),
        disabled_reason text        CONSTRAINT ck_endpoint_disabled_reason CHECK (disabled_reason IN ('gone', 'failing', 'by_caller')),
        secret_box      bytea       NOT NULL,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        version         integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_endpoint PRIMARY KEY (tenant_id, id)
      )`);
    // Apart from the endpoint, since they change with every batch and no caller edits them.
    await db.query(`
      CREATE TABLE webhooks.endpoint_progress (
        tenant_id            uuid        NOT NULL,
        endpoint_id          uuid        NOT NULL,
        fed_position         bigint      NOT NULL,
        consecutive_failures integer     NOT NULL DEFAULT 0,
        failing_since        timestamptz,
        open_until           timestamptz,
        CONSTRAINT pk_endpoint_progress PRIMARY KEY (tenant_id, endpoint_id)
      ) WITH (fillfactor = 50)`);
    await db.query(`
      CREATE TABLE webhooks.delivery (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        endpoint_id     uuid        NOT NULL,
        event_id        uuid        NOT NULL,
        state           text        NOT NULL CONSTRAINT ck_delivery_state CHECK (state IN ('pending', 'delivered', 'failed')),
        attempts        integer     NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL,
        last_status     integer,
        last_error      text,
        delivered_at    timestamptz,
        created_at      timestamptz NOT NULL,
        CONSTRAINT pk_delivery PRIMARY KEY (tenant_id, id)
      ) WITH (fillfactor = 70)`);
    await db.query(`CREATE UNIQUE INDEX uq_delivery_event ON webhooks.delivery (tenant_id, endpoint_id, event_id)`);
    await db.query(`
      CREATE INDEX ix_delivery_due ON webhooks.delivery (tenant_id, endpoint_id, next_attempt_at) WHERE state = 'pending'`);
    await db.query(`
      CREATE TABLE webhooks.attempt (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        delivery_id  uuid        NOT NULL,
        number       integer     NOT NULL,
        started_at   timestamptz NOT NULL,
        duration_ms  integer     NOT NULL,
        status       integer,
        error        text,
        response     text,
        CONSTRAINT pk_attempt PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_attempt_delivery ON webhooks.attempt (tenant_id, delivery_id, number)`);
    for (const table of ['endpoint', 'endpoint_progress', 'delivery', 'attempt']) {
      await db.query(`CALL platform.isolate('webhooks.${table}')`);
      await db.query(`CREATE POLICY machine ON webhooks.${table} TO entrepot_worker USING (true) WITH CHECK (true)`);
    }
    await db.query(`GRANT SELECT, INSERT, UPDATE ON webhooks.endpoint, webhooks.endpoint_progress TO entrepot_app`);
    await db.query(`GRANT SELECT, UPDATE (state, attempts, next_attempt_at) ON webhooks.delivery TO entrepot_app`);
    await db.query(`GRANT SELECT ON webhooks.attempt TO entrepot_app`);
    await db.query(`GRANT INSERT, UPDATE ON webhooks.delivery TO entrepot_worker`);
    await db.query(`GRANT INSERT ON webhooks.attempt TO entrepot_worker`);
    await db.query(`GRANT SELECT ON platform.event_feed_head TO entrepot_app`);
    await db.query(
      `CREATE POLICY tenant_reads ON platform.event_feed_head FOR SELECT TO entrepot_app USING (tenant_id = (SELECT platform.current_tenant()))`,
    );
    await db.query(
      `CREATE POLICY machine ON platform.event_feed_head TO entrepot_worker USING (true) WITH CHECK (true)`,
    );
    await db.query(`ALTER TABLE platform.event_feed_head ENABLE ROW LEVEL SECURITY`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE platform.event_feed_head DISABLE ROW LEVEL SECURITY`);
    await db.query(`DROP POLICY machine ON platform.event_feed_head`);
    await db.query(`DROP POLICY tenant_reads ON platform.event_feed_head`);
    await db.query(`REVOKE SELECT ON platform.event_feed_head FROM entrepot_app`);
    await db.query(`DROP SCHEMA webhooks CASCADE`);
  }
}
