import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which goods of the refund library a product is of, where the library divides its code and a person chose. */
export class CatalogueAddRefundCodeToProducts1796364001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['product', 'product_version']) {
      await db.query(`
        ALTER TABLE catalogue.${table} ADD COLUMN refund_code text
          CONSTRAINT ck_${table}_refund_code CHECK (refund_code ~ '^[0-9]{10,16}$')`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['product', 'product_version']) {
      await db.query(`ALTER TABLE catalogue.${table} DROP COLUMN refund_code`);
    }
  }
}
