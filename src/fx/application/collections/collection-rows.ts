import { In } from 'typeorm';

import { type Currency } from '../../../kernel/currency.js';
import { fieldIndexes } from '../../../platform/database/sealed-fields.js';
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

/**
 * Holds several accounts, by their numbers or by whose they are, in the one order in which everybody takes rows of this module:
 * accounts (by seller and currency), collections (by id) and what is of one of them (its declaration, its refunds), receivables
 * (by order), what is of one of these (allocations, reviews, checks, reports, forwards, conversions), names of payers, the ledger.
 * Whoever needs a row takes all that come before it first; see docs/fx-collections.md.
 */
export function lockAccounts(
  tx: Tx,
  { numbers = [], partyIds = [] }: { readonly numbers?: readonly string[]; readonly partyIds?: readonly string[] },
): Promise<CollectionAccount[]> {
  return tx.manager.find(CollectionAccount, {
    where: [
      { tenantId: tx.tenantId, numberIndex: In(fieldIndexes(tx.tenantId, numbers)) },
      // Rows from before numbers were sealed.
      { tenantId: tx.tenantId, keptNumber: In(numbers) },
      { tenantId: tx.tenantId, partyId: In(partyIds) },
    ],
    order: { partyId: 'ASC', currency: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
}

/** Those that are ours, by their numbers; held. */
export async function lockByNumber(
  tx: Tx,
  reports: readonly { readonly accountNumber: string }[],
): Promise<ReadonlyMap<string, CollectionAccount>> {
  const held = await lockAccounts(tx, { numbers: reports.map(({ accountNumber }) => accountNumber) });
  return new Map(held.map((account) => [account.accountNumber ?? '', account]));
}

/** Who holds the account's row is the only one to match money that came in on it. Of several, see `lockAccounts`. */
export function lockAccount(
  tx: Tx,
  by: { id: string } | { partyId: string; currency: Currency },
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
