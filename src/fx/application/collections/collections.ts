import { Injectable } from '@nestjs/common';

import { type Currency } from '../../../kernel/currency.js';
import { newId } from '../../../kernel/ids.js';
import { type AccountCode, Ledger, type LedgerEntry } from '../../../ledger/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { type Condition } from '../../../platform/http/condition.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type AccountNotice, type BankEntry } from '../../domain/bank-files/bank-message.js';
import { COLLECTION } from '../../domain/collections/collection-status.js';
import { AccountUnknownError, OrderNotOwedError } from '../../domain/collections/collection.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { type Match, matchByPerson } from '../../domain/collections/match-collection.js';
import { isSameName, normaliseName } from '../../domain/collections/payer-name.js';
import { findReversed } from '../../domain/bank-files/find-reversed.js';
import { isKnown } from '../../domain/bank-files/bank-file-outcome.js';
import { Allocation } from '../../entities/allocation.entity.js';
import { knownMovements, reversible } from '../../entities/bank-movements.table.js';
import { CollectionAccount } from '../../entities/collection-account.entity.js';
import { Collection } from '../../entities/collection.entity.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { Debts } from './debts.js';
import { Proceeds } from '../payouts/proceeds.js';
import { FundReviews } from '../safe/fund-reviews.js';
import { Receivables } from './receivables.js';

export interface CollectionFilter {
  readonly state?: string | undefined;
  readonly partyId?: string | undefined;
  readonly orderId?: string | undefined;
}

/** A collection with what it pays for. */
export interface MatchedCollection {
  readonly collection: Collection;
  readonly allocations: readonly Allocation[];
}

/** How many receipts a new order looks at; more than these wait for a person anyway. */
const REMATCH_MAX = 100;

/** Money from buyers: taken in from the bank's notices, booked, and matched to the orders it pays for. */
@Injectable()
export class Collections {
  constructor(
    private readonly debts: Debts,
    private readonly receivables: Receivables,
    private readonly proceeds: Proceeds,
    private readonly ledger: Ledger,
    private readonly reviews: FundReviews,
  ) {}

  /**
   * Takes in what the bank reports. A movement reported before changes nothing, by the bank's reference.
   * @throws AccountUnknownError when an account is not (yet) one of ours; nothing is taken in then
   */
  async takeIn(tx: Tx, notices: readonly AccountNotice[], inboxMessageId: string): Promise<void> {
    // In the order of their numbers, so that two messages about the same accounts do not wait for each other.
    const sorted = [...notices].sort((left, right) => (left.accountNumber < right.accountNumber ? -1 : 1));
    for (const { accountNumber, entries } of sorted) {
      // Who holds the account's row is the only one to match money that came in on it.
      const account = await lockAccount(tx, { accountNumber });
      if (account === null) {
        throw new AccountUnknownError(SAY.no_such_account_number, { endsIn: accountNumber.slice(-4) });
      }
      for (const entry of await this.unknown(tx, account, entries)) await this.take(tx, account, entry, inboxMessageId);
    }
  }

  /**
   * A person says which order the rest of a collection pays for. A payer that the buyer was not known by is remembered.
   * @throws ResourceNotFoundError, IllegalTransitionError, OrderNotOwedError, StaleVersionError
   */
  async matchByHand(tx: Tx, id: string, orderId: string): Promise<MatchedCollection> {
    const found = await tx.find(Collection, id);
    if (found !== null) await lockAccount(tx, { id: found.accountId });
    const collection = await tx.lock(Collection, id);
    if (collection === null) throw new ResourceNotFoundError(SAY.no_such_collection);
    tx.assertFresh(collection);
    COLLECTION.next(collection.state, 'match');
    const receivable = await this.receivables.lock(tx, orderId);
    const { partyId, surplus } = collection;
    if (receivable?.partyId !== partyId || receivable.expected.currency !== surplus.currency) {
      throw new OrderNotOwedError(SAY.order_not_of_seller);
    }
    const [debt] = await this.debts.of(tx, [receivable]);
    const match = debt === undefined ? null : matchByPerson(surplus, debt);
    if (match === null || match.shares.length === 0) throw new OrderNotOwedError(SAY.nothing_owed);
    collection.match({ surplus: match.surplus, explanation: match, now: tx.now });
    await tx.store(Collection, collection);
    await this.learn(tx, collection, receivable);
    await this.share(tx, collection, match, [receivable]);
    return this.withAllocations(tx, collection);
  }

