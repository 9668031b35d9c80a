import { type MigrationInterface, type QueryRunner } from 'typeorm';

const STATES = ['unmatched', 'advance', 'partly_matched', 'matched', 'set_aside', 'returned'];

/** Money of buyers goes back to the account that it came from, which is kept sealed. */
export class FxCreateCollectionRefunds1796381000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE fx.collection
        ADD COLUMN refunding_minor bigint NOT NULL DEFAULT 0,
        ADD COLUMN refunded_minor bigint NOT NULL DEFAULT 0,
        ADD COLUMN payer_box bytea,
        ADD CONSTRAINT ck_collection_refunds CHECK (refunding_minor >= 0 AND refunded_minor >= 0
          AND surplus_minor + refunding_minor + refunded_minor <= amount_minor) NOT VALID`);
    await db.query(`ALTER TABLE fx.collection VALIDATE CONSTRAINT ck_collection_refunds`);
    await this.allow(db, [...STATES, 'refunding']);
    await db.query(`
      CREATE TABLE fx.collection_refund (
        tenant_id          uuid        NOT NULL,
        id                 uuid        NOT NULL,
        collection_id      uuid        NOT NULL,
        account_id         uuid        NOT NULL,
        party_id           uuid        NOT NULL,
        amount_minor       bigint      NOT NULL CONSTRAINT ck_collection_refund_amount CHECK (amount_minor > 0),
        amount_currency    char(3)     NOT NULL,
        review_minor       bigint      NOT NULL,
        reason_code        text        NOT NULL CONSTRAINT ck_collection_refund_reason CHECK (reason_code IN
                             ('over_payment', 'duplicate_payment', 'wrong_beneficiary', 'unidentified_payment',
                              'order_cancelled', 'goods_returned', 'trade_not_shown', 'other')),
        note               text,
        payee_name         text        NOT NULL,
        payee_box          bytea       NOT NULL,
        payee_ending       text        NOT NULL,
        remittance         text        NOT NULL,
        bop_declaration_id uuid,
        state              text        NOT NULL CONSTRAINT ck_collection_refund_state CHECK (state IN
                             ('awaiting_approval', 'queued', 'sent', 'accepted', 'confirmed', 'rejected', 'declined',
                              'returned')),
        hold_id            uuid        NOT NULL,
        queued_at          timestamptz,
        execution_on       date,
        bank_reference     text,
        return_reference   text,
        refusal_code       text,
        refusal            text,
        causes             jsonb,
        expected_by        timestamptz,
        approval           jsonb,
        version            integer     NOT NULL,
        created_at         timestamptz NOT NULL,
        updated_at         timestamptz NOT NULL,
        CONSTRAINT pk_collection_refund PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_collection_refund_review CHECK (review_minor BETWEEN 0 AND amount_minor),
        CONSTRAINT ck_collection_refund_queued CHECK (state NOT IN ('queued', 'sent', 'accepted')
          OR (queued_at IS NOT NULL AND execution_on IS NOT NULL AND expected_by IS NOT NULL)),
        CONSTRAINT fk_collection_refund_collection FOREIGN KEY (tenant_id, collection_id)
          REFERENCES fx.collection (tenant_id, id)
      ) WITH (fillfactor = 80)`);
    await db.query(
      `CREATE INDEX ix_collection_refund_collection ON fx.collection_refund (tenant_id, collection_id, id)`,
    );
    await db.query(`CREATE INDEX ix_collection_refund_party ON fx.collection_refund (tenant_id, party_id, id)`);
    await db.query(`
      CREATE INDEX ix_collection_refund_returned ON fx.collection_refund (tenant_id, account_id, return_reference)
      WHERE return_reference IS NOT NULL`);
    await db.query(`CALL platform.isolate('fx.collection_refund')`);
    await db.query(`CALL platform.watch('fx.collection_refund')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.collection_refund TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'fx.collection_refund'`);
    await db.query(`DROP TABLE fx.collection_refund`);
    await db.query(`ALTER TABLE fx.collection NO FORCE ROW LEVEL SECURITY`);
    await db.query(`UPDATE fx.collection SET state = 'set_aside' WHERE state = 'refunding'`);
    await db.query(`ALTER TABLE fx.collection FORCE ROW LEVEL SECURITY`);
    await this.allow(db, STATES);
    await db.query(`
      ALTER TABLE fx.collection
        DROP CONSTRAINT ck_collection_refunds,
        DROP COLUMN refunding_minor,
        DROP COLUMN refunded_minor,
        DROP COLUMN payer_box`);
  }

  private async allow(db: QueryRunner, states: readonly string[]): Promise<void> {
    const words = states.map((state) => `'${state}'`).join(', ');
    await db.query(`ALTER TABLE fx.collection DROP CONSTRAINT ck_collection_state`);
    await db.query(
      `ALTER TABLE fx.collection ADD CONSTRAINT ck_collection_state CHECK (state IN (${words})) NOT VALID`,
    );
    await db.query(`ALTER TABLE fx.collection VALIDATE CONSTRAINT ck_collection_state`);
  }
}
