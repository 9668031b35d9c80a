import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Exports that were cleared before there were deadlines get theirs from the worker, tenant by tenant: a row for each tenant that
 * there is now, which goes when its last case has been looked at. The cases themselves are not read here, however many they are.
 */
export class TaxRefundCreateDeadlineBacklog1796365001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.deadline_backlog (
        tenant_id  uuid CONSTRAINT pk_deadline_backlog PRIMARY KEY,
        after_case uuid NOT NULL
      )`);
    await db.query(`
      INSERT INTO tax_refund.deadline_backlog (tenant_id, after_case)
      SELECT id, '00000000-0000-0000-0000-000000000000' FROM platform.tenant`);
    await db.query(`CALL platform.isolate('tax_refund.deadline_backlog')`);
    await db.query(`GRANT SELECT, UPDATE (after_case), DELETE ON tax_refund.deadline_backlog TO entrepot_worker`);
    await db.query(`CREATE POLICY machine ON tax_refund.deadline_backlog FOR SELECT TO entrepot_worker USING (true)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE tax_refund.deadline_backlog`);
  }
}
