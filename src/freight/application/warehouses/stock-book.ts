import { In } from 'typeorm';

import { newId, publicId } from '../../../kernel/ids.js';
import { dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { moved, type MoveKind, onSiteChange } from '../../domain/warehouses/stock.js';
import { StockShortError } from '../../domain/warehouses/warehouse.errors.js';
import { SAY } from '../../domain/warehouses/warehouse.sentences.js';
import { StockLot } from '../../entities/stock-lot.entity.js';
import { Warehouse } from '../../entities/warehouse.entity.js';
import { accountFor } from './export-accounts.js';

export type MoveCause = 'inboundNotice' | 'outboundOrder' | 'stockCount' | 'stockLot';

/** Pieces of one lot that go from one place to another. */
export interface StockStep {
  readonly lot: StockLot;
  readonly kind: MoveKind;
  readonly pieces: number;
}

interface Cause {
  readonly type: MoveCause;
  readonly id: string;
  readonly reason?: string;
}

export function todayAt({ zone }: Warehouse, { now }: Tx): LocalDate {
  return dateInZone(now, zone);
}

const HOLD = `
  SELECT id FROM freight.stock_lot WHERE tenant_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
const HOLD_STOCK = `
  SELECT id FROM freight.stock_lot
  WHERE tenant_id = $1 AND warehouse_id = $2 AND sku = ANY($3::text[]) AND received_on IS NOT NULL AND NOT is_cancelled
  ORDER BY id FOR NO KEY UPDATE`;

/** These lots, held until the transaction is over; always in the order of their ids, so that no two wait for each other. */
export async function holdLots(tx: Tx, ids: readonly string[]): Promise<StockLot[]> {
  await tx.query(HOLD, [tx.tenantId, [...new Set(ids)]]);
  return readLots(tx, ids);
}

/** All lots of these SKUs that are stock of a warehouse, held. */
export async function holdStock(tx: Tx, warehouseId: string, skus: readonly string[]): Promise<StockLot[]> {
  const rows = await tx.query<{ id: string }>(HOLD_STOCK, [tx.tenantId, warehouseId, [...new Set(skus)]]);
  return readLots(
    tx,
    rows.map(({ id }) => id),
  );
}

export function readLots(view: View, ids: readonly string[]): Promise<StockLot[]> {
  return view.manager.find(StockLot, { where: { tenantId: view.tenantId, id: In([...ids]) }, order: { id: 'ASC' } });
}

export function lotsOfNotice(view: View, noticeId: string): Promise<StockLot[]> {
  return view.manager.find(StockLot, { where: { tenantId: view.tenantId, noticeId }, order: { lineNo: 'ASC' } });
}

const KEEP = `
  INSERT INTO freight.stock_move (tenant_id, warehouse_id, cause, cause_id, reason, day, created_at, id, lot_id, kind, pieces, on_site)
  SELECT $1, $2, $3, $4, $5, $6, $7, m.*
  FROM unnest($8::uuid[], $9::uuid[], $10::text[], $11::int[], $12::int[]) AS m`;

/**
 * Moves pieces of lots that are held, all steps or none, and tells of it.
 * @throws StockShortError
 */
export async function moveStock(
  tx: Tx,
  warehouse: Warehouse,
  steps: readonly StockStep[],
  cause: Cause,
): Promise<void> {
  const real = steps.filter(({ pieces }) => pieces > 0);
  for (const { lot, kind, pieces } of real) {
    const balance = moved(lot, kind, pieces);
    if (balance === null) throw shortOf(lot, pieces);
    lot.stand(balance, tx.now);
  }
  const touched = [...new Set(real.map(({ lot }) => lot))];
  for (const lot of touched) await tx.store(StockLot, lot);
  if (real.length === 0) return;
  await tx.query(KEEP, [
    ...[tx.tenantId, warehouse.id, cause.type, cause.id, cause.reason ?? null, todayAt(warehouse, tx), tx.now],
    real.map(() => newId()),
    real.map(({ lot }) => lot.id),
    real.map(({ kind }) => kind),
    real.map(({ pieces }) => pieces),
    real.map(({ kind, pieces }) => onSiteChange(kind, pieces)),
  ]);
  // News of a warehouse are numbered: whoever moves other lots of it meanwhile tells of that afterwards.
  await tx.lock(Warehouse, warehouse.id);
  tell(tx, warehouse, real, cause);
  const changing = real.filter(({ kind }) => kind !== 'allocation' && kind !== 'deallocation');
  await accountFor(
    tx,
    changing.map(({ lot }) => lot.declarationId),
  );
}

function shortOf({ sku, lot, id }: StockLot, quantity: number): StockShortError {
  return new StockShortError(SAY.lot_short({ sku, lot, quantity }), {
    ...{ sku, lot, lotId: publicId('stockLot', id), quantity },
  });
}

function tell(tx: Tx, warehouse: Warehouse, steps: readonly StockStep[], { type, id }: Cause): void {
  publish(tx, {
    type: 'freight.stock.moved',
    resource: { type: 'warehouse', id: warehouse.id },
    changed: ['stock'],
    data: {
      ...{ warehouse: warehouse.code, cause: type, causeId: publicId(type, id) },
      moves: steps.map(({ lot, kind, pieces }) => ({
        ...{ lotId: publicId('stockLot', lot.id), sku: lot.sku, lot: lot.lot, kind, pieces },
        declarationId: lot.declarationId === null ? null : publicId('declaration', lot.declarationId),
        itemNumber: lot.itemNumber,
        ...{ onHand: lot.onHand, allocated: lot.allocated, damaged: lot.damaged },
      })),
    },
  });
}
