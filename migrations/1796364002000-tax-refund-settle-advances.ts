import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Refunds in advance on goods abroad are settled by the sale: once each, and by a last day. */
export class TaxRefundSettleAdvances1796364002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE UNIQUE INDEX uq_claim_settlement ON tax_refund.claim (tenant_id, corrects_id)
        WHERE correction ->> 'kind' = 'overseas_settlement' AND state <> 'abandoned'`);
    await this.nameDeadlines(db, [...KINDS, 'overseas_settlement']);
  }

  async down(db: QueryRunner): Promise<void> {
    // The owner sees no rows while that is forced.
    await db.query(`ALTER TABLE tax_refund.deadline NO FORCE ROW LEVEL SECURITY`);
    await db.query(`DELETE FROM tax_refund.deadline WHERE kind = 'overseas_settlement'`);
    await db.query(`ALTER TABLE tax_refund.deadline FORCE ROW LEVEL SECURITY`);
    await this.nameDeadlines(db, KINDS);
    await db.query(`DROP INDEX tax_refund.uq_claim_settlement`);
  }

  private async nameDeadlines(db: QueryRunner, kinds: readonly string[]): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.deadline DROP CONSTRAINT ck_deadline_kind`);
    await db.query(`
      ALTER TABLE tax_refund.deadline ADD CONSTRAINT ck_deadline_kind
        CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))`);
  }
}

const KINDS = ['filing_window', 'collection', 'thirty_six_months', 'evidence_documents', 'agency_certificate'];
