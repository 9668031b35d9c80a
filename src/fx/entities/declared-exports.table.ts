import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';

/** An export of an order, as customs told of it. */
export interface DeclaredExport {
  readonly declarationId: string;
  readonly orderId: string;
  readonly entryNumber: string;
  readonly exportDate: LocalDate;
  readonly supervisionMode: string;
  readonly total: Money;
  /** How many declarations the order has in all, as far as this one says. */
  readonly parts: number;
  /** Taken back since: withdrawn, or the goods never left. */
  readonly isVoid: boolean;
}

interface Row extends Omit<DeclaredExport, 'total'> {
  readonly minor: string;
  readonly currency: string;
}

const KEEP = `
  INSERT INTO fx.declared_export (tenant_id, declaration_id, order_id, entry_number, export_date, supervision_mode,
                                  total_minor, total_currency, parts, is_void, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (tenant_id, declaration_id) DO UPDATE SET
    entry_number = excluded.entry_number, export_date = excluded.export_date,
    supervision_mode = excluded.supervision_mode, total_minor = excluded.total_minor,
    total_currency = excluded.total_currency, parts = excluded.parts`;
/** Also where it comes before what it takes back: what comes later does not undo it. */
const VOID = `
  INSERT INTO fx.declared_export (tenant_id, declaration_id, order_id, entry_number, export_date, supervision_mode,
                                  total_minor, total_currency, parts, is_void, created_at)
  VALUES ($1, $2, $3, '', $4, '', 0, 'CNY', 1, true, $5)
  ON CONFLICT (tenant_id, declaration_id) DO UPDATE SET is_void = true`;
const OF_ORDERS = `
  SELECT declaration_id AS "declarationId", order_id AS "orderId", entry_number AS "entryNumber",
         export_date::text AS "exportDate", supervision_mode AS "supervisionMode", total_minor::text AS minor,
         total_currency AS currency, parts, is_void AS "isVoid"
  FROM fx.declared_export WHERE tenant_id = $1 AND order_id = ANY($2::uuid[]) ORDER BY export_date DESC, declaration_id DESC`;

/** Hearing of it again says the same, and does not bring back what was taken back. */
export async function keepExport(tx: Tx, declared: DeclaredExport): Promise<void> {
  const { declarationId, orderId, entryNumber, exportDate, supervisionMode, total, parts, isVoid } = declared;
  await tx.query(KEEP, [
    ...[tx.tenantId, declarationId, orderId, entryNumber, exportDate, supervisionMode],
    ...[total.minor.toString(), total.currency, parts, isVoid, tx.now],
  ]);
}

export async function voidExport(tx: Tx, declarationId: string, orderId: string): Promise<void> {
  await tx.query(VOID, [tx.tenantId, declarationId, orderId, tx.now.toISOString().slice(0, 10), tx.now]);
}

/** The latest first. */
export async function exportsOf(view: View, orderId: string): Promise<readonly DeclaredExport[]> {
  return (await exportsOfOrders(view, [orderId])).get(orderId) ?? [];
}

/** By order, the latest of each first. */
export async function exportsOfOrders(
  view: View,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DeclaredExport[]>> {
  const rows = await view.query<Row>(OF_ORDERS, [view.tenantId, orderIds]);
  const byOrder = new Map<string, DeclaredExport[]>();
  for (const { minor, currency, ...row } of rows) {
    const declared = { ...row, total: Money.ofMinor(BigInt(minor), currency) };
    byOrder.set(row.orderId, [...(byOrder.get(row.orderId) ?? []), declared]);
  }
  return byOrder;
}
