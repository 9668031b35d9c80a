import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** News of the parts of a long operation wait for its end. */
export class PlatformHoldNews1796402001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE platform.delivery ADD COLUMN held_by uuid`);
    await db.query(`
      CREATE INDEX ix_delivery_held ON platform.delivery (tenant_id, held_by) WHERE held_by IS NOT NULL`);
    await db.query(`GRANT UPDATE (due_at, clock_due_at, held_by) ON platform.delivery TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`REVOKE UPDATE (due_at, clock_due_at, held_by) ON platform.delivery FROM entrepot_app`);
    await db.query(`ALTER TABLE platform.delivery DROP COLUMN held_by`);
  }
}
