import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What forwards are quoted from and on which terms, their quotes, and what becomes of a contract part by part. */
export class FxCreateCurvesAndForwardQuotes1796373001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createCurves(db);
    await this.createTerms(db);
    await this.createQuotes(db);
    await this.createMoves(db);
    await db.query(`
      ALTER TABLE fx.conversion
        ADD COLUMN forward_id uuid,
        ADD CONSTRAINT fk_conversion_forward FOREIGN KEY (tenant_id, forward_id) REFERENCES fx.forward (tenant_id, id),
        DROP CONSTRAINT ck_conversion_home,
        ADD CONSTRAINT ck_conversion_home CHECK (
          quote_id IS NOT NULL OR forward_id IS NOT NULL OR (sold_currency = bought_currency AND state = 'settled'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    // Those who know of no forwards take a delivery for a conversion at a quote of its own.
    await db.query(`UPDATE fx.conversion SET quote_id = id WHERE forward_id IS NOT NULL`);
    await db.query(`
      ALTER TABLE fx.conversion
        DROP CONSTRAINT ck_conversion_home,
        DROP COLUMN forward_id,
        ADD CONSTRAINT ck_conversion_home
          CHECK (quote_id IS NOT NULL OR (sold_currency = bought_currency AND state = 'settled'))`);
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'fx.forward_move'`);
    await db.query(
      `DROP TABLE fx.forward_move, fx.forward_quote, fx.forward_terms, fx.curve_request, fx.interest_curve`,
    );
  }

  private async createCurves(db: QueryRunner): Promise<void> {
    // What was taken in stays: a later curve of a day is another row, and the newest row of the latest day is used.
    await db.query(`
      CREATE TABLE fx.interest_curve (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        currency   char(3)     NOT NULL,
        as_of      date        NOT NULL,
        source     text        NOT NULL,
        day_basis  integer     NOT NULL CONSTRAINT ck_interest_curve_basis CHECK (day_basis IN (360, 365)),
        points     jsonb       NOT NULL,
        findings   jsonb       NOT NULL,
        version    integer     NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT pk_interest_curve PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_interest_curve_currency ON fx.interest_curve (tenant_id, currency, as_of, id)`);
    await db.query(`CALL platform.isolate('fx.interest_curve')`);
    await db.query(`GRANT SELECT, INSERT ON fx.interest_curve TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.curve_request (
        tenant_id    uuid        NOT NULL CONSTRAINT pk_curve_request PRIMARY KEY,
        requested_at timestamptz NOT NULL
      )`);
    await db.query(`CALL platform.isolate('fx.curve_request')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.curve_request TO entrepot_app`);
  }

  private async createTerms(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.forward_terms (
        tenant_id          uuid        NOT NULL,
        id                 uuid        NOT NULL,
        valid_from         date        NOT NULL,
        spread             numeric     NOT NULL CONSTRAINT ck_forward_terms_spread CHECK (spread >= 0 AND spread < 1),
        deposit_share      numeric     NOT NULL
          CONSTRAINT ck_forward_terms_deposit CHECK (deposit_share >= 0 AND deposit_share <= 1),
        lock_seconds       integer     NOT NULL,
        curve_max_age_days integer     NOT NULL,
        days_max           integer     NOT NULL,
        notice_days        jsonb       NOT NULL,
        source             text        NOT NULL,
        version            integer     NOT NULL DEFAULT 1,
        created_at         timestamptz NOT NULL,
        updated_at         timestamptz NOT NULL,
        CONSTRAINT pk_forward_terms PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_forward_terms_day ON fx.forward_terms (tenant_id, valid_from)`);
    await db.query(`CALL platform.isolate('fx.forward_terms')`);
    await db.query(`GRANT SELECT, INSERT ON fx.forward_terms TO entrepot_app`);
  }

  private async createQuotes(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.forward_quote (
        tenant_id            uuid        NOT NULL,
        id                   uuid        NOT NULL,
        purpose              text        NOT NULL
          CONSTRAINT ck_forward_quote_purpose CHECK (purpose IN ('new', 'rollover', 'close_out')),
        forward_id           uuid,
        party_id             uuid        NOT NULL,
        order_id             uuid        NOT NULL,
        amount_minor         bigint      NOT NULL CONSTRAINT ck_forward_quote_amount CHECK (amount_minor > 0),
        amount_currency      char(3)     NOT NULL,
        unit                 numeric     NOT NULL,
        starts_on            date,
        due_on               date,
        rate                 numeric,
        bank_rate            numeric,
        swap_points          numeric,
        deposit_minor        bigint,
        close_rate           numeric,
        close_bank_rate      numeric,
        result_minor         bigint,
        bank_result_minor    bigint,
        explanation          jsonb       NOT NULL,
        curves               jsonb       NOT NULL,
        board_as_of          timestamptz NOT NULL,
        expires_at           timestamptz NOT NULL,
        state                text        NOT NULL CONSTRAINT ck_forward_quote_state CHECK (state IN ('open', 'used')),
        version              integer     NOT NULL DEFAULT 1,
        created_at           timestamptz NOT NULL,
        updated_at           timestamptz NOT NULL,
        CONSTRAINT pk_forward_quote PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_forward_quote_forward FOREIGN KEY (tenant_id, forward_id) REFERENCES fx.forward (tenant_id, id),
        CONSTRAINT ck_forward_quote_new CHECK ((purpose = 'close_out') = (rate IS NULL)),
        CONSTRAINT ck_forward_quote_close CHECK ((purpose = 'new') = (close_rate IS NULL)),
        CONSTRAINT ck_forward_quote_of CHECK ((purpose = 'new') = (forward_id IS NULL))
      ) WITH (fillfactor = 80)`);
    await db.query(`CALL platform.isolate('fx.forward_quote')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.forward_quote TO entrepot_app`);
  }

  private async createMoves(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.forward_move (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        forward_id      uuid        NOT NULL,
        kind            text        NOT NULL
          CONSTRAINT ck_forward_move_kind CHECK (kind IN ('delivery', 'rollover', 'close_out')),
        quote_id        uuid,
        conversion_id   uuid,
        next_id         uuid,
        amount_minor    bigint      NOT NULL CONSTRAINT ck_forward_move_amount CHECK (amount_minor > 0),
        amount_currency char(3)     NOT NULL,
        rate            numeric     NOT NULL,
        bank_rate       numeric     NOT NULL,
        result_minor    bigint      NOT NULL,
        bank_result_minor bigint    NOT NULL,
        trade_date      date        NOT NULL,
        transfer_id     uuid,
        bank_reference  text,
        value_date      date,
        reason          text,
        state           text        NOT NULL
          CONSTRAINT ck_forward_move_state CHECK (state IN ('pending', 'done', 'refused')),
        expected_by     timestamptz,
        version         integer     NOT NULL DEFAULT 1,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_forward_move PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_forward_move_forward FOREIGN KEY (tenant_id, forward_id) REFERENCES fx.forward (tenant_id, id),
        CONSTRAINT fk_forward_move_next FOREIGN KEY (tenant_id, next_id) REFERENCES fx.forward (tenant_id, id),
        CONSTRAINT fk_forward_move_quote FOREIGN KEY (tenant_id, quote_id) REFERENCES fx.forward_quote (tenant_id, id)
      ) WITH (fillfactor = 80)`);
    await db.query(`CREATE INDEX ix_forward_move_forward ON fx.forward_move (tenant_id, forward_id, id)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_forward_move_conversion ON fx.forward_move (tenant_id, conversion_id)
        WHERE conversion_id IS NOT NULL`);
    await db.query(`CALL platform.isolate('fx.forward_move')`);
    await db.query(`CALL platform.watch('fx.forward_move')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.forward_move TO entrepot_app`);
  }
}
