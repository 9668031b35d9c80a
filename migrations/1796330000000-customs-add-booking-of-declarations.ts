import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the carrier confirmed, beside what is declared. */
export class CustomsAddBookingOfDeclarations1796330000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE customs.declaration ADD COLUMN booking jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE customs.declaration DROP COLUMN booking`);
  }
}
