import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The VAT invoices that a matched claim stands on: an advance on its refund takes them as it takes its declarations. */
export class FinancingNoteVatInvoices1796411003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.order_facts ADD COLUMN vat_invoices text[] NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.order_facts DROP COLUMN vat_invoices`);
  }
}
