import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Cases and claims of orders that go in several declarations; what was sold abroad is kept by declaration. */
export class TaxRefundAddDeclarationsOfCases1796350003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.refund_case
        ADD COLUMN declarations jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN given_up_parts jsonb NOT NULL DEFAULT '[]'`);
    await db.query(`ALTER TABLE tax_refund.claim ADD COLUMN declarations jsonb NOT NULL DEFAULT '[]'`);
    await this.unforced(db, [
      `UPDATE tax_refund.refund_case
       SET declarations = jsonb_build_array(declaration || '{"part": {"number": 1, "of": 1}}') WHERE declaration IS NOT NULL`,
      `UPDATE tax_refund.refund_case SET overseas_sales = jsonb_build_array(overseas_sales) WHERE overseas_sales IS NOT NULL`,
      `UPDATE tax_refund.refund_case SET overseas_sales = '[]' WHERE overseas_sales IS NULL`,
      `UPDATE tax_refund.claim SET declarations = jsonb_build_array(
         jsonb_build_object('entryNumber', entry_number, 'exportDate', export_date))`,
    ]);
    await db.query(`
      ALTER TABLE tax_refund.refund_case
        DROP COLUMN declaration,
        ALTER COLUMN declarations DROP DEFAULT,
        ALTER COLUMN given_up_parts DROP DEFAULT,
        ALTER COLUMN overseas_sales SET NOT NULL`);
    await db.query(`ALTER TABLE tax_refund.claim ALTER COLUMN declarations DROP DEFAULT`);
  }

  /** Of several declarations the first is kept. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.refund_case ADD COLUMN declaration jsonb, ALTER COLUMN overseas_sales DROP NOT NULL`);
    await this.unforced(db, [
      `UPDATE tax_refund.refund_case SET declaration = (declarations -> 0) - 'part' WHERE declarations <> '[]'`,
      `UPDATE tax_refund.refund_case SET overseas_sales = overseas_sales -> 0`,
    ]);
    await db.query(`
      ALTER TABLE tax_refund.refund_case DROP COLUMN declarations, DROP COLUMN given_up_parts`);
    await db.query(`ALTER TABLE tax_refund.claim DROP COLUMN declarations`);
  }

  /** The migration sees the rows of every tenant. */
  private async unforced(db: QueryRunner, statements: readonly string[]): Promise<void> {
    const tables = ['refund_case', 'claim'];
    for (const table of tables) await db.query(`ALTER TABLE tax_refund.${table} NO FORCE ROW LEVEL SECURITY`);
    for (const statement of statements) await db.query(statement);
    for (const table of tables) await db.query(`ALTER TABLE tax_refund.${table} FORCE ROW LEVEL SECURITY`);
  }
}
