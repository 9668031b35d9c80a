import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Our own reasons, as sentences that can be told in the language of the reader. Rows of before keep their English. */
export class FreightAddCauses1795600004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE freight.booking ADD COLUMN causes jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE freight.booking DROP COLUMN causes`);
  }
}
