import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A receiver within the platform: what it is to answer, and what was sent to it. */
export class WebhooksCreateInbox1796180000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE webhooks.inbox (
        tenant_id   uuid        CONSTRAINT pk_inbox PRIMARY KEY,
        endpoint_id uuid        NOT NULL,
        token_hash  bytea       NOT NULL,
        status      integer     NOT NULL CONSTRAINT ck_inbox_status CHECK (status BETWEEN 200 AND 599),
        delay_ms    integer     NOT NULL CONSTRAINT ck_inbox_delay CHECK (delay_ms >= 0),
        created_at  timestamptz NOT NULL,
        version     integer     NOT NULL DEFAULT 1
      )`);
    await db.query(`CALL platform.isolate('webhooks.inbox')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (endpoint_id, token_hash, status, delay_ms, created_at, version)
        ON webhooks.inbox TO entrepot_app`);
    await db.query(`
      CREATE TABLE webhooks.inbox_message (
        tenant_id          uuid        NOT NULL,
        id                 uuid        NOT NULL,
        received_at        timestamptz NOT NULL,
        headers            jsonb       NOT NULL,
        body               bytea       NOT NULL,
        signature_verified boolean     NOT NULL,
        answered_status    integer     NOT NULL,
        CONSTRAINT pk_inbox_message PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('webhooks.inbox_message')`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON webhooks.inbox_message TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE webhooks.inbox_message`);
    await db.query(`DROP TABLE webhooks.inbox`);
  }
}
