import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a tenant matches by, beside the law; and what would let a case match. */
export class TaxRefundAddMatchRules1796354000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.match_rules (
        tenant_id    uuid        CONSTRAINT pk_match_rules PRIMARY KEY,
        cost_bands   jsonb       NOT NULL,
        code_changes jsonb       NOT NULL,
        updated_at   timestamptz NOT NULL
      )`);
    await db.query(`CALL platform.isolate('tax_refund.match_rules')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (cost_bands, code_changes, updated_at) ON tax_refund.match_rules TO entrepot_app`);
    await db.query(`ALTER TABLE tax_refund.refund_case ADD COLUMN suggestions jsonb NOT NULL DEFAULT '[]'`);
    // What is free of a code, whichever order its invoice is of.
    await db.query(`
      CREATE INDEX ix_invoice_line_free ON tax_refund.invoice_line (tenant_id, hs_code)
        WHERE allocated_quantity < quantity - red_quantity`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX tax_refund.ix_invoice_line_free`);
    await db.query(`ALTER TABLE tax_refund.refund_case DROP COLUMN suggestions`);
    await db.query(`DROP TABLE tax_refund.match_rules`);
  }
}
