import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The running account of each drawn loan: what of its interest and penalty is in the books, and how far it is counted. It is
 * narrow and apart from the advance, because every row of it is written every night. What was due before and never booked is
 * booked by the first night.
 */
export class FinancingCreateAccruals1796394000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE financing.advance
        ADD COLUMN lender_rank       smallint NOT NULL DEFAULT 1 CONSTRAINT ck_advance_rank CHECK (lender_rank >= 1),
        ADD COLUMN penalty_due_minor bigint   NOT NULL DEFAULT 0,
        ADD COLUMN interest_sum      numeric  NOT NULL DEFAULT 0,
        ADD COLUMN penalty_sum       numeric  NOT NULL DEFAULT 0,
        ADD COLUMN reference_on      date`);
    await this.createAccounts(db);
    await this.createRates(db);
    await this.createRuns(db);
    await this.takeOver(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION financing.unaccrued_tenants(integer)`);
    await db.query(`DROP TABLE financing.accrual_run, financing.loan_rate, financing.loan_account`);
    await db.query(`
      ALTER TABLE financing.advance DROP COLUMN reference_on, DROP COLUMN penalty_sum, DROP COLUMN interest_sum,
        DROP COLUMN penalty_due_minor, DROP COLUMN lender_rank`);
  }

  /** What a night changes stands in no index, and there is room on the page: the row is rewritten where it is. */
  private async createAccounts(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.loan_account (
        tenant_id             uuid     NOT NULL,
        id                    uuid     NOT NULL,
        order_id              uuid     NOT NULL,
        seller_id             uuid     NOT NULL,
        currency              char(3)  NOT NULL,
        principal_minor       bigint   NOT NULL CONSTRAINT ck_loan_account_principal CHECK (principal_minor >= 0),
        annual_rate           numeric  NOT NULL,
        penalty_rate          numeric  NOT NULL,
        day_basis             smallint NOT NULL CONSTRAINT ck_loan_account_basis CHECK (day_basis IN (360, 365)),
        maturity_on           date     NOT NULL,
        reference             text,
        reference_on          date,
        counted_from          date     NOT NULL,
        interest_sum          numeric  NOT NULL,
        penalty_sum           numeric  NOT NULL,
        interest_base_minor   bigint   NOT NULL,
        penalty_base_minor    bigint   NOT NULL,
        interest_booked_minor bigint   NOT NULL,
        penalty_booked_minor  bigint   NOT NULL,
        accrued_to            date     NOT NULL,
        overdue_bucket        text     NOT NULL DEFAULT 'current' CONSTRAINT ck_loan_account_bucket CHECK
                                (overdue_bucket IN ('current', 'days_1_30', 'days_31_60', 'days_61_90', 'days_over_90')),
        CONSTRAINT pk_loan_account PRIMARY KEY (tenant_id, id)
      ) WITH (fillfactor = 45)`);
    await db.query(
      `CREATE INDEX ix_loan_account_running ON financing.loan_account (tenant_id, id) WHERE principal_minor > 0`,
    );
    await db.query(`
      CREATE INDEX ix_loan_account_floating ON financing.loan_account (tenant_id, reference, reference_on)
        WHERE principal_minor > 0 AND reference IS NOT NULL`);
    await db.query(`CALL platform.isolate('financing.loan_account')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.loan_account TO entrepot_app`);
  }

  private async createRates(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.loan_rate (
        tenant_id    uuid        NOT NULL,
        advance_id   uuid        NOT NULL,
        ordinal      smallint    NOT NULL CONSTRAINT ck_loan_rate_ordinal CHECK (ordinal >= 1),
        from_on      date        NOT NULL,
        annual_rate  numeric     NOT NULL,
        penalty_rate numeric     NOT NULL,
        reference_on date,
        created_at   timestamptz NOT NULL,
        CONSTRAINT pk_loan_rate PRIMARY KEY (tenant_id, advance_id, ordinal)
      )`);
    await db.query(`CALL platform.isolate('financing.loan_rate')`);
    await db.query(`GRANT SELECT, INSERT ON financing.loan_rate TO entrepot_app`);
  }

  /** The function runs as the owner, on whom row-level security is forced too where it is no superuser. */
  private async createRuns(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.accrual_run (
        tenant_id uuid NOT NULL CONSTRAINT pk_accrual_run PRIMARY KEY,
        done_to   date,
        day       date,
        after_id  uuid
      )`);
    await db.query(`CALL platform.isolate('financing.accrual_run')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.accrual_run TO entrepot_app`);
    for (const table of ['loan_account', 'accrual_run']) {
      await db.query(`CREATE POLICY owner_looks ON financing.${table} FOR SELECT TO CURRENT_USER USING (true)`);
    }
    await db.query(`
      CREATE FUNCTION financing.unaccrued_tenants(tenants_max integer) RETURNS TABLE (tenant_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT t.id FROM platform.tenant t
          LEFT JOIN financing.accrual_run r ON r.tenant_id = t.id
          WHERE (r.done_to IS NULL OR r.done_to < (coalesce(t.test_clock, now()) AT TIME ZONE 'Asia/Shanghai')::date)
            AND EXISTS (SELECT FROM financing.loan_account a WHERE a.tenant_id = t.id AND a.principal_minor > 0)
          ORDER BY r.done_to NULLS FIRST, t.id LIMIT tenants_max $$`);
    await db.query(`REVOKE ALL ON FUNCTION financing.unaccrued_tenants(integer) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION financing.unaccrued_tenants(integer) TO entrepot_worker`);
  }

  private async takeOver(db: QueryRunner): Promise<void> {
    const tables = ['advance', 'loan_account', 'loan_rate'];
    for (const table of tables) await db.query(`ALTER TABLE financing.${table} NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      INSERT INTO financing.loan_account (tenant_id, id, order_id, seller_id, currency, principal_minor, annual_rate, penalty_rate,
        day_basis, maturity_on, counted_from, interest_sum, penalty_sum, interest_base_minor, penalty_base_minor,
        interest_booked_minor, penalty_booked_minor, accrued_to)
      SELECT tenant_id, id, order_id, seller_id, principal_currency, outstanding_minor, annual_rate, penalty_rate, day_basis,
             maturity_on, interest_from, 0, 0, interest_due_minor, 0, 0, 0, interest_from
      FROM financing.advance WHERE state = 'drawn' AND interest_from IS NOT NULL`);
    await db.query(`
      INSERT INTO financing.loan_rate (tenant_id, advance_id, ordinal, from_on, annual_rate, penalty_rate, created_at)
      SELECT tenant_id, id, 1, drawn_on, annual_rate, penalty_rate, updated_at
      FROM financing.advance WHERE drawn_on IS NOT NULL`);
    for (const table of tables) await db.query(`ALTER TABLE financing.${table} FORCE ROW LEVEL SECURITY`);
  }
}
