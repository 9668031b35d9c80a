import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who issues invoices to the tenant, and until when their review holds (开票人预审). */
export class TaxRefundCreateInvoiceIssuers1796353003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.invoice_issuer (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        name        text        NOT NULL,
        tax_number  text        NOT NULL,
        details     jsonb       NOT NULL,
        state       text        NOT NULL CONSTRAINT ck_invoice_issuer_state CHECK (state IN
                      ('submitted', 'approved', 'refused', 'revoked', 'expired')),
        entered_by  text        NOT NULL,
        reviewed_by text,
        reason      text,
        valid_from  date,
        valid_to    date,
        warned_at   timestamptz,
        expected_by timestamptz,
        version     integer     NOT NULL DEFAULT 1,
        created_at  timestamptz NOT NULL,
        updated_at  timestamptz NOT NULL,
        CONSTRAINT pk_invoice_issuer PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_invoice_issuer_days CHECK (valid_from <= valid_to),
        CONSTRAINT ck_invoice_issuer_valid CHECK (state <> 'approved' OR (valid_from IS NOT NULL AND valid_to IS NOT NULL)),
        CONSTRAINT ck_invoice_issuer_expected_by CHECK ((expected_by IS NOT NULL) = (state = 'approved'))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_invoice_issuer_submitted ON tax_refund.invoice_issuer (tenant_id, tax_number)
        WHERE state = 'submitted'`);
    await db.query(`
      CREATE INDEX ix_invoice_issuer_number ON tax_refund.invoice_issuer (tenant_id, tax_number, state, valid_to)`);
    await db.query(`CALL platform.isolate('tax_refund.invoice_issuer')`);
    await db.query(`CALL platform.watch('tax_refund.invoice_issuer')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON tax_refund.invoice_issuer TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'tax_refund.invoice_issuer'`);
    await db.query(`DROP TABLE tax_refund.invoice_issuer`);
  }
}
