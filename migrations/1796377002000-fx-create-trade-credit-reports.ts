import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Reports of trade credit to SAFE, and what small sellers trade in a year. */
export class FxCreateTradeCreditReports1796377002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.trade_credit_report (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        order_id         uuid        NOT NULL,
        party_id         uuid        NOT NULL,
        type             text        NOT NULL CONSTRAINT ck_trade_credit_report_type CHECK (type IN
                           ('advance_receipt', 'deferred_receipt')),
        subject_id       uuid        NOT NULL,
        state            text        NOT NULL CONSTRAINT ck_trade_credit_report_state CHECK (state IN
                           ('due', 'reported', 'corrected', 'not_needed')),
        enterprise_class text        NOT NULL,
        amount_minor     bigint      NOT NULL CONSTRAINT ck_trade_credit_report_amount CHECK (amount_minor > 0),
        amount_currency  char(3)     NOT NULL,
        started_on       date        NOT NULL,
        expected_on      date,
        report_by        date        NOT NULL,
        reported_on      date,
        reference        text,
        reason           text,
        causes           jsonb,
        explanation      jsonb       NOT NULL,
        version          integer     NOT NULL,
        created_at       timestamptz NOT NULL,
        updated_at       timestamptz NOT NULL,
        CONSTRAINT pk_trade_credit_report PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_trade_credit_report_order FOREIGN KEY (tenant_id, order_id)
          REFERENCES fx.receivable (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_trade_credit_report_subject ON fx.trade_credit_report (tenant_id, order_id, type, subject_id)`);
    await db.query(`CALL platform.isolate('fx.trade_credit_report')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.trade_credit_report TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.small_seller_year (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        party_id    uuid        NOT NULL,
        year        integer     NOT NULL,
        total_minor bigint      NOT NULL CONSTRAINT ck_small_seller_year_total CHECK (total_minor >= 0),
        left_out    integer     NOT NULL,
        status      text        NOT NULL CONSTRAINT ck_small_seller_year_status CHECK (status IN
                      ('exempt', 'warning', 'registration_required')),
        created_at  timestamptz NOT NULL,
        updated_at  timestamptz NOT NULL,
        CONSTRAINT pk_small_seller_year PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_small_seller_year ON fx.small_seller_year (tenant_id, party_id, year)`);
    await db.query(`CALL platform.isolate('fx.small_seller_year')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.small_seller_year TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fx.small_seller_year, fx.trade_credit_report`);
  }
}
