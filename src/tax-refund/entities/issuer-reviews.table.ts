import { type LocalDate } from '../../kernel/local-date.js';
import { type View } from '../../platform/database/session.js';

/** What a review that holds on a day covers. */
export interface ValidReview {
  readonly hsCodes: readonly string[];
}

/** The last day is in it; what was revoked holds no more, and what has expired holds for invoices of its time. */
const VALID = `
  SELECT ARRAY(SELECT p ->> 'hsCode' FROM jsonb_array_elements(details -> 'products') AS p) AS "hsCodes"
  FROM tax_refund.invoice_issuer
  WHERE tenant_id = $1 AND tax_number = $2 AND state IN ('approved', 'expired') AND valid_from <= $3 AND valid_to >= $3
  ORDER BY id DESC LIMIT 1`;

export async function reviewOn(view: View, taxNumber: string, day: LocalDate): Promise<ValidReview | null> {
  const [review] = await view.query<ValidReview>(VALID, [view.tenantId, taxNumber, day]);
  return review ?? null;
}
