import type pg from 'pg';

/** Loans of each seller. */
const LOANS_OF_SELLER = 4;

/**
 * As many loans that run, of some sellers, amounts and rates; of every tenth the maturity is over. Ids are in the order of
 * time, as ours are.
 */
const STORE = `
  INSERT INTO financing.loan_account (tenant_id, id, order_id, seller_id, currency, principal_minor, annual_rate, penalty_rate,
    day_basis, maturity_on, counted_from, interest_sum, penalty_sum, interest_base_minor, penalty_base_minor,
    interest_booked_minor, penalty_booked_minor, accrued_to, overdue_bucket)
  SELECT $1, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
         ('01900000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid,
         ('01900000-0000-7000-a000-' || lpad(to_hex(n / ${LOANS_OF_SELLER}), 12, '0'))::uuid, 'CNY',
         100000 + (n::bigint * 7919) % 90000000, 0.0300 + (n % 40) * 0.0005, 0.02175, CASE n % 5 WHEN 0 THEN 365 ELSE 360 END,
         CASE n % 10 WHEN 0 THEN date '2026-12-01' ELSE date '2027-12-01' END, '2027-01-01', 0, 0, 0, 0, 0, 0, '2027-01-01',
         CASE n % 10 WHEN 0 THEN 'days_31_60' ELSE 'current' END
  FROM generate_series(1, $2) AS n`;

export async function storeLoans(admin: pg.Client, tenantId: string, loans: number): Promise<void> {
  await admin.query(STORE, [tenantId, loans]);
  await admin.query('VACUUM ANALYZE financing.loan_account');
}

/** Nothing is booked yet, as before any night. */
export async function forgetNights(admin: pg.Client, tenantId: string): Promise<void> {
  await admin.query('TRUNCATE ledger.unfolded, ledger.posting, ledger.transfer');
  await admin.query(
    `UPDATE financing.loan_account SET interest_booked_minor = 0, penalty_booked_minor = 0, accrued_to = counted_from
     WHERE tenant_id = $1`,
    [tenantId],
  );
  await admin.query('DELETE FROM financing.accrual_run WHERE tenant_id = $1', [tenantId]);
  await admin.query('VACUUM ANALYZE financing.loan_account');
}

export async function provenNight(
  admin: pg.Client,
  schemas: { readonly ledger: string; readonly loans: string },
  tenantId: string,
): Promise<Record<string, string | number>> {
  const { rows } = await admin.query<Record<string, string | number>>(
    `SELECT (SELECT count(*)::int FROM ${schemas.ledger}.transfer WHERE tenant_id = $1) AS transfers,
            (SELECT count(*)::int FROM ${schemas.ledger}.posting WHERE tenant_id = $1) AS postings,
            (SELECT sum(abs(amount_minor))::text FROM ${schemas.ledger}.posting WHERE tenant_id = $1) AS turnover,
            (SELECT sum(amount_minor)::text FROM ${schemas.ledger}.unfolded WHERE tenant_id = $1) AS moved,
            (SELECT sum(interest_booked_minor + penalty_booked_minor)::text FROM ${schemas.loans}.loan_account
             WHERE tenant_id = $1 AND accrued_to = '2027-01-08') AS booked`,
    [tenantId],
  );
  return rows[0] ?? {};
}
