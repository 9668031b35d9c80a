import { publicId } from '../../../kernel/ids.js';
import { type Tx } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { type GoodsReturn } from '../../domain/warehouses/returns.js';
import { differenceOf } from '../../domain/warehouses/stock-count.js';
import { type InboundNotice } from '../../entities/inbound-notice.entity.js';
import { type OutboundOrder, type StockCount } from '../../entities/outbound-order.entity.js';
import { type StockLot } from '../../entities/stock-lot.entity.js';

type InboundEvent = `freight.inbound.${
  'announced' | 'departed' | 'arrived' | 'inspected' | 'stocked' | 'discrepancy' | 'cancelled'}`;

export function announceInbound(
  tx: Tx,
  type: InboundEvent,
  { notice, lots }: { readonly notice: InboundNotice; readonly lots: readonly StockLot[] },
): void {
  publish(tx, {
    type,
    resource: { type: 'inboundNotice', id: notice.id },
    ...(type === 'freight.inbound.announced' ? { creates: true } : { changed: ['state'] }),
    data: {
      ...{ reference: notice.reference, warehouseId: publicId('warehouse', notice.warehouseId) },
      declarationId: notice.declarationId === null ? null : publicId('declaration', notice.declarationId),
      lines: lots.map(({ id, sku, lot, itemNumber, announced, accepted, rejected, missing }) => ({
        ...{ lotId: publicId('stockLot', id), sku, lot, itemNumber },
        ...{ announced, accepted, damaged: rejected, missing },
      })),
    },
  });
}

type OutboundEvent = `freight.outbound.${'allocated' | 'released' | 'dispatched' | 'cancelled'}`;

export function announceOutbound(tx: Tx, type: OutboundEvent, order: OutboundOrder): void {
  const { id, warehouseId, orderReference, carrier, trackingNumber, allocations } = order;
  publish(tx, {
    type,
    resource: { type: 'outboundOrder', id },
    ...(type === 'freight.outbound.allocated' ? { creates: true } : { changed: ['state'] }),
    data: {
      ...{ warehouseId: publicId('warehouse', warehouseId), orderReference, carrier, trackingNumber },
      lines: allocations.map(({ lotId, sku, lot, pieces }) => ({
        ...{ lotId: publicId('stockLot', lotId), sku, lot, pieces },
      })),
    },
  });
}

export function announceReturned(tx: Tx, { id, orderReference }: OutboundOrder, back: GoodsReturn): void {
  publish(tx, {
    type: 'freight.outbound.returned',
    resource: { type: 'outboundOrder', id },
    changed: ['returns'],
    data: {
      ...{ orderReference, reference: back.reference },
      lines: back.lines.map(({ lotId, pieces, disposition }) => ({
        ...{ lotId: publicId('stockLot', lotId), pieces, disposition },
      })),
    },
  });
}

type CountEvent = `freight.stock_count.${'started' | 'counted' | 'adjusted' | 'cancelled'}`;

export function announceCount(tx: Tx, type: CountEvent, count: StockCount): void {
  const { id, warehouseId, reference, lines, reason } = count;
  publish(tx, {
    type,
    resource: { type: 'stockCount', id },
    ...(type === 'freight.stock_count.started' ? { creates: true } : { changed: ['state'] }),
    data: {
      ...{ warehouseId: publicId('warehouse', warehouseId), reference, reason },
      lots: lines.length,
      differences: lines.filter((line) => (differenceOf(line) ?? 0) !== 0).length,
    },
  });
}
