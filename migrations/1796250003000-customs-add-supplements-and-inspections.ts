import { type MigrationInterface, type QueryRunner } from 'typeorm';

const KINDS = `'withdrawal', 'exit_cancellation', 'amendment'`;

/** What customs asks for beside a declaration and what is answered, and what an inspection was and found. */
export class CustomsAddSupplementsAndInspections1796250003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE customs.declaration ADD COLUMN supplement_asked text, ADD COLUMN inspection jsonb`);
    await db.query(`ALTER TABLE customs.declaration_request ADD COLUMN answers jsonb`);
    await this.allow(db, `${KINDS}, 'supplement'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE customs.declaration_request NO FORCE ROW LEVEL SECURITY`);
    await db.query(`DELETE FROM customs.declaration_request WHERE kind = 'supplement'`);
    await db.query(`ALTER TABLE customs.declaration_request FORCE ROW LEVEL SECURITY`);
    await this.allow(db, KINDS);
    await db.query(`ALTER TABLE customs.declaration_request DROP COLUMN answers`);
    await db.query(`ALTER TABLE customs.declaration DROP COLUMN supplement_asked, DROP COLUMN inspection`);
  }

  private async allow(db: QueryRunner, kinds: string): Promise<void> {
    await db.query(`
      ALTER TABLE customs.declaration_request
        DROP CONSTRAINT ck_declaration_request_kind,
        ADD CONSTRAINT ck_declaration_request_kind CHECK (kind IN (${kinds}))`);
  }
}
