import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Refunds in advance of goods in warehouses abroad (HWC-YT), and what was sold of them by then. */
export class TaxRefundAddOverseasAdvances1796310002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.refund_case ADD COLUMN overseas_sales jsonb`);
    await db.query(`
      ALTER TABLE tax_refund.claim ADD COLUMN business_type text
        CONSTRAINT ck_claim_business_type CHECK (business_type IN ('HWC-YT'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.claim DROP COLUMN business_type`);
    await db.query(`ALTER TABLE tax_refund.refund_case DROP COLUMN overseas_sales`);
  }
}
