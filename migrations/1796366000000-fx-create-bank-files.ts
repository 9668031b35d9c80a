import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Files of the bank (camt.053, camt.054) word for word, and what they say of each account and entry. */
export class FxCreateBankFiles1796366000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.bank_file (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        sha256          char(64)    NOT NULL CONSTRAINT ck_bank_file_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        message_type    text        NOT NULL CONSTRAINT ck_bank_file_type CHECK (message_type IN ('camt.053', 'camt.054')),
        message_version text,
        message_id      text        NOT NULL,
        bank_created_at text,
        size_bytes      integer     NOT NULL CONSTRAINT ck_bank_file_size CHECK (size_bytes = octet_length(content)),
        quirks          jsonb       NOT NULL,
        content         bytea       NOT NULL,
        state           text        NOT NULL CONSTRAINT ck_bank_file_state CHECK (state IN ('received', 'taken_in')),
        version         integer     NOT NULL DEFAULT 1,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_bank_file PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_bank_file_content UNIQUE (tenant_id, sha256)
      )`);
    await db.query(`CALL platform.isolate('fx.bank_file')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (state, version, updated_at) ON fx.bank_file TO entrepot_app`);
    await this.createReports(db);
    await this.createEntries(db);
    await this.linkCollections(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX fx.uq_collection_bank_reference`);
    await db.query(`DROP INDEX fx.ix_collection_part_of`);
    await db.query(`ALTER TABLE fx.collection DROP COLUMN reverses, DROP COLUMN part_of`);
    await db.query(
      `CREATE UNIQUE INDEX uq_collection_bank_reference ON fx.collection (tenant_id, account_id, bank_reference)`,
    );
    await db.query(`DROP TABLE fx.bank_entry, fx.bank_report, fx.bank_file`);
  }

  private async createReports(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.bank_report (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        file_id         uuid        NOT NULL,
        ordinal         integer     NOT NULL,
        kind            text        NOT NULL CONSTRAINT ck_bank_report_kind CHECK (kind IN ('statement', 'notification')),
        account_id      uuid        NOT NULL,
        party_id        uuid        NOT NULL,
        account_number  text        NOT NULL,
        reference       text        NOT NULL,
        page            integer     NOT NULL,
        currency        char(3)     NOT NULL,
        from_on         date,
        to_on           date,
        opening_minor   bigint,
        closing_minor   bigint,
        balances        jsonb       NOT NULL,
        checks          jsonb       NOT NULL,
        digest          char(64)    NOT NULL,
        repeats         uuid,
        created_at      timestamptz NOT NULL,
        CONSTRAINT pk_bank_report PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_bank_report_ordinal UNIQUE (tenant_id, file_id, ordinal),
        CONSTRAINT fk_bank_report_file FOREIGN KEY (tenant_id, file_id) REFERENCES fx.bank_file (tenant_id, id),
        CONSTRAINT fk_bank_report_account FOREIGN KEY (tenant_id, account_id)
          REFERENCES fx.collection_account (tenant_id, id),
        CONSTRAINT fk_bank_report_repeats FOREIGN KEY (tenant_id, repeats) REFERENCES fx.bank_report (tenant_id, id)
      )`);
    // A statement is kept once, in however many files it comes.
    await db.query(`
      CREATE UNIQUE INDEX uq_bank_report_statement ON fx.bank_report (tenant_id, account_id, reference, page)
        WHERE kind = 'statement' AND repeats IS NULL`);
    await db.query(`CALL platform.isolate('fx.bank_report')`);
    await db.query(`GRANT SELECT, INSERT ON fx.bank_report TO entrepot_app`);
  }

  private async createEntries(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.bank_entry (
        tenant_id    uuid    NOT NULL,
        file_id      uuid    NOT NULL,
        ordinal      integer NOT NULL,
        report_id    uuid    NOT NULL,
        line         integer NOT NULL,
        reference    text    NOT NULL,
        direction    text    NOT NULL CONSTRAINT ck_bank_entry_direction CHECK (direction IN ('credit', 'debit')),
        is_reversal  boolean NOT NULL,
        status       text    NOT NULL CONSTRAINT ck_bank_entry_status CHECK (status IN ('booked', 'pending')),
        amount_minor bigint  NOT NULL CONSTRAINT ck_bank_entry_amount CHECK (amount_minor >= 0),
        currency     char(3) NOT NULL,
        booked_on    date,
        value_date   date,
        kind_code    text,
        movements    jsonb   NOT NULL,
        outcome      text    NOT NULL
          CONSTRAINT ck_bank_entry_outcome CHECK (outcome IN ('taken_in', 'known', 'pending', 'own_deal', 'noted')),
        CONSTRAINT pk_bank_entry PRIMARY KEY (tenant_id, file_id, ordinal),
        CONSTRAINT fk_bank_entry_report FOREIGN KEY (tenant_id, report_id) REFERENCES fx.bank_report (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_bank_entry_report ON fx.bank_entry (tenant_id, report_id, ordinal)`);
    await db.query(`CALL platform.isolate('fx.bank_entry')`);
    await db.query(`GRANT SELECT, INSERT ON fx.bank_entry TO entrepot_app`);
  }

  /** A bank may give a reversal the reference of what it reverses; a statement may sum up what notices told one by one. */
  private async linkCollections(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE fx.collection
        ADD COLUMN part_of  text,
        ADD COLUMN reverses uuid,
        ADD CONSTRAINT fk_collection_reverses FOREIGN KEY (tenant_id, reverses) REFERENCES fx.collection (tenant_id, id)`);
    await db.query(`
      CREATE INDEX ix_collection_part_of ON fx.collection (tenant_id, account_id, part_of) WHERE part_of IS NOT NULL`);
    await db.query(`DROP INDEX fx.uq_collection_bank_reference`);
    await db.query(`
      CREATE UNIQUE INDEX uq_collection_bank_reference
        ON fx.collection (tenant_id, account_id, bank_reference, entry_kind)`);
  }
}
