import { type MigrationInterface, type QueryRunner } from 'typeorm';

const BEFORE = `n.finished_at IS NOT NULL`;
const NOW = `(n.promised_at IS NOT NULL OR n.finished_at IS NOT NULL)`;

/** Each tenant is told of an issue of the refund library by work of its own: what fails there keeps no other from being told. */
export class TaxRefundPromiseRateNotices1796363001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.rate_notice ADD COLUMN promised_at timestamptz`);
    await db.query(`GRANT UPDATE (promised_at) ON tax_refund.rate_notice TO entrepot_app`);
    await this.untold(db, NOW);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.untold(db, BEFORE);
    await db.query(`ALTER TABLE tax_refund.rate_notice DROP COLUMN promised_at`);
  }

  private async untold(db: QueryRunner, isKnown: string): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION tax_refund.untold_issues(tenants_max integer) RETURNS TABLE (tenant_id uuid, library_id integer)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT t.id, l.id FROM catalogue.refund_library l CROSS JOIN platform.tenant t
          WHERE EXISTS (SELECT FROM tax_refund.refund_case c WHERE c.tenant_id = t.id AND c.state = 'gathering')
            AND NOT EXISTS (SELECT FROM tax_refund.rate_notice n
                            WHERE n.tenant_id = t.id AND n.library_id = l.id AND ${isKnown})
          ORDER BY l.id, t.id LIMIT tenants_max $$`);
  }
}
