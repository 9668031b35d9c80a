import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type SqlValue } from '../../platform/database/sql-value.js';

/** What is known of an order's way to its refund. Facts arrive in any order; what is not known yet is null. */
export interface OrderFacts {
  readonly orderId: string;
  readonly wantsAdvance: boolean | null;
  /** The order; for good. */
  readonly isCancelled: boolean;
  /** Numbers under which customs has released goods of it, several where it goes in several declarations. */
  readonly entryNumbers: readonly string[];
  readonly claimId: string | null;
  readonly refund: Money | null;
  readonly claimState: 'matched' | 'paid' | 'rejected' | null;
  /** The goods have left, by the word of customs. */
  readonly isDeparted: boolean;
  /** Numbers of the VAT invoices that the claim stands on. */
  readonly vatInvoices: readonly string[];
}

export interface NewFacts {
  readonly wantsAdvance?: boolean;
  readonly isCancelled?: true;
  readonly entryNumber?: string;
  /** A number under which the goods do not leave. The news of it may come before that of the number itself. */
  readonly voidEntryNumber?: string;
  readonly claimId?: string;
  readonly refund?: Money;
  readonly claimState?: 'matched' | 'paid' | 'rejected';
  readonly isDeparted?: true;
  readonly vatInvoices?: readonly string[];
}

const COLUMNS =
  'order_id, wants_advance, is_cancelled, entry_numbers, claim_id, refund_minor, refund_currency, claim_state, is_departed, vat_invoices';

interface FactsRow {
  readonly order_id: string;
  readonly wants_advance: boolean | null;
  readonly is_cancelled: boolean;
  readonly entry_numbers: readonly string[];
  readonly claim_id: string | null;
  readonly refund_minor: string | null;
  readonly refund_currency: string | null;
  readonly claim_state: OrderFacts['claimState'];
  readonly is_departed: boolean;
  readonly vat_invoices: readonly string[];
}

/** The claim was given up: news of it that come late change nothing. */
const IS_VOID = `EXCLUDED.claim_id = ANY (f.void_claim_ids)`;

/**
 * Adds what became known, and holds the row: from here on, whatever concerns this order's advance waits its turn.
 * A number that is void is not
 * learnt again. A claim that was paid or rejected is not made `matched` again by an event that comes late.
 */
const LEARN = `
  INSERT INTO financing.order_facts AS f
    (tenant_id, order_id, wants_advance, entry_numbers, claim_id, refund_minor, refund_currency, claim_state, updated_at,
     is_cancelled, void_entry_numbers, is_departed, vat_invoices)
  VALUES ($1, $2, $3, array_remove(ARRAY[$4::text], NULL), $5, $6, $7, $8, $9, $10, array_remove(ARRAY[$11::text], NULL), $12, $13)
  ON CONFLICT (tenant_id, order_id) DO UPDATE SET
    is_cancelled = f.is_cancelled OR EXCLUDED.is_cancelled,
    is_departed = f.is_departed OR EXCLUDED.is_departed,
    wants_advance = coalesce(EXCLUDED.wants_advance, f.wants_advance),
    void_entry_numbers = f.void_entry_numbers || EXCLUDED.void_entry_numbers,
    entry_numbers = ARRAY(
      SELECT DISTINCT number FROM unnest(f.entry_numbers || EXCLUDED.entry_numbers) AS number
      WHERE number <> ALL (f.void_entry_numbers || EXCLUDED.void_entry_numbers) ORDER BY number),
    claim_id = CASE WHEN ${IS_VOID} THEN f.claim_id ELSE coalesce(EXCLUDED.claim_id, f.claim_id) END,
    refund_minor = CASE WHEN ${IS_VOID} THEN f.refund_minor ELSE coalesce(EXCLUDED.refund_minor, f.refund_minor) END,
    refund_currency = CASE WHEN ${IS_VOID} THEN f.refund_currency ELSE coalesce(EXCLUDED.refund_currency, f.refund_currency) END,
    claim_state = CASE WHEN ${IS_VOID} THEN f.claim_state
                       WHEN EXCLUDED.claim_state = 'matched' AND f.claim_id IS NOT DISTINCT FROM EXCLUDED.claim_id
                       THEN coalesce(f.claim_state, 'matched') ELSE coalesce(EXCLUDED.claim_state, f.claim_state) END,
    vat_invoices = CASE WHEN ${IS_VOID} OR cardinality(EXCLUDED.vat_invoices) = 0 THEN f.vat_invoices
                        ELSE EXCLUDED.vat_invoices END,
    updated_at = EXCLUDED.updated_at
  RETURNING ${COLUMNS}`;

