import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Named readers of the event feed, and how far each has come: kept here, so that a reader may forget everything. */
export class WebhooksCreateEventConsumer1796120006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE webhooks.event_consumer (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        name            text        NOT NULL,
        position        bigint      NOT NULL,
        created_at      timestamptz NOT NULL,
        acknowledged_at timestamptz,
        CONSTRAINT pk_event_consumer PRIMARY KEY (tenant_id, id)
      ) WITH (fillfactor = 70)`);
    await db.query(`CREATE UNIQUE INDEX uq_event_consumer_name ON webhooks.event_consumer (tenant_id, name)`);
    await db.query(`CALL platform.isolate('webhooks.event_consumer')`);
    await db.query(
      `GRANT SELECT, INSERT, DELETE, UPDATE (position, acknowledged_at) ON webhooks.event_consumer TO entrepot_app`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE webhooks.event_consumer`);
  }
}
