import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Forwards: foreign currency of an order that is sold today at a rate of today, for delivery on a later day (远期结汇). */
export class FxCreateForwards1796373000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.forward (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        quote_id          uuid        NOT NULL,
        rolled_from       uuid,
        party_id          uuid        NOT NULL,
        order_id          uuid        NOT NULL,
        amount_minor      bigint      NOT NULL CONSTRAINT ck_forward_amount CHECK (amount_minor > 0),
        amount_currency   char(3)     NOT NULL,
        delivered_minor   bigint      NOT NULL DEFAULT 0,
        rolled_minor      bigint      NOT NULL DEFAULT 0,
        closed_minor      bigint      NOT NULL DEFAULT 0,
        moving_minor      bigint      NOT NULL DEFAULT 0,
        rate              numeric     NOT NULL CONSTRAINT ck_forward_rate CHECK (rate > 0),
        bank_rate         numeric     NOT NULL,
        unit              numeric     NOT NULL,
        starts_on         date        NOT NULL,
        due_on            date        NOT NULL,
        deposit_minor     bigint      NOT NULL CONSTRAINT ck_forward_deposit CHECK (deposit_minor >= 0),
        deposit_currency  char(3)     NOT NULL,
        held_minor        bigint      NOT NULL DEFAULT 0,
        hold_id           uuid,
        holds             integer     NOT NULL DEFAULT 0,
        state             text        NOT NULL CONSTRAINT ck_forward_state CHECK (state IN
                            ('awaiting_approval', 'requested', 'booked', 'partly_delivered', 'overdue', 'delivered',
                             'rolled', 'closed_out', 'refused', 'lapsed')),
        contract_number   text,
        reason            text,
        causes            jsonb,
        worst_rate        numeric     NOT NULL,
        valid_until       timestamptz,
        approval          jsonb,
        excess_minor      bigint      NOT NULL DEFAULT 0,
        expected_by       timestamptz,
        version           integer     NOT NULL DEFAULT 1,
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        CONSTRAINT pk_forward PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_forward_rolled_from FOREIGN KEY (tenant_id, rolled_from) REFERENCES fx.forward (tenant_id, id),
        CONSTRAINT ck_forward_days CHECK (starts_on <= due_on),
        CONSTRAINT ck_forward_parts CHECK (
          least(delivered_minor, rolled_minor, closed_minor, moving_minor, held_minor, excess_minor) >= 0
          AND delivered_minor + rolled_minor + closed_minor + moving_minor <= amount_minor)
      ) WITH (fillfactor = 80)`);
    // A quote makes one contract.
    await db.query(`CREATE UNIQUE INDEX uq_forward_quote ON fx.forward (tenant_id, quote_id)`);
    await db.query(`CREATE INDEX ix_forward_order ON fx.forward (tenant_id, order_id, id)`);
    await db.query(`CREATE INDEX ix_forward_party ON fx.forward (tenant_id, party_id, id)`);
    await db.query(`CALL platform.isolate('fx.forward')`);
    await db.query(`CALL platform.watch('fx.forward')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.forward TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'fx.forward'`);
    await db.query(`DROP TABLE fx.forward`);
  }
}
