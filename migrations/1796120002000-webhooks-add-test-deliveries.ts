import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A delivery may carry a sample of its own instead of an event that happened: callers try their receiver with it. */
export class WebhooksAddTestDeliveries1796120002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE webhooks.delivery ADD COLUMN sample text`);
    await db.query(`
      GRANT INSERT (tenant_id, id, endpoint_id, event_id, state, next_attempt_at, created_at, sample)
        ON webhooks.delivery TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      REVOKE INSERT (tenant_id, id, endpoint_id, event_id, state, next_attempt_at, created_at, sample)
        ON webhooks.delivery FROM entrepot_app`);
    await db.query(`DELETE FROM webhooks.delivery WHERE sample IS NOT NULL`);
    await db.query(`ALTER TABLE webhooks.delivery DROP COLUMN sample`);
  }
}
