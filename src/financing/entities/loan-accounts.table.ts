import { type DayBasis } from '../../kernel/day-basis.js';
import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { type Accrued, type Counted, type DailyTerms } from '../domain/accrual/accrual.js';
import { type Instalment } from '../domain/instalments/instalments.js';
import { type OverdueBucket } from '../domain/accrual/overdue.js';
import { type Advance } from './advance.entity.js';

/** A loan that runs, with what the books have of it. */
export interface LoanAccount {
  readonly id: string;
  readonly orderId: string | null;
  readonly sellerId: string;
  readonly currency: string;
  readonly terms: DailyTerms;
  readonly counted: Counted;
  /** What is owed beside what the sums say: less than nothing where some was paid. */
  readonly base: Accrued;
  /** What is owed of it by the books. */
  readonly booked: Accrued;
  readonly bucket: OverdueBucket;
  /** Since when it counts as overdue, where not from the maturity. */
  readonly overdueFrom: LocalDate | null;
}

interface LoanAccountRow {
  readonly id: string;
  readonly order_id: string | null;
  readonly seller_id: string;
  readonly currency: string;
  readonly principal_minor: string;
  readonly annual_rate: string;
  readonly penalty_rate: string;
  readonly day_basis: DayBasis;
  readonly maturity_on: string;
  readonly counted_from: string;
  readonly interest_sum: string;
  readonly penalty_sum: string;
  readonly interest_base: string;
  readonly penalty_base: string;
  readonly interest_booked: string;
  readonly penalty_booked: string;
  readonly overdue_bucket: OverdueBucket;
  readonly overdue_from: string | null;
  readonly instalments: readonly Instalment[] | null;
}

const COLUMNS = `id, order_id, seller_id, currency, principal_minor::text, annual_rate::text, penalty_rate::text, day_basis,
  maturity_on::text, counted_from::text, interest_sum::text, penalty_sum::text, interest_base_minor::text AS interest_base,
  penalty_base_minor::text AS penalty_base, interest_booked_minor::text AS interest_booked,
  penalty_booked_minor::text AS penalty_booked, overdue_bucket, overdue_from::text,
  instalments`;

/** By the key, so that each night reads the table once from its beginning to its end, however large it is. */
const SLICE = `
  SELECT ${COLUMNS} FROM financing.loan_account
  WHERE tenant_id = $1 AND id > $2 AND principal_minor > 0 ORDER BY id LIMIT $3 FOR NO KEY UPDATE`;

const ONE = `SELECT ${COLUMNS} FROM financing.loan_account WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE`;

const WRITE = `
  UPDATE financing.loan_account a
  SET accrued_to = $2, interest_booked_minor = l.interest, penalty_booked_minor = l.penalty, overdue_bucket = l.bucket
  FROM unnest($3::uuid[], $4::bigint[], $5::bigint[], $6::text[]) AS l (id, interest, penalty, bucket)
  WHERE a.tenant_id = $1 AND a.id = l.id`;

/** What the books have is kept: it changes by bookings alone. */
const FOLLOW = `
  INSERT INTO financing.loan_account AS a (tenant_id, id, order_id, seller_id, currency, principal_minor, annual_rate, penalty_rate,
    day_basis, maturity_on, reference, reference_on, counted_from, interest_sum, penalty_sum, interest_base_minor,
    penalty_base_minor, interest_booked_minor, penalty_booked_minor, overdue_from,
    instalments, next_due_on, accrued_to)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $13)
  ON CONFLICT (tenant_id, id) DO UPDATE SET
    principal_minor = EXCLUDED.principal_minor, annual_rate = EXCLUDED.annual_rate, penalty_rate = EXCLUDED.penalty_rate,
    maturity_on = EXCLUDED.maturity_on, overdue_from = EXCLUDED.overdue_from,
    instalments = EXCLUDED.instalments, next_due_on = EXCLUDED.next_due_on, reference_on = EXCLUDED.reference_on, counted_from = EXCLUDED.counted_from,
    interest_sum = EXCLUDED.interest_sum, penalty_sum = EXCLUDED.penalty_sum, interest_base_minor = EXCLUDED.interest_base_minor,
    penalty_base_minor = EXCLUDED.penalty_base_minor,
    interest_booked_minor = EXCLUDED.interest_booked_minor, penalty_booked_minor = EXCLUDED.penalty_booked_minor,
    accrued_to = greatest(a.accrued_to, EXCLUDED.accrued_to)`;

const CLOSE = `
  UPDATE financing.loan_account
  SET principal_minor = 0, interest_booked_minor = 0, penalty_booked_minor = 0, interest_base_minor = 0, penalty_base_minor = 0
  WHERE tenant_id = $1 AND id = $2`;

/** Those whose reference was published anew since: `references` and the days of their last publication. */
const OUTDATED = `
  SELECT a.id FROM unnest($2::text[], $3::date[]) AS p (reference, published_on)
  JOIN financing.loan_account a
    ON a.tenant_id = $1 AND a.reference = p.reference AND a.reference_on < p.published_on AND a.principal_minor > 0
  ORDER BY a.id LIMIT $4`;

