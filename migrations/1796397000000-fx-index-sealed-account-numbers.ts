import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Account numbers are sealed, so that an account is found by a keyed hash of its number. Written by the program, which has the key. */
export class FxIndexSealedAccountNumbers1796397000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE fx.collection_account ADD COLUMN number_index text`);
    await db.query(
      `CREATE UNIQUE INDEX uq_collection_account_number_index ON fx.collection_account (tenant_id, number_index)`,
    );
    // Who seals anew goes from tenant to tenant. The owner may change any table; now it may also see which tenants there are.
    await db.query(`CREATE POLICY operator ON platform.tenant FOR SELECT TO CURRENT_USER USING (true)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP POLICY operator ON platform.tenant`);
    await db.query(`ALTER TABLE fx.collection_account DROP COLUMN number_index`);
  }
}
