import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An order may be released under several declaration numbers. */
export class FinancingAddEntryNumbers1796350002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.order_facts ADD COLUMN entry_numbers text[] NOT NULL DEFAULT '{}'`);
    await db.query(`ALTER TABLE financing.order_facts NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      UPDATE financing.order_facts SET entry_numbers = ARRAY[entry_number] WHERE entry_number IS NOT NULL`);
    await db.query(`ALTER TABLE financing.order_facts FORCE ROW LEVEL SECURITY`);
    await db.query(`ALTER TABLE financing.order_facts DROP COLUMN entry_number`);
  }

  /** The latest number is kept. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.order_facts ADD COLUMN entry_number text`);
    await db.query(`ALTER TABLE financing.order_facts NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      UPDATE financing.order_facts SET entry_number = entry_numbers[cardinality(entry_numbers)]`);
    await db.query(`ALTER TABLE financing.order_facts FORCE ROW LEVEL SECURITY`);
    await db.query(`ALTER TABLE financing.order_facts DROP COLUMN entry_numbers`);
  }
}
