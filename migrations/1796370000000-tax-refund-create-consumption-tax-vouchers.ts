import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Papers of consumption tax (消费税专用缴款书、分割单), and what claims take of them. */
export class TaxRefundCreateConsumptionTaxVouchers1796370000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createVoucher(db);
    await this.createAllocation(db);
    await db.query(`ALTER TABLE tax_refund.refund_case ADD COLUMN consumption_tax_waiver text`);
    await db.query(`
      ALTER TABLE tax_refund.claim
        ADD COLUMN consumption_tax_minor            bigint  NOT NULL DEFAULT 0,
        ADD COLUMN consumption_tax_currency         char(3) NOT NULL DEFAULT 'CNY',
        ADD COLUMN awarded_consumption_tax_minor    bigint  NOT NULL DEFAULT 0,
        ADD COLUMN awarded_consumption_tax_currency char(3) NOT NULL DEFAULT 'CNY',
        ADD CONSTRAINT ck_claim_consumption_tax CHECK (consumption_tax_minor >= 0 OR corrects_id IS NOT NULL)`);
    await db.query(`
      ALTER TABLE tax_refund.claim
        ALTER COLUMN consumption_tax_minor DROP DEFAULT, ALTER COLUMN consumption_tax_currency DROP DEFAULT,
        ALTER COLUMN awarded_consumption_tax_minor DROP DEFAULT, ALTER COLUMN awarded_consumption_tax_currency DROP DEFAULT`);
    await db.query(`ALTER TABLE tax_refund.claim_line ADD COLUMN consumption_tax_minor bigint NOT NULL DEFAULT 0`);
    await db.query(`
      INSERT INTO ledger.account_code (code, type, normal_side, per_party, floored)
      VALUES ('consumption_tax_receivable', 'asset', 'debit', true, false) ON CONFLICT DO NOTHING`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE ledger.account NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      DELETE FROM ledger.account_code c WHERE c.code = 'consumption_tax_receivable'
        AND NOT EXISTS (SELECT 1 FROM ledger.account a WHERE a.code = c.code)`);
    await db.query(`ALTER TABLE ledger.account FORCE ROW LEVEL SECURITY`);
    await db.query(`DROP TABLE tax_refund.voucher_allocation`);
    await db.query(`ALTER TABLE tax_refund.claim_line DROP COLUMN consumption_tax_minor`);
    await db.query(`
      ALTER TABLE tax_refund.claim DROP COLUMN consumption_tax_minor, DROP COLUMN consumption_tax_currency,
        DROP COLUMN awarded_consumption_tax_minor, DROP COLUMN awarded_consumption_tax_currency`);
    await db.query(`ALTER TABLE tax_refund.refund_case DROP COLUMN consumption_tax_waiver`);
    await db.query(`DROP TABLE tax_refund.consumption_tax_voucher`);
  }

  private async createVoucher(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.consumption_tax_voucher (
        tenant_id              uuid        NOT NULL,
        id                     uuid        NOT NULL,
        order_id               uuid,
        order_line_number      integer,
        invoice_id             uuid,
        kind                   text        NOT NULL CONSTRAINT ck_consumption_tax_voucher_kind CHECK (kind IN
                                 ('payment_certificate', 'export_certificate', 'split_certificate')),
        state                  text        NOT NULL CONSTRAINT ck_consumption_tax_voucher_state CHECK (state IN
                                 ('recorded', 'cancelled')),
        voucher_number         text        NOT NULL,
        split_of               text,
        issuer                 text        NOT NULL,
        issued_on              date        NOT NULL,
        supplier_name          text        NOT NULL,
        supplier_tax_number    text        NOT NULL,
        buyer_name             text        NOT NULL,
        buyer_tax_number       text        NOT NULL,
        hs_code                text        NOT NULL,
        goods_name             text        NOT NULL,
        quantity               numeric     NOT NULL CONSTRAINT ck_consumption_tax_voucher_quantity CHECK (quantity > 0),
        unit                   text        NOT NULL,
        taxable_minor          bigint      NOT NULL CONSTRAINT ck_consumption_tax_voucher_taxable CHECK (taxable_minor >= 0),
        taxable_currency       char(3)     NOT NULL,
        rate                   numeric,
        amount_per_unit        numeric,
        tax_minor              bigint      NOT NULL CONSTRAINT ck_consumption_tax_voucher_tax CHECK (tax_minor > 0),
        tax_currency           char(3)     NOT NULL,
        taken_quantity         numeric     NOT NULL,
        taken_taxable_minor    bigint      NOT NULL,
        taken_tax_minor        bigint      NOT NULL,
        findings               jsonb       NOT NULL,
        cancelled_reason       text,
        version                integer     NOT NULL DEFAULT 1,
        created_at             timestamptz NOT NULL,
        updated_at             timestamptz NOT NULL,
        CONSTRAINT pk_consumption_tax_voucher PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_consumption_tax_voucher_invoice FOREIGN KEY (tenant_id, invoice_id)
          REFERENCES tax_refund.invoice (tenant_id, id),
        CONSTRAINT ck_consumption_tax_voucher_rates CHECK (rate IS NOT NULL OR amount_per_unit IS NOT NULL),
        CONSTRAINT ck_consumption_tax_voucher_taken CHECK (taken_quantity BETWEEN 0 AND quantity
          AND taken_taxable_minor BETWEEN 0 AND taxable_minor AND taken_tax_minor BETWEEN 0 AND tax_minor)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_consumption_tax_voucher_number ON tax_refund.consumption_tax_voucher (tenant_id, voucher_number)
        WHERE state = 'recorded'`);
    await db.query(`
      CREATE INDEX ix_consumption_tax_voucher_order ON tax_refund.consumption_tax_voucher (tenant_id, order_id)`);
    await db.query(`
      CREATE INDEX ix_consumption_tax_voucher_invoice ON tax_refund.consumption_tax_voucher (tenant_id, invoice_id)`);
    await db.query(`CALL platform.isolate('tax_refund.consumption_tax_voucher')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON tax_refund.consumption_tax_voucher TO entrepot_app`);
  }

  private async createAllocation(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.voucher_allocation (
        tenant_id     uuid    NOT NULL,
        claim_line_id uuid    NOT NULL,
        voucher_id    uuid    NOT NULL,
        quantity      numeric NOT NULL CONSTRAINT ck_voucher_allocation_quantity CHECK (quantity > 0),
        taxable_minor bigint  NOT NULL CONSTRAINT ck_voucher_allocation_taxable CHECK (taxable_minor >= 0),
        tax_minor     bigint  NOT NULL CONSTRAINT ck_voucher_allocation_tax CHECK (tax_minor >= 0),
        CONSTRAINT pk_voucher_allocation PRIMARY KEY (tenant_id, claim_line_id, voucher_id),
        CONSTRAINT fk_voucher_allocation_claim_line FOREIGN KEY (tenant_id, claim_line_id)
          REFERENCES tax_refund.claim_line (tenant_id, id),
        CONSTRAINT fk_voucher_allocation_voucher FOREIGN KEY (tenant_id, voucher_id)
          REFERENCES tax_refund.consumption_tax_voucher (tenant_id, id)
      )`);
    await db.query(`
      CREATE INDEX ix_voucher_allocation_voucher ON tax_refund.voucher_allocation (tenant_id, voucher_id)`);
    await db.query(`CALL platform.isolate('tax_refund.voucher_allocation')`);
    await db.query(`GRANT SELECT, INSERT ON tax_refund.voucher_allocation TO entrepot_app`);
  }
}
