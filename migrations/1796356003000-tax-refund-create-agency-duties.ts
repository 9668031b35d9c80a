import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What an agent must do and watch: producers it has verified on the spot, and of what it was warned. */
export class TaxRefundCreateAgencyDuties1796356003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.producer_verification (
        tenant_id   uuid        NOT NULL,
        party_id    uuid        NOT NULL,
        year        integer     NOT NULL,
        verified_on date        NOT NULL,
        report      text        NOT NULL,
        noted_by    text        NOT NULL,
        updated_at  timestamptz NOT NULL,
        CONSTRAINT pk_producer_verification PRIMARY KEY (tenant_id, party_id, year)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.producer_verification')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (verified_on, report, noted_by, updated_at) ON tax_refund.producer_verification
        TO entrepot_app`);
    // Each warning is given once.
    await db.query(`
      CREATE TABLE tax_refund.agency_warning (
        tenant_id  uuid        NOT NULL,
        rule       text        NOT NULL,
        subject    text        NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_agency_warning PRIMARY KEY (tenant_id, rule, subject)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.agency_warning')`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON tax_refund.agency_warning TO entrepot_app`);
    await db.query(`
      CREATE INDEX ix_claim_filed_by_agents ON tax_refund.claim (tenant_id, filed_at) WHERE regime = 'agency' AND filed_at IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX tax_refund.ix_claim_filed_by_agents`);
    await db.query(`DROP TABLE tax_refund.agency_warning, tax_refund.producer_verification`);
  }
}
