import { type EventType } from '../../contracts/events.js';
import { type Words } from './entrusting-sentences.js';

type OfWarehouses = Extract<
  EventType,
  | `freight.warehouse.${string}`
  | `freight.inbound.${string}`
  | `freight.stock.${string}`
  | `freight.outbound.${string}`
  | `freight.stock_count.${string}`
  | `freight.warehouse_statement.${string}`
  | `freight.overseas_export.${string}`
>;

/** What is said of warehouses abroad. */
export const OF_WAREHOUSES: { readonly [Type in OfWarehouses]: Words<Type> } = {
  'freight.warehouse.opened': ({ code, unLocode }) => [
    `Warehouse ${code} in ${unLocode}`,
    `已登记 ${unLocode} 仓库 ${code}`,
  ],
  'freight.warehouse.changed': ({ code, name }) => [
    `Warehouse ${code} is called ${name}`,
    `仓库 ${code} 更名为 ${name}`,
  ],
  'freight.warehouse.priced': ({ code, validFrom }) => [
    `Warehouse ${code} has other prices from ${validFrom}`,
    `仓库 ${code} 自 ${validFrom} 起采用新价目`,
  ],
  'freight.inbound.announced': ({ reference }) => [
    `Announced to the warehouse: ${reference}`,
    `已预约入库：${reference}`,
  ],
  'freight.inbound.departed': ({ reference }) => [
    `On its way to the warehouse: ${reference}`,
    `已发往仓库：${reference}`,
  ],
  'freight.inbound.arrived': ({ reference }) => [`At the warehouse: ${reference}`, `已到仓：${reference}`],
  'freight.inbound.inspected': ({ reference }) => [`Inspected: ${reference}`, `已检验：${reference}`],
  'freight.inbound.stocked': ({ reference }) => [`In stock as announced: ${reference}`, `已按预约上架：${reference}`],
  'freight.inbound.discrepancy': ({ reference }) => [
    `In stock, with differences: ${reference}`,
    `已上架但有差异：${reference}`,
  ],
  'freight.inbound.cancelled': ({ reference }) => [
    `Inbound notice cancelled: ${reference}`,
    `入库预约已取消：${reference}`,
  ],
  'freight.stock.moved': ({ warehouse, moves }) => [
    `Stock of ${warehouse} has moved: ${moves.length} ${moves.length === 1 ? 'line' : 'lines'}`,
    `仓库 ${warehouse} 库存变动 ${moves.length} 条`,
  ],
  'freight.outbound.allocated': ({ orderReference }) => [
    `Stock is promised to ${orderReference}`,
    `已为 ${orderReference} 分配库存`,
  ],
  'freight.outbound.released': ({ orderReference }) => [
    `${orderReference} may be picked`,
    `${orderReference} 已下发拣货`,
  ],
  'freight.outbound.dispatched': ({ orderReference, carrier, trackingNumber }) => [
    `${orderReference} has left with ${carrier ?? '—'}: ${trackingNumber ?? '—'}`,
    `${orderReference} 已由 ${carrier ?? '—'} 承运出库：${trackingNumber ?? '—'}`,
  ],
  'freight.outbound.cancelled': ({ orderReference }) => [
    `${orderReference} does not leave`,
    `${orderReference} 出库已取消`,
  ],
  'freight.outbound.returned': ({ orderReference, reference }) => [
    `Of ${orderReference} something came back: ${reference}`,
    `${orderReference} 有退货：${reference}`,
  ],
  'freight.stock_count.started': ({ reference, lots }) => [
    `Count ${reference} of ${lots} lots has begun`,
    `盘点 ${reference} 已开始，共 ${lots} 个批次`,
  ],
  'freight.stock_count.counted': ({ reference, differences }) => [
    `Count ${reference}: ${differences} lots differ`,
    `盘点 ${reference}：${differences} 个批次有差异`,
  ],
  'freight.stock_count.adjusted': ({ reference }) => [
    `The differences of count ${reference} are booked`,
    `盘点 ${reference} 差异已入账`,
  ],
  'freight.stock_count.cancelled': ({ reference }) => [`Count ${reference} cancelled`, `盘点 ${reference} 已取消`],
  'freight.warehouse_statement.issued': ({ period, total }) => [
    `Warehouse statement of ${period}: ${total.amount} ${total.currency}`,
    `${period} 仓储账单：${total.amount} ${total.currency}`,
  ],
  'freight.overseas_export.accounted': ({ entryNumber }) => [
    `Declaration ${entryNumber} is accounted for in warehouses abroad`,
    `报关单 ${entryNumber} 海外仓货物已核对`,
  ],
};
