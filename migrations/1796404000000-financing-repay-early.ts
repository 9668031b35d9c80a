import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A client may pay an advance back of itself. */
export class FinancingRepayEarly1796404000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await allow(db, ['collection', 'refund', 'advance', 'guarantee', 'repayment']);
  }

  async down(db: QueryRunner): Promise<void> {
    await allow(db, ['collection', 'refund', 'advance', 'guarantee']);
  }
}

async function allow(db: QueryRunner, sources: readonly string[]): Promise<void> {
  await db.query(`
    ALTER TABLE financing.waterfall
      DROP CONSTRAINT ck_waterfall_source,
      ADD CONSTRAINT ck_waterfall_source CHECK (source IN (${sources.map((source) => `'${source}'`).join(', ')}))`);
}
