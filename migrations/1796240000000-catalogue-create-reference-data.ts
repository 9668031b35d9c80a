import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Reference data of goods and customs codes, the same for all tenants: who may connect may read, and only the owner of the
 * database writes.
 */
export class CatalogueCreateReferenceData1796240000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA catalogue`);
    await db.query(`
      CREATE TABLE catalogue.reference_entry (
        topic       text        NOT NULL,
        code        text        NOT NULL,
        valid_from  date        NOT NULL,
        valid_to    date,
        value       jsonb       NOT NULL,
        source      text        NOT NULL,
        year        smallint,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_reference_entry PRIMARY KEY (topic, code, valid_from),
        CONSTRAINT ck_reference_entry_code CHECK (code <> '' AND (topic NOT LIKE 'hs\\_%' OR code ~ '^[0-9]{10}$')),
        CONSTRAINT ck_reference_entry_days CHECK (valid_to IS NULL OR valid_to >= valid_from),
        CONSTRAINT ck_reference_entry_source CHECK (source <> '')
      )`);
    await db.query(`GRANT USAGE ON SCHEMA catalogue TO entrepot_app`);
    await db.query(`GRANT SELECT ON catalogue.reference_entry TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP SCHEMA catalogue CASCADE`);
  }
}
