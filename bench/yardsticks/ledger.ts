import type pg from 'pg';

import { newId } from '../../src/kernel/ids.js';

/**
 * The same rows as the ledger writes, by the least SQL that can: no row-level security, no check of zero sum or floor,
 * no tenant to set, no key to look up beforehand; the indexes are the ledger's own, since they are part of the rows.
 */
const TABLES = `
  CREATE SCHEMA yardstick;
  CREATE TABLE yardstick.balance (tenant_id uuid, account_id uuid, posted_minor bigint NOT NULL DEFAULT 0,
    version bigint NOT NULL DEFAULT 0, PRIMARY KEY (tenant_id, account_id)) WITH (fillfactor = 50);
  CREATE TABLE yardstick.transfer (LIKE ledger.transfer);
  ALTER TABLE yardstick.transfer ADD PRIMARY KEY (tenant_id, id);
  CREATE UNIQUE INDEX ON yardstick.transfer (tenant_id, key);
  CREATE UNIQUE INDEX ON yardstick.transfer (tenant_id, reverses) WHERE reverses IS NOT NULL;
  CREATE INDEX ON yardstick.transfer (tenant_id, order_id, id) WHERE order_id IS NOT NULL;
  CREATE INDEX ON yardstick.transfer (tenant_id, kind, id);
  CREATE TABLE yardstick.posting (LIKE ledger.posting);
  ALTER TABLE yardstick.posting ADD PRIMARY KEY (tenant_id, transfer_id, seq);
  CREATE INDEX ON yardstick.posting (tenant_id, account_id, transfer_id) INCLUDE (amount_minor, value_date, booked_at);
  GRANT USAGE ON SCHEMA yardstick TO entrepot_app;
  GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA yardstick TO entrepot_app`;

/** Rows first, locks last and in order, so that a hot account is held for as short a time as one statement allows. */
const ONE_STATEMENT = `
  WITH legs AS (
    SELECT * FROM unnest($3::uuid[], $4::bigint[]) WITH ORDINALITY AS l (account_id, amount_minor, seq)
  ), transfer_row AS (
    INSERT INTO yardstick.transfer (tenant_id, id, booked_at, value_date, posting_count, key, kind, memo, fingerprint)
    VALUES ($1, $2, now(), '2026-04-01', cardinality($3::uuid[]), $5, 'bench.transfer', '', '')
  ), posting_row AS (
    INSERT INTO yardstick.posting (tenant_id, transfer_id, account_id, amount_minor, booked_at, value_date, seq, currency)
    SELECT $1, $2, account_id, amount_minor, now(), '2026-04-01', seq, 'USD' FROM legs
    RETURNING account_id, amount_minor
  ), moved AS (
    SELECT account_id, sum(amount_minor)::bigint AS amount_minor FROM posting_row GROUP BY account_id
  ), held AS (
    SELECT b.account_id, m.amount_minor FROM yardstick.balance b JOIN moved m USING (account_id)
    WHERE b.tenant_id = $1 ORDER BY b.account_id FOR UPDATE OF b
  )
  UPDATE yardstick.balance b SET posted_minor = b.posted_minor - h.amount_minor
  FROM held h WHERE b.tenant_id = $1 AND b.account_id = h.account_id`;

/** As pgledger does: accounts locked in order, balances moved and checked, each in one function call. */
const PGLEDGER_LIKE = `
  CREATE FUNCTION yardstick.create_transfer(tenant uuid, transfer_id uuid, accounts uuid[], amounts bigint[], transfer_key text)
    RETURNS void LANGUAGE plpgsql AS $$
  DECLARE moved record; left_minor bigint;
  BEGIN
    PERFORM 1 FROM yardstick.balance b WHERE b.tenant_id = tenant AND b.account_id = ANY (accounts) ORDER BY b.account_id FOR UPDATE;
    FOR moved IN SELECT l.account_id, sum(l.amount_minor)::bigint AS amount FROM unnest(accounts, amounts) AS l (account_id, amount_minor)
      GROUP BY l.account_id ORDER BY l.account_id
    LOOP
      UPDATE yardstick.balance b SET posted_minor = b.posted_minor - moved.amount, version = b.version + 1
      WHERE b.tenant_id = tenant AND b.account_id = moved.account_id RETURNING b.posted_minor INTO left_minor;
      IF left_minor < 0 THEN RAISE EXCEPTION 'insufficient'; END IF;
    END LOOP;
    INSERT INTO yardstick.transfer (tenant_id, id, booked_at, value_date, posting_count, key, kind, memo, fingerprint)
    VALUES (tenant, transfer_id, now(), '2026-04-01', cardinality(accounts), transfer_key, 'bench.transfer', '', '');
    INSERT INTO yardstick.posting (tenant_id, transfer_id, account_id, amount_minor, booked_at, value_date, seq, currency)
    SELECT tenant, create_transfer.transfer_id, l.account_id, l.amount_minor, now(), '2026-04-01', l.seq, 'USD'
    FROM unnest(accounts, amounts) WITH ORDINALITY AS l (account_id, amount_minor, seq);
  END $$`;
