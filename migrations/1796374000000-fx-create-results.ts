import { type MigrationInterface, type QueryRunner } from 'typeorm';

const ACCOUNTS = [
  ['fx_result', 'revenue', 'credit'],
  ['fx_unrealised', 'revenue', 'credit'],
  ['fx_valuation', 'asset', 'debit'],
] as const;

/**
 * What orders’ foreign currency stands at in CNY, what its exchange brought against that, and what open balances were
 * worth at the end of each month.
 */
export class FxCreateResults1796374000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [code, type, side] of ACCOUNTS) {
      await db.query(
        `INSERT INTO ledger.account_code (code, type, normal_side, per_party, floored)
         VALUES ($1, $2, $3, false, false) ON CONFLICT (code) DO NOTHING`,
        [code, type, side],
      );
    }
    await this.createRates(db);
    await this.createMovements(db);
    await this.createRevaluations(db);
    await this.letTheWorkerAsk(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION fx.unrevalued_tenants(text, date, integer)`);
    await db.query(`DROP TABLE fx.revaluation_line, fx.revaluation, fx.carrying_movement, fx.order_term, fx.day_rate`);
    // Once an account has been booked on, it stays: the books forget nothing.
    await db.query(`ALTER TABLE ledger.account NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      DELETE FROM ledger.account_code c
      WHERE c.code IN ('fx_unrealised', 'fx_valuation', 'fx_result')
        AND NOT EXISTS (SELECT 1 FROM ledger.account a WHERE a.code = c.code)`);
    await db.query(`ALTER TABLE ledger.account FORCE ROW LEVEL SECURITY`);
  }

  /** The last prices of each day: what month-end and recognition are valued at. */
  private async createRates(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.day_rate (
        tenant_id  uuid        NOT NULL,
        currency   char(3)     NOT NULL,
        quoted_on  date        NOT NULL,
        unit       numeric     NOT NULL CONSTRAINT ck_day_rate_unit CHECK (unit > 0),
        spot_buy   numeric     NOT NULL CONSTRAINT ck_day_rate_buy CHECK (spot_buy > 0),
        spot_sell  numeric     NOT NULL CONSTRAINT ck_day_rate_sell CHECK (spot_sell > 0),
        as_of      timestamptz NOT NULL,
        CONSTRAINT pk_day_rate PRIMARY KEY (tenant_id, currency, quoted_on)
      )`);
    await db.query(`CALL platform.isolate('fx.day_rate')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (unit, spot_buy, spot_sell, as_of) ON fx.day_rate TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.order_term (
        tenant_id   uuid NOT NULL,
        id          uuid NOT NULL,
        ready_on    date,
        departed_on date,
        CONSTRAINT pk_order_term PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('fx.order_term')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (ready_on, departed_on) ON fx.order_term TO entrepot_app`);
  }

  private async createMovements(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.carrying_movement (
        tenant_id     uuid        NOT NULL,
        id            uuid        NOT NULL,
        order_id      uuid        NOT NULL,
        party_id      uuid        NOT NULL,
        kind          text        NOT NULL
          CONSTRAINT ck_carrying_movement_kind CHECK (kind IN ('advance', 'recognised', 'taken_out', 'realised')),
        conversion_id uuid,
        occurred_on   date        NOT NULL,
        foreign_minor bigint      NOT NULL CONSTRAINT ck_carrying_movement_foreign CHECK (foreign_minor <> 0),
        foreign_currency char(3)  NOT NULL,
        value_minor   bigint      NOT NULL,
        brought_minor bigint,
        result_minor  bigint,
        rate          numeric,
        rate_as_of    timestamptz,
        explanation   jsonb       NOT NULL,
        transfer_id   uuid,
        created_at    timestamptz NOT NULL,
        CONSTRAINT pk_carrying_movement PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_carrying_movement_realised CHECK
          ((kind = 'realised') = (conversion_id IS NOT NULL AND brought_minor IS NOT NULL AND result_minor IS NOT NULL))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_carrying_movement_conversion ON fx.carrying_movement (tenant_id, conversion_id)
        WHERE conversion_id IS NOT NULL`);
    await db.query(`CREATE INDEX ix_carrying_movement_order ON fx.carrying_movement (tenant_id, order_id, id)`);
    await db.query(`CREATE INDEX ix_carrying_movement_day ON fx.carrying_movement (tenant_id, occurred_on)`);
    await db.query(`CALL platform.isolate('fx.carrying_movement')`);
    await db.query(`GRANT SELECT, INSERT ON fx.carrying_movement TO entrepot_app`);
  }

  private async createRevaluations(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.revaluation (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        period      char(7)     NOT NULL CONSTRAINT ck_revaluation_period CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        valued_on   date        NOT NULL,
        reversed_on date        NOT NULL,
        result_minor bigint     NOT NULL,
        transfer_id uuid,
        reversal_id uuid,
        version     integer     NOT NULL DEFAULT 1,
        created_at  timestamptz NOT NULL,
        CONSTRAINT pk_revaluation PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_revaluation_period UNIQUE (tenant_id, period)
      )`);
    await db.query(`CALL platform.isolate('fx.revaluation')`);
    await db.query(`GRANT SELECT, INSERT ON fx.revaluation TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.revaluation_line (
        tenant_id      uuid    NOT NULL,
        revaluation_id uuid    NOT NULL,
        ordinal        integer NOT NULL,
        subject        text    NOT NULL CONSTRAINT ck_revaluation_line_subject CHECK (subject IN ('order', 'position')),
        order_id       uuid,
        party_id       uuid,
        foreign_minor  bigint  NOT NULL,
        foreign_currency char(3) NOT NULL,
        carried_minor  bigint  NOT NULL,
        rate           numeric,
        rate_on        date,
        valued_minor   bigint,
        result_minor   bigint,
        CONSTRAINT pk_revaluation_line PRIMARY KEY (tenant_id, revaluation_id, ordinal),
        CONSTRAINT fk_revaluation_line FOREIGN KEY (tenant_id, revaluation_id) REFERENCES fx.revaluation (tenant_id, id),
        CONSTRAINT ck_revaluation_line_valued CHECK ((rate IS NULL) = (valued_minor IS NULL) AND (rate IS NULL) = (result_minor IS NULL))
      )`);
    await db.query(`CALL platform.isolate('fx.revaluation_line')`);
    await db.query(`GRANT SELECT, INSERT ON fx.revaluation_line TO entrepot_app`);
  }

  /** The function runs as the owner, on whom row-level security is forced too where it is no superuser. */
  private async letTheWorkerAsk(db: QueryRunner): Promise<void> {
    for (const table of ['carrying_movement', 'revaluation']) {
      await db.query(`CREATE POLICY owner_looks ON fx.${table} FOR SELECT TO CURRENT_USER USING (true)`);
    }
    await db.query(`
      CREATE FUNCTION fx.unrevalued_tenants(of_period text, until date, tenants_max integer) RETURNS TABLE (tenant_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT t.id FROM platform.tenant t
          WHERE EXISTS (SELECT FROM fx.carrying_movement m WHERE m.tenant_id = t.id AND m.occurred_on <= until)
            AND NOT EXISTS (SELECT FROM fx.revaluation r WHERE r.tenant_id = t.id AND r.period = of_period)
          ORDER BY t.id LIMIT tenants_max $$`);
    await db.query(`REVOKE ALL ON FUNCTION fx.unrevalued_tenants(text, date, integer) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION fx.unrevalued_tenants(text, date, integer) TO entrepot_worker`);
  }
}
