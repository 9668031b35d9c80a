import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What shows that the conditions of an agency are met, and whose the account for the refund is. */
export class TaxRefundAddAgencyEvidence1796352003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.agency_agreement
        ADD COLUMN account_holder text  NOT NULL DEFAULT 'producer'
          CONSTRAINT ck_agency_agreement_holder CHECK (account_holder IN ('producer', 'agent')),
        ADD COLUMN evidence       jsonb NOT NULL DEFAULT '[]'`);
    // What is entrusted to an agent in a year, by producer.
    await db.query(`
      CREATE INDEX ix_claim_entrusted ON tax_refund.claim (tenant_id, taxpayer_number, export_date)
        WHERE regime = 'agency'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX tax_refund.ix_claim_entrusted`);
    await db.query(`ALTER TABLE tax_refund.agency_agreement DROP COLUMN account_holder, DROP COLUMN evidence`);
  }
}
