import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An account that the bank refused is asked for anew under a new reference: which try it is belongs to the row. */
export class FxCountAccountAttempts1795600002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE fx.collection_account
        ADD COLUMN attempt integer NOT NULL DEFAULT 1 CONSTRAINT ck_collection_account_attempt CHECK (attempt > 0)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE fx.collection_account DROP COLUMN attempt`);
  }
}
