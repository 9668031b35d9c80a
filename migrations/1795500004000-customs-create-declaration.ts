import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Export declarations, the messages they were declared with, and every receipt of customs, word for word. */
export class CustomsCreateDeclaration1795500004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA customs`);
    await this.createDeclaration(db);
    await this.createSubmission(db);
    await this.createReceipt(db);
    await db.query(`GRANT USAGE ON SCHEMA customs TO entrepot_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON customs.declaration TO entrepot_app`);
    // What was sent and what came back is never rewritten.
    await db.query(`GRANT SELECT, INSERT ON customs.submission, customs.receipt TO entrepot_app`);
    await db.query(`
      GRANT UPDATE (state, sequence_number, answer, reason, answered_at) ON customs.submission TO entrepot_app`);
    await db.query(`
      GRANT UPDATE (declaration_id, submission_id, outcome, settled_at, times_seen) ON customs.receipt TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP SCHEMA customs CASCADE`);
  }

  private async createDeclaration(db: QueryRunner): Promise<void> {
    // The form is one document: it is filled, mended, validated and declared as a whole.
    await db.query(`
      CREATE TABLE customs.declaration (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        order_id         uuid        NOT NULL,
        reference        text        NOT NULL,
        state            text        NOT NULL CONSTRAINT ck_declaration_state CHECK (state IN
                           ('draft', 'blocked', 'queued', 'submitted', 'accepted', 'reviewing', 'concluded', 'inspecting',
                            'released', 'departed', 'cleared', 'rejected', 'cancelled')),
        attempt          integer     NOT NULL CONSTRAINT ck_declaration_attempt CHECK (attempt >= 0),
        form             jsonb       NOT NULL,
        findings         jsonb       NOT NULL,
        entry_number     char(18),
        inspected        boolean     NOT NULL,
        rejection_reason text,
        export_date      date,
        submitted_at     timestamptz,
        accepted_at      timestamptz,
        released_at      timestamptz,
        departed_at      timestamptz,
        cleared_at       timestamptz,
        expected_by      timestamptz,
        asks             integer     NOT NULL,
        version          integer     NOT NULL DEFAULT 1,
        created_at       timestamptz NOT NULL,
        updated_at       timestamptz NOT NULL,
        CONSTRAINT pk_declaration PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_declaration_entry_number CHECK (
          entry_number IS NOT NULL OR state NOT IN ('accepted', 'reviewing', 'concluded', 'inspecting', 'released', 'departed', 'cleared')),
        CONSTRAINT ck_declaration_export_date CHECK (export_date IS NOT NULL OR state NOT IN ('departed', 'cleared')),
        CONSTRAINT ck_declaration_expected_by CHECK (
          (expected_by IS NOT NULL) = (state IN ('queued', 'submitted', 'accepted', 'reviewing', 'concluded', 'inspecting', 'released', 'departed')))
      ) WITH (fillfactor = 80)`);
    await db.query(`CREATE UNIQUE INDEX uq_declaration_order ON customs.declaration (tenant_id, order_id)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_declaration_entry_number ON customs.declaration (tenant_id, entry_number)
        WHERE entry_number IS NOT NULL`);
    await db.query(`CREATE INDEX ix_declaration_state ON customs.declaration (tenant_id, state, id)`);
    await db.query(`
      CREATE INDEX ix_declaration_expected_by ON customs.declaration (expected_by) WHERE expected_by IS NOT NULL`);
    await db.query(`CALL platform.isolate('customs.declaration')`);
  }

  private async createSubmission(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customs.submission (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        declaration_id   uuid        NOT NULL,
        attempt          integer     NOT NULL CONSTRAINT ck_submission_attempt CHECK (attempt > 0),
        client_reference char(18)    NOT NULL,
        message          text        NOT NULL,
        fields           integer     NOT NULL,
        state            text        NOT NULL CONSTRAINT ck_submission_state CHECK (state IN
                           ('queued', 'taken', 'refused', 'accepted', 'rejected')),
        sequence_number  text,
        answer           text,
        reason           text,
        answered_at      timestamptz,
        created_at       timestamptz NOT NULL,
        CONSTRAINT pk_submission PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_submission_declaration FOREIGN KEY (tenant_id, declaration_id)
          REFERENCES customs.declaration (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_submission_attempt ON customs.submission (tenant_id, declaration_id, attempt)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_submission_client_reference ON customs.submission (tenant_id, client_reference)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_submission_sequence_number ON customs.submission (tenant_id, sequence_number)
        WHERE sequence_number IS NOT NULL`);
    await db.query(`CALL platform.isolate('customs.submission')`);
  }

  private async createReceipt(db: QueryRunner): Promise<void> {
    // A receipt may come before we know whose it is: it is kept, and finds its declaration by its number.
    await db.query(`
      CREATE TABLE customs.receipt (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        digest          text        NOT NULL,
        declaration_id  uuid,
        submission_id   uuid,
        kind            text        NOT NULL CONSTRAINT ck_receipt_kind CHECK (kind IN
                          ('accepted', 'reviewing', 'concluded', 'inspecting', 'released', 'departed', 'cleared',
                           'rejected', 'deleted', 'other')),
        code            text        NOT NULL,
        sequence_number text,
        entry_number    text,
        noticed_at      timestamptz,
        export_date     date,
        note            text        NOT NULL,
        body            text        NOT NULL,
        source          text        NOT NULL CONSTRAINT ck_receipt_source CHECK (source IN ('callback', 'asked')),
        outcome         text        NOT NULL CONSTRAINT ck_receipt_outcome CHECK (outcome IN
                          ('waiting', 'applied', 'late', 'held', 'ignored', 'superseded')),
        settled_at      timestamptz,
        times_seen      integer     NOT NULL,
        created_at      timestamptz NOT NULL,
        CONSTRAINT pk_receipt PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_receipt_declaration FOREIGN KEY (tenant_id, declaration_id)
          REFERENCES customs.declaration (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_receipt_digest ON customs.receipt (tenant_id, digest)`);
    await db.query(`CREATE INDEX ix_receipt_declaration ON customs.receipt (tenant_id, declaration_id, id)`);
    await db.query(`
      CREATE INDEX ix_receipt_waiting_sequence ON customs.receipt (tenant_id, sequence_number) WHERE outcome = 'waiting'`);
    await db.query(`
      CREATE INDEX ix_receipt_waiting_entry ON customs.receipt (tenant_id, entry_number) WHERE outcome = 'waiting'`);
    await db.query(`CALL platform.isolate('customs.receipt')`);
  }
}
