import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a new issue of the refund library means for the orders of a tenant, told once. */
export class TaxRefundCreateRateChanges1796352002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.rate_notice (
        tenant_id   uuid        NOT NULL,
        library_id  integer     NOT NULL,
        after_id    uuid,
        finished_at timestamptz,
        created_at  timestamptz NOT NULL,
        CONSTRAINT pk_rate_notice PRIMARY KEY (tenant_id, library_id)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.rate_notice')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (after_id, finished_at) ON tax_refund.rate_notice TO entrepot_app`);
    await db.query(`
      CREATE TABLE tax_refund.rate_change (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        library_id      integer     NOT NULL,
        version         text        NOT NULL,
        order_id        uuid        NOT NULL,
        order_reference text        NOT NULL,
        export_date     date        NOT NULL,
        impact_minor    bigint,
        lines           jsonb       NOT NULL,
        created_at      timestamptz NOT NULL,
        CONSTRAINT pk_rate_change PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_rate_change_order UNIQUE (tenant_id, library_id, order_id)
      )`);
    await db.query(`CREATE INDEX ix_rate_change_order ON tax_refund.rate_change (tenant_id, order_id, id)`);
    await db.query(`CALL platform.isolate('tax_refund.rate_change')`);
    await db.query(`GRANT SELECT, INSERT ON tax_refund.rate_change TO entrepot_app`);
    await this.letTheWorkerAsk(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION tax_refund.untold_issues(integer)`);
    await db.query(`DROP POLICY owner_looks ON tax_refund.refund_case`);
    await db.query(`DROP TABLE tax_refund.rate_change, tax_refund.rate_notice`);
  }

  /** The function runs as the owner, on whom row-level security is forced too where it is no superuser. */
  private async letTheWorkerAsk(db: QueryRunner): Promise<void> {
    for (const table of ['refund_case', 'rate_notice']) {
      await db.query(`CREATE POLICY owner_looks ON tax_refund.${table} FOR SELECT TO CURRENT_USER USING (true)`);
    }
    await db.query(`
      CREATE FUNCTION tax_refund.untold_issues(tenants_max integer) RETURNS TABLE (tenant_id uuid, library_id integer)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT t.id, l.id FROM catalogue.refund_library l CROSS JOIN platform.tenant t
          WHERE EXISTS (SELECT FROM tax_refund.refund_case c WHERE c.tenant_id = t.id AND c.state = 'gathering')
            AND NOT EXISTS (SELECT FROM tax_refund.rate_notice n
                            WHERE n.tenant_id = t.id AND n.library_id = l.id AND n.finished_at IS NOT NULL)
          ORDER BY l.id, t.id LIMIT tenants_max $$`);
    await db.query(`REVOKE ALL ON FUNCTION tax_refund.untold_issues(integer) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION tax_refund.untold_issues(integer) TO entrepot_worker`);
  }
}
