import { type MigrationInterface, type QueryRunner } from 'typeorm';

const LIVE = `state IN ('awaiting_approval', 'requested', 'drawn', 'written_off')`;
const ONCE = `subject_kind = 'order' AND state IN ('repaid', 'recovered')`;

/** A line is drawn as it is needed: several loans of one product are live beside each other, while it reaches. */
export class FinancingDrawLinesBeside1796412001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await liveSubject(db, `(subject_kind <> 'seller' AND ${LIVE}) OR (${ONCE})`);
  }

  /** Possible while no line is drawn twice. */
  async down(db: QueryRunner): Promise<void> {
    await liveSubject(db, `${LIVE} OR (${ONCE})`);
  }
}

async function liveSubject(db: QueryRunner, where: string): Promise<void> {
  await db.query(`DROP INDEX financing.uq_advance_live_subject`);
  await db.query(`
    CREATE UNIQUE INDEX uq_advance_live_subject ON financing.advance (tenant_id, subject_kind, subject_id, product)
      WHERE ${where}`);
}
