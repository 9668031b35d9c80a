import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type RunSource } from '../domain/match-case.js';
import { type ItemResult } from '../domain/match-book.js';

/** One matching of all that is open in a tenant's book, or of all its cases that wait. How its work stands is the operation of the same id. */
export interface MatchRun {
  readonly id: string;
  readonly source: RunSource;
  /** In China, when it was ordered: by it deadlines are judged. */
  readonly today: LocalDate;
  /** How many there are; null until it is planned, none of a run over cases. */
  readonly chunks: number | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

/** What came of a run so far. */
export interface RunSums {
  readonly matched: number;
  readonly waiting: number;
  readonly blocked: number;
  /** Of both taxes. */
  readonly refundMinor: string;
  /** What of it is consumption tax. */
  readonly consumptionTaxMinor: string;
}

export interface MatchChunk {
  readonly number: number;
  readonly items: number;
  readonly after: string;
  readonly upTo: string;
  readonly hasVouchers: boolean;
}

const COLUMNS = `id, source, today::text AS today, chunks, created_at AS "createdAt", ended_at AS "endedAt"`;
const OPEN = `SELECT ${COLUMNS} FROM tax_refund.match_run WHERE tenant_id = $1 AND source = $2 AND ended_at IS NULL`;
const BY_ID = `SELECT ${COLUMNS} FROM tax_refund.match_run WHERE tenant_id = $1 AND id = $2`;
const INSERT = `INSERT INTO tax_refund.match_run (tenant_id, id, source, today, created_at) VALUES ($1, $2, $3, $4, $5)`;
const PLANNED = `UPDATE tax_refund.match_run SET chunks = $3 WHERE tenant_id = $1 AND id = $2 AND chunks IS NULL`;
const END = `UPDATE tax_refund.match_run SET ended_at = $3 WHERE tenant_id = $1 AND id = $2 AND ended_at IS NULL`;
/** Rows are changed, and runs are begun, one after the other. */
const IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('tax-refund/match-book/' || $1, 0))`;
const SUMS = `
  SELECT coalesce(sum(matched), 0)::int AS matched, coalesce(sum(waiting), 0)::int AS waiting,
         coalesce(sum(blocked), 0)::int AS blocked, coalesce(sum(refund_minor), 0)::text AS "refundMinor",
         coalesce(sum(consumption_tax_minor), 0)::text AS "consumptionTaxMinor"
  FROM tax_refund.match_chunk WHERE tenant_id = $1 AND run_id = $2`;
const WAITING = `
  SELECT number, items, after_key AS after, up_to_key AS "upTo",
         EXISTS (SELECT FROM tax_refund.match_voucher v
                 WHERE v.tenant_id = c.tenant_id AND v.match_key > c.after_key AND v.match_key <= c.up_to_key) AS "hasVouchers"
  FROM tax_refund.match_chunk c
  WHERE tenant_id = $1 AND run_id = $2 AND number = $3 AND results IS NULL`;
const WORKED = `
  UPDATE tax_refund.match_chunk SET matched = $4, waiting = $5, blocked = $6, refund_minor = $7, results = $8, consumption_tax_minor = $9
  WHERE tenant_id = $1 AND run_id = $2 AND number = $3 AND results IS NULL RETURNING 1`;
const RESULTS = `
  SELECT number, results FROM tax_refund.match_chunk
  WHERE tenant_id = $1 AND run_id = $2 AND number > $3 AND results IS NOT NULL AND (NOT $4 OR matched < items)
  ORDER BY number LIMIT 1`;
const TAKE = `
  INSERT INTO tax_refund.match_take (tenant_id, run_id, item_no, ordinal, invoice_no, seq, quantity, amount_minor,
                                     left_quantity, left_minor)
  SELECT $1, $2, t.* FROM unnest($3::bigint[], $4::smallint[], $5::bigint[], $6::integer[], $7::numeric[], $8::bigint[],
                                 $9::numeric[], $10::bigint[]) AS t`;

export async function inTurn(tx: Tx): Promise<void> {
  await tx.query(IN_TURN, [tx.tenantId]);
}

export async function openRun(view: View, source: RunSource): Promise<MatchRun | null> {
  return (await view.query<MatchRun>(OPEN, [view.tenantId, source]))[0] ?? null;
}

export async function findRun(view: View, id: string): Promise<MatchRun | null> {
  return (await view.query<MatchRun>(BY_ID, [view.tenantId, id]))[0] ?? null;
}

/** The database refuses a second of the same source that is open (`uq_match_run_open`). */
export async function insertRun(
  tx: Tx,
  { id, source, today }: Pick<MatchRun, 'id' | 'source' | 'today'>,
): Promise<void> {
  await tx.query(INSERT, [tx.tenantId, id, source, today, tx.now]);
}

export async function markPlanned(tx: Tx, id: string, chunks: number): Promise<void> {
  await tx.query(PLANNED, [tx.tenantId, id, chunks]);
}

export async function endRun(tx: Tx, id: string): Promise<void> {
  await tx.query(END, [tx.tenantId, id, tx.now]);
}

export async function runSums(view: View, id: string): Promise<RunSums> {
  const [sums] = await view.query<RunSums>(SUMS, [view.tenantId, id]);
  if (sums === undefined) throw new Error('An aggregate without a row');
  return sums;
}

/** One that is not worked yet. */
export async function waitingChunk(view: View, runId: string, number: number): Promise<MatchChunk | null> {
  return (await view.query<MatchChunk>(WAITING, [view.tenantId, runId, number]))[0] ?? null;
}

/** @returns false where it is worked already */
export async function markWorked(
  tx: Tx,
  runId: string,
  number: number,
  { results, ...sums }: RunSums & { readonly results: Buffer },
): Promise<boolean> {
  const { matched, waiting, blocked, refundMinor, consumptionTaxMinor } = sums;
  const values = [tx.tenantId, runId, number, matched, waiting, blocked, refundMinor, results, consumptionTaxMinor];
  return (await tx.query(WORKED, values)).length > 0;
}

/** The results of the next chunk after this one. @param onlyOpen of those in which not all is matched */
export async function resultsAfter(
  view: View,
  { runId, after, onlyOpen }: { readonly runId: string; readonly after: number; readonly onlyOpen: boolean },
): Promise<{ number: number; results: Buffer } | null> {
  return (
    (await view.query<{ number: number; results: Buffer }>(RESULTS, [view.tenantId, runId, after, onlyOpen]))[0] ?? null
  );
}

/** What is taken, column by column, as texts of arrays that PostgreSQL reads: thousands of takes go in one statement. */
export class TakeColumns {
  private readonly items: string[] = [];
  private readonly ordinals: number[] = [];
  private readonly invoices: string[] = [];
  private readonly seqs: number[] = [];
  private readonly quantities: string[] = [];
  private readonly amounts: bigint[] = [];
  private readonly leftQuantities: string[] = [];
  private readonly leftAmounts: bigint[] = [];

  add({ item, takes }: ItemResult): void {
    for (const { ordinal, invoice, seq, quantity, amount, leftQuantity, leftAmount } of takes) {
      this.items.push(item.no);
      this.ordinals.push(ordinal);
      this.invoices.push(invoice?.id ?? 'NULL');
      this.seqs.push(seq);
      this.quantities.push(quantity.toFixed());
      this.amounts.push(amount.minor);
      this.leftQuantities.push(leftQuantity.toFixed());
      this.leftAmounts.push(leftAmount.minor);
    }
  }

  /** In the order of the columns of `insertTakes`. */
  texts(): readonly string[] {
    const { items, ordinals, invoices, seqs, quantities, amounts, leftQuantities, leftAmounts } = this;
    const columns = [items, ordinals, invoices, seqs, quantities, amounts, leftQuantities, leftAmounts];
    return columns.map((column) => `{${column.join(',')}}`);
  }
}

/**
 * Notes what is taken, for ever. The database refuses an item that is taken already (`pk_match_take`), and a take of an invoice
 * line that another one has come before (`uq_match_take_invoice`).
 * @param takes as `TakeColumns` gives them
 */
export async function insertTakes(tx: Tx, runId: string, takes: readonly string[]): Promise<void> {
  if (takes[0] === '{}') return;
  await tx.query(TAKE, [tx.tenantId, runId, ...takes]);
}
