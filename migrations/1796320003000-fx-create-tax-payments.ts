import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Taxes of imports on their way from what a client has with the platform to the treasury. */
export class FxCreateTaxPayments1796320003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.tax_payment (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        bill_id         uuid        NOT NULL,
        party_id        uuid        NOT NULL,
        amount_minor    bigint      NOT NULL CONSTRAINT ck_tax_payment_amount CHECK (amount_minor > 0),
        amount_currency char(3)     NOT NULL,
        creditor        jsonb       NOT NULL,
        remittance      text        NOT NULL,
        state           text        NOT NULL CONSTRAINT ck_tax_payment_state CHECK (state IN
                          ('blocked', 'queued', 'sent', 'accepted', 'confirmed', 'rejected')),
        attempt         integer     NOT NULL,
        queued_at       timestamptz,
        hold_id         uuid,
        reason_code     text,
        reason          text,
        causes          jsonb,
        bank_reference  text,
        expected_by     timestamptz,
        approval        jsonb,
        version         integer     NOT NULL DEFAULT 1,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_tax_payment PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_tax_payment_queued CHECK (state NOT IN ('queued', 'sent', 'accepted')
          OR (hold_id IS NOT NULL AND queued_at IS NOT NULL AND expected_by IS NOT NULL AND attempt > 0))
      ) WITH (fillfactor = 80)`);
    // A bill is paid by one payment, however often it is ordered.
    await db.query(`CREATE UNIQUE INDEX uq_tax_payment_bill ON fx.tax_payment (tenant_id, bill_id)`);
    await db.query(`CREATE INDEX ix_tax_payment_party ON fx.tax_payment (tenant_id, party_id, id)`);
    await db.query(`
      CREATE INDEX ix_tax_payment_waiting ON fx.tax_payment (tenant_id, state, id) WHERE state <> 'confirmed'`);
    await db.query(`CALL platform.isolate('fx.tax_payment')`);
    await db.query(`CALL platform.watch('fx.tax_payment')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.tax_payment TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'fx.tax_payment'`);
    await db.query(`DROP TABLE fx.tax_payment`);
  }
}
