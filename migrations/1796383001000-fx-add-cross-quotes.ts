import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Quotes between two foreign currencies, with both of their legs. */
export class FxAddCrossQuotes1796383001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE fx.quote ADD COLUMN legs jsonb NOT NULL DEFAULT '[]'`);
    await db.query(`ALTER TABLE fx.quote DROP CONSTRAINT ck_quote_side`);
    await db.query(`
      ALTER TABLE fx.quote ADD CONSTRAINT ck_quote_side CHECK (side IN ('sell', 'buy', 'cross')) NOT VALID`);
    await db.query(`ALTER TABLE fx.quote VALIDATE CONSTRAINT ck_quote_side`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE fx.quote DROP CONSTRAINT ck_quote_side`);
    // What was quoted in the meantime keeps its side.
    await db.query(`ALTER TABLE fx.quote ADD CONSTRAINT ck_quote_side CHECK (side IN ('sell', 'buy')) NOT VALID`);
    await db.query(`ALTER TABLE fx.quote DROP COLUMN legs`);
  }
}
