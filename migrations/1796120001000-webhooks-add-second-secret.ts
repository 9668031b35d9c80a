import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** While a secret is replaced, the one before signs beside it until an instant. */
export class WebhooksAddSecondSecret1796120001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE webhooks.endpoint
        ADD COLUMN old_secret_box        bytea,
        ADD COLUMN old_secret_expires_at timestamptz,
        ADD CONSTRAINT ck_endpoint_old_secret CHECK ((old_secret_box IS NULL) = (old_secret_expires_at IS NULL))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE webhooks.endpoint DROP COLUMN old_secret_box, DROP COLUMN old_secret_expires_at`);
  }
}
