import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Taxes of imports that were paid too much: asked back of customs, paid back by the treasury. */
export class CustomsCreateImportTaxRefunds1796351000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE customs.declaration_request ADD COLUMN refund jsonb`);
    await db.query(`ALTER TABLE customs.declaration_request DROP CONSTRAINT ck_declaration_request_kind`);
    await db.query(`
      ALTER TABLE customs.declaration_request
        ADD CONSTRAINT ck_declaration_request_kind CHECK (kind IN
          ('withdrawal', 'exit_cancellation', 'amendment', 'supplement', 'tax_refund')),
        ADD CONSTRAINT ck_declaration_request_refund CHECK ((kind = 'tax_refund') = (refund IS NOT NULL))`);
    await db.query(`
      CREATE TABLE customs.import_tax_refund (
        tenant_id      uuid        NOT NULL,
        id             uuid        NOT NULL,
        request_id     uuid        NOT NULL,
        declaration_id uuid        NOT NULL,
        bill_id        uuid        NOT NULL,
        party_id       uuid        NOT NULL,
        tax_number     text        NOT NULL,
        shares         jsonb       NOT NULL,
        reason         text        NOT NULL,
        ask_by         date        NOT NULL,
        state          text        NOT NULL CONSTRAINT ck_import_tax_refund_state CHECK (state IN
                         ('asked', 'granted', 'refused', 'paid')),
        outcome_reason text,
        number         text,
        granted_minor  bigint      CONSTRAINT ck_import_tax_refund_granted CHECK (granted_minor >= 0),
        interest_minor bigint      CONSTRAINT ck_import_tax_refund_interest CHECK (interest_minor >= 0),
        received_minor bigint      NOT NULL CONSTRAINT ck_import_tax_refund_received CHECK (received_minor >= 0),
        paid_at        timestamptz,
        expected_by    timestamptz,
        version        integer     NOT NULL DEFAULT 1,
        created_at     timestamptz NOT NULL,
        updated_at     timestamptz NOT NULL,
        CONSTRAINT pk_import_tax_refund PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_import_tax_refund_bill FOREIGN KEY (tenant_id, bill_id) REFERENCES customs.tax_bill (tenant_id, id),
        CONSTRAINT fk_import_tax_refund_request FOREIGN KEY (tenant_id, request_id)
          REFERENCES customs.declaration_request (tenant_id, id),
        CONSTRAINT ck_import_tax_refund_said CHECK ((granted_minor IS NOT NULL) = (state IN ('granted', 'paid'))
          AND (granted_minor IS NULL) = (interest_minor IS NULL)),
        CONSTRAINT ck_import_tax_refund_paid_at CHECK ((paid_at IS NOT NULL) = (state = 'paid')),
        CONSTRAINT ck_import_tax_refund_expected_by CHECK ((expected_by IS NOT NULL) = (state = 'granted'))
      ) WITH (fillfactor = 80)`);
    await db.query(
      `CREATE UNIQUE INDEX uq_import_tax_refund_request ON customs.import_tax_refund (tenant_id, request_id)`,
    );
    await db.query(`CREATE INDEX ix_import_tax_refund_bill ON customs.import_tax_refund (tenant_id, bill_id, id)`);
    await db.query(`CREATE INDEX ix_import_tax_refund_state ON customs.import_tax_refund (tenant_id, state, id)`);
    await db.query(`
      CREATE INDEX ix_import_tax_refund_expected_by ON customs.import_tax_refund (expected_by)
        WHERE expected_by IS NOT NULL`);
    await db.query(`CALL platform.isolate('customs.import_tax_refund')`);
    await db.query(`CALL platform.watch('customs.import_tax_refund')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON customs.import_tax_refund TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'customs.import_tax_refund'`);
    await db.query(`DROP TABLE customs.import_tax_refund`);
    // Receipts speak of requests; the owner passes the row-level security that hides them from everybody.
    await db.query(`ALTER TABLE customs.declaration_request NO FORCE ROW LEVEL SECURITY`);
    await db.query(`DELETE FROM customs.declaration_request WHERE kind = 'tax_refund'`);
    await db.query(`ALTER TABLE customs.declaration_request FORCE ROW LEVEL SECURITY`);
    await db.query(`
      ALTER TABLE customs.declaration_request
        DROP CONSTRAINT ck_declaration_request_kind,
        DROP COLUMN refund`);
    await db.query(`
      ALTER TABLE customs.declaration_request ADD CONSTRAINT ck_declaration_request_kind CHECK (kind IN
        ('withdrawal', 'exit_cancellation', 'amendment', 'supplement'))`);
  }
}
