import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Quotes and conversions have a value date; one that is dealt and not settled yet may be amended or cancelled at the market price. */
export class FxAddValueDatesAndChanges1796372002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE fx.quote
        ADD COLUMN tenor      text CONSTRAINT ck_quote_tenor CHECK (tenor IN ('tod', 'tom', 'spot')),
        ADD COLUMN value_date date`);
    await db.query(`
      ALTER TABLE fx.conversion
        ADD COLUMN tenor     text CONSTRAINT ck_conversion_tenor CHECK (tenor IN ('tod', 'tom', 'spot')),
        ADD COLUMN change_id uuid`);
    await this.allow(
      db,
      `'awaiting_approval', 'booked', 'dealt', 'changing', 'settled', 'failed', 'lapsed', 'cancelled'`,
    );
    await db.query(`
      CREATE TABLE fx.conversion_change (
        tenant_id           uuid        NOT NULL,
        id                  uuid        NOT NULL,
        conversion_id       uuid        NOT NULL,
        kind                text        NOT NULL CONSTRAINT ck_conversion_change_kind CHECK (kind IN ('amend', 'cancel')),
        from_minor          bigint      NOT NULL,
        from_currency       char(3)     NOT NULL,
        to_minor            bigint      NOT NULL CONSTRAINT ck_conversion_change_to CHECK (to_minor >= 0),
        to_currency         char(3)     NOT NULL,
        value_date          date        NOT NULL,
        rate                numeric     NOT NULL,
        board_rate          numeric     NOT NULL,
        unit                numeric     NOT NULL,
        difference_minor    bigint      NOT NULL,
        difference_currency char(3)     NOT NULL,
        explanation         jsonb       NOT NULL,
        held                boolean     NOT NULL,
        state               text        NOT NULL CONSTRAINT ck_conversion_change_state CHECK (state IN ('asked', 'agreed', 'refused')),
        reason              text,
        version             integer     NOT NULL DEFAULT 1,
        created_at          timestamptz NOT NULL,
        updated_at          timestamptz NOT NULL,
        CONSTRAINT pk_conversion_change PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_conversion_change_conversion FOREIGN KEY (tenant_id, conversion_id) REFERENCES fx.conversion
      )`);
    await db.query(
      `CREATE INDEX ix_conversion_change_conversion ON fx.conversion_change (tenant_id, conversion_id, id)`,
    );
    await db.query(
      `CREATE UNIQUE INDEX uq_conversion_change_open ON fx.conversion_change (tenant_id, conversion_id) WHERE state = 'asked'`,
    );
    await db.query(`CALL platform.isolate('fx.conversion_change')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.conversion_change TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fx.conversion_change`);
    await db.query(`UPDATE fx.conversion SET state = 'booked' WHERE state IN ('dealt', 'changing')`);
    await db.query(`UPDATE fx.conversion SET state = 'failed' WHERE state = 'cancelled'`);
    await this.allow(db, `'awaiting_approval', 'booked', 'settled', 'failed', 'lapsed'`);
    await db.query(`ALTER TABLE fx.conversion DROP COLUMN change_id, DROP COLUMN tenor`);
    await db.query(`ALTER TABLE fx.quote DROP COLUMN value_date, DROP COLUMN tenor`);
  }

  private async allow(db: QueryRunner, states: string): Promise<void> {
    await db.query(`
      ALTER TABLE fx.conversion
        DROP CONSTRAINT ck_conversion_state, ADD CONSTRAINT ck_conversion_state CHECK (state IN (${states}))`);
  }
}
