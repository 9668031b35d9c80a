import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../../kernel/input-check.js';
import { Money } from '../../../kernel/money.js';
import { type Tx } from '../../../platform/database/session.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { COLLECTION, type CollectionCommand } from '../../domain/collections/collection-status.js';
import { NotBookedError, OrderNotOwedError } from '../../domain/collections/collection.errors.js';
import { type Debt } from '../../domain/collections/debt.js';
import { type Match, matchByPerson, type Share } from '../../domain/collections/match-collection.js';
import { isSameName } from '../../domain/collections/payer-name.js';
import { SAY } from '../../domain/fx.sentences.js';
import { Collection } from '../../entities/collection.entity.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { AllocationUndoing } from './allocation-undoing.js';
import { CollectionMatching } from './collection-matching.js';
import { lockAccount, type MatchedCollection, withAllocations } from './collection-rows.js';
import { Debts } from './debts.js';
import { Receivables } from './receivables.js';

/** So much of a collection for an order, as a person says; without an amount as much as the order can take. */
export interface ShareWish {
  readonly orderId: string;
  readonly amount?: Money | undefined;
  /** Where it stands in the request. */
  readonly pointer: string;
}

/** What people say of money that came: what it pays for, what it does not pay for, and what it is instead. */
@Injectable()
export class CollectionCommands {
  constructor(
    private readonly debts: Debts,
    private readonly receivables: Receivables,
    private readonly matching: CollectionMatching,
    private readonly undoing: AllocationUndoing,
  ) {}

  /**
   * A person says which orders the rest of a collection pays for. A payer that a buyer was not known by is remembered,
   * where one buyer alone is paid for.
   * @throws ResourceNotFoundError, IllegalTransitionError, StaleVersionError, NotBookedError
   * @throws OrderNotOwedError, InvalidInputError where an order cannot take so much, or there is less
   */
  async match(tx: Tx, id: string, wishes: readonly ShareWish[]): Promise<MatchedCollection> {
    const collection = await this.lock(tx, id, 'match');
    const receivables = await this.owed(tx, collection, wishes);
    const debts = await this.debts.of(tx, receivables);
    const match = sharesOf(collection, wishes, debts);
    collection.match({ ...match, now: tx.now });
    await tx.store(Collection, collection);
    await this.learn(tx, collection, receivables);
    await this.share(tx, collection, match, { receivables, debts });
    return withAllocations(tx, collection);
  }

  /**
   * What was matched wrongly is undone, as long as nothing of it was converted; of one order or of all.
   * @throws ResourceNotFoundError, IllegalTransitionError, StaleVersionError, ConvertedBeforeError
   */
  async unmatch(tx: Tx, id: string, orderId: string | null): Promise<MatchedCollection> {
    const collection = await this.lock(tx, id, 'unmatch');
    const { allocations } = await withAllocations(tx, collection);
    const wrong = allocations.filter((allocation) => orderId === null || allocation.orderId === orderId);
    if (wrong.length === 0) throw new OrderNotOwedError(SAY.not_paid_by_it);
    const undone = await this.undoing.undo(tx, collection, wrong, 'person');
    const from = collection.state;
    collection.unmatch(undone, wrong.length === allocations.length, tx.now);
    await tx.store(Collection, collection);
    note(tx, collection, 'unmatched', from);
    return withAllocations(tx, collection);
  }

  /** It came before its order: the next order of this buyer is given it. */
  async markAdvance(tx: Tx, id: string, buyerId: string): Promise<MatchedCollection> {
    const collection = await this.lock(tx, id, 'mark_advance');
    if ((await this.receivables.payerNames(tx, [buyerId])).get(buyerId)?.length === 0) {
      throw new OrderNotOwedError(SAY.no_such_buyer);
    }
    const from = collection.state;
    collection.markAdvance(buyerId, tx.now);
    await tx.store(Collection, collection);
    publish(tx, {
      type: 'fx.collection.marked_advance',
      resource: { type: 'collection', id },
      changed: ['state', 'advanceBuyerId'],
      data: { amount: collection.surplus.toJSON() },
    });
    note(tx, collection, 'marked_advance', from);
    return withAllocations(tx, collection);
  }

  async setAside(tx: Tx, id: string, reason: string): Promise<MatchedCollection> {
    const collection = await this.lock(tx, id, 'set_aside');
    const from = collection.state;
    collection.setAside(reason, tx.now);
    await tx.store(Collection, collection);
    publish(tx, {
      type: 'fx.collection.set_aside',
      resource: { type: 'collection', id },
      changed: ['state', 'note'],
      data: { amount: collection.surplus.toJSON() },
    });
    note(tx, collection, 'set_aside', from);
    return withAllocations(tx, collection);
  }

  /** What was set aside, or meant for a later order, waits for its order again. */
  async resume(tx: Tx, id: string): Promise<MatchedCollection> {
    const collection = await this.lock(tx, id, 'resume');
    const from = collection.state;
    collection.resume(tx.now);
    await tx.store(Collection, collection);
    note(tx, collection, 'resumed', from);
    return withAllocations(tx, collection);
  }

