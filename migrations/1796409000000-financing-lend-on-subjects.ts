import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What happens to a loan of no order stands in these too. */
const OF_LOANS = ['loan_account', 'waterfall', 'extension', 'write_off', 'guarantee_call'];

/**
 * A loan is lent on an order, or to a seller on what it is worth itself: of each product one at a time on one subject. What an order is
 * worth is lent on once; a line may be drawn again. Loans of before are all on orders.
 */
export class FinancingLendOnSubjects1796409000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE financing.advance
        ADD COLUMN subject_kind text NOT NULL DEFAULT 'order'
          CONSTRAINT ck_advance_subject_kind CHECK (subject_kind IN ('order', 'seller')),
        ADD COLUMN subject_id   uuid,
        ALTER COLUMN order_id DROP NOT NULL`);
    await db.query(`ALTER TABLE financing.advance NO FORCE ROW LEVEL SECURITY`);
    await db.query(`UPDATE financing.advance SET subject_id = order_id`);
    await db.query(`ALTER TABLE financing.advance FORCE ROW LEVEL SECURITY`);
    await db.query(`
      ALTER TABLE financing.advance ALTER COLUMN subject_id SET NOT NULL, ALTER COLUMN subject_kind DROP DEFAULT,
        ADD CONSTRAINT ck_advance_subject CHECK
          (CASE subject_kind WHEN 'order' THEN order_id IS NOT NULL AND subject_id = order_id
                             WHEN 'seller' THEN order_id IS NULL AND subject_id = seller_id ELSE true END)`);
    await db.query(`DROP INDEX financing.uq_advance_live_order`);
    await db.query(`
      CREATE UNIQUE INDEX uq_advance_live_subject ON financing.advance (tenant_id, subject_kind, subject_id, product)
        WHERE state IN ('awaiting_approval', 'requested', 'drawn', 'written_off')
           OR (subject_kind <> 'seller' AND state IN ('repaid', 'recovered'))`);
    await db.query(`
      CREATE INDEX ix_advance_subject ON financing.advance (tenant_id, subject_kind, subject_id, product, id)`);
    for (const table of OF_LOANS) await db.query(`ALTER TABLE financing.${table} ALTER COLUMN order_id DROP NOT NULL`);
    await db.query(`ALTER TABLE financing.draw_notice ADD COLUMN advance_id uuid`);
    await db.query(`ALTER TABLE financing.lender_loan ALTER COLUMN buyer_id DROP NOT NULL`);
    await db.query(`ALTER TABLE fx.payout ALTER COLUMN order_id DROP NOT NULL`);
  }

  /** Possible while no loan is of a seller. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE fx.payout ALTER COLUMN order_id SET NOT NULL`);
    await db.query(`ALTER TABLE financing.lender_loan ALTER COLUMN buyer_id SET NOT NULL`);
    await db.query(`ALTER TABLE financing.draw_notice DROP COLUMN advance_id`);
    for (const table of OF_LOANS) await db.query(`ALTER TABLE financing.${table} ALTER COLUMN order_id SET NOT NULL`);
    await db.query(`DROP INDEX financing.ix_advance_subject, financing.uq_advance_live_subject`);
    await db.query(`
      CREATE UNIQUE INDEX uq_advance_live_order ON financing.advance (tenant_id, order_id, lender_rank)
        WHERE state IN ('requested', 'drawn', 'repaid')`);
    await db.query(`
      ALTER TABLE financing.advance DROP COLUMN subject_id, DROP COLUMN subject_kind, ALTER COLUMN order_id SET NOT NULL`);
  }
}
