import { type EntityTarget, In, type ObjectLiteral } from 'typeorm';

import { type View } from '../database/session.js';
import { page, type Page, type PageOptions } from './paging.js';

/** A page of entities: their ids by keyset, then the rows, in two statements. */
export async function entityPage<Row extends ObjectLiteral & { readonly id: string }>(
  view: View,
  entity: EntityTarget<Row>,
  options: Omit<PageOptions, 'columns'>,
): Promise<Page<Row>> {
  const { data, nextCursor } = await page<{ id: string }>(view, { ...options, columns: 'id' });
  if (data.length === 0) return { data: [], nextCursor };
  const where = { tenantId: view.tenantId, id: In(data.map(({ id }) => id)) };
  const rows = await view.manager.findBy(entity, where as never);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { data: data.flatMap(({ id }) => byId.get(id) ?? []), nextCursor };
}
