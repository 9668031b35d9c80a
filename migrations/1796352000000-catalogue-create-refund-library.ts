import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The official library of export refund rates (出口退税率文库), issue by issue, the same for all tenants. A row that a later issue
 * replaces stays on record with the issue that replaced it, so that every answer of every issue can be given again.
 */
export class CatalogueCreateRefundLibrary1796352000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE catalogue.refund_library (
        id          integer     GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_refund_library PRIMARY KEY,
        name        text        NOT NULL CONSTRAINT ck_refund_library_name CHECK (name <> ''),
        issue       text        NOT NULL CONSTRAINT ck_refund_library_issue CHECK (issue <> ''),
        source      text        NOT NULL CONSTRAINT ck_refund_library_source CHECK (source <> ''),
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_refund_library_issue UNIQUE (name, issue)
      )`);
    await db.query(`
      CREATE TABLE catalogue.refund_rate (
        code          text COLLATE "C" NOT NULL CONSTRAINT ck_refund_rate_code CHECK (code ~ '^([0-9]{8}|[0-9]{10,16})$'),
        valid_from    date             NOT NULL,
        valid_to      date,
        name          text             NOT NULL,
        unit          text,
        vat_rates     text[]           NOT NULL,
        refund_rate   numeric          NOT NULL CONSTRAINT ck_refund_rate_share CHECK (refund_rate BETWEEN 0 AND 1),
        ad_valorem    numeric,
        specific_tax  numeric,
        special_flag  text,
        zero_meaning  text CONSTRAINT ck_refund_rate_zero CHECK (zero_meaning IN ('taxed_as_domestic', 'exempt')),
        recorded_in   integer          NOT NULL REFERENCES catalogue.refund_library,
        replaced_in   integer          REFERENCES catalogue.refund_library,
        CONSTRAINT pk_refund_rate PRIMARY KEY (code, valid_from, recorded_in),
        CONSTRAINT ck_refund_rate_days CHECK (valid_to IS NULL OR valid_to >= valid_from),
        CONSTRAINT ck_refund_rate_issues CHECK (replaced_in > recorded_in)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_refund_rate_current ON catalogue.refund_rate (code, valid_from) WHERE replaced_in IS NULL`);
    await db.query(`GRANT SELECT ON catalogue.refund_library, catalogue.refund_rate TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE catalogue.refund_rate, catalogue.refund_library`);
  }
}
