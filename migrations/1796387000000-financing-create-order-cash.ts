import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is known of the money of each order, for the forecast of its seller. */
export class FinancingCreateOrderCash1796387000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.order_cash (
        tenant_id         uuid    NOT NULL,
        order_id          uuid    NOT NULL,
        seller_id         uuid,
        currency          char(3),
        value_minor       bigint,
        plan_rate         numeric,
        placed_on         date,
        ready_on          date,
        departed_on       date,
        received_minor    bigint  NOT NULL DEFAULT 0,
        is_settled        boolean NOT NULL DEFAULT false,
        settled_revision  integer NOT NULL DEFAULT -1,
        is_cancelled      boolean NOT NULL DEFAULT false,
        claim_id          uuid,
        refund_minor      bigint,
        refund_matched_on date,
        is_refund_over    boolean NOT NULL DEFAULT false,
        refund_told       uuid,
        CONSTRAINT pk_order_cash PRIMARY KEY (tenant_id, order_id)
      )`);
    // Orders of which nothing more is expected are by far the most.
    await db.query(`
      CREATE INDEX ix_order_cash_open ON financing.order_cash (tenant_id, seller_id, order_id)
        WHERE NOT is_cancelled AND (NOT is_settled OR (refund_minor IS NOT NULL AND NOT is_refund_over))`);
    await db.query(`CREATE INDEX ix_advance_drawn ON financing.advance (tenant_id, seller_id) WHERE state = 'drawn'`);
    await db.query(`CALL platform.isolate('financing.order_cash')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.order_cash TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX financing.ix_advance_drawn');
    await db.query('DROP TABLE financing.order_cash');
  }
}
