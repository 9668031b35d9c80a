import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who may file for whom (代办退税), whether a sandbox tenant asks for it, and under what each claim was filed. */
export class TaxRefundCreateAgencyAgreements1796220001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createAgreement(db);
    await db.query(`
      CREATE TABLE tax_refund.agency_policy (
        tenant_id   uuid        CONSTRAINT pk_agency_policy PRIMARY KEY,
        is_required boolean     NOT NULL,
        updated_at  timestamptz NOT NULL
      )`);
    await db.query(`CALL platform.isolate('tax_refund.agency_policy')`);
    await db.query(
      `GRANT SELECT, INSERT, UPDATE (is_required, updated_at) ON tax_refund.agency_policy TO entrepot_app`,
    );
    await db.query(`ALTER TABLE tax_refund.claim ADD COLUMN agency_agreement_id uuid, ADD COLUMN held jsonb`);
    await db.query(`
      CREATE INDEX ix_claim_agency ON tax_refund.claim (tenant_id, agency_agreement_id)
        WHERE agency_agreement_id IS NOT NULL`);
    await this.nameStates(db, ['queued', 'taken', 'refused', 'withheld']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'tax_refund.agency_agreement'`);
    // What was held back was never sent, as much as what the bureau refused. The owner sees no rows while that is forced.
    await db.query(`ALTER TABLE tax_refund.filing NO FORCE ROW LEVEL SECURITY`);
    await db.query(`UPDATE tax_refund.filing SET state = 'refused' WHERE state = 'withheld'`);
    await db.query(`ALTER TABLE tax_refund.filing FORCE ROW LEVEL SECURITY`);
    await this.nameStates(db, ['queued', 'taken', 'refused']);
    await db.query(`ALTER TABLE tax_refund.claim DROP COLUMN agency_agreement_id, DROP COLUMN held`);
    await db.query(`DROP TABLE tax_refund.agency_policy, tax_refund.agency_agreement`);
  }

  private async createAgreement(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.agency_agreement (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        producer_id      uuid        NOT NULL,
        producer_name    text        NOT NULL,
        producer_uscc    text        NOT NULL,
        agent            jsonb       NOT NULL,
        agreement_number text        NOT NULL,
        signed_on        date        NOT NULL,
        valid_from       date        NOT NULL,
        valid_to         date,
        producer_filing  jsonb,
        agent_filing     jsonb,
        state            text        NOT NULL CONSTRAINT ck_agency_agreement_state CHECK (state IN
                           ('drafted', 'in_force', 'withdrawn', 'ended', 'expired')),
        reason           text,
        confirmed_at     timestamptz,
        ended_on         date,
        ended_at         timestamptz,
        expected_by      timestamptz,
        version          integer     NOT NULL DEFAULT 1,
        created_at       timestamptz NOT NULL,
        updated_at       timestamptz NOT NULL,
        CONSTRAINT pk_agency_agreement PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_agency_agreement_days CHECK (signed_on <= valid_from AND valid_from <= valid_to),
        CONSTRAINT ck_agency_agreement_confirmed CHECK (state <> 'in_force' OR confirmed_at IS NOT NULL),
        CONSTRAINT ck_agency_agreement_end CHECK (
          (state IN ('drafted', 'in_force')) = (ended_at IS NULL) AND (ended_at IS NULL) = (ended_on IS NULL)
          AND (expected_by IS NOT NULL) = (ended_at IS NULL AND valid_to IS NOT NULL))
      )`);
    // The gate's way: the taxpayer of a claim, and what stands or has ended for it.
    await db.query(`
      CREATE INDEX ix_agency_agreement_producer ON tax_refund.agency_agreement (tenant_id, producer_uscc, state, id)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_agency_agreement_number ON tax_refund.agency_agreement (tenant_id, agreement_number)
        WHERE state IN ('drafted', 'in_force')`);
    await db.query(`CALL platform.isolate('tax_refund.agency_agreement')`);
    await db.query(`CALL platform.watch('tax_refund.agency_agreement')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON tax_refund.agency_agreement TO entrepot_app`);
  }

  private async nameStates(db: QueryRunner, states: readonly string[]): Promise<void> {
    await db.query(`ALTER TABLE tax_refund.filing DROP CONSTRAINT ck_filing_state`);
    await db.query(`
      ALTER TABLE tax_refund.filing ADD CONSTRAINT ck_filing_state
        CHECK (state IN (${states.map((state) => `'${state}'`).join(', ')}))`);
  }
}
