import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whether an invoice is what it says it is, as the tax authority has it (查验). What was recorded before is not asked about. */
export class TaxRefundCreateInvoiceChecks1796353001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.invoice_check (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        state       text        NOT NULL CONSTRAINT ck_invoice_check_state CHECK (state IN
                      ('unverified', 'verified', 'refused', 'dropped')),
        outcome     text,
        differences jsonb       NOT NULL,
        round       integer     NOT NULL CONSTRAINT ck_invoice_check_round CHECK (round > 0),
        asks        integer     NOT NULL CONSTRAINT ck_invoice_check_asks CHECK (asks >= 0),
        expected_by timestamptz,
        answered_at timestamptz,
        created_at  timestamptz NOT NULL,
        updated_at  timestamptz NOT NULL,
        CONSTRAINT pk_invoice_check PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_invoice_check_invoice FOREIGN KEY (tenant_id, id) REFERENCES tax_refund.invoice (tenant_id, id),
        CONSTRAINT ck_invoice_check_expected_by CHECK ((expected_by IS NOT NULL) = (state = 'unverified')),
        CONSTRAINT ck_invoice_check_outcome CHECK (state NOT IN ('verified', 'refused') OR outcome IS NOT NULL)
      ) WITH (fillfactor = 80)`);
    await db.query(`
      CREATE INDEX ix_invoice_check_expected_by ON tax_refund.invoice_check (expected_by) WHERE expected_by IS NOT NULL`);
    await db.query(`CALL platform.isolate('tax_refund.invoice_check')`);
    await db.query(`CALL platform.watch('tax_refund.invoice_check')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (state, outcome, differences, round, asks, expected_by, answered_at, updated_at)
        ON tax_refund.invoice_check TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'tax_refund.invoice_check'`);
    await db.query(`DROP TABLE tax_refund.invoice_check`);
  }
}
