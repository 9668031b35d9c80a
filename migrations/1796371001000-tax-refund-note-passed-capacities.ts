import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Of which products an issuer invoiced more in a year than it can make: each is told once. */
export class TaxRefundNotePassedCapacities1796371001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.invoice_issuer ADD COLUMN capacity_passed jsonb NOT NULL DEFAULT '[]'`);
    await db.query(`
      CREATE INDEX ix_invoice_seller ON tax_refund.invoice (tenant_id, seller_tax_number, issued_on)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX tax_refund.ix_invoice_seller`);
    await db.query(`ALTER TABLE tax_refund.invoice_issuer DROP COLUMN capacity_passed`);
  }
}
