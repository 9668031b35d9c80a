import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Runs over what the platform itself holds: the cases of a run, and what came of each. */
export class TaxRefundCreateMatchCases1796360000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.match_run ADD COLUMN source text NOT NULL DEFAULT 'rows'
        CONSTRAINT ck_match_run_source CHECK (source IN ('rows', 'platform'))`);
    await db.query(`ALTER TABLE tax_refund.match_run ALTER COLUMN source DROP DEFAULT`);
    // A book and the platform's own cases have nothing in common: a run over each may be under way.
    await db.query(`DROP INDEX tax_refund.uq_match_run_open`);
    await db.query(`
      CREATE UNIQUE INDEX uq_match_run_open ON tax_refund.match_run (tenant_id, source) WHERE ended_at IS NULL`);
    await db.query(`
      CREATE TABLE tax_refund.match_case (
        tenant_id    uuid   NOT NULL,
        run_id       uuid   NOT NULL,
        case_id      uuid   NOT NULL,
        claim_id     uuid,
        refund_minor bigint,
        outcome      text   CONSTRAINT ck_match_case_outcome CHECK (outcome IN ('matched', 'waiting', 'blocked', 'closed')),
        result       jsonb,
        CONSTRAINT pk_match_case PRIMARY KEY (tenant_id, run_id, case_id),
        CONSTRAINT fk_match_case_run FOREIGN KEY (tenant_id, run_id) REFERENCES tax_refund.match_run (tenant_id, id),
        CONSTRAINT fk_match_case_case FOREIGN KEY (tenant_id, case_id) REFERENCES tax_refund.refund_case (tenant_id, id),
        CONSTRAINT fk_match_case_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES tax_refund.claim (tenant_id, id),
        CONSTRAINT ck_match_case_result CHECK ((outcome IS NULL) = (result IS NULL))
      )`);
    await db.query(`CALL platform.isolate('tax_refund.match_case')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (claim_id, refund_minor, outcome, result) ON tax_refund.match_case TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE tax_refund.match_case`);
    await db.query(`DELETE FROM tax_refund.match_run WHERE source = 'platform'`);
    await db.query(`DROP INDEX tax_refund.uq_match_run_open`);
    await db.query(`ALTER TABLE tax_refund.match_run DROP COLUMN source`);
    await db.query(`CREATE UNIQUE INDEX uq_match_run_open ON tax_refund.match_run (tenant_id) WHERE ended_at IS NULL`);
  }
}
