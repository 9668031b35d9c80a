import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a seller's score stands on is kept with the money of each order; scores are kept with their inputs, and never change. */
export class FinancingCreateScores1796395000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE financing.order_cash
        ADD COLUMN buyer_id         uuid,
        ADD COLUMN settled_on       date,
        ADD COLUMN claim_filed_on   date,
        ADD COLUMN claim_paid_on    date,
        ADD COLUMN is_claim_queried boolean NOT NULL DEFAULT false,
        ADD COLUMN claim_outcome    text CONSTRAINT ck_order_cash_claim_outcome CHECK (claim_outcome IN ('paid', 'rejected'))`);
    await db.query(`
      CREATE INDEX ix_order_cash_departed ON financing.order_cash (tenant_id, seller_id, departed_on)
        WHERE departed_on IS NOT NULL AND NOT is_cancelled`);
    await db.query(`
      CREATE TABLE financing.score (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        seller_id  uuid        NOT NULL,
        scorecard  text        NOT NULL,
        inputs     jsonb       NOT NULL,
        result     jsonb       NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_score PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_score_seller ON financing.score (tenant_id, seller_id, id)`);
    await db.query(`CALL platform.isolate('financing.score')`);
    await db.query(`GRANT SELECT, INSERT ON financing.score TO entrepot_app`);
    await db.query(`ALTER TABLE financing.advance ADD COLUMN score_id uuid`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.advance DROP COLUMN score_id`);
    await db.query(`DROP TABLE financing.score`);
    await db.query(`DROP INDEX financing.ix_order_cash_departed`);
    await db.query(`
      ALTER TABLE financing.order_cash
        DROP COLUMN buyer_id, DROP COLUMN settled_on, DROP COLUMN claim_filed_on, DROP COLUMN claim_paid_on,
        DROP COLUMN is_claim_queried, DROP COLUMN claim_outcome`);
  }
}
