import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Why all that was left of an operation was refused at once. */
export class PlatformAddRefusalOfOperations1796230000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE platform.operation ADD COLUMN refusal jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE platform.operation DROP COLUMN refusal`);
  }
}
