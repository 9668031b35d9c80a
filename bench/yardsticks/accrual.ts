import type pg from 'pg';

/**
 * The same rows as a night of ours writes, by one statement: no row-level security, no trigger, no check of keys, sums or
 * floors. The indexes are the ledger's own, since they are part of the rows.
 */
const TABLES = `
  CREATE SCHEMA nightly;
  CREATE TABLE nightly.transfer (LIKE ledger.transfer);
  ALTER TABLE nightly.transfer ADD PRIMARY KEY (tenant_id, id);
  CREATE UNIQUE INDEX ON nightly.transfer (tenant_id, key);
  CREATE UNIQUE INDEX ON nightly.transfer (tenant_id, reverses) WHERE reverses IS NOT NULL;
  CREATE INDEX ON nightly.transfer (tenant_id, order_id, id) WHERE order_id IS NOT NULL;
  CREATE INDEX ON nightly.transfer (tenant_id, kind, id);
  CREATE TABLE nightly.posting (LIKE ledger.posting);
  ALTER TABLE nightly.posting ADD PRIMARY KEY (tenant_id, transfer_id, seq);
  CREATE INDEX ON nightly.posting (tenant_id, account_id, transfer_id) INCLUDE (amount_minor, value_date, booked_at);
  CREATE INDEX ON nightly.posting (tenant_id, sub_account_id, value_date) INCLUDE (amount_minor, transfer_id, account_id)
    WHERE sub_account_id IS NOT NULL;
  CREATE TABLE nightly.unfolded (LIKE ledger.unfolded, PRIMARY KEY (tenant_id, account_id, transfer_id));
  CREATE TABLE nightly.account (LIKE ledger.account, PRIMARY KEY (tenant_id, id));
  CREATE UNIQUE INDEX ON nightly.account (tenant_id, code, party_id, currency);
  CREATE TABLE nightly.loan_account (LIKE financing.loan_account, PRIMARY KEY (tenant_id, id)) WITH (fillfactor = 45);
  CREATE INDEX ON nightly.loan_account (tenant_id, id) WHERE principal_minor > 0`;

const NO_PARTY = '00000000-0000-0000-0000-000000000000';
const ACCOUNTS = `
  INSERT INTO nightly.account (tenant_id, id, code, party_id, currency, normal_side, floored, opened_at)
  SELECT $1::uuid, gen_random_uuid(), 'interest', l.seller_id, 'CNY', 'debit', false, now()
  FROM (SELECT DISTINCT seller_id FROM nightly.loan_account) AS l
  UNION ALL SELECT $1::uuid, gen_random_uuid(), 'clearing_lender', '${NO_PARTY}', 'CNY', 'credit', false, now()`;

/** Rounded as money is: half up, of the whole time. */
const NIGHT = `
  WITH owed AS MATERIALIZED (
    SELECT l.id, l.order_id, l.seller_id,
           l.interest_base_minor + div(2 * (l.interest_sum + l.principal_minor * ($2::date - l.counted_from) * l.annual_rate)
             + l.day_basis, 2 * l.day_basis)::bigint AS interest, l.interest_booked_minor,
           l.penalty_base_minor + div(2 * (l.penalty_sum + l.principal_minor
             * greatest($2::date - greatest(l.counted_from, l.maturity_on), 0) * l.penalty_rate)
             + l.day_basis, 2 * l.day_basis)::bigint AS penalty, l.penalty_booked_minor
    FROM nightly.loan_account l WHERE l.tenant_id = $1 AND l.principal_minor > 0
  ), due AS MATERIALIZED (
    SELECT d.*, ('01900000-0000-7000-b000-' || lpad(to_hex(row_number() OVER ()), 12, '0'))::uuid AS transfer_id, a.id AS account_id,
           (SELECT c.id FROM nightly.account c WHERE c.tenant_id = $1 AND c.code = 'clearing_lender') AS lender_id
    FROM (
      SELECT o.id, o.order_id, o.seller_id, 'financing.accrual' AS kind, o.interest - o.interest_booked_minor AS minor FROM owed o
      UNION ALL
      SELECT o.id, o.order_id, o.seller_id, 'financing.penalty-accrual', o.penalty - o.penalty_booked_minor FROM owed o) AS d
    JOIN nightly.account a ON a.tenant_id = $1 AND a.code = 'interest' AND a.party_id = d.seller_id AND a.currency = 'CNY'
    WHERE d.minor <> 0
  ), transfer_row AS (
    INSERT INTO nightly.transfer (tenant_id, id, order_id, booked_at, value_date, posting_count, key, kind, memo, fingerprint)
    SELECT $1, d.transfer_id, d.order_id, now(), $2::date - 1, 2, d.kind || ':' || d.id || ':' || $2::date, d.kind,
           'Interest of the days until then', md5(d.id::text) FROM due d
  ), posting_row AS (
    INSERT INTO nightly.posting (tenant_id, transfer_id, account_id, amount_minor, booked_at, value_date, seq, currency)
    SELECT $1, d.transfer_id, p.account_id, p.minor, now(), $2::date - 1, p.seq, 'CNY'
    FROM due d CROSS JOIN LATERAL (VALUES (d.account_id, d.minor, 1), (d.lender_id, -d.minor, 2)) AS p (account_id, minor, seq)
  ), moved AS (
    INSERT INTO nightly.unfolded (tenant_id, account_id, transfer_id, amount_minor)
    SELECT $1::uuid, d.account_id, min(d.transfer_id::text)::uuid, sum(d.minor) FROM due d GROUP BY d.account_id
    UNION ALL SELECT $1::uuid, d.lender_id, min(d.transfer_id::text)::uuid, sum(d.minor) FROM due d GROUP BY d.lender_id
  )
  UPDATE nightly.loan_account l SET accrued_to = $2, interest_booked_minor = o.interest, penalty_booked_minor = o.penalty
  FROM owed o WHERE l.tenant_id = $1 AND l.id = o.id`;

/** Copies the loans of a tenant, and opens the accounts that they are booked on. */
export async function openYardstick(admin: pg.Client, tenantId: string): Promise<void> {
  await admin.query(TABLES);
  await admin.query('INSERT INTO nightly.loan_account SELECT * FROM financing.loan_account WHERE tenant_id = $1', [
    tenantId,
  ]);
  await admin.query(ACCOUNTS, [tenantId]);
}

export async function forgetYardstick(admin: pg.Client): Promise<void> {
  await admin.query('TRUNCATE nightly.unfolded, nightly.posting, nightly.transfer');
  await admin.query(
    'UPDATE nightly.loan_account SET interest_booked_minor = 0, penalty_booked_minor = 0, accrued_to = counted_from',
  );
  await admin.query('VACUUM ANALYZE nightly.loan_account');
}

export async function nightByStatement(admin: pg.Client, tenantId: string, day: string): Promise<void> {
  await admin.query(NIGHT, [tenantId, day]);
}
