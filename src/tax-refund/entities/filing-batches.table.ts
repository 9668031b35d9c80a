import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type PayableClaim } from '../domain/filing-batch.js';
import { type ClaimState } from '../domain/claim-status.js';
import { type BatchKey } from './filing-batch.entity.js';

/** One at a time opens, fills or numbers the batches of a taxpayer and period. */
const IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('tax-refund/batch/' || $1 || '/' || $2 || $3 || $4, 0))`;

export async function inTurn(tx: Tx, { taxpayerNumber, period, regime }: BatchKey): Promise<void> {
  await tx.query(IN_TURN, [tx.tenantId, taxpayerNumber, period, regime]);
}

const OF_KEY = `tenant_id = $1 AND taxpayer_number = $2 AND period = $3 AND regime = $4`;

/** The batch that is open for these. The caller has its turn. */
export async function openBatch(tx: Tx, { taxpayerNumber, period, regime }: BatchKey): Promise<string | null> {
  const sql = `SELECT id FROM tax_refund.filing_batch WHERE ${OF_KEY} AND state = 'open'`;
  const [row] = await tx.query<{ id: string }>(sql, [tx.tenantId, taxpayerNumber, period, regime]);
  return row?.id ?? null;
}

/** The number of the last batch of these, 0 where there is none, and whether the bureau has it. The caller has its turn. */
export async function lastNumber(
  tx: Tx,
  { taxpayerNumber, period, regime }: BatchKey,
): Promise<{ readonly number: number; readonly isUnderWay: boolean }> {
  const sql = `SELECT number, state FROM tax_refund.filing_batch WHERE ${OF_KEY} AND number IS NOT NULL ORDER BY number DESC LIMIT 1`;
  const [row] = await tx.query<{ number: number; state: string }>(sql, [tx.tenantId, taxpayerNumber, period, regime]);
  return { number: row?.number ?? 0, isUnderWay: row?.state === 'queued' };
}

/** The claims that wait in an open batch, the first first. */
export async function gatheredClaims(view: View, batchId: string): Promise<string[]> {
  const sql = `SELECT id FROM tax_refund.claim WHERE tenant_id = $1 AND filing_batch_id = $2 ORDER BY id`;
  return (await view.query<{ id: string }>(sql, [view.tenantId, batchId])).map(({ id }) => id);
}

export async function batchByReference(view: View, reference: string): Promise<string | null> {
  const sql = `SELECT id FROM tax_refund.filing_batch WHERE tenant_id = $1 AND reference = $2`;
  const [row] = await view.query<{ id: string }>(sql, [view.tenantId, reference]);
  return row?.id ?? null;
}

/** A claim of a batch, with how the attempt that was filed with it stands. Money in CNY. */
export interface BatchedClaim extends PayableClaim {
  readonly orderId: string;
  readonly orderReference: string;
  readonly entryNumber: string;
  readonly attempt: number;
  readonly taxable: Money;
  readonly refund: Money;
  /** The 关联号 of its lines; empty while it waits. */
  readonly links: readonly string[];
  /** Of the attempt; null while it waits. */
  readonly filing: string | null;
  readonly reason: string | null;
  /** True while the claim is at this attempt. */
  readonly isPresent: boolean;
}

interface ClaimRow {
  readonly id: string;
  readonly order_id: string;
  readonly order_reference: string;
  readonly entry_number: string;
  readonly state: ClaimState;
  readonly attempt: number;
  readonly taxable_minor: string;
  readonly refund_minor: string;
  readonly awarded_minor: string;
  readonly links: readonly string[] | null;
  readonly filing: string | null;
  readonly reason: string | null;
  readonly is_present: boolean;
}

const LINKS = `
  SELECT array_agg(DISTINCT line ->> 'link' ORDER BY line ->> 'link')
  FROM jsonb_array_elements(f.body::jsonb -> 'lines') AS line`;
const CLAIMS = `
  SELECT c.id, c.order_id, c.order_reference, c.entry_number, c.state, coalesce(f.attempt, c.attempt) AS attempt,
         c.taxable_minor, c.refund_minor, c.awarded_minor, f.state AS filing, coalesce(f.reason, c.reason) AS reason,
         CASE WHEN f.id IS NULL THEN NULL ELSE (${LINKS}) END AS links, (f.id IS NULL OR f.attempt = c.attempt) AS is_present
  FROM tax_refund.claim c
  LEFT JOIN tax_refund.filing f ON f.tenant_id = c.tenant_id AND f.claim_id = c.id AND f.batch_id = $2
  WHERE c.tenant_id = $1
    AND (f.id IS NOT NULL OR (c.filing_batch_id = $2 AND c.state IN ('matched', 'doubted', 'rejected')))
  ORDER BY f.id NULLS FIRST, c.id`;

/** What waits in a batch or was filed with it, in its order. */
export async function claimsOfBatch(view: View, batchId: string): Promise<BatchedClaim[]> {
  const rows = await view.query<ClaimRow>(CLAIMS, [view.tenantId, batchId]);
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    orderReference: row.order_reference,
    entryNumber: row.entry_number,
    state: row.state,
    attempt: row.attempt,
    taxable: fen(row.taxable_minor),
    refund: fen(row.refund_minor),
    awarded: fen(row.awarded_minor),
    links: row.links ?? [],
    filing: row.filing,
    reason: row.reason,
    isPresent: row.is_present,
  }));
}

/** What a batch claims at one refund rate; money in CNY. */
export interface RateTotal {
  readonly refundRate: Decimal;
  readonly lines: number;
  readonly taxable: Money;
  readonly refund: Money;
}

const BY_RATE = `
  SELECT refund_rate, count(*)::int AS lines, sum(taxable_minor)::text AS taxable_minor, sum(refund_minor)::text AS refund_minor
  FROM tax_refund.claim_line WHERE tenant_id = $1 AND claim_id = ANY($2::uuid[]) GROUP BY refund_rate ORDER BY refund_rate DESC`;

/** The totals of the lines of these claims, the highest rate first. */
export async function totalsByRate(view: View, claimIds: readonly string[]): Promise<RateTotal[]> {
  const rows = await view.query<{ refund_rate: string; lines: number; taxable_minor: string; refund_minor: string }>(
    BY_RATE,
    [view.tenantId, claimIds],
  );
  return rows.map((row) => ({
    refundRate: new Decimal(row.refund_rate),
    lines: row.lines,
    taxable: fen(row.taxable_minor),
    refund: fen(row.refund_minor),
  }));
}

/** What the treasury paid for a batch; CNY. */
export interface PaymentOfBatch {
  readonly treasuryReference: string;
  readonly amount: Money;
  readonly paidAt: Date;
}

const PAY = `
  INSERT INTO tax_refund.batch_payment (tenant_id, batch_id, treasury_reference, amount_minor, paid_at, created_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING batch_id`;

/** @returns false where it is known */
export async function insertBatchPayment(
  tx: Tx,
  batchId: string,
  { treasuryReference, amount, paidAt }: PaymentOfBatch,
): Promise<boolean> {
  const values = [tx.tenantId, batchId, treasuryReference, amount.minor.toString(), paidAt, tx.now];
  return (await tx.query(PAY, values)).length > 0;
}

const PAYMENTS = `
  SELECT treasury_reference, amount_minor, paid_at FROM tax_refund.batch_payment
  WHERE tenant_id = $1 AND batch_id = $2 ORDER BY created_at, treasury_reference`;

/** The first first. */
export async function paymentsOfBatch(view: View, batchId: string): Promise<PaymentOfBatch[]> {
  const rows = await view.query<{ treasury_reference: string; amount_minor: string; paid_at: Date }>(PAYMENTS, [
    view.tenantId,
    batchId,
  ]);
  return rows.map((row) => ({
    treasuryReference: row.treasury_reference,
    amount: fen(row.amount_minor),
    paidAt: row.paid_at,
  }));
}

function fen(minor: string): Money {
  return Money.ofMinor(BigInt(minor), 'CNY');
}
