import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is owed to credit insurers on behalf of exporters. Once it has been booked on, it stays: the books forget nothing. */
export class LedgerAddClearingInsurer1796407001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      INSERT INTO ledger.account_code (code, type, normal_side, per_party, floored)
      VALUES ('clearing_insurer', 'liability', 'credit', false, false) ON CONFLICT DO NOTHING`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE ledger.account NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      DELETE FROM ledger.account_code c WHERE c.code = 'clearing_insurer'
        AND NOT EXISTS (SELECT 1 FROM ledger.account a WHERE a.code = c.code)`);
    await db.query(`ALTER TABLE ledger.account FORCE ROW LEVEL SECURITY`);
  }
}
