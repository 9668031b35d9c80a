import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How a claim stands with the second person that its filing may take. */
export class TaxRefundAddApprovalOfClaims1796150005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.claim ADD COLUMN approval jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.claim DROP COLUMN approval`);
  }
}
