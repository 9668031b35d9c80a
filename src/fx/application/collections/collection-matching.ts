import { Injectable } from '@nestjs/common';

import { type Tx } from '../../../platform/database/session.js';
import { together } from '../../../platform/database/together.js';
import { audit } from '../../../platform/outbox/outbox.js';
import { type Match } from '../../domain/collections/match-collection.js';
import { type Collection } from '../../entities/collection.entity.js';
import { storeMatched } from '../../entities/match-writes.table.js';
import { type MatchedMoney, Proceeds } from '../payouts/proceeds.js';
import { type DebtBook } from './debt-book.js';
import { Debts } from './debts.js';
import { type Scope } from './receivables.js';

/** A collection, and what it pays for: sure enough, or not. */
export interface Judged {
  readonly collection: Collection;
  readonly match: Match;
}

/** Whether an order was found for all of it or for a part, or only thought of, or not even that. */
export type MatchOutcome = 'matched' | 'in_part' | 'suggested' | 'unknown';

/** So many are judged while the database keeps those before them. */
const PART = 250;

/** Matches many collections of one account at once, and gives each order its shares. */
@Injectable()
export class CollectionMatching {
  constructor(
    private readonly debts: Debts,
    private readonly proceeds: Proceeds,
  ) {}

  /**
   * Matches collections that wait, locked, and keeps what is found. Of many the next part is judged while the database keeps
   * what was found of the one before, and writes what is told of it.
   * @returns what came of each; those of which nothing is sure enough are left as they are
   */
  async rematch(
    tx: Tx,
    scope: Scope,
    waiting: readonly Collection[],
    terms: { readonly oldestFirst?: boolean } = {},
  ): Promise<MatchOutcome[]> {
    const book = await this.debts.open(tx, scope);
    const outcomes: MatchOutcome[] = [];
    let kept = Promise.resolve();
    for (let from = 0; from < waiting.length; from += PART) {
      const part = waiting.slice(from, from + PART);
      const [, { judged }] = await together(kept, this.judge(tx, scope, part, { ...terms, book }));
      outcomes.push(...judged.map(outcomeOf));
      kept = this.keep(tx, judged, book);
      // What is told of the last part goes with the commit.
      if (from + PART < waiting.length) kept = kept.then(() => tx.writeAhead());
    }
    await kept;
    return outcomes;
  }

  private async keep(tx: Tx, judged: readonly Judged[], book: DebtBook): Promise<void> {
    const sure = judged.filter(({ match }) => match.by !== null);
    for (const { collection, match } of sure) collection.match({ ...match, now: tx.now });
    const stored = storeMatched(
      tx,
      sure.map(({ collection }) => collection),
    );
    await together(stored, this.share(tx, sure, book));
  }

  async judge(
    tx: Tx,
    scope: Scope,
    collections: readonly Collection[],
    terms: { readonly oldestFirst?: boolean; readonly book?: DebtBook } = {},
  ): Promise<{ readonly judged: Judged[]; readonly book: DebtBook }> {
    const { matches, book } = await this.debts.match(tx, scope, collections, terms);
    const judged = collections.flatMap((collection) => {
      const match = matches.get(collection.id);
      return match === undefined ? [] : [{ collection, match }];
    });
    return { judged, book };
  }

  /** Gives each order its share, and lets the orders go on from there. */
  async share(tx: Tx, judged: readonly Judged[], book: Pick<DebtBook, 'receivables' | 'debt'>): Promise<void> {
    const moneys = judged.flatMap(({ collection, match: { by, shares } }) =>
      by === null ? [] : shares.map(({ orderId, amount }) => moneyOf(book, { collection, by, orderId, amount })),
    );
    await this.proceeds.passAll(tx, moneys);
    for (const { collection, match } of judged) if (match.by !== null) noteMatched(tx, collection, match);
  }
}

function moneyOf(
  book: Pick<DebtBook, 'receivables' | 'debt'>,
  { orderId, ...share }: Pick<MatchedMoney, 'collection' | 'by' | 'amount'> & { readonly orderId: string },
): MatchedMoney {
  const [receivable, debt] = [book.receivables.get(orderId), book.debt(orderId)];
  if (receivable === undefined || debt === undefined) throw new Error(`Order ${orderId} was matched and is not owed`);
  return { ...share, receivable, tolerance: debt.tolerance };
}

function noteMatched(tx: Tx, { id, state }: Collection, { by, confidence }: Match): void {
  audit(tx, {
    action: 'collection.matched',
    resourceType: 'collection',
    resourceId: id,
    from: 'unmatched',
    to: state,
    details: { by, confidence: confidence?.toFixed() ?? null },
  });
}

function outcomeOf({ match: { by, surplus, suggestions } }: Judged): MatchOutcome {
  if (by !== null) return surplus.isZero() ? 'matched' : 'in_part';
  return suggestions.length > 0 ? 'suggested' : 'unknown';
}
