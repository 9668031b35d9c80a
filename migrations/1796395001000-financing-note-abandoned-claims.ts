import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Claims of an order that were given up: nothing is lent on them, whatever is heard of them late. */
export class FinancingNoteAbandonedClaims1796395001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.order_facts ADD COLUMN void_claim_ids uuid[] NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.order_facts DROP COLUMN void_claim_ids`);
  }
}
