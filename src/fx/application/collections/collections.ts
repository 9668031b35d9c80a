import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { type AccountCode, Ledger, type LedgerEntry } from '../../../ledger/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { type Condition } from '../../../platform/http/condition.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type AccountNotice, type BankEntry } from '../../domain/bank-files/bank-message.js';
import { AccountUnknownError } from '../../domain/collections/collection.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { type Match, ranked } from '../../domain/collections/match-collection.js';
import { findReversed } from '../../domain/bank-files/find-reversed.js';
import { isKnown } from '../../domain/bank-files/bank-file-outcome.js';
import { knownMovements, reversible } from '../../entities/bank-movements.table.js';
import { type CollectionAccount } from '../../entities/collection-account.entity.js';
import { Collection } from '../../entities/collection.entity.js';
import { allocationsOf, lockAccount, type MatchedCollection } from './collection-rows.js';
import { lockAdvances } from '../../entities/match-writes.table.js';
import { CollectionCommands } from './collection-commands.js';
import { CollectionMatching } from './collection-matching.js';
import { Debts } from './debts.js';
import { PayerAccounts } from '../refunds/payer-accounts.js';
import { FundReviews } from '../safe/fund-reviews.js';
import { OtherCurrencies } from './other-currencies.js';
import { Reversals } from './reversals.js';
import { type Scope } from './receivables.js';

export interface CollectionFilter {
  readonly state?: string | undefined;
  readonly partyId?: string | undefined;
  readonly orderId?: string | undefined;
}

/** How many receipts a new order looks at; more than these wait for a person anyway. */
const REMATCH_MAX = 100;

/** Money from buyers: taken in from the bank's notices, booked, and matched to the orders it pays for. */
@Injectable()
export class Collections {
  constructor(
    private readonly matching: CollectionMatching,
    private readonly byHand: CollectionCommands,
    private readonly reversals: Reversals,
    private readonly debts: Debts,
    private readonly ledger: Ledger,
    private readonly reviews: FundReviews,
    private readonly payers: PayerAccounts,
    private readonly others: OtherCurrencies,
  ) {}

  /**
   * Takes in what the bank reports. A movement reported before changes nothing, by the bank's reference.
   * @param accounts those that are ours, by their numbers, locked
   * @throws AccountUnknownError when an account is not (yet) one of ours; nothing is taken in then
   */
  async takeIn(
    tx: Tx,
    notices: readonly AccountNotice[],
    accounts: ReadonlyMap<string, CollectionAccount>,
    inboxMessageId: string,
  ): Promise<void> {
    for (const { accountNumber, entries } of notices) {
      const account = accounts.get(accountNumber);
      if (account === undefined) {
        throw new AccountUnknownError(SAY.no_such_account_number, { endsIn: accountNumber.slice(-4) });
      }
      await this.take(tx, account, await this.unknown(tx, account, entries), inboxMessageId);
    }
  }

