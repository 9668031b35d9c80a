import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Margin that banks call for forwards, on top of their deposits. */
export class FxCreateMarginCalls1796410001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.margin_call (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        forward_id      uuid        NOT NULL,
        party_id        uuid        NOT NULL,
        order_id        uuid,
        amount_minor    bigint      NOT NULL CONSTRAINT ck_margin_call_amount CHECK (amount_minor > 0),
        amount_currency char(3)     NOT NULL,
        called_on       date        NOT NULL,
        due_on          date        NOT NULL,
        bank_reference  text        NOT NULL,
        state           text        NOT NULL CONSTRAINT ck_margin_call_state CHECK (state IN
                          ('called', 'paid', 'released', 'settled')),
        hold_id         uuid,
        version         integer     NOT NULL,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_margin_call PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_margin_call_hold CHECK ((hold_id IS NOT NULL) = (state = 'paid')),
        CONSTRAINT fk_margin_call_forward FOREIGN KEY (tenant_id, forward_id) REFERENCES fx.forward (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_margin_call_reference ON fx.margin_call (tenant_id, forward_id, bank_reference)`);
    await db.query(`CALL platform.isolate('fx.margin_call')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.margin_call TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fx.margin_call`);
  }
}
