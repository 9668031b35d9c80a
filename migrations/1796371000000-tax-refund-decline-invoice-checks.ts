import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The tax authority may refuse for good to look at an invoice: then its check ends, with the reason. */
export class TaxRefundDeclineInvoiceChecks1796371000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.invoice_check
        ADD COLUMN reason text,
        DROP CONSTRAINT ck_invoice_check_state,
        ADD CONSTRAINT ck_invoice_check_state CHECK (state IN
          ('unverified', 'verified', 'refused', 'declined', 'dropped')),
        ADD CONSTRAINT ck_invoice_check_reason CHECK (state <> 'declined' OR reason IS NOT NULL)`);
    await db.query(`GRANT UPDATE (reason) ON tax_refund.invoice_check TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    // Without the state nobody knows the reason: such checks are asked for again.
    await db.query(`ALTER TABLE tax_refund.invoice_check NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      UPDATE tax_refund.invoice_check SET state = 'unverified', expected_by = now() WHERE state = 'declined'`);
    await db.query(`ALTER TABLE tax_refund.invoice_check FORCE ROW LEVEL SECURITY`);
    await db.query(`
      ALTER TABLE tax_refund.invoice_check
        DROP CONSTRAINT ck_invoice_check_reason,
        DROP CONSTRAINT ck_invoice_check_state,
        ADD CONSTRAINT ck_invoice_check_state CHECK (state IN ('unverified', 'verified', 'refused', 'dropped')),
        DROP COLUMN reason`);
  }
}
