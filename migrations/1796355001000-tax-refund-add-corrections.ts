import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Claims that correct an earlier one (更正、冲减申报): less than nothing is refunded by them. */
export class TaxRefundAddCorrections1796355001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.claim
        ADD COLUMN corrects_id uuid,
        ADD COLUMN correction  jsonb,
        ADD CONSTRAINT fk_claim_corrects FOREIGN KEY (tenant_id, corrects_id) REFERENCES tax_refund.claim (tenant_id, id),
        ADD CONSTRAINT ck_claim_correction CHECK ((corrects_id IS NULL) = (correction IS NULL)),
        DROP CONSTRAINT ck_claim_refund,
        ADD CONSTRAINT ck_claim_refund CHECK ((refund_minor >= 0 AND corrects_id IS NULL) OR (refund_minor <= 0 AND corrects_id IS NOT NULL)),
        DROP CONSTRAINT ck_claim_awarded,
        ADD CONSTRAINT ck_claim_awarded CHECK (awarded_minor >= 0 OR corrects_id IS NOT NULL)`);
    await db.query(
      `CREATE INDEX ix_claim_corrects ON tax_refund.claim (tenant_id, corrects_id) WHERE corrects_id IS NOT NULL`,
    );
    await db.query(`DROP INDEX tax_refund.uq_claim_order`);
    await db.query(`
      CREATE UNIQUE INDEX uq_claim_order ON tax_refund.claim (tenant_id, order_id)
        WHERE state <> 'abandoned' AND corrects_id IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['claim', 'claim_line', 'filing']) {
      await db.query(`ALTER TABLE tax_refund.${table} NO FORCE ROW LEVEL SECURITY`);
    }
    // Without the columns nothing tells a correction from a claim.
    const corrections = `SELECT tenant_id, id FROM tax_refund.claim WHERE corrects_id IS NOT NULL`;
    for (const table of ['filing', 'claim_line']) {
      await db.query(`DELETE FROM tax_refund.${table} WHERE (tenant_id, claim_id) IN (${corrections})`);
    }
    await db.query(`DELETE FROM tax_refund.claim WHERE corrects_id IS NOT NULL`);
    for (const table of ['claim', 'claim_line', 'filing']) {
      await db.query(`ALTER TABLE tax_refund.${table} FORCE ROW LEVEL SECURITY`);
    }
    await db.query(`DROP INDEX tax_refund.uq_claim_order`);
    await db.query(`
      ALTER TABLE tax_refund.claim DROP COLUMN corrects_id, DROP COLUMN correction,
        ADD CONSTRAINT ck_claim_refund CHECK (refund_minor >= 0),
        ADD CONSTRAINT ck_claim_awarded CHECK (awarded_minor >= 0)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_claim_order ON tax_refund.claim (tenant_id, order_id) WHERE state <> 'abandoned'`);
  }
}
