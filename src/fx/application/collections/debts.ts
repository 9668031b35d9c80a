import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { isUnderWay } from '../../../platform/queues/deliveries.js';
import { type Credit, type Debt, stillOwed } from '../../domain/collections/debt.js';
import {
  findMatch,
  type Match,
  type MatchOptions,
  type Share,
  type Suggestion,
} from '../../domain/collections/match-collection.js';
import { textOf } from '../../domain/collections/match-evidence.js';
import { type MatchGround } from '../../domain/collections/match-terms.js';
import { type Collection } from '../../entities/collection.entity.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { onOrderPlaced } from '../../jobs/fx.job.js';
import { Board } from '../conversions/board.js';
import { DebtBook } from './debt-book.js';
import { Receivables, type Scope } from './receivables.js';

/** What was found for each of many collections, and the debts it was found among, locked. */
export interface FoundMatches {
  readonly matches: ReadonlyMap<string, Match>;
  readonly book: DebtBook;
}

/** Grounds of a match whose orders are named, not their contract or something like their names. */
const BY_NAME: readonly MatchGround[] = ['reference_and_amount', 'reference', 'reference_and_amount_of_third_party'];

type Terms = Pick<MatchOptions, 'oldestFirst'>;

/** Brings together what the matching rule needs to know: debts, names, tolerances of the day. */
@Injectable()
export class Debts {
  constructor(
    private readonly receivables: Receivables,
    private readonly board: Board,
  ) {}

  /**
   * Finds what collections of one account pay for. Those whose order is named come first, and of these those whose amount
   * fits to the cent: nobody else is given what they pay for. The rest is then held against whatever else its words point
   * to, oldest first.
   *
   * While an order of the tenant is still on its way to us, only references that are written as they should be decide: the
   * money may be that order's, which will look for it when it is here.
   *
   * @param terms with the book of those that were matched before in this transaction, where there are any: what they took is
   *   no longer owed
   */
  async match(
    tx: Tx,
    scope: Scope,
    collections: readonly Collection[],
    { book: known, ...terms }: Terms & { readonly book?: DebtBook } = {},
  ): Promise<FoundMatches> {
    const book = known ?? (await this.open(tx, scope));
    const asked = collections.map(askedOf).sort((left, right) => (left.id < right.id ? -1 : 1));
    book.add(await this.receivables.findNamed(tx, scope, keysOf(asked)));
    const options = { on: today(tx), ...terms };
    const matches = new Map<string, Match>();
    const [near, others]: [Asked[], Asked[]] = [[], []];
    for (const one of asked) {
      const match = decide(one, book, options);
      if (match.ground !== 'reference_and_amount') others.push(one);
      // Within the tolerance only: another order may be meant.
      else if (!isToTheCent(match, book)) near.push(one);
      else settle(book, matches, one, match);
    }
    const rest = [...near, ...others];
    if (rest.length === 0) return { matches, book };
    const isNewsOnItsWay = await isUnderWay(tx, onOrderPlaced);
    // Also then: another order of the payer whose reference is one slip away is here already, and speaks against the one named.
    await this.addPointedTo(tx, scope, book, rest);
    for (const one of rest) {
      const match = decide(one, book, options);
      const isTrusted = !isNewsOnItsWay || isNamed(match);
      settle(book, matches, one, isTrusted ? match : decide(one, await this.open(tx, scope), options));
    }
    return { matches, book };
  }

  /** A book without debts, by the terms of the transaction's day. */
  open(tx: Tx, scope: Scope): Promise<DebtBook> {
    return this.book(tx, scope, today(tx));
  }

  /** Everything that collections may be for, best first, by the terms of their day: what `match` does not dare to say, too. */
  async suggestions(
    view: View,
    collections: readonly Collection[],
  ): Promise<ReadonlyMap<string, readonly Suggestion[]>> {
    const found = new Map<string, readonly Suggestion[]>();
    const byAccount = Map.groupBy(collections, ({ accountId }) => accountId);
    for (const [first, ...others] of byAccount.values()) {
      if (first === undefined) continue;
      const scope = { partyId: first.partyId, currency: first.amount.currency };
      const book = await this.book(view, scope, first.bookedOn);
      const asked = [first, ...others].map(askedOf);
      book.add(await this.receivables.findNamed(view, scope, keysOf(asked)));
      await this.addPointedTo(view, scope, book, asked);
      for (const one of asked) {
        const options = { on: one.bookedOn, isExhaustive: true };
        found.set(one.id, decide(one, book, options).suggestions);
      }
    }
    return found;
  }

  /** The debts of these rows, by order. */
  async of(tx: Tx, receivables: readonly Receivable[]): Promise<ReadonlyMap<string, Debt>> {
    const [first] = receivables;
    if (first === undefined) return new Map();
    const scope = { partyId: first.partyId, currency: first.expected.currency };
    const book = await this.open(tx, scope);
    book.add(receivables);
    return new Map(
      receivables.flatMap(({ id }) => {
        const debt = book.debt(id);
        return debt === undefined ? [] : [[id, debt] as const];
      }),
    );
  }

  private async book(view: View, { currency }: Scope, on: LocalDate): Promise<DebtBook> {
    const perUsd = currency === 'USD' ? null : await this.board.perUsd(view, currency);
    return new DebtBook({ today: on, perUsd });
  }

  /** Contracts and buyers that the collections name; of a single one also what is owed nearest to its amount. */
  private async addPointedTo(view: View, scope: Scope, book: DebtBook, asked: readonly Asked[]): Promise<void> {
    book.add(await this.receivables.findUnderContract(view, scope, keysOf(asked)));
    const called = await this.receivables.buyersCalled(
      view,
      asked.flatMap(({ credit }) => credit.payerNames),
    );
    if (called.length > 0) book.add(await this.receivables.findOfBuyers(view, scope, called));
    const [only, second] = asked;
    if (only !== undefined && second === undefined) {
      // Records may have been given other names since the last order.
      book.add(await this.receivables.findOpen(view, scope, only.credit.amount));
    }
    const { buyersToName } = book;
    if (buyersToName.length > 0) book.add([], await this.receivables.payerNames(view, buyersToName));
  }
}

function today({ now }: Tx): LocalDate {
  return dateInZone(now, CHINA);
}

/** A collection as the rule sees it. */
interface Asked {
  readonly id: string;
  readonly bookedOn: LocalDate;
  readonly credit: Credit;
}

function askedOf({ id, bookedOn, surplus: amount, charges, text, payerNames }: Collection): Asked {
  return { id, bookedOn, credit: { amount, charges, text, payerNames } };
}

function keysOf(asked: readonly Asked[]): string[] {
  return [...new Set(asked.flatMap(({ credit }) => [...textOf(credit).keys]))];
}

function decide({ credit }: Asked, book: DebtBook, options: MatchOptions): Match {
  return findMatch(credit, book.candidates(credit), options);
}

/** Orders by their own references; one that is a slip away from what is written may be meant for the order on its way. */
function isNamed({ by, ground }: Match): boolean {
  return by === 'reference' && ground !== null && BY_NAME.includes(ground);
}

/** Whether each debt gets what it is owed, and nothing is left. */
function isToTheCent({ shares, surplus }: Match, book: DebtBook): boolean {
  const isOwed = ({ orderId, amount }: Share): boolean => {
    const debt = book.debt(orderId);
    return debt !== undefined && amount.equals(stillOwed(debt));
  };
  return surplus.isZero() && shares.every(isOwed);
}

function settle(book: DebtBook, matches: Map<string, Match>, { id }: Asked, match: Match): void {
  matches.set(id, match);
  book.take(match.shares);
}
