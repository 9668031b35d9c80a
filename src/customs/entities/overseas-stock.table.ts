import { type LocalDate } from '../../kernel/local-date.js';
import { newId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type MovementKind } from '../domain/overseas/stock.js';

export const OVERSEAS_SOURCES = ['declaration', 'parcel'] as const;
export type OverseasSource = (typeof OVERSEAS_SOURCES)[number];

/** A line that was declared out, as it comes to a warehouse. */
export interface NewLot {
  readonly warehouse: string;
  readonly sku: string;
  readonly sourceType: OverseasSource;
  readonly sourceId: string;
  /** Of a declaration. */
  readonly orderId: string | null;
  readonly lineNo: number;
  /** 报关单号 or 清单编号. */
  readonly documentNo: string | null;
  readonly orderNo: string;
  readonly goodsName: string;
  readonly hsCode: string;
  readonly unit: string;
  readonly exportDate: LocalDate | null;
  readonly arrivedOn: LocalDate;
  /** In `unit`, up to five decimals. */
  readonly declared: string;
}

export interface LotRow extends NewLot {
  readonly id: string;
  readonly onHand: string;
  readonly sold: string;
  readonly lost: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface MovementRow {
  readonly id: string;
  readonly warehouse: string;
  readonly reference: string;
  readonly kind: MovementKind;
  readonly sku: string;
  readonly quantity: string;
  readonly occurredOn: LocalDate;
  /** The stated line. */
  readonly lotId: string | null;
  readonly orderNo: string | null;
  readonly allocations: readonly KeptAllocation[];
  readonly createdAt: Date;
}

export interface KeptAllocation {
  readonly lotId: string;
  readonly quantity: string;
}

export const LOT_TABLE = 'customs.overseas_lot';
export const LOT_COLUMNS = `id, warehouse, sku, source_type AS "sourceType", source_id AS "sourceId", order_id AS "orderId",
  line_no AS "lineNo", document_no AS "documentNo", order_no AS "orderNo", goods_name AS "goodsName", hs_code AS "hsCode", unit,
  export_date::text AS "exportDate", arrived_on::text AS "arrivedOn", declared, on_hand AS "onHand", sold, lost, version,
  created_at AS "createdAt", updated_at AS "updatedAt"`;
export const MOVEMENT_TABLE = 'customs.overseas_movement';
export const MOVEMENT_COLUMNS = `id, warehouse, reference, kind, sku, quantity, occurred_on::text AS "occurredOn", lot_id AS "lotId",
  order_no AS "orderNo", allocations, created_at AS "createdAt"`;

const INSERT = `
  INSERT INTO customs.overseas_lot (tenant_id, created_at, updated_at, id, warehouse, sku, source_type, source_id, order_id, line_no,
    document_no, order_no, goods_name, hs_code, unit, export_date, arrived_on, declared, on_hand, sold, lost)
  SELECT $1, $2, $2, l.*, l.declared, 0, 0
  FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::int[], $10::text[], $11::text[],
    $12::text[], $13::text[], $14::text[], $15::date[], $16::date[], $17::numeric[])
    AS l (id, warehouse, sku, source_type, source_id, order_id, line_no, document_no, order_no, goods_name, hs_code, unit,
          export_date, arrived_on, declared)
  ON CONFLICT (tenant_id, source_type, source_id, line_no) DO NOTHING
  RETURNING ${LOT_COLUMNS}`;

/** @returns those that were not there yet, by line */
export async function insertLots(tx: Tx, lots: readonly NewLot[]): Promise<LotRow[]> {
  const column = <Key extends keyof NewLot>(key: Key): NewLot[Key][] => lots.map((lot) => lot[key]);
  const rows = await tx.query<LotRow>(INSERT, [
    ...[tx.tenantId, tx.now, lots.map(() => newId()), column('warehouse'), column('sku'), column('sourceType')],
    ...[column('sourceId'), column('orderId'), column('lineNo'), column('documentNo'), column('orderNo')],
    ...[
      column('goodsName'),
      column('hsCode'),
      column('unit'),
      column('exportDate'),
      column('arrivedOn'),
      column('declared'),
    ],
  ]);
  return rows.sort((left, right) => left.lineNo - right.lineNo);
}

const OF_SOURCE = `
  SELECT ${LOT_COLUMNS} FROM customs.overseas_lot
  WHERE tenant_id = $1 AND source_type = $2 AND source_id = $3 ORDER BY line_no`;

export function lotsOf(view: View, type: OverseasSource, id: string): Promise<LotRow[]> {
  return view.query<LotRow>(OF_SOURCE, [view.tenantId, type, id]);
}

const LOCKED = `
  SELECT ${LOT_COLUMNS} FROM customs.overseas_lot
  WHERE tenant_id = $1 AND warehouse = $2 AND sku = ANY ($3::text[]) ORDER BY id FOR UPDATE`;

/** All of these products in a warehouse, held until the transaction is over. */
export function lockLots(tx: Tx, warehouse: string, skus: readonly string[]): Promise<LotRow[]> {
  return tx.query<LotRow>(LOCKED, [tx.tenantId, warehouse, skus]);
}

export async function findLot(view: View, id: string): Promise<LotRow | null> {
  const sql = `SELECT ${LOT_COLUMNS} FROM customs.overseas_lot WHERE tenant_id = $1 AND id = $2`;
  return (await view.query<LotRow>(sql, [view.tenantId, id]))[0] ?? null;
}

const STAND = `
  UPDATE customs.overseas_lot o SET on_hand = l.on_hand, sold = l.sold, lost = l.lost, version = o.version + 1, updated_at = $2
  FROM unnest($3::uuid[], $4::numeric[], $5::numeric[], $6::numeric[]) AS l (id, on_hand, sold, lost)
  WHERE o.tenant_id = $1 AND o.id = l.id`;

export async function storeLots(
  tx: Tx,
  lots: readonly { readonly id: string; readonly onHand: string; readonly sold: string; readonly lost: string }[],
): Promise<void> {
  const values = [lots.map(({ id }) => id), lots.map(({ onHand }) => onHand)];
  await tx.query(STAND, [tx.tenantId, tx.now, ...values, lots.map(({ sold }) => sold), lots.map(({ lost }) => lost)]);
}

const TOLD = `
  SELECT ${MOVEMENT_COLUMNS} FROM customs.overseas_movement WHERE tenant_id = $1 AND warehouse = $2 AND reference = ANY ($3::text[])`;

export function movementsTold(view: View, warehouse: string, references: readonly string[]): Promise<MovementRow[]> {
  return view.query<MovementRow>(TOLD, [view.tenantId, warehouse, references]);
}

const KEEP = `
  INSERT INTO customs.overseas_movement (tenant_id, created_at, id, warehouse, reference, kind, sku, quantity, occurred_on, lot_id,
    order_no, allocations)
  SELECT $1, $2, m.* FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::numeric[], $9::date[], $10::uuid[],
    $11::text[], $12::jsonb[]) AS m`;

export async function insertMovements(tx: Tx, movements: readonly MovementRow[]): Promise<void> {
  const column = <Key extends keyof MovementRow>(key: Key): MovementRow[Key][] => movements.map((one) => one[key]);
  await tx.query(KEEP, [
    ...[tx.tenantId, tx.now, column('id'), column('warehouse'), column('reference'), column('kind'), column('sku')],
    ...[column('quantity'), column('occurredOn'), column('lotId'), column('orderNo')],
    movements.map(({ allocations }) => JSON.stringify(allocations)),
  ]);
}
