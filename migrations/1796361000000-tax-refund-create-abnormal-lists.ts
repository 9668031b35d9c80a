import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Lists of abnormal invoices and issuers (异常凭证, 非正常户), which invoices they hit, and flags of claims that are lifted again. */
export class TaxRefundCreateAbnormalLists1796361000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createEntries(db);
    // Which invoices were told of; what is listed itself stands in the entries alone.
    await db.query(`
      CREATE TABLE tax_refund.abnormal_hit (
        tenant_id  uuid        NOT NULL,
        entry_id   uuid        NOT NULL,
        invoice_id uuid        NOT NULL,
        told_at    timestamptz NOT NULL,
        lifted_at  timestamptz,
        CONSTRAINT pk_abnormal_hit PRIMARY KEY (tenant_id, entry_id, invoice_id),
        CONSTRAINT fk_abnormal_hit_entry FOREIGN KEY (tenant_id, entry_id) REFERENCES tax_refund.abnormal_entry (tenant_id, id),
        CONSTRAINT fk_abnormal_hit_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES tax_refund.invoice (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_abnormal_hit_invoice ON tax_refund.abnormal_hit (tenant_id, invoice_id)`);
    await db.query(`CALL platform.isolate('tax_refund.abnormal_hit')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (lifted_at) ON tax_refund.abnormal_hit TO entrepot_app`);
    await db.query(`ALTER TABLE tax_refund.claim_flag ADD COLUMN lifted_at timestamptz`);
    await db.query(`GRANT UPDATE (lifted_at) ON tax_refund.claim_flag TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    // Without the lists nothing lifts a flag again: what was lifted is none.
    await db.query(`ALTER TABLE tax_refund.claim_flag NO FORCE ROW LEVEL SECURITY`);
    await db.query(`DELETE FROM tax_refund.claim_flag WHERE lifted_at IS NOT NULL`);
    await db.query(`ALTER TABLE tax_refund.claim_flag FORCE ROW LEVEL SECURITY`);
    await db.query(`ALTER TABLE tax_refund.claim_flag DROP COLUMN lifted_at`);
    await db.query(`DROP TABLE tax_refund.abnormal_hit, tax_refund.abnormal_entry`);
  }

  private async createEntries(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.abnormal_entry (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        origin            text        NOT NULL CONSTRAINT ck_abnormal_entry_origin CHECK (origin IN ('list', 'check')),
        issuer_tax_number text        NOT NULL,
        invoice_code      text,
        invoice_number    text,
        issued_from       date,
        issued_to         date,
        ground            text        NOT NULL CONSTRAINT ck_abnormal_entry_ground CHECK (ground IN
                            ('lost_device', 'non_normal', 'mismatch', 'suspected_false', 'runaway', 'from_abnormal', 'not_stated')),
        source            text        NOT NULL,
        listed_on         date        NOT NULL,
        note              text,
        state             text        NOT NULL CONSTRAINT ck_abnormal_entry_state CHECK (state IN ('listed', 'lifted')),
        lifted_on         date,
        lifted_source     text,
        lifted_note       text,
        entered_by        text        NOT NULL,
        version           integer     NOT NULL DEFAULT 1,
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        CONSTRAINT pk_abnormal_entry PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_abnormal_entry_code CHECK (invoice_code IS NULL OR invoice_number IS NOT NULL),
        CONSTRAINT ck_abnormal_entry_days CHECK (invoice_number IS NULL OR (issued_from IS NULL AND issued_to IS NULL)),
        CONSTRAINT ck_abnormal_entry_range CHECK (issued_from <= issued_to),
        CONSTRAINT ck_abnormal_entry_lifted CHECK ((lifted_on IS NOT NULL) = (state = 'lifted'))
      )`);
    // The same stands once for each who says it.
    await db.query(`
      CREATE UNIQUE INDEX uq_abnormal_entry_subject ON tax_refund.abnormal_entry
        (tenant_id, issuer_tax_number, origin, coalesce(invoice_code, ''), coalesce(invoice_number, ''),
         coalesce(issued_from, '-infinity'), coalesce(issued_to, 'infinity')) WHERE state = 'listed'`);
    await db.query(`CALL platform.isolate('tax_refund.abnormal_entry')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON tax_refund.abnormal_entry TO entrepot_app`);
  }
}
