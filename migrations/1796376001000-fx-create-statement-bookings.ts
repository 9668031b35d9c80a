import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Entries of statements that a person has booked: fees and interest of the bank. Statements are found by account and day. */
export class FxCreateStatementBookings1796376001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.entry_booking (
        tenant_id   uuid        NOT NULL,
        file_id     uuid        NOT NULL,
        ordinal     integer     NOT NULL,
        kind        text        NOT NULL CONSTRAINT ck_entry_booking_kind CHECK (kind IN ('fee', 'interest')),
        transfer_id uuid        NOT NULL,
        created_at  timestamptz NOT NULL,
        CONSTRAINT pk_entry_booking PRIMARY KEY (tenant_id, file_id, ordinal),
        CONSTRAINT fk_entry_booking_entry FOREIGN KEY (tenant_id, file_id, ordinal)
          REFERENCES fx.bank_entry (tenant_id, file_id, ordinal)
      )`);
    await db.query(`CALL platform.isolate('fx.entry_booking')`);
    await db.query(`GRANT SELECT, INSERT ON fx.entry_booking TO entrepot_app`);
    await db.query(`
      CREATE INDEX ix_bank_report_day ON fx.bank_report (tenant_id, account_id, to_on, page)
        WHERE kind = 'statement' AND repeats IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX fx.ix_bank_report_day`);
    await db.query(`DROP TABLE fx.entry_booking`);
  }
}
