import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The single receipts that an order was paid by, and that what was collected is owed again. */
export class TaxRefundKeepReceipts1796380000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.refund_case
        ADD COLUMN collection_log jsonb NOT NULL DEFAULT '{"revision": 0, "reopening": null, "receipts": []}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.refund_case DROP COLUMN collection_log`);
  }
}
