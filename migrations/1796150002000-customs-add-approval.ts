import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How a declaration stands with the second person that its declaring may take. */
export class CustomsAddApproval1796150002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE customs.declaration ADD COLUMN approval jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE customs.declaration DROP COLUMN approval`);
  }
}
