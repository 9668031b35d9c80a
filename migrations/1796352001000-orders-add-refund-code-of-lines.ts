import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which goods of the refund library a line is of, where a person had to choose. */
export class OrdersAddRefundCodeOfLines1796352001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE orders.order_line ADD COLUMN refund_code text
        CONSTRAINT ck_order_line_refund_code CHECK (refund_code ~ '^[0-9]{10,16}$')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE orders.order_line DROP COLUMN refund_code`);
  }
}
