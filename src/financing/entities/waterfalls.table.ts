import { newId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { LOAN_PARTS, type LoanParts, type Split } from '../domain/waterfall.js';

/** Money that arrived for an order, or for a loan of none. */
export interface Receipt {
  readonly source: 'collection' | 'refund' | 'advance' | 'guarantee' | 'repayment' | 'indemnity' | 'recovery';
  /**
   * The conversion, the claim, the advance, the round of a call on a guarantee group, the repayment, the insurance claim or the
   * recovery after it, that it came from: a receipt is split once.
   */
  readonly sourceId: string;
  readonly orderId: string | null;
  readonly sellerId: string;
  readonly amount: Money;
  /** The only one that it repays; of a repayment, and of a call. */
  readonly advanceId?: string;
}

export const PAYEES = ['lender', 'platform', 'seller'] as const;
export const WATERFALL_PARTS = [...LOAN_PARTS, 'other_dues', 'released'] as const;

/** What one got of a receipt. */
export interface WaterfallLine {
  readonly payee: (typeof PAYEES)[number];
  /** Its code; null of old loans, and where the payee is no lender. */
  readonly lender: string | null;
  readonly advanceId: string | null;
  readonly part: (typeof WATERFALL_PARTS)[number];
  readonly minor: string;
}

export interface WaterfallRow {
  readonly id: string;
  readonly order_id: string | null;
  readonly seller_id: string;
  readonly advance_id: string | null;
  readonly source: Receipt['source'];
  readonly source_id: string;
  readonly state: 'waiting' | 'split';
  readonly currency: string;
  readonly amount_minor: string;
  readonly fees_minor: string;
  readonly penalty_minor: string;
  readonly interest_minor: string;
  readonly principal_minor: string;
  readonly dues_minor: string;
  readonly released_minor: string;
  readonly value_date: string;
  readonly created_at: Date;
  readonly lines: readonly WaterfallLine[];
}

const COLUMNS = `id, order_id, seller_id, advance_id, source, source_id, state, currency, amount_minor, fees_minor, penalty_minor,
  interest_minor, principal_minor, dues_minor, released_minor, value_date::text AS value_date, created_at`;

const LINES = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('payee', l.payee, 'lender', l.lender, 'advanceId', l.advance_id, 'part', l.part,
                                               'minor', l.amount_minor::text) ORDER BY l.ordinal), '[]')
  FROM financing.waterfall_line l WHERE l.tenant_id = waterfall.tenant_id AND l.waterfall_id = waterfall.id) AS lines`;

/** A split with its lines. */
export const WATERFALL_COLUMNS = `${COLUMNS}, ${LINES}`;

const TAKE = `
  INSERT INTO financing.waterfall (tenant_id, id, order_id, seller_id, source, source_id, state, currency, amount_minor, value_date, created_at,
                                   advance_id)
  VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8, $9, $10, $11)
  ON CONFLICT (tenant_id, source, source_id) DO NOTHING RETURNING ${COLUMNS}`;

const WAITING = `
  SELECT ${COLUMNS} FROM financing.waterfall
  WHERE tenant_id = $1 AND order_id = $2 AND state = 'waiting' ORDER BY id FOR NO KEY UPDATE`;

const SPLIT = `
  WITH line AS (
    INSERT INTO financing.waterfall_line (tenant_id, waterfall_id, ordinal, payee, lender, advance_id, part, amount_minor)
    SELECT $1, $2, l.ordinal, l.payee, l.lender, l.advance_id, l.part, l.amount_minor
    FROM unnest($11::text[], $12::text[], $13::uuid[], $14::text[], $15::bigint[])
      WITH ORDINALITY AS l (payee, lender, advance_id, part, amount_minor, ordinal))
  UPDATE financing.waterfall SET state = 'split', advance_id = $3, fees_minor = $4, penalty_minor = $5, interest_minor = $6,
    principal_minor = $7, dues_minor = $8, released_minor = $9, value_date = $10
  WHERE tenant_id = $1 AND id = $2`;

const REPAY = `
  INSERT INTO financing.repayment (tenant_id, id, advance_id, waterfall_id, currency, principal_minor, interest_minor, fees_minor,
                                   value_date, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** @returns null where it came before */
export async function takeReceipt(tx: Tx, receipt: Receipt, today: LocalDate): Promise<WaterfallRow | null> {
  const { source, sourceId, orderId, sellerId, amount, advanceId = null } = receipt;
  const whose = [tx.tenantId, newId(), orderId, sellerId, source, sourceId];
  const values = [...whose, amount.currency, amount.minor.toString(), today, tx.now, advanceId];
  return (await tx.query<WaterfallRow>(TAKE, values))[0] ?? null;
}

/** Held until the transaction ends. */
export function waitingReceipts(tx: Tx, orderId: string): Promise<WaterfallRow[]> {
  return tx.query<WaterfallRow>(WAITING, [tx.tenantId, orderId]);
}

/** What became of a receipt. */
export interface KeptSplit {
  readonly id: string;
  /** The first that took part of it. */
  readonly advanceId: string | null;
  readonly split: Split;
  readonly lines: readonly WaterfallLine[];
  readonly valueDate: LocalDate;
}

export async function keepSplit(tx: Tx, { id, advanceId, split, lines, valueDate }: KeptSplit): Promise<void> {
  const parts = [split.fees, split.penalty, split.interest, split.principal, split.other, split.released];
  await tx.query(SPLIT, [
    ...[tx.tenantId, id, advanceId, ...parts.map(({ minor }) => minor.toString()), valueDate],
    lines.map(({ payee }) => payee),
    lines.map(({ lender }) => lender),
    lines.map((line) => line.advanceId),
    lines.map(({ part }) => part),
    lines.map(({ minor }) => minor),
  ]);
}

/** @returns the id of the repayment, by which the lender is told of it */
export async function addRepayment(
  tx: Tx,
  { id, currency, source, source_id }: Pick<WaterfallRow, 'id' | 'currency' | 'source' | 'source_id'>,
  {
    advanceId,
    paid,
    valueDate,
  }: { readonly advanceId: string; readonly paid: LoanParts; readonly valueDate: LocalDate },
): Promise<string> {
  const repaymentId = source === 'repayment' ? source_id : newId();
  const minors = [paid.principal, paid.interest.plus(paid.penalty), paid.fees].map(({ minor }) => minor.toString());
  await tx.query(REPAY, [tx.tenantId, repaymentId, advanceId, id, currency, ...minors, valueDate, tx.now]);
  return repaymentId;
}
