import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A tenant lets a lender see what that one lends it. The row belongs to the one that consents; both sides see it, and nobody
 * else. What each side may do to it is said here too: only the lender can make an offer hold, and only the tenant can make one.
 */
export class FinancingCreateLenderConsents1796406000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.lender_consent (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        lender_id    uuid        NOT NULL,
        lender       text        NOT NULL,
        grantor_name text        NOT NULL,
        lender_name  text,
        state        text        NOT NULL,
        given_by     text        NOT NULL,
        created_at   timestamptz NOT NULL,
        accepted_at  timestamptz,
        ended_at     timestamptz,
        ended_by     text,
        version      integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_lender_consent PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_lender_consent_sides CHECK (lender_id <> tenant_id),
        CONSTRAINT ck_lender_consent_state CHECK (state IN ('offered', 'active', 'declined', 'revoked')),
        CONSTRAINT ck_lender_consent_accepted CHECK (state <> 'active' OR accepted_at IS NOT NULL),
        CONSTRAINT ck_lender_consent_end CHECK (
          (state IN ('offered', 'active')) = (ended_at IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)
          AND ended_by IN ('grantor', 'lender'))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_lender_consent_open ON financing.lender_consent (tenant_id, lender)
        WHERE state IN ('offered', 'active')`);
    await db.query(`CREATE INDEX ix_lender_consent_lender ON financing.lender_consent (lender_id, id)`);
    await this.createPolicies(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE financing.lender_consent`);
  }

  private async createPolicies(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.lender_consent ENABLE ROW LEVEL SECURITY`);
    await db.query(`ALTER TABLE financing.lender_consent FORCE ROW LEVEL SECURITY`);
    const me = `(SELECT platform.current_tenant())`;
    await db.query(`
      CREATE POLICY either_side ON financing.lender_consent FOR SELECT USING (tenant_id = ${me} OR lender_id = ${me})`);
    await db.query(`
      CREATE POLICY grantor_offers ON financing.lender_consent FOR INSERT
        WITH CHECK (tenant_id = ${me} AND state = 'offered' AND platform.may_mandate(lender_id))`);
    await db.query(`
      CREATE POLICY grantor_ends ON financing.lender_consent FOR UPDATE
        USING (tenant_id = ${me} AND state IN ('offered', 'active'))
        WITH CHECK (tenant_id = ${me} AND state = 'revoked')`);
    await db.query(`
      CREATE POLICY lender_answers ON financing.lender_consent FOR UPDATE
        USING (lender_id = ${me} AND state IN ('offered', 'active'))
        WITH CHECK (lender_id = ${me} AND state IN ('active', 'declined'))`);
    // Of a sandbox tenant that begins anew; nobody else may delete.
    await db.query(`CREATE POLICY grantor_erases ON financing.lender_consent FOR DELETE USING (tenant_id = ${me})`);
    await db.query(`CREATE POLICY machine ON financing.lender_consent FOR SELECT TO entrepot_worker USING (true)`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (lender_name, state, accepted_at, ended_at, ended_by, version)
      ON financing.lender_consent TO entrepot_app`);
  }
}
