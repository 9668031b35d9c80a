import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What a lender sees, in its own tenant: its loans, what was paid of them, what became of what backs them, and the limits it
 * lends within. Jobs bring it from the tenants that consented; nothing here is read across tenants.
 */
export class FinancingCreateLenderLoans1796406001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createLoans(db);
    await this.createLines(db);
    await this.createFeeds(db);
    await this.createCovenants(db);
    for (const table of TABLES) await db.query(`CALL platform.isolate('financing.${table}')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON financing.lender_loan TO entrepot_app`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON financing.lender_payment, financing.lender_fact TO entrepot_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.lender_limit, financing.lender_feed TO entrepot_app`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (valid_to, version, updated_at) ON financing.lender_covenant TO entrepot_app`);
    // How far each lender has been told, for whoever looks for those that have not; no fact of anybody.
    await db.query(`CREATE POLICY machine ON financing.lender_feed FOR SELECT TO entrepot_worker USING (true)`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await db.query(`DROP TABLE financing.${table}`);
  }

  private async createLoans(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.lender_loan (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        consent_id        uuid        NOT NULL,
        client_tenant_id  uuid        NOT NULL,
        product           text        NOT NULL,
        product_version   integer,
        state             text        NOT NULL CONSTRAINT ck_lender_loan_state CHECK (state IN
                            ('requested', 'drawn', 'repaid', 'written_off', 'recovered', 'declined')),
        currency          char(3)     NOT NULL,
        principal_minor   bigint      NOT NULL CONSTRAINT ck_lender_loan_principal CHECK (principal_minor >= 0),
        outstanding_minor bigint      NOT NULL CONSTRAINT ck_lender_loan_outstanding CHECK (outstanding_minor >= 0),
        fee_minor         bigint      NOT NULL,
        fees_due_minor    bigint      NOT NULL,
        annual_rate       numeric     NOT NULL,
        penalty_rate      numeric     NOT NULL,
        day_basis         smallint    NOT NULL CONSTRAINT ck_lender_loan_basis CHECK (day_basis IN (360, 365)),
        requested_on      date        NOT NULL,
        drawn_on          date,
        maturity_on       date        NOT NULL,
        ended_on          date,
        is_recourse       boolean     NOT NULL,
        lender_loan_id    text,
        bank_reference    text,
        seller_id         uuid        NOT NULL,
        seller_name       text        NOT NULL,
        seller_uscc       text        NOT NULL,
        buyer_id          uuid        NOT NULL,
        buyer_name        text        NOT NULL,
        buyer_country     char(2)     NOT NULL,
        group_id          uuid,
        running           jsonb,
        rates             jsonb       NOT NULL,
        backing           jsonb       NOT NULL,
        course            jsonb       NOT NULL,
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        version           integer     NOT NULL,
        CONSTRAINT pk_lender_loan PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_lender_loan_end CHECK (
          (state IN ('repaid', 'recovered', 'declined')) = (ended_on IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX ix_lender_loan_live ON financing.lender_loan (tenant_id, ended_on)`);
    await db.query(`CREATE INDEX ix_lender_loan_consent ON financing.lender_loan (tenant_id, consent_id, state)`);
  }

  private async createLines(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.lender_payment (
        tenant_id       uuid   NOT NULL,
        loan_id         uuid   NOT NULL,
        id              uuid   NOT NULL,
        source          text   NOT NULL,
        value_date      date   NOT NULL,
        fees_minor      bigint NOT NULL,
        penalty_minor   bigint NOT NULL,
        interest_minor  bigint NOT NULL,
        principal_minor bigint NOT NULL,
        CONSTRAINT pk_lender_payment PRIMARY KEY (tenant_id, loan_id, id)
      )`);
    await db.query(`
      CREATE TABLE financing.lender_fact (
        tenant_id    uuid        NOT NULL,
        loan_id      uuid        NOT NULL,
        event_id     uuid        NOT NULL,
        position     bigint      NOT NULL,
        fact         text        NOT NULL,
        occurred_at  timestamptz NOT NULL,
        amount_minor bigint,
        currency     char(3),
        CONSTRAINT pk_lender_fact PRIMARY KEY (tenant_id, loan_id, event_id),
        CONSTRAINT ck_lender_fact_amount CHECK ((amount_minor IS NULL) = (currency IS NULL))
      )`);
    await db.query(`
      CREATE TABLE financing.lender_limit (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        consent_id  uuid        NOT NULL,
        level       text        NOT NULL CONSTRAINT ck_lender_limit_level CHECK (level IN ('lender', 'product')),
        seller_id   uuid,
        code        text        NOT NULL,
        currency    char(3)     NOT NULL,
        limit_minor bigint      NOT NULL,
        updated_at  timestamptz NOT NULL,
        CONSTRAINT pk_lender_limit PRIMARY KEY (tenant_id, id, consent_id)
      )`);
  }

  private async createFeeds(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.lender_feed (
        tenant_id     uuid        NOT NULL,
        consent_id    uuid        NOT NULL,
        position      bigint      NOT NULL,
        after_loan_id uuid,
        is_over       boolean     NOT NULL,
        moved_at      timestamptz NOT NULL,
        CONSTRAINT pk_lender_feed PRIMARY KEY (tenant_id, consent_id)
      )`);
  }

  private async createCovenants(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.lender_covenant (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        name       text        NOT NULL,
        measure    text        NOT NULL CONSTRAINT ck_lender_covenant_measure CHECK (measure IN
                     ('largest_client_share', 'largest_buyer_share', 'largest_group_share', 'overdue_share',
                      'overdue_over_90_share', 'utilisation')),
        threshold  numeric     NOT NULL CONSTRAINT ck_lender_covenant_threshold CHECK (threshold BETWEEN 0 AND 1),
        valid_from date        NOT NULL,
        valid_to   date,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version    integer     NOT NULL,
        CONSTRAINT pk_lender_covenant PRIMARY KEY (tenant_id, id)
      )`);
  }
}

const TABLES = [
  'lender_loan',
  'lender_payment',
  'lender_fact',
  'lender_limit',
  'lender_feed',
  'lender_covenant',
] as const;
