import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What customs levies of retail imports (电子税单), by the number of the bill; amounts in fen. */
export class CustomsCreateParcelTaxBills1796310000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customs.parcel_tax_bill (
        tenant_id             uuid        NOT NULL,
        id                    uuid        NOT NULL,
        parcel_id             uuid,
        created_at            timestamptz NOT NULL,
        updated_at            timestamptz NOT NULL,
        issued_at             timestamptz,
        duty_minor            bigint,
        consumption_tax_minor bigint,
        vat_minor             bigint,
        reckoned_minor        bigint,
        version               integer     NOT NULL DEFAULT 1,
        rank                  smallint    NOT NULL,
        state                 text        NOT NULL
                              CONSTRAINT ck_parcel_tax_bill_state CHECK (state IN ('issued', 'summarised', 'void')),
        invt_no               text        NOT NULL,
        tax_no                text        NOT NULL,
        duty_no               text,
        lines                 jsonb       NOT NULL,
        findings              jsonb       NOT NULL,
        CONSTRAINT pk_parcel_tax_bill PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_parcel_tax_bill_taxes CHECK (num_nulls(duty_minor, consumption_tax_minor, vat_minor) IN (0, 3))
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_parcel_tax_bill_tax_no ON customs.parcel_tax_bill (tenant_id, tax_no)`);
    await db.query(`
      CREATE INDEX ix_parcel_tax_bill_parcel ON customs.parcel_tax_bill (tenant_id, parcel_id, id) WHERE parcel_id IS NOT NULL`);
    await db.query(`
      CREATE INDEX ix_parcel_tax_bill_orphan ON customs.parcel_tax_bill (tenant_id, invt_no) WHERE parcel_id IS NULL`);
    await db.query(`CALL platform.isolate('customs.parcel_tax_bill')`);
    await db.query(`GRANT SELECT, INSERT ON customs.parcel_tax_bill TO entrepot_app`);
    await db.query(`
      GRANT UPDATE (parcel_id, updated_at, issued_at, duty_minor, consumption_tax_minor, vat_minor, reckoned_minor, version,
                    rank, state, duty_no, lines, findings)
        ON customs.parcel_tax_bill TO entrepot_app`);
    // Bills name the list by the number that customs gave it.
    await db.query(`CREATE INDEX ix_parcel_invt_no ON customs.parcel (tenant_id, invt_no) WHERE invt_no IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX customs.ix_parcel_invt_no`);
    await db.query(`DROP TABLE customs.parcel_tax_bill`);
  }
}
