import type pg from 'pg';

/** Loans of each order, each of another lender and rank: 100.00 at 3.6 %, a fee of 1.00, drawn ten days ago. */
export const LOANS = 3;

const SELLER = `('01900000-0000-7000-a000-' || lpad(to_hex(s), 12, '0'))::uuid`;
const ORDER = `('01900000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid`;
const LOAN = `('01900000-0000-7000-8000-' || lpad(to_hex(n * ${LOANS} + r), 12, '0'))::uuid`;

const LIMITS = `
  INSERT INTO financing.credit_limit (tenant_id, id, level, subject_id, code, currency, limit_minor, is_set, reserved_minor,
                                      used_minor, version, created_at, updated_at)
  SELECT $1, ${SELLER}, 'client', ${SELLER}, NULL, 'CNY', 900000000000, true, 0, 90000000000, 1, now(), now()
  FROM generate_series(0, $2 - 1) AS s`;

const ADVANCES = `
  INSERT INTO financing.advance (tenant_id, id, subject_kind, subject_id, order_id, seller_id, product, state, principal_minor, principal_currency,
    outstanding_minor, outstanding_currency, interest_due_minor, interest_due_currency, fees_due_minor, fees_due_currency,
    annual_rate, penalty_rate, day_basis, drawn_on, interest_from, maturity_on, reasons, calculation, is_recourse, asks, lender_rank,
    created_at, updated_at)
  SELECT $1, ${LOAN}, 'order', ${ORDER}, ${ORDER}, (SELECT ${SELLER} FROM (SELECT n % $2 AS s) AS seller), 'refund_advance_' || r, 'drawn', 10000, 'CNY',
         10000, 'CNY', 0, 'CNY', 100, 'CNY', 0.036, 0.018, 360, '2027-01-01', '2027-01-01', '2027-12-01', '{}',
         '{"rule": {"id": "r", "version": "v", "source": "s"}, "steps": []}', false, 0, r, now(), now()
  FROM generate_series($3::int, $4::int) AS n CROSS JOIN generate_series(1, ${LOANS}) AS r`;

const ACCOUNTS = `
  INSERT INTO financing.loan_account (tenant_id, id, order_id, seller_id, currency, principal_minor, annual_rate, penalty_rate,
    day_basis, maturity_on, counted_from, interest_sum, penalty_sum, interest_base_minor, penalty_base_minor,
    interest_booked_minor, penalty_booked_minor, accrued_to)
  SELECT tenant_id, id, order_id, seller_id, 'CNY', 10000, annual_rate, penalty_rate, 360, maturity_on, drawn_on, 0, 0, 0, 0, 0, 0,
         drawn_on
  FROM financing.advance a WHERE tenant_id = $1
    AND NOT EXISTS (SELECT FROM financing.loan_account l WHERE l.tenant_id = $1 AND l.id = a.id)`;

const HOLDS = `
  INSERT INTO financing.limit_hold (tenant_id, loan_id, limit_id, reserved_minor, used_minor)
  SELECT tenant_id, id, seller_id, 0, 10000 FROM financing.advance a WHERE tenant_id = $1 AND state = 'drawn'
  ON CONFLICT DO NOTHING`;

export async function storeSellers(admin: pg.Client, tenantId: string, sellers: number): Promise<void> {
  await admin.query(LIMITS, [tenantId, sellers]);
}

/** Orders from the one number to the other, of the sellers in turn. */
export async function storeOrders(
  admin: pg.Client,
  tenantId: string,
  { sellers, from, to }: { readonly sellers: number; readonly from: number; readonly to: number },
): Promise<void> {
  await admin.query(ADVANCES, [tenantId, sellers, from, to]);
  await admin.query(ACCOUNTS, [tenantId]);
  await admin.query(HOLDS, [tenantId]);
  await admin.query('ANALYZE');
}

const hex = (n: number): string => n.toString(16).padStart(12, '0');

export function sellerId(s: number): string {
  return `01900000-0000-7000-a000-${hex(s)}`;
}

export function orderId(n: number): string {
  return `01900000-0000-7000-9000-${hex(n)}`;
}
