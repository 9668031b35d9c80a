import { type EventType } from '../../contracts/events.js';
import { type Words } from './entrusting-sentences.js';

type News = Extract<EventType, `customs.${'parcel_tax_bills' | 'overseas_export' | 'overseas_stock'}.${string}`>;

/** What is told of e-commerce beside how parcels move on: their tax bills, and stock abroad. */
export const ECOMMERCE_NEWS: { readonly [Type in News]: Words<Type> } = {
  'customs.parcel_tax_bills.changed': ({ bills }) => [
    `${bills.length} tax bills of e-commerce parcels`,
    `${bills.length} 份跨境电商电子税单更新`,
  ],
  'customs.parcel_tax_bills.differ': ({ bills }) => [
    `${bills.length} tax bills of e-commerce parcels differ from what was reckoned`,
    `${bills.length} 份跨境电商电子税单与测算不符`,
  ],
  'customs.overseas_export.departed': ({ entryNumber }) => [
    `Left for a warehouse abroad under ${entryNumber}: its taxes may be refunded before it is sold`,
    `海外仓货物已离境，报关单号 ${entryNumber}，可申报出口预退税`,
  ],
  'customs.overseas_export.accounted': ({ entryNumber }) => [
    `What was sold abroad of declaration ${entryNumber} is told`,
    `报关单 ${entryNumber} 的海外仓销售情况已更新`,
  ],
  'customs.overseas_stock.received': ({ warehouse, lots }) => [
    `${lots.length} declared lines came to warehouse ${warehouse}`,
    `${lots.length} 项申报货物已入海外仓 ${warehouse}`,
  ],
  'customs.overseas_stock.moved': ({ warehouse, movements }) => [
    `${movements.length} movements in warehouse ${warehouse}`,
    `海外仓 ${warehouse} 发生 ${movements.length} 笔出入库`,
  ],
};
