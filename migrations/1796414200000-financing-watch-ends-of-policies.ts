import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['financing.insurance_policy', 'platform.tenant', 'platform.delivery', 'platform.event'];

/**
 * Policies that were entered before their end was watched get their watch, due on the day after their last one by the
 * clock of their tenant. Where that day is over the end is told at once, late, unless it was told.
 */
export class FinancingWatchEndsOfPolicies1796414200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // For the owner too rows are hidden while row-level security is forced.
    for (const table of TABLES) await db.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await this.watchEnds(db);
    for (const table of TABLES) await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  /** A watch stays: nothing tells these from the others. */
  down(): Promise<void> {
    return Promise.resolve();
  }

  private async watchEnds(db: QueryRunner): Promise<void> {
    await db.query(`
      INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at, clock_due_at)
      SELECT p.tenant_id, gen_random_uuid(), 'financing.expire-insurance-policy', 'job/financing.expire-insurance-policy',
             jsonb_build_object('policyId', p.id), now() + (e.ends_at - coalesce(t.test_clock, now())), now(),
             CASE WHEN NOT t.livemode THEN e.ends_at END
      FROM financing.insurance_policy p
      JOIN platform.tenant t ON t.id = p.tenant_id
      CROSS JOIN LATERAL (SELECT (p.valid_to + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AS ends_at) AS e
      WHERE NOT EXISTS (
              SELECT FROM platform.delivery d
              WHERE d.tenant_id = p.tenant_id AND d.queue = 'financing.expire-insurance-policy'
                AND d.payload ->> 'policyId' = p.id::text)
        AND NOT EXISTS (
              SELECT FROM platform.event v
              WHERE v.tenant_id = p.tenant_id AND v.resource_id = p.id AND v.type = 'financing.insurance_policy.lapsed')`);
  }
}
