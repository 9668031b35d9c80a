import { type MigrationInterface, type QueryRunner } from 'typeorm';

const WHOLE = `CASE subject_kind WHEN 'order' THEN order_id IS NOT NULL AND subject_id = order_id
                                 WHEN 'seller' THEN order_id IS NULL AND subject_id = seller_id`;

/** Loans on pledged receipts, and on the margin of forwards: of each product one at a time, and again when that is over. */
export class FinancingLendOnStock1796410003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await subjects(db, ['order', 'seller', 'warehouse_receipt', 'forward'], `${WHOLE} ELSE order_id IS NULL END`);
    await liveSubject(db, `subject_kind = 'order'`);
  }

  /** Possible while no loan is on a receipt or a forward. */
  async down(db: QueryRunner): Promise<void> {
    await subjects(db, ['order', 'seller'], `${WHOLE} ELSE true END`);
    await liveSubject(db, `subject_kind <> 'seller'`);
  }
}

async function subjects(db: QueryRunner, kinds: readonly string[], check: string): Promise<void> {
  await db.query(`
    ALTER TABLE financing.advance
      DROP CONSTRAINT ck_advance_subject_kind, DROP CONSTRAINT ck_advance_subject,
      ADD CONSTRAINT ck_advance_subject_kind CHECK (subject_kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})),
      ADD CONSTRAINT ck_advance_subject CHECK (${check})`);
}

/** @param lentOnce of which kind a loan that is over keeps others away */
async function liveSubject(db: QueryRunner, lentOnce: string): Promise<void> {
  await db.query(`DROP INDEX financing.uq_advance_live_subject`);
  await db.query(`
    CREATE UNIQUE INDEX uq_advance_live_subject ON financing.advance (tenant_id, subject_kind, subject_id, product)
      WHERE state IN ('awaiting_approval', 'requested', 'drawn', 'written_off')
         OR (${lentOnce} AND state IN ('repaid', 'recovered'))`);
}
