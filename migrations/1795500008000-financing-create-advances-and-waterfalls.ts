import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Refund advances: the facts that open them, the limits that hold them, and how every receipt was split. */
export class FinancingCreateAdvancesAndWaterfalls1795500008000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA financing`);
    await db.query(`GRANT USAGE ON SCHEMA financing TO entrepot_app`);
    await this.createFacts(db);
    await this.createAdvance(db);
    await this.createWaterfall(db);
    for (const table of ['order_facts', 'client_limit', 'advance', 'waterfall', 'repayment']) {
      await db.query(`CALL platform.isolate('financing.${table}')`);
    }
    await db.query(`
      GRANT SELECT, INSERT, UPDATE ON financing.order_facts, financing.client_limit, financing.advance,
        financing.waterfall, financing.repayment TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP SCHEMA financing CASCADE`);
  }

  private async createFacts(db: QueryRunner): Promise<void> {
    // Events arrive in any order, so every fact may be the first one known of an order.
    await db.query(`
      CREATE TABLE financing.order_facts (
        tenant_id       uuid        NOT NULL,
        order_id        uuid        NOT NULL,
        wants_advance   boolean,
        is_cancelled    boolean     NOT NULL DEFAULT false,
        entry_number    text,
        claim_id        uuid,
        refund_minor    bigint,
        refund_currency char(3),
        claim_state     text        CONSTRAINT ck_order_facts_claim_state CHECK (claim_state IN ('matched', 'paid', 'rejected')),
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_order_facts PRIMARY KEY (tenant_id, order_id)
      )`);
    await db.query(`
      CREATE TABLE financing.client_limit (
        tenant_id      uuid    NOT NULL,
        seller_id      uuid    NOT NULL,
        product        text    NOT NULL,
        currency       char(3) NOT NULL,
        limit_minor    bigint  NOT NULL,
        reserved_minor bigint  NOT NULL DEFAULT 0,
        used_minor     bigint  NOT NULL DEFAULT 0,
        CONSTRAINT pk_client_limit PRIMARY KEY (tenant_id, seller_id, product),
        CONSTRAINT ck_client_limit_parts CHECK (reserved_minor >= 0 AND used_minor >= 0),
        CONSTRAINT ck_client_limit_free CHECK (reserved_minor + used_minor <= limit_minor)
      )`);
  }

  private async createAdvance(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.advance (
        tenant_id            uuid        NOT NULL,
        id                   uuid        NOT NULL,
        order_id             uuid        NOT NULL,
        seller_id            uuid        NOT NULL,
        claim_id             uuid,
        product              text        NOT NULL,
        state                text        NOT NULL CONSTRAINT ck_advance_state CHECK (state IN
                               ('requested', 'drawn', 'repaid', 'declined', 'ineligible')),
        principal_minor      bigint      NOT NULL,
        principal_currency   char(3)     NOT NULL,
        outstanding_minor    bigint      NOT NULL CONSTRAINT ck_advance_outstanding CHECK (outstanding_minor >= 0),
        outstanding_currency char(3)     NOT NULL,
        interest_due_minor   bigint      NOT NULL,
        interest_due_currency char(3)    NOT NULL,
        fees_due_minor       bigint      NOT NULL,
        fees_due_currency    char(3)     NOT NULL,
        annual_rate          numeric     NOT NULL,
        penalty_rate         numeric     NOT NULL,
        day_basis            smallint    NOT NULL,
        drawn_on             date,
        interest_from        date,
        maturity_on          date        NOT NULL,
        lender_loan_id       text,
        bank_reference       text,
        reasons              text[]      NOT NULL,
        calculation          jsonb       NOT NULL,
        is_recourse          boolean     NOT NULL,
        expected_by          timestamptz,
        asks                 integer     NOT NULL,
        created_at           timestamptz NOT NULL,
        updated_at           timestamptz NOT NULL,
        version              integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_advance PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_advance_live_order ON financing.advance (tenant_id, order_id)
        WHERE state IN ('requested', 'drawn', 'repaid')`);
    await db.query(`CREATE INDEX ix_advance_order ON financing.advance (tenant_id, order_id, id)`);
    await db.query(`CREATE INDEX ix_advance_expected ON financing.advance (expected_by) WHERE expected_by IS NOT NULL`);
  }

  private async createWaterfall(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.waterfall (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        order_id         uuid        NOT NULL,
        seller_id        uuid        NOT NULL,
        advance_id       uuid,
        source           text        NOT NULL CONSTRAINT ck_waterfall_source CHECK (source IN ('collection', 'refund', 'advance')),
        source_id        uuid        NOT NULL,
        state            text        NOT NULL CONSTRAINT ck_waterfall_state CHECK (state IN ('waiting', 'split')),
        currency         char(3)     NOT NULL,
        amount_minor     bigint      NOT NULL,
        fees_minor       bigint      NOT NULL DEFAULT 0,
        penalty_minor    bigint      NOT NULL DEFAULT 0,
        interest_minor   bigint      NOT NULL DEFAULT 0,
        principal_minor  bigint      NOT NULL DEFAULT 0,
        dues_minor       bigint      NOT NULL DEFAULT 0,
        released_minor   bigint      NOT NULL DEFAULT 0,
        value_date       date        NOT NULL,
        created_at       timestamptz NOT NULL,
        CONSTRAINT pk_waterfall PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_waterfall_sum CHECK (state = 'waiting' OR amount_minor =
          fees_minor + penalty_minor + interest_minor + principal_minor + dues_minor + released_minor)
      )`);
    // A receipt is split once, whoever says how often that it came.
    await db.query(`CREATE UNIQUE INDEX uq_waterfall_source ON financing.waterfall (tenant_id, source, source_id)`);
    await db.query(`CREATE INDEX ix_waterfall_order ON financing.waterfall (tenant_id, order_id, id)`);
    await db.query(`
      CREATE TABLE financing.repayment (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        advance_id      uuid        NOT NULL,
        waterfall_id    uuid        NOT NULL,
        currency        char(3)     NOT NULL,
        principal_minor bigint      NOT NULL,
        interest_minor  bigint      NOT NULL,
        fees_minor      bigint      NOT NULL,
        value_date      date        NOT NULL,
        told_at         timestamptz,
        created_at      timestamptz NOT NULL,
        CONSTRAINT pk_repayment PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_repayment_advance ON financing.repayment (tenant_id, advance_id, id)`);
  }
}
