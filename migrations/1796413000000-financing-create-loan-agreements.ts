import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What lender and client sign before a loan is paid out, where its product asks for that. */
export class FinancingCreateLoanAgreements1796413000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.loan_agreement (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        advance_id  uuid        NOT NULL,
        order_id    uuid,
        number      text        NOT NULL,
        state       text        NOT NULL CONSTRAINT ck_loan_agreement_state CHECK (state IN ('offered', 'signed', 'lapsed')),
        valid_until date        NOT NULL,
        maturity_on date        NOT NULL,
        annual_rate numeric     NOT NULL,
        signatory   text,
        signed_on   date,
        told_at     timestamptz,
        reason      text,
        causes      jsonb,
        created_at  timestamptz NOT NULL,
        updated_at  timestamptz NOT NULL,
        version     integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_loan_agreement PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_loan_agreement_signed CHECK
          ((signatory IS NULL) = (signed_on IS NULL) AND (state <> 'signed' OR signed_on IS NOT NULL)),
        CONSTRAINT ck_loan_agreement_lapsed CHECK ((state = 'lapsed') = (reason IS NOT NULL))
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_loan_agreement_advance ON financing.loan_agreement (tenant_id, advance_id)`);
    await db.query(`CALL platform.isolate('financing.loan_agreement')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.loan_agreement TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE financing.loan_agreement`);
  }
}