const SET_TENANT = `SELECT set_config('app.tenant', $1, true)`;
const CALL_PGLEDGER_LIKE = `SELECT yardstick.create_transfer($1, $2, $3, $4, $5)`;

/** One transfer: account index and signed minor units of USD. */
export type Legs = readonly (readonly [account: number, minor: bigint])[];

/** Bare `pg` with prepared statements, one of them for each transfer. */
export class LedgerYardstick {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly statement: string,
    private readonly tenantId: string,
    private readonly accounts: readonly string[],
  ) {}

  static async createTables(admin: pg.Client): Promise<void> {
    await admin.query(TABLES);
    await admin.query(PGLEDGER_LIKE);
  }

  static async open(
    admin: pg.Client,
    pool: pg.Pool,
    manner: 'one-statement' | 'pgledger-like',
    { accounts, fundsMinor }: { readonly accounts: number; readonly fundsMinor: bigint },
  ): Promise<LedgerYardstick> {
    const tenantId = newId();
    const ids = Array.from({ length: accounts }, () => newId());
    await admin.query(
      `INSERT INTO yardstick.balance (tenant_id, account_id, posted_minor) SELECT $1, unnest($2::uuid[]), $3`,
      [tenantId, ids, fundsMinor],
    );
    const statement = manner === 'one-statement' ? ONE_STATEMENT : CALL_PGLEDGER_LIKE;
    return new LedgerYardstick(pool, statement, tenantId, ids);
  }

  /** Stands alone: one round trip, one commit. */
  async post(key: string, legs: Legs): Promise<void> {
    await this.pool.query(this.query(key, legs));
  }

  /** In a transaction that knows its tenant, as when other rows change with it: the rhythm of any business transaction. */
  postInTransaction(key: string, legs: Legs): Promise<void> {
    return this.postAllInTransaction([{ key, legs }]);
  }

  /** One statement for each transfer, all on the wire before the first is answered. */
  async postAllInTransaction(transfers: readonly { readonly key: string; readonly legs: Legs }[]): Promise<void> {
    const client = await this.pool.connect();
    try {
      const tenant = { name: 'tenant', text: SET_TENANT, values: [this.tenantId] };
      await Promise.all([client.query('BEGIN'), client.query(tenant)]);
      await Promise.all(transfers.map(({ key, legs }) => client.query(this.query(key, legs))));
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }

  private query(key: string, legs: Legs): pg.QueryConfig {
    const accounts = legs.map(([account]) => this.accounts[account]);
    const amounts = legs.map(([, minor]) => minor.toString());
    const name = this.statement === ONE_STATEMENT ? 'one' : 'pgledger';
    return { name, text: this.statement, values: [this.tenantId, newId(), accounts, amounts, key] };
  }

  /** What stands in the tables: rows, turnover, and each account's balance in the order of the accounts. */
  async proof(admin: pg.Client): Promise<Record<string, string | number>> {
    const { rows } = await admin.query<Record<string, string | number>>(
      `SELECT (SELECT count(*)::int FROM yardstick.transfer WHERE tenant_id = $1) AS transfers,
              (SELECT count(*)::int FROM yardstick.posting WHERE tenant_id = $1) AS postings,
              (SELECT coalesce(sum(abs(amount_minor)), 0)::text FROM yardstick.posting WHERE tenant_id = $1) AS turnover,
              (SELECT md5(string_agg(b.posted_minor::text, ',' ORDER BY l.ordinal))
               FROM unnest($2::uuid[]) WITH ORDINALITY AS l (account_id, ordinal)
               JOIN yardstick.balance b ON b.tenant_id = $1 AND b.account_id = l.account_id) AS balances`,
      [this.tenantId, this.accounts],
    );
    return rows[0] ?? {};
  }
}
