import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Later due dates of loans, and since when one that was extended counts as overdue. */
export class FinancingCreateExtensions1796408000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.extension (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        advance_id        uuid        NOT NULL,
        order_id          uuid        NOT NULL,
        state             text        NOT NULL CONSTRAINT ck_extension_state CHECK (state IN
                            ('requested', 'granted', 'refused', 'lapsed')),
        from_maturity_on  date        NOT NULL,
        due_on            date        NOT NULL,
        granted_due_on    date,
        effective_on      date,
        overdue_from      text        NOT NULL CONSTRAINT ck_extension_overdue CHECK (overdue_from IN
                            ('new_due_date', 'first_due_date')),
        fee_minor         bigint      NOT NULL CONSTRAINT ck_extension_fee CHECK (fee_minor >= 0),
        fee_currency      char(3)     NOT NULL,
        interest_minor    bigint      NOT NULL CONSTRAINT ck_extension_interest CHECK (interest_minor >= 0),
        interest_currency char(3)     NOT NULL,
        purpose           text,
        reason            text,
        causes            jsonb,
        expected_by       timestamptz,
        asks              integer     NOT NULL,
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        version           integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_extension PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_extension_later CHECK (due_on > from_maturity_on),
        CONSTRAINT ck_extension_granted CHECK
          (state <> 'granted' OR (granted_due_on > from_maturity_on AND granted_due_on <= due_on AND effective_on IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX ix_extension_advance ON financing.extension (tenant_id, advance_id)`);
    await db.query(
      `CREATE UNIQUE INDEX uq_extension_pending ON financing.extension (tenant_id, advance_id) WHERE state = 'requested'`,
    );
    await db.query(`CALL platform.isolate('financing.extension')`);
    await db.query(`CALL platform.watch('financing.extension')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.extension TO entrepot_app`);
    for (const table of ['advance', 'loan_account']) {
      await db.query(`ALTER TABLE financing.${table} ADD COLUMN overdue_from date`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['loan_account', 'advance']) {
      await db.query(`ALTER TABLE financing.${table} DROP COLUMN overdue_from`);
    }
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'financing.extension'`);
    await db.query(`DROP TABLE financing.extension`);
  }
}
