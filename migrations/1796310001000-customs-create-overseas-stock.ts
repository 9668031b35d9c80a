import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What was declared out under 9810, as it stands in warehouses abroad, and what the warehouses tell of it. */
export class CustomsCreateOverseasStock1796310001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customs.overseas_lot (
        tenant_id   uuid           NOT NULL,
        id          uuid           NOT NULL,
        source_id   uuid           NOT NULL,
        order_id    uuid,
        created_at  timestamptz    NOT NULL,
        updated_at  timestamptz    NOT NULL,
        export_date date,
        arrived_on  date           NOT NULL,
        line_no     integer        NOT NULL,
        version     integer        NOT NULL DEFAULT 1,
        source_type text           NOT NULL
                    CONSTRAINT ck_overseas_lot_source_type CHECK (source_type IN ('declaration', 'parcel')),
        warehouse   text           NOT NULL,
        sku         text           NOT NULL,
        document_no text,
        order_no    text           NOT NULL,
        goods_name  text           NOT NULL,
        hs_code     text           NOT NULL,
        unit        text           NOT NULL,
        declared    numeric(20, 5) NOT NULL CONSTRAINT ck_overseas_lot_declared CHECK (declared > 0),
        on_hand     numeric(20, 5) NOT NULL CONSTRAINT ck_overseas_lot_on_hand CHECK (on_hand >= 0),
        sold        numeric(20, 5) NOT NULL CONSTRAINT ck_overseas_lot_sold CHECK (sold >= 0),
        lost        numeric(20, 5) NOT NULL CONSTRAINT ck_overseas_lot_lost CHECK (lost >= 0),
        CONSTRAINT pk_overseas_lot PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_overseas_lot_whole CHECK (on_hand + sold + lost = declared)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_overseas_lot_line ON customs.overseas_lot (tenant_id, source_type, source_id, line_no)`);
    await db.query(`CREATE INDEX ix_overseas_lot_sku ON customs.overseas_lot (tenant_id, warehouse, sku, id)`);
    await db.query(`CALL platform.isolate('customs.overseas_lot')`);
    await db.query(`GRANT SELECT, INSERT ON customs.overseas_lot TO entrepot_app`);
    await db.query(`GRANT UPDATE (updated_at, version, on_hand, sold, lost) ON customs.overseas_lot TO entrepot_app`);
    // `allocations`: which declared lines it is of, and how much of each.
    await db.query(`
      CREATE TABLE customs.overseas_movement (
        tenant_id   uuid           NOT NULL,
        id          uuid           NOT NULL,
        lot_id      uuid,
        created_at  timestamptz    NOT NULL,
        occurred_on date           NOT NULL,
        warehouse   text           NOT NULL,
        reference   text           NOT NULL,
        kind        text           NOT NULL
                    CONSTRAINT ck_overseas_movement_kind CHECK (kind IN ('sale', 'return', 'loss', 'found')),
        sku         text           NOT NULL,
        order_no    text,
        quantity    numeric(20, 5) NOT NULL CONSTRAINT ck_overseas_movement_quantity CHECK (quantity > 0),
        allocations jsonb          NOT NULL,
        CONSTRAINT pk_overseas_movement PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_overseas_movement_reference ON customs.overseas_movement (tenant_id, warehouse, reference)`);
    await db.query(`CALL platform.isolate('customs.overseas_movement')`);
    await db.query(`GRANT SELECT, INSERT ON customs.overseas_movement TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE customs.overseas_movement, customs.overseas_lot`);
  }
}
