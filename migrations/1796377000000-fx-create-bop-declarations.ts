import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Declarations of foreign receipts, what was said before they were corrected, and messages of currency control. */
export class FxCreateBopDeclarations1796377000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.currency_control_settings (
        tenant_id            uuid        NOT NULL CONSTRAINT pk_currency_control_settings PRIMARY KEY,
        institution_code     text        NOT NULL
          CONSTRAINT ck_currency_control_settings_institution CHECK (institution_code ~ '^[0-9]{12}$'),
        channel              text        NOT NULL
          CONSTRAINT ck_currency_control_settings_channel CHECK (channel IN ('bank_api', 'iso20022')),
        class_a_under_review boolean     NOT NULL,
        directory            text        NOT NULL
          CONSTRAINT ck_currency_control_settings_directory CHECK (directory IN ('off', 'warn', 'block')),
        updated_at           timestamptz NOT NULL
      )`);
    await db.query(`CALL platform.isolate('fx.currency_control_settings')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.currency_control_settings TO entrepot_app`);
    // A serial is taken with the declaration: whoever is undone gives it back, so none is missing.
    await db.query(`
      CREATE TABLE fx.bop_serial (
        tenant_id   uuid    NOT NULL,
        institution text    NOT NULL,
        day         date    NOT NULL,
        last        integer NOT NULL CONSTRAINT ck_bop_serial_last CHECK (last BETWEEN 1 AND 10000),
        CONSTRAINT pk_bop_serial PRIMARY KEY (tenant_id, institution, day)
      )`);
    await db.query(`CALL platform.isolate('fx.bop_serial')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.bop_serial TO entrepot_app`);
    await this.createDeclarations(db);
    await this.createMessages(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'fx.bop_declaration'`);
    await db.query(`
      DROP TABLE fx.currency_control_message, fx.bop_revision, fx.bop_declaration, fx.bop_serial,
                 fx.currency_control_settings`);
  }

  private async createDeclarations(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.bop_declaration (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        collection_id   uuid        NOT NULL,
        party_id        uuid        NOT NULL,
        order_id        uuid,
        number          text        NOT NULL CONSTRAINT ck_bop_declaration_number CHECK (number ~ '^[0-9]{22}$'),
        state           text        NOT NULL CONSTRAINT ck_bop_declaration_state CHECK (state IN
                          ('draft', 'submitted', 'accepted', 'rejected', 'deletion_submitted', 'deleted')),
        revision        integer     NOT NULL,
        was_accepted    boolean     NOT NULL,
        is_edited       boolean     NOT NULL,
        credited_on     date        NOT NULL,
        due_on          date        NOT NULL,
        amount_minor    bigint      NOT NULL CONSTRAINT ck_bop_declaration_amount CHECK (amount_minor > 0),
        amount_currency char(3)     NOT NULL,
        settled         jsonb,
        content         jsonb       NOT NULL,
        proposal        jsonb       NOT NULL,
        attempt         integer     NOT NULL,
        queued_at       timestamptz,
        expected_by     timestamptz,
        reason_code     text,
        reason          text,
        why_corrected   text,
        bank_reference  text,
        decided_at      timestamptz,
        version         integer     NOT NULL,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_bop_declaration PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_bop_declaration_collection FOREIGN KEY (tenant_id, collection_id)
          REFERENCES fx.collection (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_bop_declaration_collection ON fx.bop_declaration (tenant_id, collection_id)`);
    await db.query(`CREATE UNIQUE INDEX uq_bop_declaration_number ON fx.bop_declaration (tenant_id, number)`);
    await db.query(`CREATE INDEX ix_bop_declaration_order ON fx.bop_declaration (tenant_id, order_id)`);
    await db.query(`CALL platform.isolate('fx.bop_declaration')`);
    await db.query(`CALL platform.watch('fx.bop_declaration')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.bop_declaration TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.bop_revision (
        tenant_id      uuid        NOT NULL,
        declaration_id uuid        NOT NULL,
        revision       integer     NOT NULL,
        state          text        NOT NULL,
        content        jsonb       NOT NULL,
        why_corrected  text        NOT NULL,
        kept_at        timestamptz NOT NULL,
        CONSTRAINT pk_bop_revision PRIMARY KEY (tenant_id, declaration_id, revision),
        CONSTRAINT fk_bop_revision_declaration FOREIGN KEY (tenant_id, declaration_id)
          REFERENCES fx.bop_declaration (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('fx.bop_revision')`);
    await db.query(`GRANT SELECT, INSERT ON fx.bop_revision TO entrepot_app`);
  }

  /** Word for word, as they went and came. */
  private async createMessages(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.currency_control_message (
        tenant_id      uuid        NOT NULL,
        id             uuid        NOT NULL,
        direction      text        NOT NULL CONSTRAINT ck_currency_control_message_direction CHECK (direction IN ('out', 'in')),
        message_type   text        NOT NULL,
        message_id     text        NOT NULL,
        declaration_id uuid,
        content        text        NOT NULL,
        created_at     timestamptz NOT NULL,
        CONSTRAINT pk_currency_control_message PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_currency_control_message_declaration FOREIGN KEY (tenant_id, declaration_id)
          REFERENCES fx.bop_declaration (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_currency_control_message_id
        ON fx.currency_control_message (tenant_id, direction, message_id)`);
    await db.query(`
      CREATE INDEX ix_currency_control_message_declaration
        ON fx.currency_control_message (tenant_id, declaration_id)`);
    await db.query(`CALL platform.isolate('fx.currency_control_message')`);
    await db.query(`GRANT SELECT, INSERT ON fx.currency_control_message TO entrepot_app`);
  }
}
