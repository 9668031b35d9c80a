import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Official tables that were prepared elsewhere, and what was declared by them: that is claimed here no more. */
export class TaxRefundCreateDeclarationImports1796362000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createImports(db);
    await this.createDeclared(db);
    await this.refuse(db);
    // What a table names is looked up by declared item and by number of invoice.
    await db.query(`CREATE INDEX ix_claim_line_item ON tax_refund.claim_line (tenant_id, declaration_line)`);
    await db.query(`CREATE INDEX ix_allocation_invoice_line ON tax_refund.allocation (tenant_id, invoice_line_id)`);
    await db.query(`
      CREATE INDEX ix_invoice_voucher ON tax_refund.invoice (tenant_id, (coalesce(invoice_code, '') || invoice_number))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP INDEX tax_refund.ix_invoice_voucher, tax_refund.ix_allocation_invoice_line, tax_refund.ix_claim_line_item`,
    );
    await db.query(`DROP TRIGGER refuse_declared_elsewhere ON tax_refund.claim_line`);
    await db.query(`DROP FUNCTION tax_refund.refuse_declared_elsewhere()`);
    // What was declared elsewhere is not known any more: its invoices are free, as they were before.
    for (const table of ['invoice_line', 'declared_share']) {
      await db.query(`ALTER TABLE tax_refund.${table} NO FORCE ROW LEVEL SECURITY`);
    }
    await db.query(`
      UPDATE tax_refund.invoice_line l
      SET allocated_quantity = l.allocated_quantity - s.quantity, allocated_minor = l.allocated_minor - s.amount_minor
      FROM (
        SELECT tenant_id, invoice_line_id, sum(quantity) AS quantity, sum(amount_minor) AS amount_minor
        FROM tax_refund.declared_share GROUP BY tenant_id, invoice_line_id) s
      WHERE l.tenant_id = s.tenant_id AND l.id = s.invoice_line_id`);
    await db.query(`ALTER TABLE tax_refund.invoice_line FORCE ROW LEVEL SECURITY`);
    await db.query(`
      DROP TABLE tax_refund.declared_share, tax_refund.declared_purchase, tax_refund.declared_item,
        tax_refund.declaration_import_row, tax_refund.declaration_import, tax_refund.declaration_slice`);
  }

  private async createImports(db: QueryRunner): Promise<void> {
    // Rows of a table that is being sent: they are of no import before all of them are here.
    await db.query(`
      CREATE TABLE tax_refund.declaration_slice (
        tenant_id  uuid        NOT NULL,
        upload_id  uuid        NOT NULL,
        number     integer     NOT NULL,
        rows       jsonb       NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_declaration_slice PRIMARY KEY (tenant_id, upload_id, number)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.declaration_slice')`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON tax_refund.declaration_slice TO entrepot_app`);
    await db.query(`
      CREATE TABLE tax_refund.declaration_import (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        kind            text        NOT NULL CONSTRAINT ck_declaration_import_kind CHECK (kind IN
                          ('export_details', 'purchase_details', 'agency_details', 'manufacturer_details',
                           'manufacturer_summary', 'code_adjustments')),
        taxpayer_number text        NOT NULL,
        period          char(6)     NOT NULL CONSTRAINT ck_declaration_import_period CHECK (period ~ '^[0-9]{6}$'),
        state           text        NOT NULL CONSTRAINT ck_declaration_import_state CHECK (state IN ('kept', 'withdrawn')),
        sha256          text        NOT NULL,
        rows            integer     NOT NULL,
        agreeing        integer     NOT NULL DEFAULT 0,
        differing       integer     NOT NULL DEFAULT 0,
        unknown         integer     NOT NULL DEFAULT 0,
        declared_before integer     NOT NULL DEFAULT 0,
        reason          text,
        imported_by     text        NOT NULL,
        version         integer     NOT NULL DEFAULT 1,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_declaration_import PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_declaration_import_reason CHECK ((state = 'withdrawn') = (reason IS NOT NULL))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_declaration_import_content
        ON tax_refund.declaration_import (tenant_id, kind, taxpayer_number, period, sha256) WHERE state = 'kept'`);
    await db.query(`CALL platform.isolate('tax_refund.declaration_import')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (state, reason, agreeing, differing, unknown, declared_before, version, updated_at)
        ON tax_refund.declaration_import TO entrepot_app`);
    await db.query(`
      CREATE TABLE tax_refund.declaration_import_row (
        tenant_id   uuid    NOT NULL,
        import_id   uuid    NOT NULL,
        number      integer NOT NULL,
        record      jsonb   NOT NULL,
        outcome     text    NOT NULL CONSTRAINT ck_declaration_import_row_outcome CHECK (outcome IN
                      ('agrees', 'differs', 'unknown', 'declared_before')),
        claim_id    uuid,
        differences jsonb   NOT NULL,
        CONSTRAINT pk_declaration_import_row PRIMARY KEY (tenant_id, import_id, number),
        CONSTRAINT fk_declaration_import_row_import FOREIGN KEY (tenant_id, import_id)
          REFERENCES tax_refund.declaration_import (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.declaration_import_row')`);
    await db.query(`GRANT SELECT, INSERT ON tax_refund.declaration_import_row TO entrepot_app`);
  }

  private async createDeclared(db: QueryRunner): Promise<void> {
    const ofImport = (table: string): string => `
      CONSTRAINT fk_${table}_import FOREIGN KEY (tenant_id, import_id) REFERENCES tax_refund.declaration_import (tenant_id, id)`;
    await db.query(`
      CREATE TABLE tax_refund.declared_item (
        tenant_id        uuid     NOT NULL,
        declaration_line char(21) NOT NULL,
        import_id        uuid     NOT NULL,
        CONSTRAINT pk_declared_item PRIMARY KEY (tenant_id, declaration_line),
        ${ofImport('declared_item')}
      )`);
    await db.query(`CREATE INDEX ix_declared_item_import ON tax_refund.declared_item (tenant_id, import_id)`);
    await db.query(`
      CREATE TABLE tax_refund.declared_purchase (
        tenant_id           uuid    NOT NULL,
        import_id           uuid    NOT NULL,
        number              integer NOT NULL,
        taxpayer_number     text    NOT NULL,
        place               text    NOT NULL,
        voucher             text    NOT NULL,
        supplier_tax_number text    NOT NULL,
        hs_code             text    NOT NULL,
        amount_minor        bigint  NOT NULL CONSTRAINT ck_declared_purchase_amount CHECK (amount_minor > 0),
        CONSTRAINT pk_declared_purchase PRIMARY KEY (tenant_id, import_id, number),
        CONSTRAINT uq_declared_purchase_place UNIQUE (tenant_id, taxpayer_number, place),
        ${ofImport('declared_purchase')}
      )`);
    await db.query(`
      CREATE INDEX ix_declared_purchase_voucher ON tax_refund.declared_purchase (tenant_id, voucher, supplier_tax_number)`);
    await db.query(`
      CREATE TABLE tax_refund.declared_share (
        tenant_id       uuid    NOT NULL,
        import_id       uuid    NOT NULL,
        number          integer NOT NULL,
        invoice_line_id uuid    NOT NULL,
        quantity        numeric NOT NULL CONSTRAINT ck_declared_share_quantity CHECK (quantity >= 0),
        amount_minor    bigint  NOT NULL CONSTRAINT ck_declared_share_amount CHECK (amount_minor > 0),
        CONSTRAINT pk_declared_share PRIMARY KEY (tenant_id, import_id, number, invoice_line_id),
        CONSTRAINT fk_declared_share_purchase FOREIGN KEY (tenant_id, import_id, number)
          REFERENCES tax_refund.declared_purchase (tenant_id, import_id, number),
        CONSTRAINT fk_declared_share_invoice_line FOREIGN KEY (tenant_id, invoice_line_id)
          REFERENCES tax_refund.invoice_line (tenant_id, id)
      )`);
    for (const table of ['declared_item', 'declared_purchase', 'declared_share']) {
      await db.query(`CALL platform.isolate('tax_refund.${table}')`);
      await db.query(`GRANT SELECT, INSERT, DELETE ON tax_refund.${table} TO entrepot_app`);
    }
  }

  /** Whoever claims waits for an import that is under way, and sees what it declared: the statement after the lock looks anew. */
  private async refuse(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION tax_refund.refuse_declared_elsewhere() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(hashtextextended('tax-refund/declared/' || NEW.tenant_id, 0));
        IF EXISTS (
          SELECT FROM tax_refund.declared_item d
          WHERE d.tenant_id = NEW.tenant_id AND d.declaration_line = NEW.declaration_line) THEN
          RAISE EXCEPTION 'The item % was declared elsewhere', NEW.declaration_line
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'declared_elsewhere';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER refuse_declared_elsewhere BEFORE INSERT ON tax_refund.claim_line
        FOR EACH ROW WHEN (NOT NEW.released) EXECUTE FUNCTION tax_refund.refuse_declared_elsewhere()`);
  }
}
