import { type MigrationInterface, type QueryRunner } from 'typeorm';

const LINES = ['data_credit_line', 'mutual_guarantee_line'];

/**
 * Loans that are paid back in parts: what falls due when, and on which day it was last taken of what there is. The lines of the
 * platform are paid back by the month, as 网络联保 and 流水贷 of their day were; loans keep the terms by which they were asked for.
 */
export class FinancingPayByInstalments1796409001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.advance ADD COLUMN instalments jsonb, ADD COLUMN next_due_on date`);
    await db.query(`
      ALTER TABLE financing.loan_account ADD COLUMN instalments jsonb, ADD COLUMN next_due_on date, ADD COLUMN taken_on date`);
    await db.query(`
      CREATE INDEX ix_loan_account_due ON financing.loan_account (tenant_id, next_due_on, id)
        WHERE principal_minor > 0 AND next_due_on IS NOT NULL`);
    await db.query(`
      CREATE INDEX ix_advance_line_due ON financing.advance (tenant_id, seller_id)
        WHERE order_id IS NULL AND state IN ('drawn', 'written_off')`);
    await db.query(`
      CREATE FUNCTION financing.instalment_tenants(tenants_max integer) RETURNS TABLE (tenant_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT t.id FROM platform.tenant t,
            LATERAL (SELECT (coalesce(t.test_clock, now()) AT TIME ZONE 'Asia/Shanghai')::date AS today) AS present
          WHERE EXISTS (SELECT FROM financing.loan_account a
                        WHERE a.tenant_id = t.id AND a.principal_minor > 0 AND a.next_due_on <= present.today
                          AND (a.taken_on IS NULL OR a.taken_on < present.today))
          ORDER BY t.id LIMIT tenants_max $$`);
    await db.query(`REVOKE ALL ON FUNCTION financing.instalment_tenants(integer) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION financing.instalment_tenants(integer) TO entrepot_worker`);
    await db.query(
      `UPDATE financing.standard_product SET terms = terms || '{"instalments": {"count": 12, "everyMonths": 1}}' WHERE code = ANY ($1)`,
      [LINES],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE financing.standard_product SET terms = terms - 'instalments'`);
    await db.query(`DROP FUNCTION financing.instalment_tenants(integer)`);
    await db.query(`DROP INDEX financing.ix_advance_line_due, financing.ix_loan_account_due`);
    await db.query(`
      ALTER TABLE financing.loan_account DROP COLUMN taken_on, DROP COLUMN next_due_on, DROP COLUMN instalments`);
    await db.query(`ALTER TABLE financing.advance DROP COLUMN next_due_on, DROP COLUMN instalments`);
  }
}
