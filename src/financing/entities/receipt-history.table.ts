import { type LocalDate } from '../../kernel/local-date.js';
import { type Currency } from '../../kernel/currency.js';
import { type Decimal } from '../../kernel/decimal.js';
import { newId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Valuation } from './warehouse-receipt.entity.js';

/** What a receipt was found to be worth. */
export interface KeptValuation extends Valuation {
  /** In pledge on that day. */
  readonly quantity: string;
}

/** Goods that left the pledge. */
export interface KeptRelease {
  readonly quantity: string;
  readonly leftQuantity: string;
  readonly reason: string;
  readonly releasedAt: Date;
}

interface ValuationRow {
  readonly minor: string;
  readonly currency: Currency;
  readonly quantity: string;
  readonly valuedOn: LocalDate;
  readonly source: string;
}

const KEEP_VALUATION = `
  INSERT INTO financing.receipt_valuation (tenant_id, id, receipt_id, value_minor, value_currency, quantity, valued_on, source, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const VALUATIONS = `
  SELECT value_minor::text AS minor, value_currency AS currency, quantity::text, valued_on::text AS "valuedOn", source
  FROM financing.receipt_valuation WHERE tenant_id = $1 AND receipt_id = $2 ORDER BY valued_on DESC, id DESC LIMIT 50`;
const KEEP_RELEASE = `
  INSERT INTO financing.receipt_release (tenant_id, id, receipt_id, quantity, left_quantity, reason, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const RELEASES = `
  SELECT quantity::text, left_quantity::text AS "leftQuantity", reason, created_at AS "releasedAt"
  FROM financing.receipt_release WHERE tenant_id = $1 AND receipt_id = $2 ORDER BY id DESC LIMIT 50`;
/** Principal that is owed, or may yet be paid out. */
const OWED = `
  SELECT subject_id AS id,
         sum(CASE WHEN state IN ('drawn', 'written_off') THEN outstanding_minor ELSE principal_minor END)::text AS owed
  FROM financing.advance
  WHERE tenant_id = $1 AND subject_kind = 'warehouse_receipt' AND subject_id = ANY($2::uuid[])
    AND state IN ('awaiting_approval', 'requested', 'drawn', 'written_off') AND id IS DISTINCT FROM $3::uuid
  GROUP BY subject_id`;

export async function keepValuation(
  tx: Tx,
  receiptId: string,
  quantity: Decimal,
  { value, valuedOn, source }: Valuation,
): Promise<void> {
  const values = [value.minor.toString(), value.currency, quantity.toFixed(), valuedOn, source];
  await tx.query(KEEP_VALUATION, [tx.tenantId, newId(), receiptId, ...values, tx.now]);
}

/** The latest first. */
export async function valuationsOf(view: View, receiptId: string): Promise<KeptValuation[]> {
  const rows = await view.query<ValuationRow>(VALUATIONS, [view.tenantId, receiptId]);
  return rows.map(({ minor, currency, ...rest }) => ({ ...rest, value: Money.ofMinor(BigInt(minor), currency) }));
}

export async function keepRelease(
  tx: Tx,
  receiptId: string,
  { quantity, left, reason }: { readonly quantity: Decimal; readonly left: Decimal; readonly reason: string },
): Promise<void> {
  const values = [quantity.toFixed(), left.toFixed(), reason];
  await tx.query(KEEP_RELEASE, [tx.tenantId, newId(), receiptId, ...values, tx.now]);
}

/** The latest first. */
export function releasesOf(view: View, receiptId: string): Promise<KeptRelease[]> {
  return view.query<KeptRelease>(RELEASES, [view.tenantId, receiptId]);
}

/**
 * What is owed on each of them, in minor units; those on which nothing is are left out.
 * @param except a loan that is being decided on
 */
export async function owedOn(
  view: View,
  receiptIds: readonly string[],
  except: string | null = null,
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await view.query<{ id: string; owed: string }>(OWED, [view.tenantId, receiptIds, except]);
  return new Map(rows.map(({ id, owed }) => [id, BigInt(owed)]));
}
