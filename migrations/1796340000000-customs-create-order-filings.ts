import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Orders that customs must have before their declaration (9710, 9810). */
export class CustomsCreateOrderFilings1796340000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customs.order_filing (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        order_id         uuid        NOT NULL,
        reference        text        NOT NULL,
        supervision_mode text        NOT NULL,
        state            text        NOT NULL CONSTRAINT ck_order_filing_state CHECK (state IN
                           ('waiting', 'sent', 'accepted', 'refused', 'cancelled')),
        attempt          integer     NOT NULL,
        paper            jsonb       NOT NULL,
        profile_id       uuid,
        message_id       uuid,
        record_guid      text,
        findings         jsonb       NOT NULL,
        customs_said     text,
        asks             integer     NOT NULL,
        expected_by      timestamptz,
        sent_at          timestamptz,
        answered_at      timestamptz,
        version          integer     NOT NULL DEFAULT 1,
        created_at       timestamptz NOT NULL,
        updated_at       timestamptz NOT NULL,
        CONSTRAINT pk_order_filing PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_order_filing_expected_by CHECK ((expected_by IS NOT NULL) = (state = 'sent')),
        CONSTRAINT ck_order_filing_message CHECK ((message_id IS NULL) = (attempt = 0) AND (record_guid IS NULL) = (attempt = 0))
      ) WITH (fillfactor = 80)`);
    await db.query(`CREATE UNIQUE INDEX uq_order_filing_order ON customs.order_filing (tenant_id, order_id)`);
    await db.query(`CREATE UNIQUE INDEX uq_order_filing_record ON customs.order_filing (tenant_id, record_guid)`);
    await db.query(`
      CREATE INDEX ix_order_filing_expected_by ON customs.order_filing (expected_by) WHERE expected_by IS NOT NULL`);
    await db.query(`CALL platform.isolate('customs.order_filing')`);
    await db.query(`CALL platform.watch('customs.order_filing')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON customs.order_filing TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'customs.order_filing'`);
    await db.query(`DROP TABLE customs.order_filing`);
  }
}
