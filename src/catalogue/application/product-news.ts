import { type ProductNews } from '../../contracts/events/catalogue.events.js';
import { type Reason } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, publish } from '../../platform/outbox/outbox.js';
import { type ProductState } from '../domain/product-status.js';
import { type Product } from '../entities/product.entity.js';

interface About {
  readonly resource: { readonly type: 'product'; readonly id: string };
  readonly changed: readonly string[];
}

function about({ id }: Product, changed: readonly string[] = ['state']): About {
  return { resource: { type: 'product', id }, changed };
}

function newsOf({ reference, hsCode }: Product): ProductNews {
  return { reference, hsCode };
}

export function noteProduct(
  tx: Tx,
  command: string,
  { id, state }: Product,
  from: ProductState | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  audit(tx, {
    action: `catalogue.product.${command}`,
    resourceType: 'product',
    resourceId: id,
    from,
    to: state,
    details,
  });
}

export function announceEntered(tx: Tx, product: Product): void {
  publish(tx, { type: 'catalogue.product.entered', ...about(product), creates: true, data: newsOf(product) });
}

export function announceChanged(tx: Tx, product: Product, fields: readonly string[]): void {
  publish(tx, { type: 'catalogue.product.changed', ...about(product, ['state', ...fields]), data: newsOf(product) });
}

export function announceSubmitted(tx: Tx, product: Product): void {
  publish(tx, { type: 'catalogue.product.submitted', ...about(product), data: newsOf(product) });
}

export function announceApproved(tx: Tx, product: Product, approvedVersion: number): void {
  const data = { ...newsOf(product), approvedVersion };
  publish(tx, { type: 'catalogue.product.approved', ...about(product, ['state', 'approvedVersion']), data });
}

export function announceDeclined(tx: Tx, product: Product, why: Reason): void {
  publish(tx, { type: 'catalogue.product.declined', ...about(product), data: { ...newsOf(product), ...why } });
}
