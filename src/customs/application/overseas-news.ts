import { publicId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { publish } from '../../platform/outbox/outbox.js';
import { fromFifths, toFifths } from '../domain/fifths.js';
import { type LotRow, lotsOf, type MovementRow, type OverseasSource } from '../entities/overseas-stock.table.js';

export function announceReceived(
  tx: Tx,
  source: { readonly type: OverseasSource; readonly id: string },
  lots: readonly LotRow[],
): void {
  const [first] = lots;
  if (first === undefined) return;
  const { warehouse, orderId } = first;
  publish(tx, {
    type: 'customs.overseas_stock.received',
    resource: source,
    ...(orderId === null ? {} : { orderId }),
    changed: ['lots'],
    data: { warehouse, arrivedOn: first.arrivedOn, lots: lots.map(newsOf) },
  });
}

export function announceMovements(
  tx: Tx,
  warehouse: string,
  movements: readonly MovementRow[],
  touched: readonly LotRow[],
): void {
  const [first] = movements;
  if (first === undefined) return;
  publish(tx, {
    type: 'customs.overseas_stock.moved',
    resource: { type: 'overseasMovement', id: first.id },
    changed: ['lots'],
    data: {
      warehouse,
      movements: movements.map(({ reference, kind, sku, quantity }) => ({ reference, kind, sku, quantity })),
      lots: touched.map(newsOf),
    },
  });
}

/** Tells of each declaration among them how all of its lines stand: what its refund in advance is settled by. */
export async function announceAccounts(tx: Tx, lots: readonly LotRow[]): Promise<void> {
  const declarations = lots.filter(({ sourceType }) => sourceType === 'declaration').map(({ sourceId }) => sourceId);
  for (const id of new Set(declarations)) {
    const all = await lotsOf(tx, 'declaration', id);
    const [first] = all;
    if (first?.orderId == null) continue;
    publish(tx, {
      type: 'customs.overseas_export.accounted',
      resource: { type: 'declaration', id },
      orderId: first.orderId,
      changed: ['lots'],
      data: {
        entryNumber: first.documentNo ?? '',
        asOf: tx.now.toISOString(),
        items: all.map(({ lineNo, version, declared, sold, lost, onHand }) => ({
          itemNumber: lineNo,
          revision: version,
          ...{ declared: plain(declared), sold: plain(sold), lost: plain(lost), unsold: plain(onHand) },
        })),
      },
    });
  }
}

function newsOf({ id, sku, lineNo, documentNo, declared, sold, lost, onHand }: LotRow) {
  return {
    id: publicId('overseasLot', id),
    ...{ sku, lineNo, documentNo },
    ...{ declared: plain(declared), sold: plain(sold), lost: plain(lost), onHand: plain(onHand) },
  };
}

/** Without the zeros that PostgreSQL adds. */
export function plain(quantity: string): string {
  return fromFifths(toFifths(quantity));
}
