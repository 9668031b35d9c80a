import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Forwards that buy (远期购汇): foreign currency that a seller owes on an order is bought today for a later day. CNY that would
 * have gone to the seller is set aside for the price. What was there before sells.
 */
export class FxAddForwardPurchases1796383000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['forward', 'forward_quote']) {
      await db.query(`
        ALTER TABLE fx.${table} ADD COLUMN side text NOT NULL DEFAULT 'sell'
          CONSTRAINT ck_${table}_side CHECK (side IN ('sell', 'buy'))`);
    }
    await db.query(`
      ALTER TABLE fx.forward ADD COLUMN set_aside_minor bigint NOT NULL DEFAULT 0
        CONSTRAINT ck_forward_set_aside CHECK (set_aside_minor >= 0 AND (side = 'buy' OR set_aside_minor = 0))`);
    await db.query(`ALTER TABLE fx.dues_purchase ADD COLUMN forward_id uuid`);
    // A delivery pays once.
    await db.query(`
      CREATE UNIQUE INDEX uq_dues_purchase_delivery ON fx.dues_purchase (tenant_id, release_event_id)
      WHERE forward_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE fx.dues_purchase DROP COLUMN forward_id`);
    await db.query(`ALTER TABLE fx.forward DROP COLUMN set_aside_minor`);
    for (const table of ['forward_quote', 'forward']) await db.query(`ALTER TABLE fx.${table} DROP COLUMN side`);
  }
}
