import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Collection accounts and what arrives on them, the bank's board, quotes, conversions, payouts. */
export class FxCreateCollectionsQuotesAndPayouts1795500006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA fx`);
    await db.query(`GRANT USAGE ON SCHEMA fx TO entrepot_app`);
    await this.createAccounts(db);
    await this.createReceivables(db);
    await this.createCollections(db);
    await this.createBoard(db);
    await this.createQuotes(db);
    await this.createConversions(db);
    await this.createPayouts(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP SCHEMA fx CASCADE`);
  }

  private async createAccounts(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.collection_account (
        tenant_id      uuid        NOT NULL,
        id             uuid        NOT NULL,
        party_id       uuid        NOT NULL,
        currency       char(3)     NOT NULL,
        owner_name     text        NOT NULL,
        state          text        NOT NULL CONSTRAINT ck_collection_account_state CHECK (state IN ('requested', 'open', 'refused')),
        account_number text,
        bank_bic       text,
        reason         text,
        expected_by    timestamptz,
        credits_due_at timestamptz,
        version        integer     NOT NULL DEFAULT 1,
        created_at     timestamptz NOT NULL,
        updated_at     timestamptz NOT NULL,
        CONSTRAINT pk_collection_account PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_collection_account_open CHECK (state <> 'open' OR (account_number IS NOT NULL AND bank_bic IS NOT NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX uq_collection_account_party ON fx.collection_account (tenant_id, party_id, currency)`,
    );
    await db.query(
      `CREATE UNIQUE INDEX uq_collection_account_number ON fx.collection_account (tenant_id, account_number)`,
    );
    await db.query(`CALL platform.isolate('fx.collection_account')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.collection_account TO entrepot_app`);
  }

  private async createReceivables(db: QueryRunner): Promise<void> {
    // The id is the order's: one order, one debt.
    await db.query(`
      CREATE TABLE fx.receivable (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        party_id          uuid        NOT NULL,
        buyer_id          uuid        NOT NULL,
        buyer_name        text        NOT NULL,
        order_reference   text        NOT NULL,
        contract_number   text        NOT NULL,
        reference_key     text        NOT NULL,
        contract_key      text        NOT NULL,
        expected_minor    bigint      NOT NULL,
        expected_currency char(3)     NOT NULL,
        received_minor    bigint      NOT NULL,
        received_currency char(3)     NOT NULL,
        conversion        text        NOT NULL CONSTRAINT ck_receivable_conversion CHECK (conversion IN ('automatic', 'manual')),
        plan_rate         numeric     NOT NULL,
        state             text        NOT NULL CONSTRAINT ck_receivable_state CHECK (state IN ('open', 'collected', 'waived')),
        collected_at      timestamptz,
        version           integer     NOT NULL DEFAULT 1,
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        CONSTRAINT pk_receivable PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_receivable_received CHECK (received_minor >= 0 AND received_currency = expected_currency)
      )`);
    await db.query(
      `CREATE INDEX ix_receivable_open ON fx.receivable (tenant_id, party_id, expected_currency, id) WHERE state = 'open'`,
    );
    await db.query(`CREATE INDEX ix_receivable_party ON fx.receivable (tenant_id, party_id, id)`);
    await db.query(`CREATE INDEX ix_receivable_reference ON fx.receivable (tenant_id, reference_key)`);
    await db.query(`CREATE INDEX ix_receivable_contract ON fx.receivable (tenant_id, contract_key)`);
    await db.query(`CALL platform.isolate('fx.receivable')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.receivable TO entrepot_app`);
    // Names a buyer has been seen to pay under, learnt from the matches that people made.
    await db.query(`
      CREATE TABLE fx.payer_alias (
        tenant_id  uuid        NOT NULL,
        buyer_id   uuid        NOT NULL,
        name_key   text        NOT NULL,
        name       text        NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_payer_alias PRIMARY KEY (tenant_id, buyer_id, name_key)
      )`);
    await db.query(`CALL platform.isolate('fx.payer_alias')`);
    await db.query(`GRANT SELECT, INSERT ON fx.payer_alias TO entrepot_app`);
  }

  private async createCollections(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.collection (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        account_id       uuid        NOT NULL,
        party_id         uuid        NOT NULL,
        bank_reference   text        NOT NULL,
        entry_kind       text        NOT NULL CONSTRAINT ck_collection_entry_kind CHECK (entry_kind IN ('credit', 'debit', 'reversal')),
        amount_minor     bigint      NOT NULL CONSTRAINT ck_collection_amount CHECK (amount_minor > 0),
        amount_currency  char(3)     NOT NULL,
        surplus_minor    bigint      NOT NULL,
        surplus_currency char(3)     NOT NULL,
        charges_minor    bigint,
        charges_currency char(3),
        payer_name       text,
        payer_names      text[]      NOT NULL,
        payer_country    text,
        remittance       text        NOT NULL,
        bank_text        text        NOT NULL,
        end_to_end_id    text,
        uetr             text,
        booked_on        date        NOT NULL,
        value_date       date        NOT NULL,
        state            text        NOT NULL
          CONSTRAINT ck_collection_state CHECK (state IN ('unmatched', 'partly_matched', 'matched', 'set_aside')),
        explanation      jsonb       NOT NULL,
        inbox_message_id uuid        NOT NULL,
        version          integer     NOT NULL DEFAULT 1,
        created_at       timestamptz NOT NULL,
        updated_at       timestamptz NOT NULL,
        CONSTRAINT pk_collection PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_collection_surplus CHECK (surplus_minor >= 0 AND surplus_minor <= amount_minor AND surplus_currency = amount_currency),
        CONSTRAINT ck_collection_matched CHECK (state <> 'matched' OR surplus_minor = 0)
      )`);
    // The bank's reference names a movement once, in however many notices it is told.
    await db.query(
      `CREATE UNIQUE INDEX uq_collection_bank_reference ON fx.collection (tenant_id, account_id, bank_reference)`,
    );
    await db.query(`CREATE INDEX ix_collection_open ON fx.collection (tenant_id, state, id) WHERE state <> 'matched'`);
    await db.query(`CALL platform.isolate('fx.collection')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.collection TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.allocation (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        collection_id   uuid        NOT NULL,
        order_id        uuid        NOT NULL,
        matched_by      text        NOT NULL CONSTRAINT ck_allocation_matched_by CHECK (matched_by IN ('reference', 'payer_and_amount', 'person')),
        amount_minor    bigint      NOT NULL CONSTRAINT ck_allocation_amount CHECK (amount_minor > 0),
        amount_currency char(3)     NOT NULL,
        dues_minor      bigint      NOT NULL,
        dues_currency   char(3)     NOT NULL,
        conversion_id   uuid,
        version         integer     NOT NULL DEFAULT 1,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_allocation PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_allocation_dues CHECK (dues_minor >= 0 AND dues_minor <= amount_minor AND dues_currency = amount_currency)
      )`);
    await db.query(`CREATE INDEX ix_allocation_collection ON fx.allocation (tenant_id, collection_id)`);
    await db.query(`CREATE INDEX ix_allocation_order ON fx.allocation (tenant_id, order_id)`);
    await db.query(`CALL platform.isolate('fx.allocation')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.allocation TO entrepot_app`);
  }

  private async createBoard(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.board (
        tenant_id    uuid        NOT NULL,
        requested_at timestamptz NOT NULL,
        fetched_at   timestamptz,
        as_of        timestamptz,
        CONSTRAINT pk_board PRIMARY KEY (tenant_id)
      )`);
    await db.query(`CALL platform.isolate('fx.board')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.board TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.board_price (
        tenant_id uuid    NOT NULL,
        currency  char(3) NOT NULL,
        unit      numeric NOT NULL CONSTRAINT ck_board_price_unit CHECK (unit > 0),
        spot_buy  numeric NOT NULL,
        cash_buy  numeric NOT NULL,
        spot_sell numeric NOT NULL,
        cash_sell numeric NOT NULL,
        as_of     timestamptz NOT NULL,
        CONSTRAINT pk_board_price PRIMARY KEY (tenant_id, currency),
        CONSTRAINT ck_board_price_positive CHECK (spot_buy > 0 AND cash_buy > 0 AND spot_sell > 0 AND cash_sell > 0)
      )`);
    await db.query(`CALL platform.isolate('fx.board_price')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.board_price TO entrepot_app`);
  }

  private async createQuotes(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.quote (
        tenant_id          uuid        NOT NULL,
        id                 uuid        NOT NULL,
        party_id           uuid        NOT NULL,
        order_id           uuid,
        side               text        NOT NULL CONSTRAINT ck_quote_side CHECK (side IN ('sell', 'buy')),
        sell_minor         bigint      NOT NULL CONSTRAINT ck_quote_sell CHECK (sell_minor > 0),
        sell_currency      char(3)     NOT NULL,
        buy_minor          bigint      NOT NULL CONSTRAINT ck_quote_buy CHECK (buy_minor > 0),
        buy_currency       char(3)     NOT NULL,
        bank_sell_minor    bigint      NOT NULL,
        bank_sell_currency char(3)     NOT NULL,
        bank_buy_minor     bigint      NOT NULL,
        bank_buy_currency  char(3)     NOT NULL,
        margin_minor       bigint      NOT NULL CONSTRAINT ck_quote_margin CHECK (margin_minor >= 0),
        margin_currency    char(3)     NOT NULL,
        rate               numeric     NOT NULL,
        board_rate         numeric     NOT NULL,
        unit               numeric     NOT NULL,
        board_as_of        timestamptz NOT NULL,
        explanation        jsonb       NOT NULL,
        expires_at         timestamptz NOT NULL,
        state              text        NOT NULL CONSTRAINT ck_quote_state CHECK (state IN ('open', 'used')),
        version            integer     NOT NULL DEFAULT 1,
        created_at         timestamptz NOT NULL,
        updated_at         timestamptz NOT NULL,
        CONSTRAINT pk_quote PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('fx.quote')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.quote TO entrepot_app`);
  }

  private async createConversions(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.conversion (
        tenant_id          uuid        NOT NULL,
        id                 uuid        NOT NULL,
        quote_id           uuid,
        allocation_id      uuid,
        party_id           uuid        NOT NULL,
        order_id           uuid,
        sold_minor         bigint      NOT NULL CONSTRAINT ck_conversion_sold CHECK (sold_minor > 0),
        sold_currency      char(3)     NOT NULL,
        bought_minor       bigint      NOT NULL CONSTRAINT ck_conversion_bought CHECK (bought_minor > 0),
        bought_currency    char(3)     NOT NULL,
        bank_sell_minor    bigint      NOT NULL,
        bank_sell_currency char(3)     NOT NULL,
        bank_buy_minor     bigint      NOT NULL,
        bank_buy_currency  char(3)     NOT NULL,
        margin_minor       bigint      NOT NULL,
        margin_currency    char(3)     NOT NULL,
        rate               numeric     NOT NULL,
        board_rate         numeric     NOT NULL,
        unit               numeric     NOT NULL,
        planned_minor      bigint,
        state              text        NOT NULL CONSTRAINT ck_conversion_state CHECK (state IN ('booked', 'settled', 'failed')),
        transfer_id        uuid,
        deal_id            text,
        value_date         date,
        reason             text,
        expected_by        timestamptz,
        version            integer     NOT NULL DEFAULT 1,
        created_at         timestamptz NOT NULL,
        updated_at         timestamptz NOT NULL,
        CONSTRAINT pk_conversion PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_conversion_home CHECK (quote_id IS NOT NULL OR (sold_currency = bought_currency AND state = 'settled'))
      )`);
    // Whoever races: one quote, one conversion.
    await db.query(`CREATE UNIQUE INDEX uq_conversion_quote ON fx.conversion (tenant_id, quote_id)`);
    await db.query(`CREATE INDEX ix_conversion_order ON fx.conversion (tenant_id, order_id, id)`);
    await db.query(
      `CREATE INDEX ix_conversion_allocation ON fx.conversion (tenant_id, allocation_id) WHERE allocation_id IS NOT NULL`,
    );
    await db.query(`CALL platform.isolate('fx.conversion')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.conversion TO entrepot_app`);
  }

  private async createPayouts(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.payout (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        release_event_id uuid        NOT NULL,
        order_id         uuid        NOT NULL,
        party_id         uuid        NOT NULL,
        purpose          text        NOT NULL CONSTRAINT ck_payout_purpose CHECK (purpose IN ('collection', 'refund', 'advance')),
        source_id        uuid        NOT NULL,
        amount_minor     bigint      NOT NULL CONSTRAINT ck_payout_amount CHECK (amount_minor > 0),
        amount_currency  char(3)     NOT NULL,
        remittance       text        NOT NULL,
        creditor_name    text,
        creditor_account text,
        creditor_cnaps   text,
        state            text        NOT NULL
          CONSTRAINT ck_payout_state CHECK (state IN ('blocked', 'queued', 'sent', 'accepted', 'confirmed', 'rejected')),
        attempt          integer     NOT NULL,
        queued_at        timestamptz,
        hold_id          uuid,
        reason_code      text,
        reason           text,
        bank_reference   text,
        expected_by      timestamptz,
        version          integer     NOT NULL DEFAULT 1,
        created_at       timestamptz NOT NULL,
        updated_at       timestamptz NOT NULL,
        CONSTRAINT pk_payout PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_payout_queued CHECK (state NOT IN ('queued', 'sent', 'accepted') OR (hold_id IS NOT NULL AND queued_at IS NOT NULL
          AND creditor_name IS NOT NULL AND creditor_account IS NOT NULL AND creditor_cnaps IS NOT NULL AND attempt > 0))
      )`);
    // What was released once is paid out once.
    await db.query(`CREATE UNIQUE INDEX uq_payout_release ON fx.payout (tenant_id, release_event_id)`);
    await db.query(`CREATE INDEX ix_payout_order ON fx.payout (tenant_id, order_id, id)`);
    await db.query(`CREATE INDEX ix_payout_waiting ON fx.payout (tenant_id, state, id) WHERE state <> 'confirmed'`);
    await db.query(`CALL platform.isolate('fx.payout')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.payout TO entrepot_app`);
  }
}
