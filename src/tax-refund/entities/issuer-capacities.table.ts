import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type View } from '../../platform/database/session.js';
import { type IssuerProduct } from '../domain/issuer.js';
import { type Invoiced } from '../domain/issuer-capacity.js';

/** Of blue invoices that stand, less what red letters took back. */
const INVOICED = `
  SELECT l.hs_code AS "hsCode", l.unit, sum(l.quantity - l.red_quantity)::text AS quantity
  FROM tax_refund.invoice i
  JOIN tax_refund.invoice_line l ON l.tenant_id = i.tenant_id AND l.invoice_id = i.id
  WHERE i.tenant_id = $1 AND i.seller_tax_number = $2 AND i.red_of IS NULL AND i.state <> 'cancelled'
    AND i.issued_on BETWEEN $3 AND $4
  GROUP BY 1, 2`;

/** What was recorded of an issuer's invoices of one calendar year. */
export async function invoicedIn(view: View, taxNumber: string, year: string): Promise<Invoiced[]> {
  const values = [view.tenantId, taxNumber, `${year}-01-01`, `${year}-12-31`];
  const rows = await view.query<Omit<Invoiced, 'quantity'> & { quantity: string }>(INVOICED, values);
  return rows.map(({ quantity, ...row }) => ({ ...row, quantity: new Decimal(quantity) }));
}

/** A review with what its issuer said it can make. */
export interface CapacityReview {
  readonly id: string;
  readonly name: string;
  readonly products: readonly IssuerProduct[];
}

const REVIEW = `
  SELECT id, name, details -> 'products' AS products FROM tax_refund.invoice_issuer
  WHERE tenant_id = $1 AND tax_number = $2 AND state IN ('approved', 'expired') AND valid_from <= $3 AND valid_to >= $3
  ORDER BY id DESC LIMIT 1`;

/** The review that holds on a day of issue. */
export async function capacityReviewOn(view: View, taxNumber: string, day: LocalDate): Promise<CapacityReview | null> {
  const [review] = await view.query<CapacityReview>(REVIEW, [view.tenantId, taxNumber, day]);
  return review ?? null;
}
