import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How the tax office classes an enterprise, day by day; and the claims that are open, to be forecast and aged. */
export class TaxRefundCreateEnterpriseClasses1796356002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.enterprise_class (
        tenant_id  uuid        NOT NULL,
        party_id   uuid        NOT NULL,
        valid_from date        NOT NULL,
        class      smallint    NOT NULL CONSTRAINT ck_enterprise_class CHECK (class BETWEEN 1 AND 4),
        noted_by   text        NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT pk_enterprise_class PRIMARY KEY (tenant_id, party_id, valid_from)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.enterprise_class')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (class, noted_by, updated_at) ON tax_refund.enterprise_class TO entrepot_app`);
    await db.query(`
      CREATE INDEX ix_claim_open ON tax_refund.claim (tenant_id, id)
        WHERE state NOT IN ('paid', 'rejected', 'abandoned', 'clawed_back', 'closed')`);
    await db.query(`CREATE INDEX ix_claim_paid ON tax_refund.claim (tenant_id, paid_at) WHERE paid_at IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX tax_refund.ix_claim_paid, tax_refund.ix_claim_open`);
    await db.query(`DROP TABLE tax_refund.enterprise_class`);
  }
}
