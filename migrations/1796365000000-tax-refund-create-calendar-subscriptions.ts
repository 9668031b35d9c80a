import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Addresses under which calendar programs read the deadlines of refunds; of what lets one in only the hash is kept. */
export class TaxRefundCreateCalendarSubscriptions1796365000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.calendar_subscription (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        name         text        NOT NULL,
        language     text        NOT NULL CONSTRAINT ck_calendar_subscription_language CHECK (language IN ('en', 'zh')),
        kinds        text[],
        seller_id    uuid,
        token_hash   bytea       NOT NULL,
        made_by      text        NOT NULL,
        created_at   timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at   timestamptz,
        version      integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_calendar_subscription PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_calendar_subscription_token UNIQUE (tenant_id, token_hash)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.calendar_subscription')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (last_used_at, revoked_at, version)
        ON tax_refund.calendar_subscription TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE tax_refund.calendar_subscription`);
  }
}
