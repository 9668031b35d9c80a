import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Deliveries of an ordered endpoint know their resource and sequence, and of one resource only the first that is pending is
 * sent. Those of other endpoints leave both empty: they are in no index for it and cost nothing.
 */
export class WebhooksAddOrderedMode1796120005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE webhooks.endpoint ADD COLUMN ordered boolean NOT NULL DEFAULT false`);
    await db.query(`ALTER TABLE webhooks.delivery ADD COLUMN resource_id uuid, ADD COLUMN sequence integer`);
    await db.query(`
      CREATE INDEX ix_delivery_in_order ON webhooks.delivery (tenant_id, endpoint_id, resource_id, sequence)
        WHERE state = 'pending' AND resource_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX webhooks.ix_delivery_in_order`);
    await db.query(`ALTER TABLE webhooks.delivery DROP COLUMN resource_id, DROP COLUMN sequence`);
    await db.query(`ALTER TABLE webhooks.endpoint DROP COLUMN ordered`);
  }
}
