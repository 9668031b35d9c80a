import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What customs charges on imports, and how far its payment is. */
export class CustomsCreateTaxBills1796320001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customs.tax_bill (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        declaration_id  uuid        NOT NULL,
        party_id        uuid        NOT NULL,
        receipt_id      uuid        NOT NULL,
        number          text        NOT NULL,
        amount_minor    bigint      NOT NULL CONSTRAINT ck_tax_bill_amount CHECK (amount_minor > 0),
        amount_currency char(3)     NOT NULL CONSTRAINT ck_tax_bill_currency CHECK (amount_currency = 'CNY'),
        lines           jsonb       NOT NULL,
        differences     jsonb       NOT NULL,
        payee           jsonb       NOT NULL,
        declared_on     date        NOT NULL,
        issued_on       date        NOT NULL,
        due_on          date        NOT NULL,
        state           text        NOT NULL CONSTRAINT ck_tax_bill_state CHECK (state IN
                          ('issued', 'paying', 'refused', 'paid', 'void')),
        reason          text,
        transfer_id     uuid        NOT NULL,
        note            text,
        paid_on         date,
        expected_by     timestamptz,
        version         integer     NOT NULL DEFAULT 1,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_tax_bill PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_tax_bill_declaration FOREIGN KEY (tenant_id, declaration_id)
          REFERENCES customs.declaration (tenant_id, id),
        CONSTRAINT ck_tax_bill_paid_on CHECK ((paid_on IS NOT NULL) = (state = 'paid')),
        CONSTRAINT ck_tax_bill_expected_by CHECK ((expected_by IS NOT NULL) = (state IN ('issued', 'paying', 'refused')))
      ) WITH (fillfactor = 80)`);
    // Whatever customs repeats, it is owed once.
    await db.query(`CREATE UNIQUE INDEX uq_tax_bill_number ON customs.tax_bill (tenant_id, number)`);
    await db.query(`CREATE INDEX ix_tax_bill_declaration ON customs.tax_bill (tenant_id, declaration_id, id)`);
    await db.query(`CREATE INDEX ix_tax_bill_state ON customs.tax_bill (tenant_id, state, id)`);
    await db.query(
      `CREATE INDEX ix_tax_bill_expected_by ON customs.tax_bill (expected_by) WHERE expected_by IS NOT NULL`,
    );
    await db.query(`CALL platform.isolate('customs.tax_bill')`);
    await db.query(`CALL platform.watch('customs.tax_bill')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON customs.tax_bill TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'customs.tax_bill'`);
    await db.query(`DROP TABLE customs.tax_bill`);
  }
}
