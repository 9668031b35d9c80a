import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Pledged warehouse receipts, what they were found to be worth, and what of their goods was released. */
export class FinancingCreateWarehouseReceipts1796410000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.warehouse_receipt (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        seller_id       uuid        NOT NULL,
        product         text        NOT NULL,
        cover_rate      numeric     NOT NULL CONSTRAINT ck_warehouse_receipt_cover CHECK (cover_rate > 0 AND cover_rate <= 1),
        creditor        jsonb       NOT NULL,
        number          text        NOT NULL,
        issuer          text        NOT NULL,
        hs_code         text,
        goods           text,
        quantity        numeric     NOT NULL,
        unit            text        NOT NULL,
        left_quantity   numeric     NOT NULL,
        value_minor     bigint      NOT NULL,
        value_currency  char(3)     NOT NULL,
        valued_quantity numeric     NOT NULL CONSTRAINT ck_warehouse_receipt_valued CHECK (valued_quantity > 0),
        valued_on       date        NOT NULL,
        stored_until    date        NOT NULL,
        is_insured      boolean     NOT NULL,
        shortfall_minor bigint      NOT NULL,
        state           text        NOT NULL CONSTRAINT ck_warehouse_receipt_state CHECK (state IN
                          ('pledged', 'partly_released', 'released', 'cancelled')),
        reason          text,
        causes          jsonb,
        version         integer     NOT NULL,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_warehouse_receipt PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_warehouse_receipt_left CHECK (left_quantity BETWEEN 0 AND quantity),
        CONSTRAINT ck_warehouse_receipt_released CHECK (left_quantity > 0 OR state = 'released')
      )`);
    await db.query(
      `CREATE INDEX ix_warehouse_receipt_seller ON financing.warehouse_receipt (tenant_id, seller_id, id)`,
    );
    await db.query(`
      CREATE TABLE financing.receipt_valuation (
        tenant_id      uuid        NOT NULL,
        id             uuid        NOT NULL,
        receipt_id     uuid        NOT NULL,
        value_minor    bigint      NOT NULL CONSTRAINT ck_receipt_valuation_value CHECK (value_minor > 0),
        value_currency char(3)     NOT NULL,
        quantity       numeric     NOT NULL,
        valued_on      date        NOT NULL,
        source         text        NOT NULL,
        created_at     timestamptz NOT NULL,
        CONSTRAINT pk_receipt_valuation PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_receipt_valuation_receipt FOREIGN KEY (tenant_id, receipt_id)
          REFERENCES financing.warehouse_receipt (tenant_id, id)
      )`);
    await db.query(
      `CREATE INDEX ix_receipt_valuation_receipt ON financing.receipt_valuation (tenant_id, receipt_id, valued_on, id)`,
    );
    await db.query(`
      CREATE TABLE financing.receipt_release (
        tenant_id     uuid        NOT NULL,
        id            uuid        NOT NULL,
        receipt_id    uuid        NOT NULL,
        quantity      numeric     NOT NULL CONSTRAINT ck_receipt_release_quantity CHECK (quantity > 0),
        left_quantity numeric     NOT NULL CONSTRAINT ck_receipt_release_left CHECK (left_quantity >= 0),
        reason        text        NOT NULL,
        created_at    timestamptz NOT NULL,
        CONSTRAINT pk_receipt_release PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_receipt_release_receipt FOREIGN KEY (tenant_id, receipt_id)
          REFERENCES financing.warehouse_receipt (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_receipt_release_receipt ON financing.receipt_release (tenant_id, receipt_id, id)`);
    for (const table of ['warehouse_receipt', 'receipt_valuation', 'receipt_release'])
      await db.query(`CALL platform.isolate('financing.${table}')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.warehouse_receipt TO entrepot_app`);
    await db.query(`GRANT SELECT, INSERT ON financing.receipt_valuation, financing.receipt_release TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE financing.receipt_release, financing.receipt_valuation, financing.warehouse_receipt`);
  }
}
