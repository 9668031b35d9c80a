import { type MigrationInterface, type QueryRunner } from 'typeorm';

const STATES = `'requested', 'drawn', 'repaid', 'declined', 'ineligible'`;

/** An advance may wait for a second person before the lender is asked. */
export class FinancingAddApprovalOfAdvances1796150007000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.advance ADD COLUMN approval jsonb`);
    await this.allow(db, `'awaiting_approval', ${STATES}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE financing.advance SET state = 'declined' WHERE state = 'awaiting_approval'`);
    await this.allow(db, STATES);
    await db.query(`ALTER TABLE financing.advance DROP COLUMN approval`);
  }

  private async allow(db: QueryRunner, states: string): Promise<void> {
    await db.query(`
      ALTER TABLE financing.advance
        DROP CONSTRAINT ck_advance_state, ADD CONSTRAINT ck_advance_state CHECK (state IN (${states}))`);
  }
}
