import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Endpoints may have their messages signed with a key of the platform, whose public half anybody may read. */
export class WebhooksCreateSigningKey1796120003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Of the platform, not of a tenant. The private half is encrypted; whoever reads the table cannot sign.
    await db.query(`
      CREATE TABLE webhooks.signing_key (
        id          text        CONSTRAINT pk_signing_key PRIMARY KEY,
        public_key  text        NOT NULL,
        private_box bytea       NOT NULL,
        created_at  timestamptz NOT NULL,
        active_from timestamptz NOT NULL
      )`);
    await db.query(`GRANT SELECT, INSERT ON webhooks.signing_key TO entrepot_app`);
    await db.query(`GRANT DELETE ON webhooks.signing_key TO entrepot_worker`);
    await db.query(`
      ALTER TABLE webhooks.endpoint ADD COLUMN signature text NOT NULL DEFAULT 'v1'
        CONSTRAINT ck_endpoint_signature CHECK (signature IN ('v1', 'v1a', 'both'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE webhooks.endpoint DROP COLUMN signature`);
    await db.query(`DROP TABLE webhooks.signing_key`);
  }
}
