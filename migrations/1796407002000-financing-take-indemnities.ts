import { type MigrationInterface, type QueryRunner } from 'typeorm';

const BEFORE = ['collection', 'refund', 'advance', 'guarantee', 'repayment'];
const PAID_OUT = ['collection', 'refund', 'advance'];
const NEW = ['indemnity', 'recovery'];

/** An indemnity, and what is recovered after it, run through the waterfall; what they leave is paid out. */
export class FinancingTakeIndemnities1796407002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await allow(db, 'financing.waterfall', ['ck_waterfall_source', 'source'], [...BEFORE, ...NEW]);
    await allow(db, 'fx.payout', ['ck_payout_purpose', 'purpose'], [...PAID_OUT, ...NEW]);
  }

  async down(db: QueryRunner): Promise<void> {
    await allow(db, 'financing.waterfall', ['ck_waterfall_source', 'source'], BEFORE);
    await allow(db, 'fx.payout', ['ck_payout_purpose', 'purpose'], PAID_OUT);
  }
}

async function allow(
  db: QueryRunner,
  table: string,
  [check, column]: readonly [string, string],
  words: readonly string[],
): Promise<void> {
  await db.query(`
    ALTER TABLE ${table}
      DROP CONSTRAINT ${check},
      ADD CONSTRAINT ${check} CHECK (${column} IN (${words.map((word) => `'${word}'`).join(', ')}))`);
}
