import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A conversion may wait for a second person, within a bound, and lapse. */
export class FxAddApprovalOfConversions1796230001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE fx.conversion
        ADD COLUMN causes      jsonb,
        ADD COLUMN worst_rate  numeric,
        ADD COLUMN valid_until timestamptz,
        ADD COLUMN approval    jsonb`);
    await this.allow(db, `'awaiting_approval', 'booked', 'settled', 'failed', 'lapsed'`);
  }

  async down(db: QueryRunner): Promise<void> {
    // What never was in the books is nothing to those who know of no approvals.
    await db.query(`UPDATE fx.conversion SET state = 'failed' WHERE state IN ('awaiting_approval', 'lapsed')`);
    await this.allow(db, `'booked', 'settled', 'failed'`);
    await db.query(`
      ALTER TABLE fx.conversion
        DROP COLUMN causes, DROP COLUMN worst_rate, DROP COLUMN valid_until, DROP COLUMN approval`);
  }

  private async allow(db: QueryRunner, states: string): Promise<void> {
    await db.query(`
      ALTER TABLE fx.conversion
        DROP CONSTRAINT ck_conversion_state, ADD CONSTRAINT ck_conversion_state CHECK (state IN (${states}))`);
  }
}
