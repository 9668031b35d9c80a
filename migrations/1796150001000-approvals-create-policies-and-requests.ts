import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What takes a second person, and what waits for one. */
export class ApprovalsCreatePoliciesAndRequests1796150001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA approvals`);
    await db.query(`GRANT USAGE ON SCHEMA approvals TO entrepot_app`);
    await this.createPolicies(db);
    await this.createRequests(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'approvals.request'`);
    await db.query(`DROP TABLE approvals.request, approvals.policy`);
    await db.query(`DROP FUNCTION approvals.tell_policy()`);
    await db.query(`DROP SCHEMA approvals`);
  }

  private async createPolicies(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE approvals.policy (
        tenant_id      uuid        NOT NULL,
        id             uuid        NOT NULL,
        command        text        NOT NULL,
        limits         jsonb       NOT NULL,
        roles          text[]      NOT NULL CONSTRAINT ck_policy_roles CHECK (cardinality(roles) > 0),
        approvers      integer     NOT NULL CONSTRAINT ck_policy_approvers CHECK (approvers BETWEEN 1 AND 3),
        lifetime_hours integer     NOT NULL CONSTRAINT ck_policy_lifetime CHECK (lifetime_hours BETWEEN 1 AND 720),
        ended_at       timestamptz,
        version        integer     NOT NULL DEFAULT 1,
        created_at     timestamptz NOT NULL,
        updated_at     timestamptz NOT NULL,
        CONSTRAINT pk_policy PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX uq_policy_command ON approvals.policy (tenant_id, command) WHERE ended_at IS NULL`,
    );
    await db.query(`CALL platform.isolate('approvals.policy')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON approvals.policy TO entrepot_app`);
    // Processes remember what a tenant asks for by the tenant, and hear of changes where they hear of credentials.
    await db.query(`
      CREATE FUNCTION approvals.tell_policy() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        PERFORM pg_notify('entrepot_credential', NEW.tenant_id::text);
        RETURN NULL;
      END $$`);
    await db.query(`REVOKE ALL ON FUNCTION approvals.tell_policy() FROM PUBLIC`);
    await db.query(`
      CREATE TRIGGER tell_policy AFTER INSERT OR UPDATE ON approvals.policy
        FOR EACH ROW EXECUTE FUNCTION approvals.tell_policy()`);
  }

  private async createRequests(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE approvals.request (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        command          text        NOT NULL,
        subject_id       uuid        NOT NULL,
        order_id         uuid,
        amount           jsonb,
        summary          jsonb       NOT NULL,
        fingerprint      text        NOT NULL,
        actors           text[]      NOT NULL,
        makers           uuid[]      NOT NULL,
        roles            text[]      NOT NULL,
        approvers_needed integer     NOT NULL,
        state            text        NOT NULL,
        decisions        jsonb       NOT NULL,
        why              jsonb,
        outcome          text        CONSTRAINT ck_request_outcome CHECK (outcome IN ('used', 'void')),
        expires_at       timestamptz NOT NULL,
        expected_by      timestamptz,
        version          integer     NOT NULL DEFAULT 1,
        created_at       timestamptz NOT NULL,
        updated_at       timestamptz NOT NULL,
        CONSTRAINT pk_request PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_request_state CHECK (state IN ('pending', 'approved', 'refused', 'expired', 'withdrawn')),
        CONSTRAINT ck_request_wait CHECK ((state = 'pending') = (expected_by IS NOT NULL)),
        CONSTRAINT ck_request_approved CHECK (outcome IS NULL OR state = 'approved')
      )`);
    await db.query(
      `CREATE UNIQUE INDEX uq_request_pending ON approvals.request (tenant_id, command, subject_id) WHERE state = 'pending'`,
    );
    await db.query(`CREATE INDEX ix_request_order ON approvals.request (tenant_id, order_id, id)`);
    await db.query(`CALL platform.isolate('approvals.request')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON approvals.request TO entrepot_app`);
    await db.query(`CALL platform.watch('approvals.request')`);
  }
}
