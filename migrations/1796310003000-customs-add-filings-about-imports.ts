import { type MigrationInterface, type QueryRunner } from 'typeorm';

const KINDS = `'withdrawal', 'arrival', 'departure', 'master_waybill', 'return', 'return_tally', 'summary'`;
const OF_IMPORTS = `'delivery', 'warehouse_entry'`;

/** What is told of imports on their way: into the supervised place, and to the buyer. */
export class CustomsAddFilingsAboutImports1796310003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.allow(db, `${KINDS}, ${OF_IMPORTS}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.allow(db, KINDS);
  }

  private async allow(db: QueryRunner, kinds: string): Promise<void> {
    await db.query(`ALTER TABLE customs.parcel_filing DROP CONSTRAINT ck_parcel_filing_kind`);
    await db.query(`
      ALTER TABLE customs.parcel_filing ADD CONSTRAINT ck_parcel_filing_kind CHECK (kind IN (${kinds}))`);
  }
}
