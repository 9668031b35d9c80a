import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whether customs has a declaration of an order while its track tells of another one that needs somebody. */
export class OrdersAddCustomsBinds1796350001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE orders.trade_order ADD COLUMN customs_binds boolean NOT NULL DEFAULT false`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE orders.trade_order DROP COLUMN customs_binds`);
  }
}
