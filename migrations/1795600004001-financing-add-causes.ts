import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Our own reasons, as sentences that can be told in the language of the reader. Rows of before keep their English. */
export class FinancingAddCauses1795600004001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.advance ADD COLUMN causes jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.advance DROP COLUMN causes`);
  }
}
