import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a tenant adds to the bank's prices, and calendars of further years, which are the operator's. */
export class FxCreateMarkUpsAndCalendars1796372001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.mark_up (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        currency   char(3)     CONSTRAINT ck_mark_up_currency CHECK (currency <> 'CNY'),
        party_id   uuid,
        share      numeric     NOT NULL CONSTRAINT ck_mark_up_share CHECK (share BETWEEN 0 AND 0.05),
        valid_from date        NOT NULL,
        valid_to   date,
        version    integer     NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT pk_mark_up PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_mark_up_days CHECK (valid_to IS NULL OR valid_to >= valid_from),
        CONSTRAINT uq_mark_up_begin UNIQUE NULLS NOT DISTINCT (tenant_id, currency, party_id, valid_from)
      )`);
    await db.query(`CALL platform.isolate('fx.mark_up')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.mark_up TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.calendar_year (
        currency    char(3)     NOT NULL,
        year        char(4)     NOT NULL CONSTRAINT ck_calendar_year_year CHECK (year ~ '^[0-9]{4}$'),
        off         date[]      NOT NULL,
        worked      date[]      NOT NULL,
        source      text        NOT NULL CONSTRAINT ck_calendar_year_source CHECK (source <> ''),
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_calendar_year PRIMARY KEY (currency, year)
      )`);
    await db.query(`GRANT SELECT ON fx.calendar_year TO entrepot_app`);
    // The same board, fetched again, is as fresh as it was fetched last.
    await db.query(`GRANT UPDATE (fetched_at) ON fx.board_history TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`REVOKE UPDATE (fetched_at) ON fx.board_history FROM entrepot_app`);
    await db.query(`DROP TABLE fx.calendar_year, fx.mark_up`);
  }
}