  /** Money that came in advance, locked, pays for the order that has been placed, as far as it can take it; the rest stays an advance. */
  async giveAdvances(tx: Tx, advances: readonly Collection[], orderId: string): Promise<void> {
    for (const collection of advances) {
      const receivable = await this.receivables.lock(tx, orderId);
      if (receivable === null) return;
      const debts = await this.debts.of(tx, [receivable]);
      const debt = debts.get(receivable.id);
      const match = debt === undefined ? null : matchByPerson(collection.surplus, debt, collection.bookedOn);
      if (match === null || match.shares.length === 0) return;
      collection.match({ ...match, now: tx.now });
      await tx.store(Collection, collection);
      await this.share(tx, collection, match, { receivables: [receivable], debts });
    }
  }

  private async lock(tx: Tx, id: string, command: CollectionCommand): Promise<Collection> {
    const found = await tx.find(Collection, id);
    if (found !== null) await lockAccount(tx, { id: found.accountId });
    const collection = await tx.lock(Collection, id);
    if (collection === null) throw new ResourceNotFoundError(SAY.no_such_collection);
    tx.assertFresh(collection);
    COLLECTION.next(collection.state, command);
    if (collection.entryKind !== 'credit') throw new NotBookedError(SAY.not_booked);
    return collection;
  }

  /** In the order of their ids, as everybody takes them. */
  private async owed(tx: Tx, { partyId, surplus }: Collection, wishes: readonly ShareWish[]): Promise<Receivable[]> {
    const found: Receivable[] = [];
    for (const orderId of [...new Set(wishes.map((wish) => wish.orderId))].sort()) {
      const receivable = await this.receivables.lock(tx, orderId);
      if (receivable?.partyId !== partyId || receivable.expected.currency !== surplus.currency) {
        throw new OrderNotOwedError(SAY.order_not_of_seller);
      }
      found.push(receivable);
    }
    return found;
  }

  private share(
    tx: Tx,
    collection: Collection,
    match: Match,
    { receivables, debts }: { receivables: readonly Receivable[]; debts: ReadonlyMap<string, Debt> },
  ): Promise<void> {
    const book = { receivables: new Map(receivables.map((row) => [row.id, row])), debt: (id: string) => debts.get(id) };
    return this.matching.share(tx, [{ collection, match }], book);
  }

  /** The next payment under this name is recognised. */
  private async learn(tx: Tx, { payerName }: Collection, receivables: readonly Receivable[]): Promise<void> {
    const [first] = receivables;
    if (payerName === null || first === undefined) return;
    const isOneBuyer = receivables.every(({ buyerId }) => buyerId === first.buyerId);
    if (isOneBuyer && !isSameName(payerName, first.buyerName)) {
      await this.receivables.learnAlias(tx, first.buyerId, payerName);
    }
  }
}

/** @throws InvalidInputError naming every share that cannot be given; OrderNotOwedError where nothing is left to give */
function sharesOf(
  { surplus, bookedOn }: Collection,
  wishes: readonly ShareWish[],
  debts: ReadonlyMap<string, Debt>,
): Match {
  const check = new InputCheck();
  const shares: Share[] = [];
  let [rest, match] = [surplus, null as Match | null];
  for (const { orderId, amount, pointer } of wishes) {
    const debt = debts.get(orderId);
    if (debt === undefined) continue;
    const isTwice = shares.some((share) => share.orderId === orderId);
    check.that(!isTwice, `${pointer}/orderId`, 'repeated', SAY.order_named_twice);
    const isCurrency = amount === undefined || amount.currency === rest.currency;
    check.that(isCurrency, `${pointer}/amount`, 'currency', SAY.share_currency({ currency: rest.currency }));
    if (isTwice || !isCurrency) continue;
    const wanted = amount ?? rest;
    check.that(!wanted.isMoreThan(rest), `${pointer}/amount`, 'too_much', SAY.share_left({ left: rest.toString() }));
    match = matchByPerson(Money.min(wanted, rest), debt, bookedOn);
    const taken = Money.sum(
      match.shares.map((share) => share.amount),
      rest.currency,
    );
    const fits = amount === undefined || taken.equals(amount) || amount.isMoreThan(rest);
    check.that(fits, `${pointer}/amount`, 'too_much', SAY.share_owed({ owed: taken.toString() }));
    shares.push(...match.shares);
    rest = rest.minus(taken);
  }
  check.done();
  if (match === null || shares.length === 0) throw new OrderNotOwedError(SAY.nothing_owed);
  return { ...match, by: 'person', shares, surplus: rest };
}

function note(tx: Tx, { id, state }: Collection, what: string, from: string): void {
  audit(tx, { action: `collection.${what}`, resourceType: 'collection', resourceId: id, from, to: state });
}
