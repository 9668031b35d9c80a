import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The people who have seen a secret of a key or client; of those that nobody of the tenant made, none. */
export class PlatformAddMakersOfCredentials1796150000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE platform.api_key ADD COLUMN made_by uuid[] NOT NULL DEFAULT '{}'`);
    await db.query(`ALTER TABLE platform.oauth_client ADD COLUMN made_by uuid[] NOT NULL DEFAULT '{}'`);
    await db.query(`GRANT UPDATE (made_by) ON platform.oauth_client TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE platform.oauth_client DROP COLUMN made_by`);
    await db.query(`ALTER TABLE platform.api_key DROP COLUMN made_by`);
  }
}
