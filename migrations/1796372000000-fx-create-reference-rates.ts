import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Exchange rates that somebody publishes, as given: the operator's, the same for all tenants, and those that a tenant takes in
 * itself. What one foreign unit is in the source's own currency stands beside it.
 */
export class FxCreateReferenceRates1796372000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.reference_rate (
        source       text        NOT NULL CONSTRAINT ck_reference_rate_source CHECK (source IN ('ecb', 'cfets')),
        base         char(3)     NOT NULL,
        quote        char(3)     NOT NULL,
        currency     char(3)     NOT NULL,
        unit         numeric     NOT NULL CONSTRAINT ck_reference_rate_unit CHECK (unit > 0),
        direction    text        NOT NULL CONSTRAINT ck_reference_rate_direction CHECK (direction IN ('direct', 'inverse')),
        rate         numeric     NOT NULL CONSTRAINT ck_reference_rate_rate CHECK (rate > 0),
        per_unit     numeric     NOT NULL CONSTRAINT ck_reference_rate_per_unit CHECK (per_unit > 0),
        published_on date        NOT NULL,
        as_of        timestamptz NOT NULL,
        document     text        NOT NULL CONSTRAINT ck_reference_rate_document CHECK (document <> ''),
        recorded_at  timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_reference_rate PRIMARY KEY (source, currency, published_on),
        CONSTRAINT ck_reference_rate_sides CHECK (base <> quote AND currency = CASE direction WHEN 'direct' THEN base ELSE quote END)
      )`);
    await db.query(`GRANT SELECT ON fx.reference_rate TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.tenant_rate (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        source       text        NOT NULL CONSTRAINT ck_tenant_rate_source CHECK (source IN ('ecb', 'cfets')),
        base         char(3)     NOT NULL,
        quote        char(3)     NOT NULL,
        currency     char(3)     NOT NULL,
        unit         numeric     NOT NULL CONSTRAINT ck_tenant_rate_unit CHECK (unit > 0),
        direction    text        NOT NULL CONSTRAINT ck_tenant_rate_direction CHECK (direction IN ('direct', 'inverse')),
        rate         numeric     NOT NULL CONSTRAINT ck_tenant_rate_rate CHECK (rate > 0),
        per_unit     numeric     NOT NULL CONSTRAINT ck_tenant_rate_per_unit CHECK (per_unit > 0),
        published_on date        NOT NULL,
        as_of        timestamptz NOT NULL,
        document     text        NOT NULL,
        recorded_at  timestamptz NOT NULL,
        CONSTRAINT pk_tenant_rate PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_tenant_rate_day UNIQUE (tenant_id, source, currency, published_on)
      )`);
    await db.query(`CALL platform.isolate('fx.tenant_rate')`);
    await db.query(`GRANT SELECT, INSERT ON fx.tenant_rate TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.board_history (
        tenant_id  uuid        NOT NULL,
        currency   char(3)     NOT NULL,
        as_of      timestamptz NOT NULL,
        fetched_at timestamptz NOT NULL,
        unit       numeric     NOT NULL,
        spot_buy   numeric     NOT NULL,
        cash_buy   numeric     NOT NULL,
        spot_sell  numeric     NOT NULL,
        cash_sell  numeric     NOT NULL,
        CONSTRAINT pk_board_history PRIMARY KEY (tenant_id, currency, as_of)
      )`);
    await db.query(`
      INSERT INTO fx.board_history (tenant_id, currency, as_of, fetched_at, unit, spot_buy, cash_buy, spot_sell, cash_sell)
      SELECT tenant_id, currency, as_of, as_of, unit, spot_buy, cash_buy, spot_sell, cash_sell FROM fx.board_price`);
    await db.query(`CALL platform.isolate('fx.board_history')`);
    await db.query(`GRANT SELECT, INSERT ON fx.board_history TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fx.board_history, fx.tenant_rate, fx.reference_rate`);
  }
}
