import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Several declarations for one order: each is part n of N. */
export class CustomsAddPartsOfOrders1796350000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE customs.declaration
        ADD COLUMN part_number integer NOT NULL DEFAULT 1,
        ADD COLUMN part_of integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT ck_declaration_part CHECK (part_number BETWEEN 1 AND part_of)`);
    await db.query(`DROP INDEX customs.uq_declaration_order`);
    await db.query(`
      CREATE UNIQUE INDEX uq_declaration_order ON customs.declaration (tenant_id, order_id, part_number)`);
  }

  /** Fails where an order has several declarations: none of them may be dropped. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX customs.uq_declaration_order`);
    await db.query(`CREATE UNIQUE INDEX uq_declaration_order ON customs.declaration (tenant_id, order_id)`);
    await db.query(`ALTER TABLE customs.declaration DROP COLUMN part_number, DROP COLUMN part_of`);
  }
}
