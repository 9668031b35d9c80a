import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The books: accounts, transfers and their postings, balances and holds.
 *
 * What our roles may do is little: read everything of their tenant, add transfers and postings, place holds and end
 * them. Nobody may change or delete a posting, and nobody but the triggers of the next migration moves a balance; so the
 * rules (zero sum for each currency, whole transfers, the floor of client funds) hold for every statement that any
 * program of ours can send, not only for those of the Ledger class.
 */
export class LedgerCreateBooks1795500003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA ledger`);
    await db.query(`GRANT USAGE ON SCHEMA ledger TO entrepot_app`);
    await this.createChart(db);
    await this.createAccounts(db);
    await this.createTransfers(db);
    await this.createHolds(db);
    await this.grant(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP SCHEMA ledger CASCADE`);
  }

  private async createChart(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ledger.account_code (
        code        text    CONSTRAINT pk_account_code PRIMARY KEY,
        type        text    NOT NULL CONSTRAINT ck_account_code_type CHECK (type IN ('asset', 'liability', 'equity', 'revenue')),
        normal_side text    NOT NULL CONSTRAINT ck_account_code_side CHECK (normal_side IN ('debit', 'credit')),
        per_party   boolean NOT NULL,
        floored     boolean NOT NULL
      )`);
    await db.query(`
      INSERT INTO ledger.account_code (code, type, normal_side, per_party, floored) VALUES
        ('client_funds',        'liability', 'credit', true,  true),
        ('funds_under_review',  'liability', 'credit', true,  false),
        ('fx_position',         'equity',    'credit', false, false),
        ('fx_spread',           'revenue',   'credit', false, false),
        ('refund_receivable',   'asset',     'debit',  true,  false),
        ('loan_principal',      'asset',     'debit',  true,  false),
        ('interest',            'asset',     'debit',  true,  false),
        ('fees',                'asset',     'debit',  true,  false),
        ('guarantee_pool',      'liability', 'credit', false, false),
        ('client_dues',         'asset',     'debit',  true,  false),
        ('clearing_bank',       'asset',     'debit',  false, false),
        ('clearing_lender',     'liability', 'credit', false, false),
        ('clearing_tax_bureau', 'liability', 'credit', false, false),
        ('clearing_carrier',    'liability', 'credit', false, false)`);
  }

  private async createAccounts(db: QueryRunner): Promise<void> {
    // An account of the tenant itself has the nil party, so that one unique index serves both kinds.
    await db.query(`
      CREATE TABLE ledger.account (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        code        text        NOT NULL CONSTRAINT fk_account_code REFERENCES ledger.account_code (code),
        party_id    uuid        NOT NULL,
        currency    char(3)     NOT NULL,
        normal_side text        NOT NULL,
        floored     boolean     NOT NULL,
        opened_at   timestamptz NOT NULL,
        CONSTRAINT pk_account PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_account_name ON ledger.account (tenant_id, code, party_id, currency)`);
    await db.query(`CALL platform.isolate('ledger.account')`);
    // Told on the account's normal side. For a floored account it is exact at any time and its row is the lock that
    // racers wait for; for the others it lags behind by what stands in ledger.unfolded, and nobody waits.
    await db.query(`
      CREATE TABLE ledger.balance (
        tenant_id    uuid    NOT NULL,
        account_id   uuid    NOT NULL,
        floored      boolean NOT NULL,
        posted_minor bigint  NOT NULL DEFAULT 0,
        held_minor   bigint  NOT NULL DEFAULT 0,
        CONSTRAINT pk_balance PRIMARY KEY (tenant_id, account_id),
        CONSTRAINT ck_balance_floor CHECK (NOT floored OR posted_minor >= held_minor),
        CONSTRAINT ck_balance_held CHECK (held_minor >= 0)
      ) WITH (fillfactor = 50)`);
    await db.query(`CALL platform.isolate('ledger.balance')`);
    // Movements of accounts without a floor, appended so that a busy clearing account makes nobody wait; added up
    // into ledger.balance later.
    await db.query(`
      CREATE TABLE ledger.unfolded (
        tenant_id    uuid   NOT NULL,
        account_id   uuid   NOT NULL,
        transfer_id  uuid   NOT NULL,
        amount_minor bigint NOT NULL,
        CONSTRAINT pk_unfolded PRIMARY KEY (tenant_id, account_id, transfer_id)
      )`);
    await db.query(`CALL platform.isolate('ledger.unfolded')`);
    // The triggers and the folding run as the owner, and row-level security is forced on owners too.
    for (const table of ['account', 'balance', 'unfolded']) {
      await db.query(`CREATE POLICY bookkeeper ON ledger.${table} TO CURRENT_USER USING (true) WITH CHECK (true)`);
    }
  }

  private async createTransfers(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ledger.transfer (
        tenant_id     uuid        NOT NULL,
        id            uuid        NOT NULL,
        order_id      uuid,
        reverses      uuid,
        booked_at     timestamptz NOT NULL,
        value_date    date        NOT NULL,
        posting_count smallint    NOT NULL CONSTRAINT ck_transfer_postings CHECK (posting_count >= 2),
        key           text        NOT NULL,
        kind          text        NOT NULL,
        memo          text        NOT NULL,
        fingerprint   text        NOT NULL,
        CONSTRAINT pk_transfer PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_transfer_key ON ledger.transfer (tenant_id, key)`);
    await db.query(
      `CREATE UNIQUE INDEX uq_transfer_reverses ON ledger.transfer (tenant_id, reverses) WHERE reverses IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX ix_transfer_order ON ledger.transfer (tenant_id, order_id, id) WHERE order_id IS NOT NULL`,
    );
    await db.query(`CREATE INDEX ix_transfer_kind ON ledger.transfer (tenant_id, kind, id)`);
    await db.query(`CALL platform.isolate('ledger.transfer')`);
    await db.query(`
      CREATE TABLE ledger.posting (
        tenant_id    uuid        NOT NULL,
        transfer_id  uuid        NOT NULL,
        account_id   uuid        NOT NULL,
        amount_minor bigint      NOT NULL CONSTRAINT ck_posting_amount CHECK (amount_minor <> 0),
        booked_at    timestamptz NOT NULL,
        value_date   date        NOT NULL,
        seq          smallint    NOT NULL CONSTRAINT ck_posting_seq CHECK (seq > 0),
        currency     char(3)     NOT NULL,
        CONSTRAINT pk_posting PRIMARY KEY (tenant_id, transfer_id, seq)
      )`);
    // Serves the list of an account's transfers, and sums of an account as of any day from the index alone.
    await db.query(`
      CREATE INDEX ix_posting_account ON ledger.posting (tenant_id, account_id, transfer_id)
        INCLUDE (amount_minor, value_date, booked_at)`);
    await db.query(`CALL platform.isolate('ledger.posting')`);
    for (const table of ['transfer', 'posting']) {
      await db.query(`CREATE POLICY bookkeeper ON ledger.${table} FOR SELECT TO CURRENT_USER USING (true)`);
    }
  }

  private async createHolds(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ledger.hold (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        key          text        NOT NULL,
        account_id   uuid        NOT NULL,
        amount_minor bigint      NOT NULL CONSTRAINT ck_hold_amount CHECK (amount_minor > 0),
        currency     char(3)     NOT NULL,
        order_id     uuid,
        group_key    text,
        state        text        NOT NULL DEFAULT 'active' CONSTRAINT ck_hold_state CHECK (state IN ('active', 'posted', 'voided')),
        expires_at   timestamptz,
        created_at   timestamptz NOT NULL,
        resolved_at  timestamptz,
        transfer_key text,
        reason       text,
        CONSTRAINT pk_hold PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_hold_resolved CHECK ((state = 'active') = (resolved_at IS NULL)),
        CONSTRAINT ck_hold_transfer CHECK ((state = 'posted') = (transfer_key IS NOT NULL)),
        CONSTRAINT fk_hold_account FOREIGN KEY (tenant_id, account_id) REFERENCES ledger.account (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_hold_key ON ledger.hold (tenant_id, key)`);
    await db.query(`CREATE INDEX ix_hold_group ON ledger.hold (tenant_id, group_key) WHERE group_key IS NOT NULL`);
    await db.query(`CREATE INDEX ix_hold_account ON ledger.hold (tenant_id, account_id)`);
    await db.query(
      `CREATE INDEX ix_hold_expiry ON ledger.hold (expires_at) WHERE state = 'active' AND expires_at IS NOT NULL`,
    );
    await db.query(`CALL platform.isolate('ledger.hold')`);
    await db.query(`CREATE POLICY bookkeeper ON ledger.hold FOR SELECT TO CURRENT_USER USING (true)`);
  }

  private async grant(db: QueryRunner): Promise<void> {
    await db.query(`
      GRANT SELECT ON ledger.account_code, ledger.account, ledger.balance, ledger.unfolded, ledger.transfer, ledger.posting,
        ledger.hold TO entrepot_app`);
    await db.query(`GRANT INSERT ON ledger.transfer, ledger.posting, ledger.hold TO entrepot_app`);
    await db.query(`GRANT UPDATE (state, resolved_at, transfer_key, reason) ON ledger.hold TO entrepot_app`);
  }
}