  /**
   * A debt has become known: money that came before it may be its. The account's lock settles who is second, the receipt
   * or the order, and the second one finds the other.
   */
  async rematch(
    tx: Tx,
    { partyId, currency }: { readonly partyId: string; readonly currency: Currency },
  ): Promise<void> {
    const account = await lockAccount(tx, { partyId, currency });
    if (account === null) return;
    const waiting = await tx.manager.find(Collection, {
      where: { tenantId: tx.tenantId, accountId: account.id, state: 'unmatched' },
      order: { id: 'ASC' },
      take: REMATCH_MAX,
      lock: { mode: 'for_no_key_update' },
    });
    for (const collection of waiting) {
      const { match, receivables } = await this.debts.match(tx, collection);
      if (match.by === null) continue;
      collection.match({ surplus: match.surplus, explanation: match, now: tx.now });
      await tx.store(Collection, collection);
      await this.share(tx, collection, match, receivables);
    }
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<MatchedCollection> {
    const collection = await view.find(Collection, id);
    if (collection === null) throw new ResourceNotFoundError(SAY.no_such_collection);
    return this.withAllocations(view, collection);
  }

  async list(view: View, query: PageQuery, filter: CollectionFilter): Promise<Page<MatchedCollection>> {
    const { state, partyId, orderId } = filter;
    const conditions = [...among('state', state), ...equal('party_id', partyId), ...paysFor(orderId)];
    const { data, nextCursor } = await entityPage(view, Collection, { table: 'fx.collection', query, conditions });
    const allocations = await allocationsOf(
      view,
      data.map(({ id }) => id),
    );
    return {
      data: data.map((collection) => ({ collection, allocations: allocations.get(collection.id) ?? [] })),
      nextCursor,
    };
  }

  private async unknown(tx: Tx, account: CollectionAccount, entries: readonly BankEntry[]): Promise<BankEntry[]> {
    const known = await knownMovements(tx, account.id, entries);
    // One message may name a movement twice.
    const byReference = new Map(entries.map((entry) => [`${entry.kind} ${entry.bankReference}`, entry]));
    return [...byReference.values()].filter((entry) => !entry.amount.isZero() && !isKnown(entry, known));
  }

  private async take(tx: Tx, account: CollectionAccount, entry: BankEntry, inboxMessageId: string): Promise<void> {
    const facts = { tenantId: tx.tenantId, id: newId(), accountId: account.id, partyId: account.partyId, entry };
    const reverses = entry.kind === 'reversal' ? await this.reversedBy(tx, account, entry) : null;
    const collection = Collection.report({ ...facts, reverses, explanation: NOT_MATCHED, inboxMessageId, now: tx.now });
    if (collection.state === 'set_aside') {
      await tx.insert(Collection, collection);
      this.audit(tx, collection, 'collection.set_aside', null);
      return;
    }
    // Receivables before balances, as conversions hold them: the other way round the two would wait for each other.
    const { match, receivables } = await this.debts.match(tx, collection);
    const credited = await this.reviews.accountOf(tx, collection);
    await this.ledger.post(tx, creditEntry(collection, credited));
    if (match.by === null) collection.leaveUnmatched(match);
    else collection.match({ surplus: match.surplus, explanation: match, now: tx.now });
    await tx.insert(Collection, collection);
    await this.reviews.note(tx, collection, credited);
    this.announce(tx, collection, match);
    await this.share(tx, collection, match, receivables);
  }

  private async reversedBy(tx: Tx, account: CollectionAccount, entry: BankEntry): Promise<string | null> {
    return findReversed(entry, await reversible(tx, account.id, entry))?.id ?? null;
  }

  private announce(tx: Tx, collection: Collection, match: Match): void {
    const [first, second] = match.shares;
    publish(tx, {
      type: 'fx.collection.credited',
      resource: { type: 'collection', id: collection.id },
      orderId: second === undefined ? (first?.orderId ?? null) : null,
      creates: true,
      changed: ['state'],
      data: {
        amount: collection.amount.toJSON(),
        charges: collection.charges?.toJSON() ?? null,
        remittance: collection.remittance,
      },
    });
    this.audit(tx, collection, 'collection.credited', null);
    if (match.by !== null) return;
    publish(tx, {
      type: 'fx.collection.unmatched',
      resource: { type: 'collection', id: collection.id },
      data: { amount: collection.amount.toJSON() },
    });
  }

  /** Gives each order its share, and lets the order go on from there. */
  private async share(tx: Tx, collection: Collection, match: Match, receivables: readonly Receivable[]): Promise<void> {
    if (match.by === null) return;
    const tolerances = new Map((await this.debts.of(tx, receivables)).map((debt) => [debt.orderId, debt.tolerance]));
    for (const { orderId, amount } of match.shares) {
      const receivable = receivables.find(({ id }) => id === orderId);
      const tolerance = tolerances.get(orderId);
      if (receivable === undefined || tolerance === undefined)
        throw new Error(`Order ${orderId} was matched and is not owed`);
      await this.proceeds.pass(tx, { collection, receivable, amount, by: match.by, tolerance });
    }
    this.audit(tx, collection, 'collection.matched', 'unmatched');
  }

  /** The next payment under this name is recognised. */
  private async learn(tx: Tx, { payerName }: Collection, { buyerId, buyerName }: Receivable): Promise<void> {
    if (payerName === null || isSameName(payerName, buyerName)) return;
    const key = normaliseName(payerName);
    if (key !== '') await this.receivables.learnAlias(tx, buyerId, { key, name: payerName });
  }

  private async withAllocations(view: View, collection: Collection): Promise<MatchedCollection> {
    const allocations = await allocationsOf(view, [collection.id]);
    return { collection, allocations: allocations.get(collection.id) ?? [] };
  }

  private audit(tx: Tx, { id, state }: Collection, action: string, from: string | null): void {
    audit(tx, { action, resourceType: 'collection', resourceId: id, from, to: state });
  }
}

const NOT_MATCHED: Collection['explanation'] = {
  rule: {
    id: 'fx.collection-match',
    version: '2026-11-01',
    source: 'Debits and reversals pay for no order: the bank took money back, and a person looks why',
  },
  steps: [],
};

function lockAccount(
  tx: Tx,
  by: { accountNumber: string } | { id: string } | { partyId: string; currency: Currency },
): Promise<CollectionAccount | null> {
  return tx.manager.findOne(CollectionAccount, {
    where: { tenantId: tx.tenantId, ...by },
    lock: { mode: 'for_no_key_update' },
  });
}

/** The bank owes it to us, and we owe it to the seller. */
function creditEntry(
  { id, accountId, partyId, amount, valueDate, bankReference }: Collection,
  code: AccountCode,
): LedgerEntry {
  return {
    kind: 'fx.collection-credited',
    key: `fx.collection-credited/${id}`,
    valueDate,
    memo: `Bank reference ${bankReference}`.slice(0, 500),
    postings: [
      { account: { code: 'clearing_bank', subAccountId: accountId }, amount },
      { account: { code, partyId }, amount: amount.negated() },
    ],
  };
}

function paysFor(orderId: string | undefined): Condition[] {
  if (orderId === undefined) return [];
  const sql: Condition['sql'] = (next) =>
    `id IN (SELECT a.collection_id FROM fx.allocation a WHERE a.tenant_id = $1 AND a.order_id = ${next(orderId)})`;
  return [{ sql }];
}

async function allocationsOf(view: View, ids: readonly string[]): Promise<ReadonlyMap<string, Allocation[]>> {
  if (ids.length === 0) return new Map();
  const rows = await view.manager
    .createQueryBuilder(Allocation, 'a')
    .where('a.tenant_id = :tenantId AND a.collection_id = ANY(:ids)', { tenantId: view.tenantId, ids })
    .orderBy('a.id')
    .getMany();
  return Map.groupBy(rows, ({ collectionId }) => collectionId);
}
