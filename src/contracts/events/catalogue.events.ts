import { REASON } from './cause.js';
import { event, integer, text, type ValueOf } from './shape.js';

const PRODUCT = {
  reference: text('SPK-BT-35', 'Its number at the tenant'),
  hsCode: text('8516310000'),
} as const;
export type ProductNews = ValueOf<typeof PRODUCT>;

const VERSION = integer(1, 'Counts what was approved, from 1');

export const CATALOGUE_EVENTS = {
  'catalogue.product.entered': event(
    ['product'],
    'a [product](products.md) is on file, not yet approved',
    '商品已建档，尚未审批',
    PRODUCT,
  ),
  'catalogue.product.changed': event(
    ['product'],
    'a product has changed; it takes approval anew',
    '商品信息已变更，须重新审批',
    PRODUCT,
  ),
  'catalogue.product.submitted': event(
    ['product'],
    'handed in for approval; its elements are those of its code',
    '商品已提交审批，申报要素符合其商品编号',
    PRODUCT,
  ),
  'catalogue.product.approved': event(
    ['product'],
    'declarations may be filled from it, in this version',
    '商品已归档，可按该版本填制报关单',
    { ...PRODUCT, approvedVersion: VERSION },
  ),
  'catalogue.product.declined': event(['product'], 'it was not approved, with the reason', '商品未通过审批及原因', {
    ...PRODUCT,
    ...REASON,
  }),
} as const;