/** The claim is no more, and its refund with it; another one that the order has by now stays. */
const FORGET_CLAIM = `
  INSERT INTO financing.order_facts AS f (tenant_id, order_id, void_claim_ids, updated_at) VALUES ($1, $2, ARRAY[$3::uuid], $4)
  ON CONFLICT (tenant_id, order_id) DO UPDATE SET
    void_claim_ids = f.void_claim_ids || EXCLUDED.void_claim_ids,
    claim_id = CASE WHEN f.claim_id = $3 THEN NULL ELSE f.claim_id END,
    refund_minor = CASE WHEN f.claim_id = $3 THEN NULL ELSE f.refund_minor END,
    refund_currency = CASE WHEN f.claim_id = $3 THEN NULL ELSE f.refund_currency END,
    claim_state = CASE WHEN f.claim_id = $3 THEN NULL ELSE f.claim_state END,
    vat_invoices = CASE WHEN f.claim_id = $3 THEN '{}' ELSE f.vat_invoices END,
    updated_at = EXCLUDED.updated_at`;

const READ = `
  SELECT ${COLUMNS} FROM financing.order_facts WHERE tenant_id = $1 AND order_id = $2`;

export async function learn(tx: Tx, orderId: string, facts: NewFacts): Promise<OrderFacts> {
  const values: SqlValue[] = [
    tx.tenantId,
    orderId,
    facts.wantsAdvance ?? null,
    facts.entryNumber ?? null,
    facts.claimId ?? null,
    facts.refund?.minor.toString() ?? null,
    facts.refund?.currency ?? null,
    facts.claimState ?? null,
    tx.now,
    facts.isCancelled ?? false,
    facts.voidEntryNumber ?? null,
    facts.isDeparted ?? false,
    facts.vatInvoices ?? [],
  ];
  const [row] = await tx.query<FactsRow>(LEARN, values);
  if (row === undefined) throw new Error('The facts were not kept');
  return toFacts(row);
}

/** A claim was given up: nothing is lent on its refund any more. */
export async function forgetClaim(tx: Tx, orderId: string, claimId: string): Promise<void> {
  await tx.query(FORGET_CLAIM, [tx.tenantId, orderId, claimId, tx.now]);
}

export async function readFacts(view: View, orderId: string): Promise<OrderFacts | null> {
  const [row] = await view.query<FactsRow>(READ, [view.tenantId, orderId]);
  return row === undefined ? null : toFacts(row);
}

function toFacts(row: FactsRow): OrderFacts {
  const { refund_minor: minor, refund_currency: currency } = row;
  return {
    orderId: row.order_id,
    wantsAdvance: row.wants_advance,
    isCancelled: row.is_cancelled,
    entryNumbers: row.entry_numbers,
    claimId: row.claim_id,
    refund: minor === null || currency === null ? null : Money.ofMinor(BigInt(minor), currency),
    claimState: row.claim_state,
    isDeparted: row.is_departed,
    vatInvoices: row.vat_invoices,
  };
}

/** Of an order that nothing has been heard of yet. */
export function noFacts(orderId: string): OrderFacts {
  return {
    ...{ orderId, wantsAdvance: null, isCancelled: false, entryNumbers: [], claimId: null, refund: null },
    ...{ claimState: null, isDeparted: false, vatInvoices: [] },
  };
}

/** One number is enough: the refund of an order that goes in several declarations is known only when all of them are cleared. */
export function isReleased({ entryNumbers }: Pick<OrderFacts, 'entryNumbers'>): boolean {
  return entryNumbers.length > 0;
}
