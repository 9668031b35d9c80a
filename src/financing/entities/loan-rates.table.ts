import { Decimal } from '../../kernel/decimal.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type RatePeriod } from '../domain/accrual/resets.js';

interface RateRow {
  readonly from: string;
  readonly annual_rate: string;
  readonly penalty_rate: string;
  readonly reference_on: string | null;
}

const ADD = `
  INSERT INTO financing.loan_rate (tenant_id, advance_id, ordinal, from_on, annual_rate, penalty_rate, reference_on, created_at)
  SELECT $1, $2, p.ordinal + (SELECT count(*) FROM financing.loan_rate r WHERE r.tenant_id = $1 AND r.advance_id = $2),
         p.from_on, p.annual, p.penalty, p.reference_on, $7
  FROM unnest($3::date[], $4::numeric[], $5::numeric[], $6::date[])
    WITH ORDINALITY AS p (from_on, annual, penalty, reference_on, ordinal)`;

const OF_LOAN = `
  SELECT from_on::text AS "from", annual_rate::text, penalty_rate::text, reference_on::text
  FROM financing.loan_rate WHERE tenant_id = $1 AND advance_id = $2 ORDER BY ordinal`;

/** Keeps what rates a loan has from which day on. To be called with the loan held. */
export async function addRates(tx: Tx, advanceId: string, periods: readonly RatePeriod[]): Promise<void> {
  if (periods.length === 0) return;
  await tx.query(ADD, [
    ...[tx.tenantId, advanceId, periods.map(({ from }) => from)],
    periods.map(({ annualRate }) => annualRate.toFixed()),
    periods.map(({ penaltyRate }) => penaltyRate.toFixed()),
    periods.map(({ referenceOn }) => referenceOn),
    tx.now,
  ]);
}

/** Oldest first; of two that begin on one day the later one counts. */
export async function ratesOf(view: View, advanceId: string): Promise<RatePeriod[]> {
  const rows = await view.query<RateRow>(OF_LOAN, [view.tenantId, advanceId]);
  return rows.map((row) => ({
    from: row.from,
    annualRate: new Decimal(row.annual_rate),
    penaltyRate: new Decimal(row.penalty_rate),
    referenceOn: row.reference_on,
  }));
}
