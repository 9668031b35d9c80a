import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Red-letter invoices (红字) and what they take back of blue ones, what was odd on intake, and what a tenant asks of invoices. */
export class TaxRefundAddRedLetterInvoices1796353000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.widen(db);
    await db.query(`
      CREATE TABLE tax_refund.invoice_policy (
        tenant_id     uuid        CONSTRAINT pk_invoice_policy PRIMARY KEY,
        check_digits  text        NOT NULL CONSTRAINT ck_invoice_policy_digits CHECK (check_digits IN ('warn', 'refuse')),
        issuer_review text        NOT NULL CONSTRAINT ck_invoice_policy_review CHECK (issuer_review IN ('warn', 'block')),
        updated_at    timestamptz NOT NULL
      )`);
    await db.query(`CALL platform.isolate('tax_refund.invoice_policy')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (check_digits, issuer_review, updated_at) ON tax_refund.invoice_policy TO entrepot_app`);
    // What became known of an invoice after a claim stood on it.
    await db.query(`
      CREATE TABLE tax_refund.claim_flag (
        tenant_id  uuid        NOT NULL,
        claim_id   uuid        NOT NULL,
        invoice_id uuid        NOT NULL,
        rule       text        NOT NULL,
        detail     jsonb       NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_claim_flag PRIMARY KEY (tenant_id, claim_id, invoice_id, rule),
        CONSTRAINT fk_claim_flag_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES tax_refund.claim (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.claim_flag')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (detail, created_at) ON tax_refund.claim_flag TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE tax_refund.claim_flag, tax_refund.invoice_policy`);
    // Of an invoice that was taken back nothing may be claimed: without red letters that is a cancelled one.
    for (const table of ['invoice', 'invoice_line']) {
      await db.query(`ALTER TABLE tax_refund.${table} NO FORCE ROW LEVEL SECURITY`);
    }
    await db.query(`UPDATE tax_refund.invoice SET state = 'cancelled' WHERE state = 'red_flushed'`);
    await db.query(`
      DELETE FROM tax_refund.invoice_line l USING tax_refund.invoice i
      WHERE i.tenant_id = l.tenant_id AND i.id = l.invoice_id AND i.red_of IS NOT NULL`);
    await db.query(`DELETE FROM tax_refund.invoice WHERE red_of IS NOT NULL`);
    for (const table of ['invoice', 'invoice_line']) {
      await db.query(`ALTER TABLE tax_refund.${table} FORCE ROW LEVEL SECURITY`);
    }
    await this.narrow(db);
  }

  private async widen(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.invoice
        ADD COLUMN red_of uuid,
        ADD COLUMN findings jsonb NOT NULL DEFAULT '[]',
        DROP CONSTRAINT ck_invoice_state,
        DROP CONSTRAINT ck_invoice_amount,
        DROP CONSTRAINT ck_invoice_vat,
        ADD CONSTRAINT ck_invoice_state CHECK (state IN ('recorded', 'red_flushed', 'cancelled')),
        ADD CONSTRAINT ck_invoice_amount CHECK (CASE WHEN red_of IS NULL THEN amount_minor >= 0 ELSE amount_minor < 0 END),
        ADD CONSTRAINT ck_invoice_vat CHECK (CASE WHEN red_of IS NULL THEN vat_minor >= 0 ELSE vat_minor <= 0 END)`);
    await db.query(`
      CREATE INDEX ix_invoice_red_of ON tax_refund.invoice (tenant_id, red_of) WHERE red_of IS NOT NULL`);
    // A red line takes back of its blue line; of that no more than there is, whoever races whom.
    await db.query(`
      ALTER TABLE tax_refund.invoice_line
        ADD COLUMN unit_price numeric CONSTRAINT ck_invoice_line_price CHECK (unit_price > 0),
        ADD COLUMN tax_category text,
        ADD COLUMN blue_line_id uuid,
        ADD COLUMN red_quantity numeric NOT NULL DEFAULT 0,
        ADD COLUMN red_minor bigint NOT NULL DEFAULT 0,
        ADD COLUMN red_vat_minor bigint NOT NULL DEFAULT 0,
        DROP CONSTRAINT ck_invoice_line_quantity,
        DROP CONSTRAINT ck_invoice_line_amount,
        DROP CONSTRAINT ck_invoice_line_vat,
        DROP CONSTRAINT ck_invoice_line_allocated_minor,
        DROP CONSTRAINT ck_invoice_line_allocated_quantity,
        ADD CONSTRAINT ck_invoice_line_sign CHECK (
          CASE WHEN blue_line_id IS NULL THEN quantity > 0 AND amount_minor >= 0 AND vat_minor >= 0
               ELSE quantity <= 0 AND amount_minor < 0 AND vat_minor <= 0 END),
        ADD CONSTRAINT ck_invoice_line_red CHECK (
          CASE WHEN blue_line_id IS NULL
            THEN red_quantity BETWEEN 0 AND quantity AND red_minor BETWEEN 0 AND amount_minor
                 AND red_vat_minor BETWEEN 0 AND vat_minor
            ELSE red_quantity = 0 AND red_minor = 0 AND red_vat_minor = 0 END),
        ADD CONSTRAINT ck_invoice_line_allocated_minor CHECK (allocated_minor BETWEEN 0 AND greatest(amount_minor, 0)),
        ADD CONSTRAINT ck_invoice_line_allocated_quantity CHECK (allocated_quantity BETWEEN 0 AND greatest(quantity, 0))`);
    await db.query(`GRANT UPDATE (red_quantity, red_minor, red_vat_minor) ON tax_refund.invoice_line TO entrepot_app`);
  }

  private async narrow(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.invoice_line
        DROP CONSTRAINT ck_invoice_line_sign,
        DROP CONSTRAINT ck_invoice_line_red,
        DROP CONSTRAINT ck_invoice_line_allocated_minor,
        DROP CONSTRAINT ck_invoice_line_allocated_quantity,
        DROP COLUMN unit_price, DROP COLUMN tax_category, DROP COLUMN blue_line_id, DROP COLUMN red_quantity,
        DROP COLUMN red_minor, DROP COLUMN red_vat_minor,
        ADD CONSTRAINT ck_invoice_line_quantity CHECK (quantity > 0),
        ADD CONSTRAINT ck_invoice_line_amount CHECK (amount_minor >= 0),
        ADD CONSTRAINT ck_invoice_line_vat CHECK (vat_minor >= 0),
        ADD CONSTRAINT ck_invoice_line_allocated_minor CHECK (allocated_minor BETWEEN 0 AND amount_minor),
        ADD CONSTRAINT ck_invoice_line_allocated_quantity CHECK (allocated_quantity BETWEEN 0 AND quantity)`);
    await db.query(`
      ALTER TABLE tax_refund.invoice
        DROP CONSTRAINT ck_invoice_state, DROP CONSTRAINT ck_invoice_amount, DROP CONSTRAINT ck_invoice_vat,
        DROP COLUMN red_of, DROP COLUMN findings,
        ADD CONSTRAINT ck_invoice_state CHECK (state IN ('recorded', 'cancelled')),
        ADD CONSTRAINT ck_invoice_amount CHECK (amount_minor >= 0),
        ADD CONSTRAINT ck_invoice_vat CHECK (vat_minor >= 0)`);
  }
}
