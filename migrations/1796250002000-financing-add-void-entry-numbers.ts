import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Declaration numbers on which nothing may be advanced any more: customs granted that the goods do not leave under them. */
export class FinancingAddVoidEntryNumbers1796250002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.order_facts ADD COLUMN void_entry_numbers text[] NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.order_facts DROP COLUMN void_entry_numbers`);
  }
}
