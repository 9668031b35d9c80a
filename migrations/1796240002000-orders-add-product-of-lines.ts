import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which approved version of which product a line was filled from. */
export class OrdersAddProductOfLines1796240002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE orders.order_line ADD COLUMN product_id uuid, ADD COLUMN product_version integer`);
    await db.query(`
      ALTER TABLE orders.order_line ADD CONSTRAINT ck_order_line_product
        CHECK ((product_id IS NULL) = (product_version IS NULL))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE orders.order_line DROP COLUMN product_id, DROP COLUMN product_version`);
  }
}
