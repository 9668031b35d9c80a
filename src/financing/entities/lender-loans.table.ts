import { type LenderLoan, type LenderPayment } from '../domain/lender/lender-loan.js';
import { type Tx, type View } from '../../platform/database/session.js';

/** A loan as it is brought to its lender. */
export type BroughtLoan = Omit<LenderLoan, 'version'>;

/** As the columns and the fields are named. */
export const LOAN_COLUMNS = `id, consent_id AS "consentId", client_tenant_id AS "clientTenantId", product,
  product_version AS "productVersion", state, currency, principal_minor::text AS "principalMinor",
  outstanding_minor::text AS "outstandingMinor", fee_minor::text AS "feeMinor", fees_due_minor::text AS "feesDueMinor",
  annual_rate::text AS "annualRate", penalty_rate::text AS "penaltyRate", day_basis AS "dayBasis",
  requested_on::text AS "requestedOn", drawn_on::text AS "drawnOn", maturity_on::text AS "maturityOn", ended_on::text AS "endedOn",
  is_recourse AS "isRecourse", lender_loan_id AS "lenderLoanId", bank_reference AS "bankReference", seller_id AS "sellerId",
  seller_name AS "sellerName", seller_uscc AS "sellerUscc", buyer_id AS "buyerId", buyer_name AS "buyerName",
  buyer_country AS "buyerCountry", group_id AS "groupId", running, rates, backing, course, created_at AS "createdAt",
  updated_at AS "updatedAt", version`;

const FIELDS = `consent_id, client_tenant_id, product, product_version, state, currency, principal_minor, outstanding_minor, fee_minor,
  fees_due_minor, annual_rate, penalty_rate, day_basis, requested_on, drawn_on, maturity_on, ended_on, is_recourse, lender_loan_id,
  bank_reference, seller_id, seller_name, seller_uscc, buyer_id, buyer_name, buyer_country, group_id, running, rates, backing,
  course, created_at, updated_at`;
const BRING = `
  INSERT INTO financing.lender_loan AS l (tenant_id, id, version, ${FIELDS})
  VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
          $27, $28, $29, $30, $31, $32, $33, $34, $35)
  ON CONFLICT (tenant_id, id) DO UPDATE SET
    (${FIELDS}) = ROW (${FIELDS.split(',')
      .map((name) => `EXCLUDED.${name.trim()}`)
      .join(', ')}),
    version = l.version + 1
  RETURNING version`;
const KNOWN = `SELECT id, consent_id AS "consentId" FROM financing.lender_loan WHERE tenant_id = $1 AND id = ANY($2) FOR UPDATE`;
const UNDRAWN = `
  SELECT id FROM financing.lender_loan WHERE tenant_id = $1 AND consent_id = $2 AND state = 'requested' ORDER BY id FOR UPDATE`;
const LIVE = `
  SELECT EXISTS (SELECT FROM financing.lender_loan WHERE tenant_id = $1 AND consent_id = $2 AND state IN ('requested', 'drawn')) AS live`;
const FORGET = ['lender_fact', 'lender_payment'].map(
  (table) => `DELETE FROM financing.${table} WHERE tenant_id = $1 AND loan_id = ANY($2)`,
);
const FORGET_LOANS = `DELETE FROM financing.lender_loan WHERE tenant_id = $1 AND id = ANY($2)`;
const FIND = `SELECT ${LOAN_COLUMNS} FROM financing.lender_loan WHERE tenant_id = $1 AND id = $2`;
const SLICE = `
  SELECT ${LOAN_COLUMNS} FROM financing.lender_loan
  WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`;
const PAY = `
  INSERT INTO financing.lender_payment (tenant_id, loan_id, id, source, value_date, fees_minor, penalty_minor, interest_minor, principal_minor)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (tenant_id, loan_id, id) DO NOTHING`;
const PAYMENTS = `
  SELECT id, source, value_date::text AS "valueDate", fees_minor::text AS "feesMinor", penalty_minor::text AS "penaltyMinor",
         interest_minor::text AS "interestMinor", principal_minor::text AS "principalMinor"
  FROM financing.lender_payment WHERE tenant_id = $1 AND loan_id = $2 ORDER BY id LIMIT 1000`;

/** The loans among these that the lender has, and by which consent; held until the transaction ends. */
export async function knownLoans(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; consentId: string }>(KNOWN, [tx.tenantId, ids]);
  return new Map(rows.map(({ id, consentId }) => [id, consentId]));
}

/** Puts a loan into the portfolio, or brings it up to date. */
export async function bringLoan(tx: Tx, loan: BroughtLoan, payments: readonly LenderPayment[]): Promise<void> {
  await tx.query(BRING, [
    ...[tx.tenantId, loan.id, loan.consentId, loan.clientTenantId, loan.product, loan.productVersion, loan.state],
    ...[loan.currency, loan.principalMinor, loan.outstandingMinor, loan.feeMinor, loan.feesDueMinor, loan.annualRate],
    ...[
      loan.penaltyRate,
      loan.dayBasis,
      loan.requestedOn,
      loan.drawnOn,
      loan.maturityOn,
      loan.endedOn,
      loan.isRecourse,
    ],
    ...[loan.lenderLoanId, loan.bankReference, loan.sellerId, loan.sellerName, loan.sellerUscc, loan.buyerId],
    ...[loan.buyerName, loan.buyerCountry, loan.groupId, loan.running === null ? null : JSON.stringify(loan.running)],
    ...[JSON.stringify(loan.rates), JSON.stringify(loan.backing), JSON.stringify(loan.course)],
    ...[loan.createdAt, loan.updatedAt],
  ]);
  for (const paid of payments) {
    const { id, source, valueDate, feesMinor, penaltyMinor, interestMinor, principalMinor } = paid;
    const minors = [feesMinor, penaltyMinor, interestMinor, principalMinor];
    await tx.query(PAY, [tx.tenantId, loan.id, id, source, valueDate, ...minors]);
  }
}

/** Loans under a consent that were not paid out. */
export async function undrawnLoans(tx: Tx, consentId: string): Promise<string[]> {
  return (await tx.query<{ id: string }>(UNDRAWN, [tx.tenantId, consentId])).map(({ id }) => id);
}

export async function hasLiveLoans(tx: Tx, consentId: string): Promise<boolean> {
  const [row] = await tx.query<{ live: boolean }>(LIVE, [tx.tenantId, consentId]);
  return row?.live === true;
}

/** The lender sees them no more. */
export async function forgetLoans(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const sql of [...FORGET, FORGET_LOANS]) await tx.query(sql, [tx.tenantId, ids]);
}

export async function findLenderLoan(view: View, id: string): Promise<LenderLoan | null> {
  const [found] = await view.query<LenderLoan>(FIND, [view.tenantId, id]);
  return found ?? null;
}

/** The next loans by their ids: oldest first, whatever changes meanwhile. */
export function lenderLoansAfter(view: View, afterId: string | null, loansMax: number): Promise<LenderLoan[]> {
  return view.query<LenderLoan>(SLICE, [view.tenantId, afterId, loansMax]);
}

export function paymentsOf(view: View, loanId: string): Promise<LenderPayment[]> {
  return view.query<LenderPayment>(PAYMENTS, [view.tenantId, loanId]);
}
