import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What was exported for principals (代理出口), and the certificates with which they claim the refund themselves. */
export class TaxRefundCreateAgencyCertificates1796364000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createExport(db);
    await this.createCertificate(db);
    await this.createLines(db);
    await this.createMessages(db);
    await this.holdItems(db);
    await this.nameDeadlines(db, [...KINDS, 'agency_certificate']);
  }

  async down(db: QueryRunner): Promise<void> {
    // The owner sees no rows while that is forced.
    await db.query(`ALTER TABLE tax_refund.deadline NO FORCE ROW LEVEL SECURITY`);
    await db.query(`DELETE FROM tax_refund.deadline WHERE kind = 'agency_certificate'`);
    await db.query(`ALTER TABLE tax_refund.deadline FORCE ROW LEVEL SECURITY`);
    await this.nameDeadlines(db, KINDS);
    await db.query(`DROP TRIGGER hold_items ON tax_refund.claim_line`);
    await db.query(`DROP TRIGGER free_items ON tax_refund.claim_line`);
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'tax_refund.agency_certificate'`);
    await db.query(`
      DROP TABLE tax_refund.agency_certificate_message, tax_refund.agency_certificate_line,
                 tax_refund.agency_certificate, tax_refund.agency_export, tax_refund.declared_item_hold`);
    await db.query(`DROP FUNCTION tax_refund.hold_items(), tax_refund.free_items()`);
  }

  private async createExport(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.agency_export (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        order_reference text        NOT NULL,
        seller_id       uuid        NOT NULL,
        agent           jsonb       NOT NULL,
        declarations    jsonb       NOT NULL,
        version         integer     NOT NULL DEFAULT 1,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_agency_export PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.agency_export')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON tax_refund.agency_export TO entrepot_app`);
  }

  private async createCertificate(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.agency_certificate (
        tenant_id          uuid        NOT NULL,
        id                 uuid        NOT NULL,
        order_id           uuid        NOT NULL,
        order_reference    text        NOT NULL,
        agent              jsonb       NOT NULL,
        principal          jsonb       NOT NULL,
        agreement          jsonb       NOT NULL,
        apply_by           date        NOT NULL,
        replaces_id        uuid,
        state              text        NOT NULL CONSTRAINT ck_agency_certificate_state CHECK (state IN
                             ('drafted', 'queued', 'applied', 'issued', 'refused', 'voiding', 'voided', 'abandoned')),
        attempt            integer     NOT NULL CONSTRAINT ck_agency_certificate_attempt CHECK (attempt >= 0),
        void_attempt       integer     NOT NULL CONSTRAINT ck_agency_certificate_void_attempt CHECK (void_attempt >= 0),
        application_number text,
        applied_on         date,
        certificate_number text,
        issued_on          date,
        reason             text,
        void_reason        text,
        asks               integer     NOT NULL,
        expected_by        timestamptz,
        version            integer     NOT NULL DEFAULT 1,
        created_at         timestamptz NOT NULL,
        updated_at         timestamptz NOT NULL,
        CONSTRAINT pk_agency_certificate PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_agency_certificate_order FOREIGN KEY (tenant_id, order_id)
          REFERENCES tax_refund.agency_export (tenant_id, id),
        CONSTRAINT fk_agency_certificate_replaces FOREIGN KEY (tenant_id, replaces_id)
          REFERENCES tax_refund.agency_certificate (tenant_id, id),
        CONSTRAINT uq_agency_certificate_replaces UNIQUE (tenant_id, replaces_id),
        CONSTRAINT ck_agency_certificate_issued CHECK (
          (state IN ('issued', 'voiding', 'voided')) = (certificate_number IS NOT NULL)
          AND (certificate_number IS NULL) = (issued_on IS NULL)),
        CONSTRAINT ck_agency_certificate_expected_by CHECK (
          (expected_by IS NOT NULL) = (state IN ('queued', 'applied', 'voiding')))
      )`);
    await db.query(`
      CREATE INDEX ix_agency_certificate_order ON tax_refund.agency_certificate (tenant_id, order_id, id)`);
    await db.query(`CALL platform.isolate('tax_refund.agency_certificate')`);
    await db.query(`CALL platform.watch('tax_refund.agency_certificate')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON tax_refund.agency_certificate TO entrepot_app`);
  }

  private async createLines(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.agency_certificate_line (
        tenant_id        uuid    NOT NULL,
        certificate_id   uuid    NOT NULL,
        line_number      integer NOT NULL,
        declaration_line text    NOT NULL CONSTRAINT ck_agency_certificate_line_key CHECK (declaration_line ~ '^[0-9]{21}$'),
        export_date      date    NOT NULL,
        hs_code          text    NOT NULL,
        goods_name       text    NOT NULL,
        quantity         numeric NOT NULL,
        unit             text    NOT NULL,
        fob_minor        bigint  NOT NULL,
        fob_currency     char(3) NOT NULL,
        released         boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_agency_certificate_line PRIMARY KEY (tenant_id, certificate_id, line_number),
        CONSTRAINT fk_agency_certificate_line FOREIGN KEY (tenant_id, certificate_id)
          REFERENCES tax_refund.agency_certificate (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.agency_certificate_line')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (released) ON tax_refund.agency_certificate_line TO entrepot_app`);
  }

  private async createMessages(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.agency_certificate_message (
        tenant_id      uuid        NOT NULL,
        id             uuid        NOT NULL,
        certificate_id uuid        NOT NULL,
        kind           text        NOT NULL CONSTRAINT ck_agency_certificate_message_kind CHECK (kind IN ('application', 'voidance')),
        attempt        integer     NOT NULL,
        reference      text        NOT NULL,
        body           text        NOT NULL,
        state          text        NOT NULL CONSTRAINT ck_agency_certificate_message_state CHECK (state IN ('queued', 'taken', 'refused')),
        reason         text,
        answered_at    timestamptz,
        created_at     timestamptz NOT NULL,
        CONSTRAINT pk_agency_certificate_message PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_agency_certificate_message FOREIGN KEY (tenant_id, certificate_id)
          REFERENCES tax_refund.agency_certificate (tenant_id, id),
        CONSTRAINT uq_agency_certificate_message_attempt UNIQUE (tenant_id, certificate_id, kind, attempt),
        CONSTRAINT uq_agency_certificate_message_reference UNIQUE (tenant_id, reference)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.agency_certificate_message')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (state, reason, answered_at) ON tax_refund.agency_certificate_message TO entrepot_app`);
  }

  /** A declared item is claimed by us or certified for a principal, never both, whoever races: one key for both tables. */
  private async holdItems(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.declared_item_hold (
        tenant_id        uuid NOT NULL,
        declaration_line text NOT NULL,
        held_by          text NOT NULL CONSTRAINT ck_declared_item_hold_by CHECK (held_by IN ('claim', 'agency_certificate')),
        CONSTRAINT pk_declared_item_hold PRIMARY KEY (tenant_id, declaration_line)
      )`);
    await db.query(`ALTER TABLE tax_refund.claim_line NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      INSERT INTO tax_refund.declared_item_hold (tenant_id, declaration_line, held_by)
      SELECT tenant_id, declaration_line, 'claim' FROM tax_refund.claim_line WHERE NOT released`);
    await db.query(`ALTER TABLE tax_refund.claim_line FORCE ROW LEVEL SECURITY`);
    await db.query(`CALL platform.isolate('tax_refund.declared_item_hold')`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON tax_refund.declared_item_hold TO entrepot_app`);
    await db.query(`
      CREATE FUNCTION tax_refund.hold_items() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO tax_refund.declared_item_hold (tenant_id, declaration_line, held_by)
        SELECT tenant_id, declaration_line, TG_ARGV[0] FROM added WHERE NOT released;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE FUNCTION tax_refund.free_items() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM tax_refund.declared_item_hold h USING after_change a
        WHERE h.tenant_id = a.tenant_id AND h.declaration_line = a.declaration_line AND h.held_by = TG_ARGV[0] AND a.released;
        RETURN NULL;
      END $$`);
    const holders = [
      ['claim_line', 'claim'],
      ['agency_certificate_line', 'agency_certificate'],
    ] as const;
    for (const [table, holder] of holders) {
      await db.query(`
        CREATE TRIGGER hold_items AFTER INSERT ON tax_refund.${table} REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION tax_refund.hold_items('${holder}')`);
      await db.query(`
        CREATE TRIGGER free_items AFTER UPDATE ON tax_refund.${table} REFERENCING NEW TABLE AS after_change
        FOR EACH STATEMENT EXECUTE FUNCTION tax_refund.free_items('${holder}')`);
    }
  }

  private async nameDeadlines(db: QueryRunner, kinds: readonly string[]): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.deadline DROP CONSTRAINT ck_deadline_kind`);
    await db.query(`
      ALTER TABLE tax_refund.deadline ADD CONSTRAINT ck_deadline_kind
        CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))`);
  }
}

const KINDS = ['filing_window', 'collection', 'thirty_six_months', 'evidence_documents'];
