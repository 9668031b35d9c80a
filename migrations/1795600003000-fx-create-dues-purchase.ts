import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Dues in a foreign currency, paid out of CNY at the bank's board. */
export class FxCreateDuesPurchase1795600003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.dues_purchase (
        tenant_id              uuid        NOT NULL,
        id                     uuid        NOT NULL,
        release_event_id       uuid        NOT NULL,
        order_id               uuid        NOT NULL,
        party_id               uuid        NOT NULL,
        due_minor              bigint      NOT NULL CONSTRAINT ck_dues_purchase_due CHECK (due_minor > 0),
        due_currency           char(3)     NOT NULL,
        cost_minor             bigint      NOT NULL CONSTRAINT ck_dues_purchase_cost CHECK (cost_minor >= 0),
        cost_currency          char(3)     NOT NULL,
        returned_due_minor     bigint      NOT NULL,
        returned_due_currency  char(3)     NOT NULL,
        returned_cost_minor    bigint      NOT NULL,
        returned_cost_currency char(3)     NOT NULL,
        rate                   numeric     NOT NULL,
        unit                   numeric     NOT NULL,
        board_as_of            timestamptz NOT NULL,
        explanation            jsonb       NOT NULL,
        version                integer     NOT NULL DEFAULT 1,
        created_at             timestamptz NOT NULL,
        updated_at             timestamptz NOT NULL,
        CONSTRAINT pk_dues_purchase PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_dues_purchase_returned CHECK (returned_due_currency = due_currency AND returned_cost_currency = cost_currency
          AND returned_due_minor BETWEEN 0 AND due_minor AND returned_cost_minor BETWEEN 0 AND cost_minor)
      )`);
    await db.query(`CREATE INDEX ix_dues_purchase_order ON fx.dues_purchase (tenant_id, order_id, id)`);
    await db.query(`CALL platform.isolate('fx.dues_purchase')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.dues_purchase TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fx.dues_purchase`);
  }
}
