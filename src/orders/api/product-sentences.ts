import { type EventType } from '../../contracts/events.js';
import { type Words } from './entrusting-sentences.js';

type ProductEvent = Extract<EventType, `catalogue.product.${string}`>;

/** How a product comes to be on file. */
export const PRODUCT_NEWS: { readonly [Type in ProductEvent]: Words<Type> } = {
  'catalogue.product.entered': ({ reference }) => [`Product ${reference} put on file`, `商品 ${reference} 已建档`],
  'catalogue.product.changed': ({ reference }) => [`Product ${reference} changed`, `商品 ${reference} 已变更`],
  'catalogue.product.submitted': ({ reference }) => [
    `Product ${reference} submitted for approval`,
    `商品 ${reference} 已提交审批`,
  ],
  'catalogue.product.approved': ({ reference, approvedVersion }) => [
    `Product ${reference} approved, version ${approvedVersion}`,
    `商品 ${reference} 已归档，版本 ${approvedVersion}`,
  ],
  'catalogue.product.declined': ({ reference, reason }) => [
    `Product ${reference} not approved: ${reason}`,
    `商品 ${reference} 未通过审批：${reason}`,
  ],
};