  /**
   * A debt has become known: money that came before it may be its. The account's lock settles who is second, the receipt
   * or the order, and the second one finds the other. What came in advance for orders of the buyer is given to it first.
   */
  async rematch(tx: Tx, scope: Scope, placed: { readonly orderId: string; readonly buyerId: string }): Promise<void> {
    const account = await lockAccount(tx, scope);
    if (account === null) return;
    // All receipts before the first debt.
    const advances = await lockAdvances(tx, account.id, placed.buyerId);
    const waiting = await tx.manager.find(Collection, {
      where: { tenantId: tx.tenantId, accountId: account.id, state: 'unmatched' },
      order: { id: 'ASC' },
      take: REMATCH_MAX,
      lock: { mode: 'for_no_key_update' },
    });
    await this.byHand.giveAdvances(tx, advances, placed.orderId);
    if (waiting.length > 0) await this.matching.rematch(tx, scope, waiting);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<MatchedCollection> {
    const collection = await view.find(Collection, id);
    if (collection === null) throw new ResourceNotFoundError(SAY.no_such_collection);
    const [found] = await this.withDetails(view, [collection]);
    if (found === undefined) throw new Error('One asked, none answered');
    return found;
  }

  async list(view: View, query: PageQuery, filter: CollectionFilter): Promise<Page<MatchedCollection>> {
    const { state, partyId, orderId } = filter;
    const conditions = [...among('state', state), ...equal('party_id', partyId), ...paysFor(orderId)];
    const { data, nextCursor } = await entityPage(view, Collection, { table: 'fx.collection', query, conditions });
    return { data: await this.withDetails(view, data), nextCursor };
  }

  private async withDetails(view: View, collections: readonly Collection[]): Promise<MatchedCollection[]> {
    const ids = collections.map(({ id }) => id);
    const allocations = await allocationsOf(view, ids);
    const open = collections.filter(({ state }) => OPEN.has(state));
    const [suggestions, abroad] = [await this.debts.suggestions(view, open), await this.others.suggestions(view, open)];
    return collections.map((collection) => ({
      collection,
      allocations: allocations.get(collection.id) ?? [],
      suggestions: ranked([...(suggestions.get(collection.id) ?? []), ...(abroad.get(collection.id) ?? [])]),
    }));
  }

  private async unknown(tx: Tx, account: CollectionAccount, entries: readonly BankEntry[]): Promise<BankEntry[]> {
    const known = await knownMovements(tx, account.id, entries);
    // One message may name a movement twice.
    const byReference = new Map(entries.map((entry) => [`${entry.kind} ${entry.bankReference}`, entry]));
    return [...byReference.values()].filter((entry) => !entry.amount.isZero() && !isKnown(entry, known));
  }

  private async take(
    tx: Tx,
    account: CollectionAccount,
    entries: readonly BankEntry[],
    inboxMessageId: string,
  ): Promise<void> {
    const reported: Collection[] = [];
    for (const entry of entries) {
      const facts = { tenantId: tx.tenantId, id: newId(), accountId: account.id, partyId: account.partyId, entry };
      const reverses = entry.kind === 'reversal' ? await this.reversedBy(tx, account, entry) : null;
      // Only what came in can go back.
      const payerBox = entry.kind === 'credit' ? this.payers.boxOf(entry) : null;
      const told = { ...facts, reverses, payerBox, explanation: NOT_MATCHED, inboxMessageId, now: tx.now };
      reported.push(Collection.report(told));
    }
    const { credit = [], other = [] } = Object.groupBy(reported, ({ entryKind }) =>
      entryKind === 'credit' ? 'credit' : 'other',
    );
    // Receipts that are taken back, before the debts that the new ones may pay.
    await this.reversals.hold(tx, account.id, { reversals: other, credits: credit });
    await this.takeCredits(tx, { partyId: account.partyId, currency: account.currency }, credit);
    await tx.insert(Collection, other);
    for (const collection of other) {
      this.audit(tx, collection, 'collection.set_aside', null);
      await this.reversals.bookBack(tx, collection);
    }
    if (credit.length > 0) await this.reversals.linkEarly(tx, account.id, credit);
  }

  private async takeCredits(tx: Tx, scope: Scope, credits: readonly Collection[]): Promise<void> {
    if (credits.length === 0) return;
    // Receivables before balances, as conversions hold them: the other way round the two would wait for each other.
    const { judged, book } = await this.matching.judge(tx, scope, credits);
    const accounts = await this.reviews.accountsOf(tx, scope.partyId, credits);
    await this.ledger.postAll(
      tx,
      credits.map((credit) => creditEntry(credit, accounts.get(credit.id) ?? 'client_funds')),
    );
    for (const { collection, match } of judged) {
      if (match.by === null) collection.leaveUnmatched(match);
      else collection.match({ ...match, now: tx.now });
    }
    await tx.insert(Collection, credits);
    await this.reviews.hold(
      tx,
      credits.filter(({ id }) => accounts.get(id) === 'funds_under_review'),
    );
    for (const { collection, match } of judged) this.announce(tx, collection, match);
    await this.matching.share(tx, judged, book);
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

  private audit(tx: Tx, { id, state }: Collection, action: string, from: string | null): void {
    audit(tx, { action, resourceType: 'collection', resourceId: id, from, to: state });
  }
}

/** Of these something is to be matched yet. */
const OPEN: ReadonlySet<string> = new Set(['unmatched', 'advance', 'partly_matched']);

const NOT_MATCHED: Collection['explanation'] = {
  rule: {
    id: 'fx.collection-match',
    version: '2026-11-01',
    source: 'Debits and reversals pay for no order: the bank took money back, and a person looks why',
  },
  steps: [],
};

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
    `id IN (SELECT a.collection_id FROM fx.allocation a WHERE a.tenant_id = $1 AND a.order_id = ${next(orderId)} AND a.undone_at IS NULL)`;
  return [{ sql }];
}
