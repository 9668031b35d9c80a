import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Margin that banks call for forwards, as FX tells it. */
export class FinancingCreateCalledMargins1796410002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.called_margin (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        forward_id      uuid        NOT NULL,
        seller_id       uuid        NOT NULL,
        amount_minor    bigint      NOT NULL CONSTRAINT ck_called_margin_amount CHECK (amount_minor > 0),
        amount_currency char(3)     NOT NULL,
        called_on       date        NOT NULL,
        due_on          date        NOT NULL,
        state           text        NOT NULL CONSTRAINT ck_called_margin_state CHECK (state IN
                          ('called', 'paid', 'released', 'settled')),
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_called_margin PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_called_margin_forward ON financing.called_margin (tenant_id, forward_id)`);
    await db.query(`CALL platform.isolate('financing.called_margin')`);
    await db.query(`GRANT SELECT, INSERT ON financing.called_margin TO entrepot_app`);
    await db.query(`GRANT UPDATE (state, updated_at) ON financing.called_margin TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE financing.called_margin`);
  }
}
