import { type EntityTarget, In, type ObjectLiteral } from 'typeorm';

import { type View } from '../../platform/database/session.js';

/** The tenant's rows of these ids, in the order of the ids. */
export async function findAll<Entity extends ObjectLiteral & { readonly id: string }>(
  view: View,
  entity: EntityTarget<Entity>,
  rows: readonly { readonly id: string }[],
): Promise<Entity[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const found = await view.manager.find(entity, { where: { tenantId: view.tenantId, id: In(ids) } as never });
  const byId = new Map(found.map((one) => [one.id, one]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
