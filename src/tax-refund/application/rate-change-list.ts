import { type View } from '../../platform/database/session.js';
import { equal, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { type RateChange } from '../entities/rate-changes.table.js';

const COLUMNS = `id, library_id AS "libraryId", version, order_id AS "orderId", order_reference AS "orderReference",
  export_date::text AS "exportDate", impact_minor::text AS "impactMinor", lines, created_at AS "createdAt"`;

/** What new issues of the library meant for orders; the newest first. */
export function listRateChanges(
  view: View,
  query: PageQuery,
  orderId: string | undefined,
): Promise<Page<RateChange & { readonly createdAt: Date }>> {
  return page(view, {
    table: 'tax_refund.rate_change',
    columns: COLUMNS,
    query,
    conditions: equal('order_id', orderId),
  });
}
