import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Warehouses abroad, what is announced to them, their stock by lot, what leaves and comes back, counts, fees. */
export class FreightCreateWarehouses1796393000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createWarehouses(db);
    await this.createInbound(db);
    await this.createStock(db);
    await this.createOutbound(db);
    for (const table of TABLES) await db.query(`CALL platform.isolate('freight.${table}')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE ON freight.warehouse, freight.inbound_notice, freight.stock_lot, freight.outbound_order,
        freight.stock_count, freight.overseas_export TO entrepot_app`);
    // What was priced, moved and billed is never changed.
    await db.query(`
      GRANT SELECT, INSERT ON freight.warehouse_tariff, freight.warehouse_sku, freight.stock_move, freight.warehouse_statement
        TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP TABLE ${[...TABLES]
        .reverse()
        .map((table) => `freight.${table}`)
        .join(', ')}`,
    );
  }

  private async createWarehouses(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE freight.warehouse (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        code       text        NOT NULL,
        name       text        NOT NULL,
        country    char(2)     NOT NULL,
        un_locode  char(5)     NOT NULL,
        zone       text        NOT NULL,
        reference  text,
        version    integer     NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT pk_warehouse PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_warehouse_code ON freight.warehouse (tenant_id, code)`);
    await db.query(`
      CREATE TABLE freight.warehouse_tariff (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        warehouse_id uuid        NOT NULL,
        valid_from   date        NOT NULL,
        currency     char(3)     NOT NULL,
        fees         jsonb       NOT NULL,
        source       text        NOT NULL,
        version      integer     NOT NULL,
        created_at   timestamptz NOT NULL,
        updated_at   timestamptz NOT NULL,
        CONSTRAINT pk_warehouse_tariff PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_warehouse_tariff_warehouse FOREIGN KEY (tenant_id, warehouse_id)
          REFERENCES freight.warehouse (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_warehouse_tariff_day ON freight.warehouse_tariff (tenant_id, warehouse_id, valid_from)`);
    await db.query(`
      CREATE TABLE freight.warehouse_sku (
        tenant_id     uuid           NOT NULL,
        id            uuid           NOT NULL,
        code          text           NOT NULL,
        name          text           NOT NULL,
        cbm_per_piece numeric(14, 6) NOT NULL CONSTRAINT ck_warehouse_sku_cbm CHECK (cbm_per_piece > 0),
        version       integer        NOT NULL,
        created_at    timestamptz    NOT NULL,
        updated_at    timestamptz    NOT NULL,
        CONSTRAINT pk_warehouse_sku PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_warehouse_sku_code ON freight.warehouse_sku (tenant_id, code)`);
    await db.query(`
      CREATE TABLE freight.warehouse_statement (
        tenant_id      uuid        NOT NULL,
        id             uuid        NOT NULL,
        warehouse_id   uuid        NOT NULL,
        period         char(7)     NOT NULL,
        total_minor    bigint      NOT NULL CONSTRAINT ck_warehouse_statement_total CHECK (total_minor >= 0),
        total_currency char(3)     NOT NULL,
        fees           jsonb       NOT NULL,
        version        integer     NOT NULL,
        created_at     timestamptz NOT NULL,
        updated_at     timestamptz NOT NULL,
        CONSTRAINT pk_warehouse_statement PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_warehouse_statement_warehouse FOREIGN KEY (tenant_id, warehouse_id)
          REFERENCES freight.warehouse (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_warehouse_statement_period ON freight.warehouse_statement (tenant_id, warehouse_id, period)`);
  }

  private async createInbound(db: QueryRunner): Promise<void> {
    // Its id is that of the declaration, in the schema of customs: no foreign key.
    await db.query(`
      CREATE TABLE freight.overseas_export (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        order_id     uuid,
        entry_number text        NOT NULL,
        export_date  date        NOT NULL,
        items        jsonb       NOT NULL,
        version      integer     NOT NULL,
        created_at   timestamptz NOT NULL,
        updated_at   timestamptz NOT NULL,
        CONSTRAINT pk_overseas_export PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`
      CREATE TABLE freight.inbound_notice (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        warehouse_id    uuid        NOT NULL,
        declaration_id  uuid,
        reference       text        NOT NULL,
        state           text        NOT NULL CONSTRAINT ck_inbound_notice_state CHECK (state IN
                          ('announced', 'in_transit', 'arrived', 'inspected', 'stocked', 'discrepancy', 'cancelled')),
        cartons         integer     NOT NULL CONSTRAINT ck_inbound_notice_cartons CHECK (cartons > 0),
        tracking_number text,
        expected_on     date,
        arrived_on      date,
        stocked_on      date,
        cancel_reason   text,
        version         integer     NOT NULL,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_inbound_notice PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_inbound_notice_warehouse FOREIGN KEY (tenant_id, warehouse_id)
          REFERENCES freight.warehouse (tenant_id, id),
        CONSTRAINT fk_inbound_notice_export FOREIGN KEY (tenant_id, declaration_id)
          REFERENCES freight.overseas_export (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_inbound_notice_reference ON freight.inbound_notice (tenant_id, reference)`);
    await db.query(`CREATE INDEX ix_inbound_notice_warehouse ON freight.inbound_notice (tenant_id, warehouse_id, id)`);
  }

  private async createStock(db: QueryRunner): Promise<void> {
    // A lot is a line of the notice that it came by: announced first, then inspected, then stock.
    await db.query(`
      CREATE TABLE freight.stock_lot (
        tenant_id      uuid        NOT NULL,
        id             uuid        NOT NULL,
        warehouse_id   uuid        NOT NULL,
        notice_id      uuid        NOT NULL,
        declaration_id uuid,
        item_number    integer,
        line_no        integer     NOT NULL,
        sku            text        NOT NULL,
        lot            text        NOT NULL,
        is_cancelled   boolean     NOT NULL,
        received_on    date,
        announced      integer     NOT NULL CONSTRAINT ck_stock_lot_announced CHECK (announced > 0),
        accepted       integer     CONSTRAINT ck_stock_lot_accepted CHECK (accepted >= 0),
        rejected       integer     CONSTRAINT ck_stock_lot_rejected CHECK (rejected >= 0),
        evidence       jsonb       NOT NULL,
        received       integer     NOT NULL,
        on_hand        integer     NOT NULL CONSTRAINT ck_stock_lot_on_hand CHECK (on_hand >= 0),
        allocated      integer     NOT NULL CONSTRAINT ck_stock_lot_allocated CHECK (allocated BETWEEN 0 AND on_hand),
        damaged        integer     NOT NULL CONSTRAINT ck_stock_lot_damaged CHECK (damaged >= 0),
        sold           integer     NOT NULL CONSTRAINT ck_stock_lot_sold CHECK (sold >= 0),
        returned       integer     NOT NULL CONSTRAINT ck_stock_lot_returned CHECK (returned >= 0),
        disposed       integer     NOT NULL CONSTRAINT ck_stock_lot_disposed CHECK (disposed >= 0),
        adjusted       integer     NOT NULL,
        version        integer     NOT NULL,
        created_at     timestamptz NOT NULL,
        updated_at     timestamptz NOT NULL,
        CONSTRAINT pk_stock_lot PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_stock_lot_inspected CHECK (accepted + rejected <= announced),
        CONSTRAINT ck_stock_lot_received CHECK (received BETWEEN 0 AND announced),
        CONSTRAINT ck_stock_lot_whole CHECK (received + adjusted = on_hand + damaged + sold + disposed),
        CONSTRAINT ck_stock_lot_declared CHECK ((declaration_id IS NULL) = (item_number IS NULL)),
        CONSTRAINT fk_stock_lot_notice FOREIGN KEY (tenant_id, notice_id) REFERENCES freight.inbound_notice (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_stock_lot_lot ON freight.stock_lot (tenant_id, warehouse_id, sku, lot) WHERE NOT is_cancelled`);
    await db.query(`CREATE UNIQUE INDEX uq_stock_lot_line ON freight.stock_lot (tenant_id, notice_id, line_no)`);
    await db.query(`CREATE INDEX ix_stock_lot_declaration ON freight.stock_lot (tenant_id, declaration_id)`);
    await db.query(`
      CREATE TABLE freight.stock_move (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        warehouse_id uuid        NOT NULL,
        lot_id       uuid        NOT NULL,
        cause_id     uuid        NOT NULL,
        day          date        NOT NULL,
        kind         text        NOT NULL CONSTRAINT ck_stock_move_kind CHECK (kind IN
                       ('receipt', 'damaged_receipt', 'allocation', 'deallocation', 'dispatch', 'return_restock',
                        'return_damaged', 'return_disposal', 'damage', 'disposal', 'found', 'lost')),
        cause        text        NOT NULL CONSTRAINT ck_stock_move_cause CHECK (cause IN
                       ('inboundNotice', 'outboundOrder', 'stockCount', 'stockLot')),
        pieces       integer     NOT NULL CONSTRAINT ck_stock_move_pieces CHECK (pieces > 0),
        on_site      integer     NOT NULL,
        reason       text,
        created_at   timestamptz NOT NULL,
        CONSTRAINT pk_stock_move PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_stock_move_lot FOREIGN KEY (tenant_id, lot_id) REFERENCES freight.stock_lot (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_stock_move_lot ON freight.stock_move (tenant_id, lot_id, id)`);
    await db.query(`CREATE INDEX ix_stock_move_day ON freight.stock_move (tenant_id, warehouse_id, day)`);
  }

  private async createOutbound(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE freight.outbound_order (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        warehouse_id    uuid        NOT NULL,
        order_reference text        NOT NULL,
        state           text        NOT NULL CONSTRAINT ck_outbound_order_state CHECK (state IN
                          ('allocated', 'released', 'dispatched', 'cancelled')),
        pieces          integer     NOT NULL CONSTRAINT ck_outbound_order_pieces CHECK (pieces > 0),
        allocations     jsonb       NOT NULL,
        returns         jsonb       NOT NULL,
        carrier         text,
        tracking_number text,
        dispatched_on   date,
        cancel_reason   text,
        version         integer     NOT NULL,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_outbound_order PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_outbound_order_warehouse FOREIGN KEY (tenant_id, warehouse_id)
          REFERENCES freight.warehouse (tenant_id, id)
      )`);
    // Whoever races whom: an order is promised its goods once.
    await db.query(`
      CREATE UNIQUE INDEX uq_outbound_order_reference ON freight.outbound_order (tenant_id, order_reference)
      WHERE state <> 'cancelled'`);
    await db.query(
      `CREATE INDEX ix_outbound_order_day ON freight.outbound_order (tenant_id, warehouse_id, dispatched_on)`,
    );
    await db.query(`
      CREATE TABLE freight.stock_count (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        warehouse_id uuid        NOT NULL,
        reference    text        NOT NULL,
        state        text        NOT NULL CONSTRAINT ck_stock_count_state CHECK (state IN
                       ('open', 'counted', 'adjusted', 'cancelled')),
        lines        jsonb       NOT NULL,
        reason       text,
        version      integer     NOT NULL,
        created_at   timestamptz NOT NULL,
        updated_at   timestamptz NOT NULL,
        CONSTRAINT pk_stock_count PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_stock_count_warehouse FOREIGN KEY (tenant_id, warehouse_id)
          REFERENCES freight.warehouse (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_stock_count_reference ON freight.stock_count (tenant_id, reference)`);
  }
}

const TABLES = [
  'warehouse',
  'warehouse_tariff',
  'warehouse_sku',
  'warehouse_statement',
  'overseas_export',
  'inbound_notice',
  'stock_lot',
  'stock_move',
  'outbound_order',
  'stock_count',
] as const;
