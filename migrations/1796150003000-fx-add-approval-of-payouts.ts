import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How a payout stands with the second person that its ordering may take. */
export class FxAddApprovalOfPayouts1796150003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE fx.payout ADD COLUMN approval jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE fx.payout DROP COLUMN approval`);
  }
}