/** Loans of which something is due and that nobody was told to take today, the oldest due first; from now on somebody is. */
const CLAIM_DUE = `
  WITH due AS MATERIALIZED (
    SELECT id, next_due_on FROM financing.loan_account
    WHERE tenant_id = $1 AND principal_minor > 0 AND next_due_on <= $2 AND (taken_on IS NULL OR taken_on < $2)
    ORDER BY next_due_on, id LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED
  ), ordered AS (
    UPDATE financing.loan_account a SET taken_on = $2 FROM due WHERE a.tenant_id = $1 AND a.id = due.id)
  SELECT id FROM due ORDER BY next_due_on, id`;

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** The next loans that run, held until the transaction ends. */
export async function holdSlice(tx: Tx, afterId: string | null, loansMax: number): Promise<LoanAccount[]> {
  return (await tx.query<LoanAccountRow>(SLICE, [tx.tenantId, afterId ?? NO_ID, loansMax])).map(accountIn);
}

export async function holdAccount(tx: Tx, id: string): Promise<LoanAccount | null> {
  const [row] = await tx.query<LoanAccountRow>(ONE, [tx.tenantId, id]);
  return row === undefined ? null : accountIn(row);
}

/** What is in the books by now, of each. */
export interface AccruedLoan {
  readonly loan: Pick<LoanAccount, 'id'>;
  readonly booked: Accrued;
  readonly bucket: OverdueBucket;
}

export async function writeAccrued(tx: Tx, day: LocalDate, loans: readonly AccruedLoan[]): Promise<void> {
  await tx.query(WRITE, [
    tx.tenantId,
    day,
    loans.map(({ loan }) => loan.id),
    loans.map(({ booked }) => booked.interest.toString()),
    loans.map(({ booked }) => booked.penalty.toString()),
    loans.map(({ bucket }) => bucket),
  ]);
}

/** The account of an advance that was drawn, paid or repriced stands as the advance does. */
export async function followAdvance(tx: Tx, advance: Advance, booked: Accrued): Promise<void> {
  const { running, id, orderId, sellerId, outstanding, referenceOn } = advance;
  if (running === null) throw new Error('Only a drawn advance has an account');
  const { terms, counted, base } = running;
  await tx.query(FOLLOW, [
    ...[tx.tenantId, id, orderId, sellerId, outstanding.currency, outstanding.minor.toString()],
    ...[terms.annualRate.toFixed(), terms.penaltyRate.toFixed(), terms.dayBasis, terms.maturityOn],
    ...[referenceOn === null ? null : (advance.terms?.interest.reference ?? null), referenceOn],
    ...[counted.from, counted.interestSum.toFixed(), counted.penaltySum.toFixed()],
    ...[base.interest, base.penalty, booked.interest, booked.penalty].map((minor) => minor.toString()),
    advance.overdueFrom,
    ...[terms.instalments == null ? null : JSON.stringify(terms.instalments), advance.nextDueOn],
  ]);
}

/** Loans with instalments that have fallen due, each once a day. */
export async function claimDue(tx: Tx, day: LocalDate, loansMax: number): Promise<string[]> {
  return (await tx.query<{ id: string }>(CLAIM_DUE, [tx.tenantId, day, loansMax])).map(({ id }) => id);
}

/** Nothing runs on a loan that is written off, and the books hold nothing of it there. */
export async function closeAccount(tx: Tx, id: string): Promise<void> {
  await tx.query(CLOSE, [tx.tenantId, id]);
}

export async function outdatedAccounts(
  tx: Tx,
  published: readonly { readonly name: string; readonly from: LocalDate }[],
  loansMax: number,
): Promise<string[]> {
  const [names, days] = [published.map(({ name }) => name), published.map(({ from }) => from)];
  return (await tx.query<{ id: string }>(OUTDATED, [tx.tenantId, names, days, loansMax])).map(({ id }) => id);
}

function accountIn(row: LoanAccountRow): LoanAccount {
  return {
    id: row.id,
    orderId: row.order_id,
    sellerId: row.seller_id,
    currency: row.currency,
    terms: {
      principalMinor: BigInt(row.principal_minor),
      annualRate: new Decimal(row.annual_rate),
      penaltyRate: new Decimal(row.penalty_rate),
      maturityOn: row.maturity_on,
      dayBasis: row.day_basis,
      instalments: row.instalments,
    },
    counted: {
      from: row.counted_from,
      interestSum: new Decimal(row.interest_sum),
      penaltySum: new Decimal(row.penalty_sum),
    },
    base: { interest: BigInt(row.interest_base), penalty: BigInt(row.penalty_base) },
    booked: { interest: BigInt(row.interest_booked), penalty: BigInt(row.penalty_booked) },
    bucket: row.overdue_bucket,
    overdueFrom: row.overdue_from,
  };
}
