import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Payouts of one account, currency and day that go to the bank in one message; and how a tenant orders its payouts. */
export class FxCreatePayoutBatches1796376003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.payout_policy (
        tenant_id     uuid        NOT NULL CONSTRAINT pk_payout_policy PRIMARY KEY,
        mode          text        NOT NULL CONSTRAINT ck_payout_policy_mode CHECK (mode IN ('immediate', 'batched')),
        cut_off       text        CONSTRAINT ck_payout_policy_cut_off CHECK (cut_off ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        batch_max     integer     NOT NULL CONSTRAINT ck_payout_policy_max CHECK (batch_max BETWEEN 2 AND 500),
        batch_booking boolean     NOT NULL,
        updated_at    timestamptz NOT NULL,
        CONSTRAINT ck_payout_policy_batched CHECK (mode = 'immediate' OR cut_off IS NOT NULL)
      )`);
    await db.query(`CALL platform.isolate('fx.payout_policy')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.payout_policy TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.payout_batch (
        tenant_id     uuid        NOT NULL,
        id            uuid        NOT NULL,
        party_id      uuid        NOT NULL,
        currency      char(3)     NOT NULL,
        execution_on  date        NOT NULL,
        batch_booking boolean     NOT NULL,
        payments_max  integer     NOT NULL,
        payments      integer     NOT NULL,
        total_minor   bigint      NOT NULL,
        state         text        NOT NULL CONSTRAINT ck_payout_batch_state CHECK (state IN ('open', 'closed', 'sent', 'refused')),
        closes_at     timestamptz NOT NULL,
        closed_at     timestamptz,
        reason_code   text,
        reason        text,
        causes        jsonb,
        version       integer     NOT NULL,
        created_at    timestamptz NOT NULL,
        updated_at    timestamptz NOT NULL,
        CONSTRAINT pk_payout_batch PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_payout_batch_closed CHECK ((state = 'open') = (closed_at IS NULL))
      )`);
    // Payouts join the one that is open; of two that come at once, the second waits for the first.
    await db.query(`
      CREATE UNIQUE INDEX uq_payout_batch_open ON fx.payout_batch (tenant_id, party_id, currency, execution_on)
        WHERE state = 'open'`);
    await db.query(`CALL platform.isolate('fx.payout_batch')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.payout_batch TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.payout_batch_item (
        tenant_id       uuid    NOT NULL,
        batch_id        uuid    NOT NULL,
        ordinal         integer NOT NULL,
        payout_id       uuid    NOT NULL,
        attempt         integer NOT NULL,
        amount_minor    bigint  NOT NULL CONSTRAINT ck_payout_batch_item_amount CHECK (amount_minor > 0),
        currency        char(3) NOT NULL,
        creditor        jsonb   NOT NULL,
        remittance      text    NOT NULL,
        CONSTRAINT pk_payout_batch_item PRIMARY KEY (tenant_id, batch_id, ordinal),
        CONSTRAINT uq_payout_batch_item_payout UNIQUE (tenant_id, payout_id, attempt),
        CONSTRAINT fk_payout_batch_item_batch FOREIGN KEY (tenant_id, batch_id) REFERENCES fx.payout_batch (tenant_id, id),
        CONSTRAINT fk_payout_batch_item_payout FOREIGN KEY (tenant_id, payout_id) REFERENCES fx.payout (tenant_id, id)
          DEFERRABLE INITIALLY DEFERRED
      )`);
    await db.query(`CALL platform.isolate('fx.payout_batch_item')`);
    await db.query(`GRANT SELECT, INSERT ON fx.payout_batch_item TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fx.payout_batch_item, fx.payout_batch, fx.payout_policy`);
  }
}
