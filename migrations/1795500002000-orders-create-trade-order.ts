import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Trade orders with their lines, one state per track and the overall state that follows from them. */
export class OrdersCreateTradeOrder1795500002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA orders`);
    await this.createOrder(db);
    await this.createLine(db);
    await db.query(`GRANT USAGE ON SCHEMA orders TO entrepot_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON orders.trade_order TO entrepot_app`);
    // A draft's lines are replaced as a whole; those of a placed order are never touched.
    await db.query(`GRANT SELECT, INSERT, DELETE ON orders.order_line TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP SCHEMA orders CASCADE`);
  }

  private async createOrder(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE orders.trade_order (
        tenant_id                 uuid        NOT NULL,
        id                        uuid        NOT NULL,
        reference                 text        NOT NULL,
        contract_number           text        NOT NULL,
        state                     text        NOT NULL CONSTRAINT ck_trade_order_state CHECK (state IN
                                    ('draft', 'placed', 'in_progress', 'attention', 'closed', 'cancelled')),
        seller_id                 uuid        NOT NULL,
        buyer_id                  uuid        NOT NULL,
        incoterm                  char(3)     NOT NULL,
        value_minor               bigint      NOT NULL CONSTRAINT ck_trade_order_value CHECK (value_minor > 0),
        value_currency            char(3)     NOT NULL,
        sales_channel             char(4)     NOT NULL,
        port_of_loading           char(5)     NOT NULL,
        port_of_discharge         char(5)     NOT NULL,
        destination_country       char(2)     NOT NULL,
        declaration_office        char(4)     NOT NULL,
        exit_office               char(4)     NOT NULL,
        transport_mode            text        NOT NULL,
        freight_by                text        NOT NULL,
        freight_mode              text,
        containers                jsonb       NOT NULL,
        ready_date                date        NOT NULL,
        freight_charge_minor      bigint,
        freight_charge_currency   char(3),
        insurance_charge_minor    bigint,
        insurance_charge_currency char(3),
        refund_mode               text        NOT NULL,
        refund_advance            boolean     NOT NULL,
        fx_conversion             text        NOT NULL,
        plan_rate                 numeric     NOT NULL CONSTRAINT ck_trade_order_plan_rate CHECK (plan_rate > 0),
        customs_state             text        NOT NULL,
        freight_state             text        NOT NULL,
        fx_state                  text        NOT NULL,
        tax_refund_state          text        NOT NULL,
        financing_state           text        NOT NULL,
        placed_at                 timestamptz,
        closed_at                 timestamptz,
        cancellation_reason       text,
        version                   integer     NOT NULL DEFAULT 1,
        created_at                timestamptz NOT NULL,
        updated_at                timestamptz NOT NULL,
        CONSTRAINT pk_trade_order PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_trade_order_placed CHECK (placed_at IS NOT NULL OR state IN ('draft', 'cancelled')),
        CONSTRAINT ck_trade_order_closed CHECK ((closed_at IS NOT NULL) = (state = 'closed')),
        CONSTRAINT ck_trade_order_customs_state CHECK (customs_state IN
          ('pending', 'drafted', 'submitted', 'accepted', 'inspection', 'released', 'departed', 'cleared', 'blocked', 'rejected', 'cancelled', 'not_applicable')),
        CONSTRAINT ck_trade_order_freight_state CHECK (freight_state IN
          ('pending', 'quoted', 'booked', 'confirmed', 'departed', 'arrived', 'completed', 'rejected', 'cancelled', 'not_applicable')),
        CONSTRAINT ck_trade_order_fx_state CHECK (fx_state IN
          ('pending', 'part_collected', 'collected', 'converting', 'settled', 'paid_out', 'conversion_failed', 'payout_rejected', 'cancelled', 'not_applicable')),
        CONSTRAINT ck_trade_order_tax_refund_state CHECK (tax_refund_state IN
          ('pending', 'matched', 'filed', 'accepted', 'approved', 'paid', 'queried', 'rejected', 'cancelled', 'not_applicable')),
        CONSTRAINT ck_trade_order_financing_state CHECK (financing_state IN
          ('pending', 'requested', 'drawn', 'repaid', 'ineligible', 'declined', 'lapsed', 'cancelled', 'not_applicable'))
      ) WITH (fillfactor = 80)`);
    await db.query(`CREATE UNIQUE INDEX uq_trade_order_reference ON orders.trade_order (tenant_id, reference)`);
    await db.query(`CREATE INDEX ix_trade_order_seller ON orders.trade_order (tenant_id, seller_id, id)`);
    await db.query(`
      CREATE INDEX ix_trade_order_state ON orders.trade_order (tenant_id, state, id)`);
    await db.query(`CALL platform.isolate('orders.trade_order')`);
  }

  private async createLine(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE orders.order_line (
        tenant_id            uuid     NOT NULL,
        order_id             uuid     NOT NULL,
        line_number          smallint NOT NULL,
        id                   uuid     NOT NULL,
        hs_code              char(10) NOT NULL,
        goods_name           text     NOT NULL,
        goods_name_en        text     NOT NULL,
        declaration_elements text     NOT NULL,
        quantity             numeric  NOT NULL,
        unit                 char(3)  NOT NULL,
        first_quantity       numeric  NOT NULL,
        first_unit           char(3)  NOT NULL,
        second_quantity      numeric,
        second_unit          char(3),
        unit_price           numeric  NOT NULL,
        total_minor          bigint   NOT NULL,
        net_weight_kg        numeric  NOT NULL,
        gross_weight_kg      numeric  NOT NULL,
        volume_cbm           numeric  NOT NULL,
        packages             integer  NOT NULL,
        package_type         char(2)  NOT NULL,
        source_district      char(5)  NOT NULL,
        origin_country       char(2)  NOT NULL,
        purchase_minor       bigint,
        vat_rate             numeric,
        refund_rate          numeric,
        refund_rate_version  text,
        CONSTRAINT pk_order_line PRIMARY KEY (tenant_id, order_id, line_number),
        CONSTRAINT ck_order_line_weight CHECK (net_weight_kg <= gross_weight_kg)
      )`);
    await db.query(`CALL platform.isolate('orders.order_line')`);
  }
}
