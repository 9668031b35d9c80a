import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Endpoints may hear of some resources or changed fields only, and may want no facts with the news. */
export class WebhooksAddFiltersAndPayload1796120004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE webhooks.endpoint
        ADD COLUMN resources      text[] NOT NULL DEFAULT '{}',
        ADD COLUMN changed_fields text[] NOT NULL DEFAULT '{}',
        ADD COLUMN payload        text   NOT NULL DEFAULT 'full'
          CONSTRAINT ck_endpoint_payload CHECK (payload IN ('full', 'thin'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE webhooks.endpoint DROP COLUMN resources, DROP COLUMN changed_fields, DROP COLUMN payload`);
  }
}
