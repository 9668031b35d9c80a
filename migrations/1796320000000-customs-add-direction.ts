import { type MigrationInterface, type QueryRunner } from 'typeorm';

const KINDS = `'accepted', 'reviewing', 'concluded', 'inspecting', 'released', 'departed', 'cleared', 'rejected', 'deleted',
  'other', 'request_granted', 'request_refused'`;

/** Declarations of imports: without an order, of a party that owes the taxes, cleared without having left. */
export class CustomsAddDirection1796320000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE customs.declaration
        ADD COLUMN direction text NOT NULL DEFAULT 'export',
        ADD COLUMN party_id uuid,
        ALTER COLUMN order_id DROP NOT NULL,
        DROP CONSTRAINT ck_declaration_export_date,
        ADD CONSTRAINT ck_declaration_direction CHECK (direction IN ('export', 'import')),
        ADD CONSTRAINT ck_declaration_order CHECK ((direction = 'export') = (order_id IS NOT NULL)),
        ADD CONSTRAINT ck_declaration_party CHECK ((direction = 'import') = (party_id IS NOT NULL)),
        ADD CONSTRAINT ck_declaration_export_date CHECK (
          export_date IS NOT NULL OR direction = 'import' OR state NOT IN ('departed', 'cleared'))`);
    await db.query(`ALTER TABLE customs.declaration ALTER COLUMN direction DROP DEFAULT`);
    await db.query(`
      CREATE INDEX ix_declaration_import ON customs.declaration (tenant_id, id) WHERE direction = 'import'`);
    await this.allow(db, `${KINDS}, 'tax_bill'`);
  }

  /** What is imported is not known without this: such declarations go, with all that was said of them. */
  async down(db: QueryRunner): Promise<void> {
    const tables = ['receipt', 'declaration_request', 'submission', 'declaration'];
    for (const table of tables) await db.query(`ALTER TABLE customs.${table} NO FORCE ROW LEVEL SECURITY`);
    for (const table of tables.slice(0, 3)) {
      await db.query(`
        DELETE FROM customs.${table} t USING customs.declaration d
        WHERE d.tenant_id = t.tenant_id AND d.id = t.declaration_id AND d.direction = 'import'`);
    }
    await db.query(`DELETE FROM customs.declaration WHERE direction = 'import'`);
    await db.query(`UPDATE customs.receipt SET kind = 'other' WHERE kind = 'tax_bill'`);
    for (const table of tables) await db.query(`ALTER TABLE customs.${table} FORCE ROW LEVEL SECURITY`);
    await this.allow(db, KINDS);
    await db.query(`
      ALTER TABLE customs.declaration
        DROP CONSTRAINT ck_declaration_export_date,
        DROP COLUMN direction,
        DROP COLUMN party_id,
        ALTER COLUMN order_id SET NOT NULL,
        ADD CONSTRAINT ck_declaration_export_date CHECK (export_date IS NOT NULL OR state NOT IN ('departed', 'cleared'))`);
  }

  private async allow(db: QueryRunner, kinds: string): Promise<void> {
    await db.query(`
      ALTER TABLE customs.receipt
        DROP CONSTRAINT ck_receipt_kind, ADD CONSTRAINT ck_receipt_kind CHECK (kind IN (${kinds}))`);
  }
}
