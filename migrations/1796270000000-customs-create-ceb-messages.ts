import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What leaves for e-commerce customs (跨境电商统一版), message by message, and all that it answers. */
export class CustomsCreateCebMessages1796270000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createMessage(db);
    await this.createReceipt(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'customs.ceb_message'`);
    await db.query(`DROP TABLE customs.ceb_receipt, customs.ceb_message`);
  }

  private async createMessage(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customs.ceb_message (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        guid         char(36)    NOT NULL,
        message      text        NOT NULL,
        direction    text        NOT NULL CONSTRAINT ck_ceb_message_direction CHECK (direction IN ('export', 'import')),
        sender_id    text        NOT NULL,
        records      integer     NOT NULL CONSTRAINT ck_ceb_message_records CHECK (records > 0),
        subject_type text,
        subject_id   uuid,
        body         bytea       NOT NULL,
        body_bytes   integer     NOT NULL,
        must_sign    boolean     NOT NULL,
        signed_at    timestamptz,
        state        text        NOT NULL CONSTRAINT ck_ceb_message_state CHECK (state IN
                       ('queued', 'sent', 'answered', 'refused', 'send_failed')),
        attempts     integer     NOT NULL DEFAULT 0,
        asks         integer     NOT NULL DEFAULT 0,
        reason       jsonb,
        sent_at      timestamptz,
        answered_at  timestamptz,
        expected_by  timestamptz,
        created_at   timestamptz NOT NULL,
        updated_at   timestamptz NOT NULL,
        CONSTRAINT pk_ceb_message PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_ceb_message_subject CHECK ((subject_type IS NULL) = (subject_id IS NULL)),
        CONSTRAINT ck_ceb_message_signed CHECK (state <> 'sent' OR NOT must_sign OR signed_at IS NOT NULL),
        CONSTRAINT ck_ceb_message_expected_by CHECK ((expected_by IS NOT NULL) = (state IN ('queued', 'sent')))
      ) WITH (fillfactor = 80)`);
    // It is sealed: PostgreSQL finds nothing in it to compress.
    await db.query(`ALTER TABLE customs.ceb_message ALTER COLUMN body SET STORAGE EXTERNAL`);
    await db.query(`CREATE UNIQUE INDEX uq_ceb_message_guid ON customs.ceb_message (tenant_id, guid)`);
    await db.query(`
      CREATE INDEX ix_ceb_message_subject ON customs.ceb_message (tenant_id, subject_id) WHERE subject_id IS NOT NULL`);
    await db.query(`
      CREATE INDEX ix_ceb_message_expected_by ON customs.ceb_message (expected_by) WHERE expected_by IS NOT NULL`);
    await db.query(`
      CREATE INDEX ix_ceb_message_signed ON customs.ceb_message (tenant_id, signed_at) WHERE signed_at IS NOT NULL`);
    await db.query(`CALL platform.isolate('customs.ceb_message')`);
    await db.query(`CALL platform.watch('customs.ceb_message')`);
    await db.query(`GRANT SELECT, INSERT ON customs.ceb_message TO entrepot_app`);
    // The body is written once more: when it is signed, before it leaves.
    await db.query(`
      GRANT UPDATE (body, body_bytes, signed_at, state, attempts, asks, reason, sent_at, answered_at, expected_by, updated_at)
        ON customs.ceb_message TO entrepot_app`);
  }

  private async createReceipt(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customs.ceb_receipt (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        digest       bytea       NOT NULL,
        message      text,
        guid         text,
        records      integer     NOT NULL,
        source       text        NOT NULL CONSTRAINT ck_ceb_receipt_source CHECK (source IN ('callback', 'asked')),
        outcome      text        NOT NULL CONSTRAINT ck_ceb_receipt_outcome CHECK (outcome IN
                       ('waiting', 'taken', 'ignored', 'refused')),
        reason       text,
        body         bytea       NOT NULL,
        body_bytes   integer     NOT NULL,
        times_seen   integer     NOT NULL,
        created_at   timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        settled_at   timestamptz,
        CONSTRAINT pk_ceb_receipt PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_ceb_receipt_reason CHECK ((outcome = 'refused') = (reason IS NOT NULL)),
        CONSTRAINT ck_ceb_receipt_settled CHECK ((outcome = 'waiting') = (settled_at IS NULL))
      )`);
    await db.query(`ALTER TABLE customs.ceb_receipt ALTER COLUMN body SET STORAGE EXTERNAL`);
    await db.query(`CREATE UNIQUE INDEX uq_ceb_receipt_digest ON customs.ceb_receipt (tenant_id, digest)`);
    // Counted before another is kept.
    await db.query(`
      CREATE INDEX ix_ceb_receipt_refused ON customs.ceb_receipt (tenant_id, id) WHERE outcome = 'refused'`);
    await db.query(`CALL platform.isolate('customs.ceb_receipt')`);
    await db.query(`GRANT SELECT, INSERT ON customs.ceb_receipt TO entrepot_app`);
    await db.query(`
      GRANT UPDATE (message, guid, records, outcome, reason, times_seen, last_seen_at, settled_at)
        ON customs.ceb_receipt TO entrepot_app`);
  }
}
