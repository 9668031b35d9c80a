import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Rates of every way of carriage, tariffs in versions, places, and comparisons of what they come to. */
export class FreightWidenRatesToAllModes1796391000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.widenRate(db);
    await this.createTariff(db);
    await this.createPlace(db);
    await this.createComparison(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE freight.comparison, freight.place`);
    await db.query(`DROP INDEX freight.ix_rate_key`);
    await db.query(`ALTER TABLE freight.rate NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      DELETE FROM freight.rate WHERE mode NOT IN ('fcl', 'lcl') OR tariff_id IS NOT NULL OR service IS NOT NULL
        OR basis NOT IN ('per_container', 'per_revenue_ton', 'per_bill_of_lading', 'percent_of')`);
    await db.query(`ALTER TABLE freight.rate FORCE ROW LEVEL SECURITY`);
    await db.query(`
      ALTER TABLE freight.rate
        DROP COLUMN lane_key, DROP COLUMN origin_country, DROP COLUMN service, DROP COLUMN from_kg, DROP COLUMN divisor,
        DROP COLUMN volume_policy, DROP COLUMN round_up_to_kg, DROP COLUMN transit_days_min, DROP COLUMN transit_days_max,
        DROP COLUMN tariff_id,
        DROP CONSTRAINT ck_rate_mode, DROP CONSTRAINT ck_rate_basis,
        ADD CONSTRAINT ck_rate_mode CHECK (mode IN ('fcl', 'lcl')),
        ADD CONSTRAINT ck_rate_basis CHECK (basis IN
          ('per_container', 'per_revenue_ton', 'per_bill_of_lading', 'percent_of'))`);
    await db.query(`
      CREATE INDEX ix_rate_lane ON freight.rate (tenant_id, mode, port_of_loading, port_of_discharge)
        WHERE withdrawn_at IS NULL`);
    await db.query(`DROP TABLE freight.tariff`);
  }

  private async widenRate(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE freight.rate
        ADD COLUMN origin_country   char(2),
        ADD COLUMN service          text,
        ADD COLUMN from_kg          numeric,
        ADD COLUMN divisor          integer,
        ADD COLUMN volume_policy    text,
        ADD COLUMN round_up_to_kg   numeric,
        ADD COLUMN transit_days_min smallint,
        ADD COLUMN transit_days_max smallint,
        ADD COLUMN tariff_id        uuid,
        ADD COLUMN lane_key         text GENERATED ALWAYS AS (
          mode || ':' || coalesce(port_of_loading::text, origin_country::text, '*')
               || ':' || coalesce(port_of_discharge::text, destination_country::text, '*')) STORED,
        DROP CONSTRAINT ck_rate_mode, DROP CONSTRAINT ck_rate_basis,
        ADD CONSTRAINT ck_rate_mode CHECK (mode IN
          ('fcl', 'lcl', 'air', 'rail', 'express', 'postal', 'dedicated_line', 'overseas_warehouse')),
        ADD CONSTRAINT ck_rate_basis CHECK (basis IN
          ('per_container', 'per_revenue_ton', 'per_bill_of_lading', 'percent_of', 'per_shipment', 'per_kg', 'per_piece',
           'per_cbm', 'per_cbm_day', 'per_unit')),
        ADD CONSTRAINT ck_rate_breaks CHECK (from_kg IS NULL OR (from_kg >= 0 AND basis IN ('per_kg', 'per_unit'))),
        ADD CONSTRAINT ck_rate_weighing CHECK (divisor > 0 AND round_up_to_kg > 0 AND volume_policy IN ('full', 'half', 'none')),
        ADD CONSTRAINT ck_rate_transit CHECK ((transit_days_min IS NULL) = (transit_days_max IS NULL)
          AND transit_days_min >= 0 AND transit_days_max >= transit_days_min)`);
    // All that a shipment may be charged by is found by equal keys: mode, place or country of origin and of destination.
    await db.query(`DROP INDEX freight.ix_rate_lane`);
    await db.query(`CREATE INDEX ix_rate_key ON freight.rate (tenant_id, lane_key) WHERE withdrawn_at IS NULL`);
  }

  private async createTariff(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE freight.tariff (
        tenant_id     uuid        NOT NULL,
        id            uuid        NOT NULL,
        name          text        NOT NULL,
        edition       integer     NOT NULL CONSTRAINT ck_tariff_edition CHECK (edition > 0),
        valid_from    date        NOT NULL,
        replaced_from date,
        rows          integer     NOT NULL,
        version       integer     NOT NULL,
        created_at    timestamptz NOT NULL,
        updated_at    timestamptz NOT NULL,
        CONSTRAINT pk_tariff PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_tariff_edition ON freight.tariff (tenant_id, name, edition)`);
    await db.query(`CALL platform.isolate('freight.tariff')`);
    await db.query(`
      CREATE POLICY shared_tariff ON freight.tariff FOR SELECT TO entrepot_app
        USING (tenant_id = '00000000-0000-0000-0000-000000000000')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (replaced_from, version, updated_at) ON freight.tariff TO entrepot_app`);
  }

  private async createPlace(db: QueryRunner): Promise<void> {
    // The same for all tenants.
    await db.query(`
      CREATE TABLE freight.place (
        code      char(5)          NOT NULL CONSTRAINT pk_place PRIMARY KEY,
        name      text             NOT NULL,
        country   char(2)          NOT NULL,
        functions text             NOT NULL,
        latitude  double precision NOT NULL CONSTRAINT ck_place_latitude CHECK (latitude BETWEEN -90 AND 90),
        longitude double precision NOT NULL CONSTRAINT ck_place_longitude CHECK (longitude BETWEEN -180 AND 180),
        source    text             NOT NULL
      )`);
    await db.query(`CREATE INDEX ix_place_country ON freight.place (country)`);
    await db.query(`GRANT SELECT ON freight.place TO entrepot_app`);
  }

  private async createComparison(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE freight.comparison (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        origin      char(5)     NOT NULL,
        destination char(5)     NOT NULL,
        ready_on    date        NOT NULL,
        currency    char(3)     NOT NULL,
        ranking     text        NOT NULL CONSTRAINT ck_comparison_ranking CHECK (ranking IN ('cost', 'time', 'weighted')),
        cost_weight numeric     NOT NULL CONSTRAINT ck_comparison_weight CHECK (cost_weight BETWEEN 0 AND 1),
        goods       jsonb       NOT NULL,
        exchange    jsonb       NOT NULL,
        offers      jsonb       NOT NULL,
        missing     jsonb       NOT NULL,
        plan        jsonb       NOT NULL,
        version     integer     NOT NULL DEFAULT 1,
        created_at  timestamptz NOT NULL,
        updated_at  timestamptz NOT NULL,
        CONSTRAINT pk_comparison PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('freight.comparison')`);
    // What was offered never changes.
    await db.query(`GRANT SELECT, INSERT ON freight.comparison TO entrepot_app`);
  }
}
