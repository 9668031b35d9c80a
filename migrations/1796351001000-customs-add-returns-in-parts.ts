import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What has come back of a parcel where not all of it came at once. */
export class CustomsAddReturnsInParts1796351001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE customs.parcel ADD COLUMN returned jsonb`);
    await db.query(`GRANT UPDATE (returned) ON customs.parcel TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE customs.parcel DROP COLUMN returned`);
  }
}
