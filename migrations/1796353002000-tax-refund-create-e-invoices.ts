import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** E-invoices (数电票) word for word as they came. */
export class TaxRefundCreateEInvoices1796353002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.e_invoice (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        sha256     char(64)    NOT NULL CONSTRAINT ck_e_invoice_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        content    text        NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_e_invoice PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_e_invoice_invoice FOREIGN KEY (tenant_id, id) REFERENCES tax_refund.invoice (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.e_invoice')`);
    await db.query(`GRANT SELECT, INSERT ON tax_refund.e_invoice TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE tax_refund.e_invoice`);
  }
}
