import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Claims of a taxpayer and period that are filed in one message (申报批次), what the treasury paid for them, and when a tenant files. */
export class TaxRefundCreateFilingBatches1796363000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.filing_batch (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        seller_id         uuid        NOT NULL,
        taxpayer_name     text        NOT NULL,
        taxpayer_number   text        NOT NULL,
        period            char(6)     NOT NULL,
        regime            text        NOT NULL CONSTRAINT ck_filing_batch_regime CHECK (regime IN
                            ('trading', 'manufacturer', 'agency')),
        state             text        NOT NULL CONSTRAINT ck_filing_batch_state CHECK (state IN
                            ('open', 'queued', 'filed', 'refused', 'emptied')),
        number            integer     CONSTRAINT ck_filing_batch_number CHECK (number > 0),
        attempt           integer     NOT NULL,
        reference         text,
        message           text,
        file_on           date,
        checked_at        timestamptz,
        acceptance_number text,
        reason            text,
        filed_at          timestamptz,
        version           integer     NOT NULL DEFAULT 1,
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        CONSTRAINT pk_filing_batch PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_filing_batch_number UNIQUE (tenant_id, taxpayer_number, period, regime, number),
        CONSTRAINT uq_filing_batch_reference UNIQUE (tenant_id, reference),
        CONSTRAINT ck_filing_batch_numbered CHECK ((number IS NOT NULL) = (state IN ('queued', 'filed'))),
        CONSTRAINT ck_filing_batch_message CHECK ((message IS NULL) = (reference IS NULL)),
        CONSTRAINT ck_filing_batch_filed CHECK ((filed_at IS NOT NULL) = (state = 'filed'))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_filing_batch_open ON tax_refund.filing_batch (tenant_id, taxpayer_number, period, regime)
        WHERE state = 'open'`);
    await db.query(`CALL platform.isolate('tax_refund.filing_batch')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON tax_refund.filing_batch TO entrepot_app`);
    await db.query(`
      CREATE TABLE tax_refund.batch_payment (
        tenant_id          uuid        NOT NULL,
        batch_id           uuid        NOT NULL,
        treasury_reference text        NOT NULL,
        amount_minor       bigint      NOT NULL CONSTRAINT ck_batch_payment_amount CHECK (amount_minor >= 0),
        paid_at            timestamptz NOT NULL,
        created_at         timestamptz NOT NULL,
        CONSTRAINT pk_batch_payment PRIMARY KEY (tenant_id, batch_id, treasury_reference),
        CONSTRAINT fk_batch_payment_batch FOREIGN KEY (tenant_id, batch_id) REFERENCES tax_refund.filing_batch (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.batch_payment')`);
    await db.query(`GRANT SELECT, INSERT ON tax_refund.batch_payment TO entrepot_app`);
    await db.query(`
      CREATE TABLE tax_refund.filing_policy (
        tenant_id   uuid        NOT NULL CONSTRAINT pk_filing_policy PRIMARY KEY,
        mode        text        NOT NULL CONSTRAINT ck_filing_policy_mode CHECK (mode IN ('immediate', 'batched')),
        file_on_day integer     CONSTRAINT ck_filing_policy_day CHECK (file_on_day BETWEEN 1 AND 28),
        updated_at  timestamptz NOT NULL
      )`);
    await db.query(`CALL platform.isolate('tax_refund.filing_policy')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON tax_refund.filing_policy TO entrepot_app`);
    for (const [table, column] of [
      ['claim', 'filing_batch_id'],
      ['filing', 'batch_id'],
    ] as const) {
      await db.query(`
        ALTER TABLE tax_refund.${table} ADD COLUMN ${column} uuid,
          ADD CONSTRAINT fk_${table}_batch FOREIGN KEY (tenant_id, ${column}) REFERENCES tax_refund.filing_batch (tenant_id, id)`);
      await db.query(`
        CREATE INDEX ix_${table}_batch ON tax_refund.${table} (tenant_id, ${column}) WHERE ${column} IS NOT NULL`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.filing DROP COLUMN batch_id`);
    await db.query(`ALTER TABLE tax_refund.claim DROP COLUMN filing_batch_id`);
    for (const table of ['filing_policy', 'batch_payment', 'filing_batch']) {
      await db.query(`DROP TABLE tax_refund.${table}`);
    }
  }
}
