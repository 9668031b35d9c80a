import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Duty-free material in what manufacturers export, and where the credit of a month came from. */
export class TaxRefundAddBondedMaterial1796352004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.tax_period
        ADD COLUMN bonded_plan_rate numeric
          CONSTRAINT ck_tax_period_plan_rate CHECK (bonded_plan_rate BETWEEN 0 AND 1),
        ADD COLUMN carried_from     char(6)`);
    await db.query(`
      ALTER TABLE tax_refund.claim_line ADD COLUMN bonded_minor bigint NOT NULL DEFAULT 0
        CONSTRAINT ck_claim_line_bonded CHECK (bonded_minor >= 0)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.claim_line DROP COLUMN bonded_minor`);
    await db.query(`ALTER TABLE tax_refund.tax_period DROP COLUMN bonded_plan_rate, DROP COLUMN carried_from`);
  }
}
