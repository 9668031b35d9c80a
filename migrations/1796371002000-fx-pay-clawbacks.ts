import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the tax bureau wants back is paid to the treasury as import taxes are: one payment for each recovery of a claim. */
export class FxPayClawbacks1796371002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE fx.tax_payment
        ADD COLUMN kind text NOT NULL DEFAULT 'customs_tax',
        ADD COLUMN claim_id uuid,
        ADD COLUMN clawback_number integer,
        ADD COLUMN letter text,
        ALTER COLUMN bill_id DROP NOT NULL,
        ADD CONSTRAINT ck_tax_payment_kind CHECK (kind IN ('customs_tax', 'refund_clawback')),
        ADD CONSTRAINT ck_tax_payment_cause CHECK (
          (kind = 'customs_tax') = (bill_id IS NOT NULL)
          AND (kind = 'refund_clawback') = (claim_id IS NOT NULL AND clawback_number IS NOT NULL AND letter IS NOT NULL))`);
    await db.query(`
      CREATE UNIQUE INDEX uq_tax_payment_clawback ON fx.tax_payment (tenant_id, claim_id, clawback_number)`);
    await db.query(`
      ALTER TABLE tax_refund.clawback
        DROP CONSTRAINT ck_clawback_state,
        ADD CONSTRAINT ck_clawback_state CHECK (state IN ('owed', 'paying', 'repaid', 'set_off')),
        DROP CONSTRAINT ck_clawback_settled,
        ADD CONSTRAINT ck_clawback_settled CHECK (
          (state IN ('owed', 'paying')) = (settled_on IS NULL) AND (state = 'repaid') = (bank_reference IS NOT NULL)
          AND (state = 'set_off') = (set_off_by IS NOT NULL)),
        ADD COLUMN refusal text`);
    await db.query(`GRANT UPDATE (refusal) ON tax_refund.clawback TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.clawback NO FORCE ROW LEVEL SECURITY`);
    await db.query(`UPDATE tax_refund.clawback SET state = 'owed' WHERE state = 'paying'`);
    await db.query(`ALTER TABLE tax_refund.clawback FORCE ROW LEVEL SECURITY`);
    await db.query(`
      ALTER TABLE tax_refund.clawback
        DROP COLUMN refusal,
        DROP CONSTRAINT ck_clawback_settled,
        ADD CONSTRAINT ck_clawback_settled CHECK (
          (state = 'owed') = (settled_on IS NULL) AND (state = 'repaid') = (bank_reference IS NOT NULL)
          AND (state = 'set_off') = (set_off_by IS NOT NULL)),
        DROP CONSTRAINT ck_clawback_state,
        ADD CONSTRAINT ck_clawback_state CHECK (state IN ('owed', 'repaid', 'set_off'))`);
    await db.query(`DROP INDEX fx.uq_tax_payment_clawback`);
    await db.query(`ALTER TABLE fx.tax_payment NO FORCE ROW LEVEL SECURITY`);
    await db.query(`DELETE FROM fx.tax_payment WHERE kind = 'refund_clawback'`);
    await db.query(`ALTER TABLE fx.tax_payment FORCE ROW LEVEL SECURITY`);
    await db.query(`
      ALTER TABLE fx.tax_payment
        DROP CONSTRAINT ck_tax_payment_cause,
        DROP CONSTRAINT ck_tax_payment_kind,
        DROP COLUMN kind,
        DROP COLUMN claim_id,
        DROP COLUMN clawback_number,
        DROP COLUMN letter,
        ALTER COLUMN bill_id SET NOT NULL`);
  }
}
