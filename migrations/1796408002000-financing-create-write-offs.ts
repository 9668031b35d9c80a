import { type MigrationInterface, type QueryRunner } from 'typeorm';

const BEFORE = ['awaiting_approval', 'requested', 'drawn', 'repaid', 'declined', 'ineligible'];

/** Loans that their lender has written off, or shall, and the account that holds what is owed of them still. */
export class FinancingCreateWriteOffs1796408002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.write_off (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        advance_id      uuid        NOT NULL,
        order_id        uuid        NOT NULL,
        state           text        NOT NULL CONSTRAINT ck_write_off_state CHECK (state IN
                          ('awaiting_approval', 'proposed', 'declined', 'written_off', 'closed')),
        currency        char(3)     NOT NULL,
        fees_minor      bigint      NOT NULL CONSTRAINT ck_write_off_fees CHECK (fees_minor >= 0),
        penalty_minor   bigint      NOT NULL CONSTRAINT ck_write_off_penalty CHECK (penalty_minor >= 0),
        interest_minor  bigint      NOT NULL CONSTRAINT ck_write_off_interest CHECK (interest_minor >= 0),
        principal_minor bigint      NOT NULL CONSTRAINT ck_write_off_principal CHECK (principal_minor >= 0),
        forgiven_minor  bigint      NOT NULL,
        written_off_on  date,
        closed_on       date,
        reason          text        NOT NULL,
        causes          jsonb,
        approval        jsonb,
        expected_by     timestamptz,
        asks            integer     NOT NULL,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        version         integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_write_off PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_write_off_forgiven CHECK
          (forgiven_minor BETWEEN 0 AND fees_minor + penalty_minor + interest_minor + principal_minor),
        CONSTRAINT ck_write_off_days CHECK (state NOT IN ('written_off', 'closed') OR written_off_on IS NOT NULL)
      )`);
    await db.query(`CREATE INDEX ix_write_off_advance ON financing.write_off (tenant_id, advance_id)`);
    // Of one loan one that counts, and one proposal at a time.
    await db.query(
      `CREATE UNIQUE INDEX uq_write_off_live ON financing.write_off (tenant_id, advance_id) WHERE state <> 'declined'`,
    );
    await db.query(`CALL platform.isolate('financing.write_off')`);
    await db.query(`CALL platform.watch('financing.write_off')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.write_off TO entrepot_app`);
    await db.query(`ALTER TABLE financing.advance ADD COLUMN written_off_on date`);
    await allow(db, [...BEFORE, 'written_off', 'recovered']);
    await db.query(
      `CREATE INDEX ix_advance_written_off ON financing.advance (tenant_id, seller_id) WHERE state = 'written_off'`,
    );
    await db.query(`
      INSERT INTO ledger.account_code (code, type, normal_side, per_party, floored)
      VALUES ('written_off_claims', 'asset', 'debit', true, false) ON CONFLICT (code) DO NOTHING`);
    await db.query(`
      UPDATE financing.standard_product SET terms = terms || '{"writeOff": {"afterDays": 180}}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE financing.standard_product SET terms = terms - 'writeOff'`);
    // Once an account has been booked on, it stays: the books forget nothing.
    await db.query(`ALTER TABLE ledger.account NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      DELETE FROM ledger.account_code c WHERE c.code = 'written_off_claims'
        AND NOT EXISTS (SELECT 1 FROM ledger.account a WHERE a.code = c.code)`);
    await db.query(`ALTER TABLE ledger.account FORCE ROW LEVEL SECURITY`);
    await db.query(`DROP INDEX financing.ix_advance_written_off`);
    await allow(db, BEFORE);
    await db.query(`ALTER TABLE financing.advance DROP COLUMN written_off_on`);
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'financing.write_off'`);
    await db.query(`DROP TABLE financing.write_off`);
  }
}

async function allow(db: QueryRunner, states: readonly string[]): Promise<void> {
  await db.query(`
    ALTER TABLE financing.advance DROP CONSTRAINT ck_advance_state,
      ADD CONSTRAINT ck_advance_state CHECK (state IN (${states.map((state) => `'${state}'`).join(', ')}))`);
}
