import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Papers of consumption tax among the rows that an integrator brings itself, what was taken of them, and what runs make of them. */
export class TaxRefundCreateMatchVouchers1796384000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createVouchers(db);
    await this.createTakes(db);
    // Why consumption tax of an item is not claimed.
    await db.query(`ALTER TABLE tax_refund.match_item ADD COLUMN consumption_tax_waiver text`);
    // What of the refund is consumption tax.
    for (const table of ['match_chunk', 'match_case']) {
      await db.query(`ALTER TABLE tax_refund.${table} ADD COLUMN consumption_tax_minor bigint`);
      await db.query(`GRANT UPDATE (consumption_tax_minor) ON tax_refund.${table} TO entrepot_app`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['match_chunk', 'match_case']) {
      await db.query(`ALTER TABLE tax_refund.${table} DROP COLUMN consumption_tax_minor`);
    }
    await db.query(`ALTER TABLE tax_refund.match_item DROP COLUMN consumption_tax_waiver`);
    await db.query(`DROP TABLE tax_refund.match_voucher_take, tax_refund.match_voucher`);
  }

  private async createVouchers(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.match_voucher (
        tenant_id           uuid    NOT NULL,
        no                  bigint  GENERATED ALWAYS AS IDENTITY,
        taxable_minor       bigint  NOT NULL CONSTRAINT ck_match_voucher_taxable CHECK (taxable_minor >= 0),
        tax_minor           bigint  NOT NULL CONSTRAINT ck_match_voucher_tax CHECK (tax_minor > 0),
        issued_on           date    NOT NULL,
        match_key           text    COLLATE "C" NOT NULL,
        voucher_number      text    COLLATE "C" NOT NULL,
        kind                text    NOT NULL,
        split_of            text    COLLATE "C",
        supplier_tax_number text    NOT NULL,
        buyer_tax_number    text    NOT NULL,
        hs_code             text    NOT NULL,
        goods_name          text    NOT NULL,
        unit                text    NOT NULL,
        quantity            numeric NOT NULL CONSTRAINT ck_match_voucher_quantity CHECK (quantity > 0),
        rate                numeric,
        amount_per_unit     numeric,
        digest              text    NOT NULL,
        CONSTRAINT pk_match_voucher PRIMARY KEY (tenant_id, match_key, no),
        CONSTRAINT ck_match_voucher_rates CHECK (rate IS NOT NULL OR amount_per_unit IS NOT NULL)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_match_voucher_number ON tax_refund.match_voucher (tenant_id, voucher_number)`);
    await db.query(`
      CREATE INDEX ix_match_voucher_split_of ON tax_refund.match_voucher (tenant_id, split_of) WHERE split_of IS NOT NULL`);
    await db.query(`CALL platform.isolate('tax_refund.match_voucher')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON tax_refund.match_voucher TO entrepot_app`);
  }

  private async createTakes(db: QueryRunner): Promise<void> {
    // As the takes of invoices: only ever added to; each take of a paper is the next one, and says what it leaves.
    await db.query(`
      CREATE TABLE tax_refund.match_voucher_take (
        tenant_id          uuid     NOT NULL,
        item_no            bigint   NOT NULL,
        voucher_no         bigint   NOT NULL,
        taxable_minor      bigint   NOT NULL,
        tax_minor          bigint   NOT NULL,
        left_taxable_minor bigint   NOT NULL,
        left_tax_minor     bigint   NOT NULL,
        run_id             uuid     NOT NULL,
        seq                integer  NOT NULL,
        ordinal            smallint NOT NULL,
        quantity           numeric  NOT NULL CONSTRAINT ck_match_voucher_take_quantity CHECK (quantity > 0),
        left_quantity      numeric  NOT NULL,
        CONSTRAINT pk_match_voucher_take PRIMARY KEY (tenant_id, item_no, ordinal),
        CONSTRAINT ck_match_voucher_take_left CHECK (left_quantity >= 0 AND left_taxable_minor >= 0 AND left_tax_minor >= 0
          AND taxable_minor >= 0 AND tax_minor >= 0)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_match_voucher_take_voucher ON tax_refund.match_voucher_take (tenant_id, voucher_no, seq)`);
    await db.query(`CALL platform.isolate('tax_refund.match_voucher_take')`);
    await db.query(`GRANT SELECT, INSERT ON tax_refund.match_voucher_take TO entrepot_app`);
  }
}
