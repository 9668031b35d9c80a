import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['fx.forward', 'fx.forward_quote'] as const;

/** What a seller owes on no order, such as charges of its bank, can be bought forward too; what is sold is always of an order. */
export class FxHedgeDuesWithoutOrder1796397001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await db.query(`
        ALTER TABLE ${table}
          ALTER COLUMN order_id DROP NOT NULL,
          ADD CONSTRAINT ck_${table.slice(3)}_order CHECK (order_id IS NOT NULL OR side = 'buy') NOT VALID`);
      await db.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ck_${table.slice(3)}_order`);
    }
    await db.query(`ALTER TABLE fx.dues_purchase ALTER COLUMN order_id DROP NOT NULL`);
    await db.query(
      `CREATE INDEX ix_forward_without_order ON fx.forward (tenant_id, party_id, id) WHERE order_id IS NULL`,
    );
    await db.query(
      `CREATE INDEX ix_dues_purchase_without_order ON fx.dues_purchase (tenant_id, id) WHERE order_id IS NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX fx.ix_dues_purchase_without_order`);
    await db.query(`DROP INDEX fx.ix_forward_without_order`);
    await db.query(`ALTER TABLE fx.dues_purchase ALTER COLUMN order_id SET NOT NULL`);
    for (const table of TABLES) {
      await db.query(`ALTER TABLE ${table} DROP CONSTRAINT ck_${table.slice(3)}_order`);
      await db.query(`ALTER TABLE ${table} ALTER COLUMN order_id SET NOT NULL`);
    }
  }
}
