import { type Currency } from '../../../kernel/currency.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { Allocation } from '../../entities/allocation.entity.js';
import { CollectionAccount } from '../../entities/collection-account.entity.js';
import { type Collection } from '../../entities/collection.entity.js';
import { type Suggestion } from '../../domain/collections/match-collection.js';

/** A collection with what it pays for. */
export interface MatchedCollection {
  readonly collection: Collection;
  readonly allocations: readonly Allocation[];
  /** What the rest of it may pay for, best first. */
  readonly suggestions: readonly Suggestion[];
}

/** Who holds the account's row is the only one to match money that came in on it. */
export function lockAccount(
  tx: Tx,
  by: { accountNumber: string } | { id: string } | { partyId: string; currency: Currency },
): Promise<CollectionAccount | null> {
  return tx.manager.findOne(CollectionAccount, {
    where: { tenantId: tx.tenantId, ...by },
    lock: { mode: 'for_no_key_update' },
  });
}

export async function withAllocations(view: View, collection: Collection): Promise<MatchedCollection> {
  const allocations = await allocationsOf(view, [collection.id]);
  return { collection, allocations: allocations.get(collection.id) ?? [], suggestions: [] };
}

export async function allocationsOf(view: View, ids: readonly string[]): Promise<ReadonlyMap<string, Allocation[]>> {
  if (ids.length === 0) return new Map();
  const rows = await view.manager
    .createQueryBuilder(Allocation, 'a')
    .where('a.tenant_id = :tenantId AND a.collection_id = ANY(:ids) AND a.undone_at IS NULL', {
      tenantId: view.tenantId,
      ids,
    })
    .orderBy('a.id')
    .getMany();
  return Map.groupBy(rows, ({ collectionId }) => collectionId);
}
