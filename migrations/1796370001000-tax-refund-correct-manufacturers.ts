import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Claims of manufacturers are corrected in a later period: below zero by item, and what a period cannot take off goes over. */
export class TaxRefundCorrectManufacturers1796370001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.tax_period
        ADD COLUMN carried_reduction_minor    bigint  NOT NULL DEFAULT 0,
        ADD COLUMN carried_reduction_currency char(3) NOT NULL DEFAULT 'CNY',
        ADD CONSTRAINT ck_tax_period_reduction CHECK (carried_reduction_minor >= 0)`);
    await db.query(`
      ALTER TABLE tax_refund.tax_period
        ALTER COLUMN carried_reduction_minor DROP DEFAULT, ALTER COLUMN carried_reduction_currency DROP DEFAULT`);
    await db.query(`
      ALTER TABLE tax_refund.claim DROP CONSTRAINT ck_claim_refund,
        ADD CONSTRAINT ck_claim_refund CHECK ((refund_minor >= 0 AND corrects_id IS NULL)
          OR (corrects_id IS NOT NULL AND (refund_minor <= 0 OR regime = 'manufacturer')))`);
    await db.query(`
      ALTER TABLE tax_refund.claim_line DROP CONSTRAINT ck_claim_line_bonded,
        ADD CONSTRAINT ck_claim_line_bonded CHECK (bonded_minor >= 0 OR taxable_minor < 0)`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['claim', 'claim_line', 'filing']) {
      await db.query(`ALTER TABLE tax_refund.${table} NO FORCE ROW LEVEL SECURITY`);
    }
    // Before there were none of them.
    const corrections = `
      SELECT tenant_id, id FROM tax_refund.claim WHERE corrects_id IS NOT NULL AND regime = 'manufacturer'`;
    for (const table of ['filing', 'claim_line']) {
      await db.query(`DELETE FROM tax_refund.${table} WHERE (tenant_id, claim_id) IN (${corrections})`);
    }
    await db.query(`DELETE FROM tax_refund.claim WHERE corrects_id IS NOT NULL AND regime = 'manufacturer'`);
    for (const table of ['claim', 'claim_line', 'filing']) {
      await db.query(`ALTER TABLE tax_refund.${table} FORCE ROW LEVEL SECURITY`);
    }
    await db.query(`
      ALTER TABLE tax_refund.claim_line DROP CONSTRAINT ck_claim_line_bonded,
        ADD CONSTRAINT ck_claim_line_bonded CHECK (bonded_minor >= 0)`);
    await db.query(`
      ALTER TABLE tax_refund.claim DROP CONSTRAINT ck_claim_refund,
        ADD CONSTRAINT ck_claim_refund CHECK ((refund_minor >= 0 AND corrects_id IS NULL)
          OR (refund_minor <= 0 AND corrects_id IS NOT NULL))`);
    await db.query(`
      ALTER TABLE tax_refund.tax_period DROP COLUMN carried_reduction_minor, DROP COLUMN carried_reduction_currency`);
  }
}
