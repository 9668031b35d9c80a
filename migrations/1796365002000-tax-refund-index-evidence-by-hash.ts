import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A file that somebody shows is found by its hash, whichever export or pack it is of. */
export class TaxRefundIndexEvidenceByHash1796365002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['document', 'part', 'pack']) {
      await db.query(`
        CREATE INDEX ix_evidence_${table}_hash ON tax_refund.evidence_${table} (tenant_id, sha256)`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['document', 'part', 'pack']) await db.query(`DROP INDEX tax_refund.ix_evidence_${table}_hash`);
  }
}
