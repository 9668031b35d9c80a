import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['covenant_watch', 'covenant_breach'];

/** When each lender's covenants were looked at last, and which breaches it was told of. */
export class FinancingWatchCovenants1796411002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.covenant_watch (
        tenant_id uuid NOT NULL CONSTRAINT pk_covenant_watch PRIMARY KEY,
        looked_on date
      )`);
    await db.query(`
      CREATE TABLE financing.covenant_breach (
        tenant_id   uuid        NOT NULL,
        covenant_id uuid        NOT NULL,
        currency    char(3)     NOT NULL,
        value       numeric     NOT NULL,
        since       timestamptz NOT NULL,
        CONSTRAINT pk_covenant_breach PRIMARY KEY (tenant_id, covenant_id, currency)
      )`);
    await this.takeOver(db);
    for (const table of TABLES) await db.query(`CALL platform.isolate('financing.${table}')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.covenant_watch TO entrepot_app`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON financing.covenant_breach TO entrepot_app`);
    await this.createLookout(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION financing.unwatched_lenders(integer)`);
    await db.query(`DROP TABLE financing.covenant_breach, financing.covenant_watch`);
  }

  /** Lenders that have covenants already are looked at first. */
  private async takeOver(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.lender_covenant NO FORCE ROW LEVEL SECURITY`);
    await db.query(
      `INSERT INTO financing.covenant_watch (tenant_id) SELECT DISTINCT tenant_id FROM financing.lender_covenant`,
    );
    await db.query(`ALTER TABLE financing.lender_covenant FORCE ROW LEVEL SECURITY`);
  }

  /** The function runs as the owner, on whom row-level security is forced too where it is no superuser. */
  private async createLookout(db: QueryRunner): Promise<void> {
    await db.query(`CREATE POLICY owner_looks ON financing.covenant_watch FOR SELECT TO CURRENT_USER USING (true)`);
    await db.query(`
      CREATE FUNCTION financing.unwatched_lenders(lenders_max integer) RETURNS TABLE (tenant_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT w.tenant_id FROM financing.covenant_watch w
          JOIN platform.tenant t ON t.id = w.tenant_id
          WHERE w.looked_on IS DISTINCT FROM (coalesce(t.test_clock, now()) AT TIME ZONE 'Asia/Shanghai')::date
          ORDER BY w.looked_on NULLS FIRST, w.tenant_id LIMIT lenders_max $$`);
    await db.query(`REVOKE ALL ON FUNCTION financing.unwatched_lenders(integer) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION financing.unwatched_lenders(integer) TO entrepot_worker`);
  }
}
