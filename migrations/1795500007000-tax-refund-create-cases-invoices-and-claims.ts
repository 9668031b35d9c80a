import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Refund cases that gather facts, VAT invoices, tax periods, and the claims with their lines and filings. */
export class TaxRefundCreateCasesInvoicesAndClaims1795500007000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA tax_refund`);
    await this.createCase(db);
    await this.createInvoice(db);
    await this.createInvoiceLine(db);
    await this.createPeriod(db);
    await this.createClaim(db);
    await this.createClaimLine(db);
    await this.createAllocation(db);
    await this.createFiling(db);
    await this.grant(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP SCHEMA tax_refund CASCADE`);
  }

  private async createCase(db: QueryRunner): Promise<void> {
    // Its id is the order's: one case for each order.
    await db.query(`
      CREATE TABLE tax_refund.refund_case (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        order_reference text        NOT NULL,
        seller_id       uuid        NOT NULL,
        regime          text        NOT NULL CONSTRAINT ck_refund_case_regime CHECK (regime IN ('trading', 'manufacturer', 'agency')),
        state           text        NOT NULL CONSTRAINT ck_refund_case_state CHECK (state IN ('gathering', 'claimed', 'closed')),
        declaration     jsonb,
        collection      jsonb,
        missing         jsonb       NOT NULL,
        checks          jsonb       NOT NULL,
        version         integer     NOT NULL DEFAULT 1,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_refund_case PRIMARY KEY (tenant_id, id)
      ) WITH (fillfactor = 80)`);
    await db.query(`CREATE INDEX ix_refund_case_state ON tax_refund.refund_case (tenant_id, state, id)`);
    await db.query(`
      CREATE INDEX ix_refund_case_waiting ON tax_refund.refund_case (tenant_id, seller_id) WHERE state = 'gathering'`);
    await db.query(`CALL platform.isolate('tax_refund.refund_case')`);
  }

  private async createInvoice(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.invoice (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        order_id          uuid,
        kind              text        NOT NULL CONSTRAINT ck_invoice_kind CHECK (kind IN ('special', 'agency_refund')),
        state             text        NOT NULL CONSTRAINT ck_invoice_state CHECK (state IN ('recorded', 'cancelled')),
        invoice_code      text,
        invoice_number    text        NOT NULL,
        issued_on         date        NOT NULL,
        seller_name       text        NOT NULL,
        seller_tax_number text        NOT NULL,
        buyer_name        text        NOT NULL,
        buyer_tax_number  text        NOT NULL,
        amount_minor      bigint      NOT NULL CONSTRAINT ck_invoice_amount CHECK (amount_minor >= 0),
        amount_currency   char(3)     NOT NULL,
        vat_minor         bigint      NOT NULL CONSTRAINT ck_invoice_vat CHECK (vat_minor >= 0),
        vat_currency      char(3)     NOT NULL,
        fx_rate           numeric     CONSTRAINT ck_invoice_fx_rate CHECK (fx_rate > 0),
        fx_source         text,
        remark            text        NOT NULL,
        cancelled_reason  text,
        version           integer     NOT NULL DEFAULT 1,
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        CONSTRAINT pk_invoice PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_invoice_agency_rate CHECK (kind <> 'agency_refund' OR fx_rate IS NOT NULL)
      )`);
    // The same paper twice would be the same tax twice.
    await db.query(`
      CREATE UNIQUE INDEX uq_invoice_number
        ON tax_refund.invoice (tenant_id, seller_tax_number, invoice_number, coalesce(invoice_code, ''))
        WHERE state <> 'cancelled'`);
    await db.query(`CREATE INDEX ix_invoice_order ON tax_refund.invoice (tenant_id, order_id, id)`);
    await db.query(`CALL platform.isolate('tax_refund.invoice')`);
  }

  private async createInvoiceLine(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.invoice_line (
        tenant_id          uuid    NOT NULL,
        id                 uuid    NOT NULL,
        invoice_id         uuid    NOT NULL,
        line_number        integer NOT NULL CONSTRAINT ck_invoice_line_number CHECK (line_number > 0),
        order_line_number  integer,
        hs_code            text    NOT NULL,
        goods_name         text    NOT NULL,
        quantity           numeric NOT NULL CONSTRAINT ck_invoice_line_quantity CHECK (quantity > 0),
        unit               text    NOT NULL,
        amount_minor       bigint  NOT NULL CONSTRAINT ck_invoice_line_amount CHECK (amount_minor >= 0),
        vat_rate           numeric NOT NULL CONSTRAINT ck_invoice_line_vat_rate CHECK (vat_rate >= 0 AND vat_rate <= 1),
        vat_minor          bigint  NOT NULL CONSTRAINT ck_invoice_line_vat CHECK (vat_minor >= 0),
        allocated_quantity numeric NOT NULL DEFAULT 0,
        allocated_minor    bigint  NOT NULL DEFAULT 0,
        CONSTRAINT pk_invoice_line PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_invoice_line_number UNIQUE (tenant_id, invoice_id, line_number),
        CONSTRAINT fk_invoice_line_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES tax_refund.invoice (tenant_id, id),
        CONSTRAINT ck_invoice_line_allocated_minor CHECK (allocated_minor BETWEEN 0 AND amount_minor),
        CONSTRAINT ck_invoice_line_allocated_quantity CHECK (allocated_quantity BETWEEN 0 AND quantity)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.invoice_line')`);
  }

  private async createPeriod(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.tax_period (
        tenant_id              uuid        NOT NULL,
        id                     uuid        NOT NULL,
        seller_id              uuid        NOT NULL,
        period                 char(6)     NOT NULL CONSTRAINT ck_tax_period_period CHECK (period ~ '^[0-9]{4}(0[1-9]|1[0-2])$'),
        domestic_output_minor  bigint      NOT NULL CONSTRAINT ck_tax_period_output CHECK (domestic_output_minor >= 0),
        domestic_output_currency char(3)   NOT NULL,
        input_minor            bigint      NOT NULL CONSTRAINT ck_tax_period_input CHECK (input_minor >= 0),
        input_currency         char(3)     NOT NULL,
        carry_forward_minor    bigint      NOT NULL CONSTRAINT ck_tax_period_carry_forward CHECK (carry_forward_minor >= 0),
        carry_forward_currency char(3)     NOT NULL,
        fx_rates               jsonb       NOT NULL,
        version                integer     NOT NULL DEFAULT 1,
        created_at             timestamptz NOT NULL,
        updated_at             timestamptz NOT NULL,
        CONSTRAINT pk_tax_period PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_tax_period_period UNIQUE (tenant_id, seller_id, period)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.tax_period')`);
  }

  private async createClaim(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.claim (
        tenant_id               uuid        NOT NULL,
        id                      uuid        NOT NULL,
        order_id                uuid        NOT NULL,
        order_reference         text        NOT NULL,
        seller_id               uuid        NOT NULL,
        regime                  text        NOT NULL CONSTRAINT ck_claim_regime CHECK (regime IN ('trading', 'manufacturer', 'agency')),
        state                   text        NOT NULL CONSTRAINT ck_claim_state CHECK (state IN
                                  ('matched', 'queued', 'filed', 'accepted', 'queried', 'answered', 'approved', 'rejected',
                                   'paid', 'abandoned')),
        attempt                 integer     NOT NULL CONSTRAINT ck_claim_attempt CHECK (attempt >= 0),
        period                  char(6)     NOT NULL,
        taxpayer_name           text        NOT NULL,
        taxpayer_number         text        NOT NULL,
        account_number          text        NOT NULL,
        account_holder          text        NOT NULL,
        entry_number            char(18)    NOT NULL,
        export_date             date        NOT NULL,
        taxable_minor           bigint      NOT NULL,
        taxable_currency        char(3)     NOT NULL,
        refund_minor            bigint      NOT NULL CONSTRAINT ck_claim_refund CHECK (refund_minor >= 0),
        refund_currency         char(3)     NOT NULL,
        non_refundable_minor    bigint      NOT NULL,
        non_refundable_currency char(3)     NOT NULL,
        exempt_credit_minor     bigint      NOT NULL,
        exempt_credit_currency  char(3)     NOT NULL,
        awarded_minor           bigint      NOT NULL CONSTRAINT ck_claim_awarded CHECK (awarded_minor >= 0),
        awarded_currency        char(3)     NOT NULL,
        calculation             jsonb       NOT NULL,
        checks                  jsonb       NOT NULL,
        collect_by              date        NOT NULL,
        file_by                 date        NOT NULL,
        filing_expires_on       date,
        deemed_domestic_on      date,
        acceptance_number       text,
        treasury_reference      text,
        reason                  text,
        queried_at              timestamptz,
        answers                 jsonb       NOT NULL,
        receivable_transfer_id  uuid,
        filed_at                timestamptz,
        approved_at             timestamptz,
        paid_at                 timestamptz,
        expected_by             timestamptz,
        asks                    integer     NOT NULL,
        version                 integer     NOT NULL DEFAULT 1,
        created_at              timestamptz NOT NULL,
        updated_at              timestamptz NOT NULL,
        CONSTRAINT pk_claim PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_claim_expected_by CHECK (
          (expected_by IS NOT NULL) = (state IN ('queued', 'filed', 'accepted', 'queried', 'answered', 'approved'))),
        CONSTRAINT ck_claim_treasury_reference CHECK (state <> 'paid' OR treasury_reference IS NOT NULL)
      ) WITH (fillfactor = 80)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_claim_order ON tax_refund.claim (tenant_id, order_id) WHERE state <> 'abandoned'`);
    await db.query(`CREATE INDEX ix_claim_state ON tax_refund.claim (tenant_id, state, id)`);
    await db.query(`CREATE INDEX ix_claim_period ON tax_refund.claim (tenant_id, seller_id, period)`);
    await db.query(`CREATE INDEX ix_claim_expected_by ON tax_refund.claim (expected_by) WHERE expected_by IS NOT NULL`);
    await db.query(`CALL platform.isolate('tax_refund.claim')`);
  }

  private async createClaimLine(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.claim_line (
        tenant_id            uuid    NOT NULL,
        id                   uuid    NOT NULL,
        claim_id             uuid    NOT NULL,
        line_number          integer NOT NULL,
        declaration_line     char(21) NOT NULL CONSTRAINT ck_claim_line_declaration_line CHECK (declaration_line ~ '^[0-9]{21}$'),
        released             boolean NOT NULL DEFAULT false,
        hs_code              text    NOT NULL,
        goods_name           text    NOT NULL,
        quantity             numeric NOT NULL,
        unit                 text    NOT NULL,
        taxable_minor        bigint  NOT NULL,
        vat_rate             numeric NOT NULL,
        refund_rate          numeric NOT NULL,
        refund_minor         bigint  NOT NULL,
        non_refundable_minor bigint  NOT NULL,
        CONSTRAINT pk_claim_line PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_claim_line_number UNIQUE (tenant_id, claim_id, line_number),
        CONSTRAINT fk_claim_line_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES tax_refund.claim (tenant_id, id)
      )`);
    // Every declared item is claimed once, whoever races whom.
    await db.query(`
      CREATE UNIQUE INDEX uq_claim_line_declaration_line ON tax_refund.claim_line (tenant_id, declaration_line)
        WHERE NOT released`);
    await db.query(`CALL platform.isolate('tax_refund.claim_line')`);
  }

  private async createAllocation(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.allocation (
        tenant_id       uuid    NOT NULL,
        claim_line_id   uuid    NOT NULL,
        invoice_line_id uuid    NOT NULL,
        quantity        numeric NOT NULL CONSTRAINT ck_allocation_quantity CHECK (quantity > 0),
        amount_minor    bigint  NOT NULL CONSTRAINT ck_allocation_amount CHECK (amount_minor >= 0),
        CONSTRAINT pk_allocation PRIMARY KEY (tenant_id, claim_line_id, invoice_line_id),
        CONSTRAINT fk_allocation_claim_line FOREIGN KEY (tenant_id, claim_line_id)
          REFERENCES tax_refund.claim_line (tenant_id, id),
        CONSTRAINT fk_allocation_invoice_line FOREIGN KEY (tenant_id, invoice_line_id)
          REFERENCES tax_refund.invoice_line (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.allocation')`);
  }

  private async createFiling(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.filing (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        claim_id          uuid        NOT NULL,
        attempt           integer     NOT NULL CONSTRAINT ck_filing_attempt CHECK (attempt > 0),
        reference         text        NOT NULL,
        body              text        NOT NULL,
        state             text        NOT NULL CONSTRAINT ck_filing_state CHECK (state IN ('queued', 'taken', 'refused')),
        acceptance_number text,
        reason            text,
        answered_at       timestamptz,
        created_at        timestamptz NOT NULL,
        CONSTRAINT pk_filing PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_filing_attempt UNIQUE (tenant_id, claim_id, attempt),
        CONSTRAINT uq_filing_reference UNIQUE (tenant_id, reference),
        CONSTRAINT fk_filing_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES tax_refund.claim (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.filing')`);
  }

  private async grant(db: QueryRunner): Promise<void> {
    await db.query(`GRANT USAGE ON SCHEMA tax_refund TO entrepot_app`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE ON tax_refund.refund_case, tax_refund.invoice, tax_refund.tax_period, tax_refund.claim
        TO entrepot_app`);
    // What an invoice said, what was claimed and what was sent is never rewritten.
    await db.query(`
      GRANT SELECT, INSERT ON tax_refund.invoice_line, tax_refund.claim_line, tax_refund.allocation, tax_refund.filing
        TO entrepot_app`);
    await db.query(`
      GRANT UPDATE (allocated_quantity, allocated_minor) ON tax_refund.invoice_line TO entrepot_app`);
    await db.query(`GRANT UPDATE (released) ON tax_refund.claim_line TO entrepot_app`);
    await db.query(`
      GRANT UPDATE (state, acceptance_number, reason, answered_at) ON tax_refund.filing TO entrepot_app`);
  }
}
