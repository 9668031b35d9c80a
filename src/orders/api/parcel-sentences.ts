import { type EventType } from '../../contracts/events.js';
import { type Words } from './entrusting-sentences.js';

type News = Extract<EventType, `customs.parcel_tax_bills.${string}`>;

/** What is told of parcels of e-commerce beside how they move on. */
export const PARCEL_NEWS: { readonly [Type in News]: Words<Type> } = {
  'customs.parcel_tax_bills.changed': ({ bills }) => [
    `${bills.length} tax bills of e-commerce parcels`,
    `${bills.length} 份跨境电商电子税单更新`,
  ],
  'customs.parcel_tax_bills.differ': ({ bills }) => [
    `${bills.length} tax bills of e-commerce parcels differ from what was reckoned`,
    `${bills.length} 份跨境电商电子税单与测算不符`,
  ],
};
