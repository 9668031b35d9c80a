import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { type Condition } from '../../../platform/http/condition.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { buyDues } from '../../domain/dues/foreign-dues.js';
import { SAY } from '../../domain/fx.sentences.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { BoardStaleError } from '../../domain/conversions/quote.errors.js';
import { DuesPurchase } from '../../entities/dues-purchase.entity.js';
import { Board, type KnownBoard } from '../conversions/board.js';
import { purchaseEntry } from './dues-entries.js';
import { Receivables } from '../collections/receivables.js';
import { ForwardSetAsides } from '../forwards/forward-set-asides.js';
import { boughtForward } from '../forwards/open-forwards.js';

/** CNY that is about to go to the seller of an order. */
export interface Release {
  readonly eventId: string;
  readonly orderId: string;
  readonly partyId: string;
  readonly amount: Money;
}

/** A purchase of what was owed on an order. */
export type OrderDuesPurchase = DuesPurchase & { readonly orderId: string };

const OF_AN_ORDER: Condition = { sql: () => 'order_id IS NOT NULL' };
const OF_NO_ORDER: Condition = { sql: () => 'order_id IS NULL' };

export interface DuesFilter {
  readonly orderId?: string | undefined;
  readonly partyId?: string | undefined;
}

/** Pays what a seller owes in foreign currency out of the CNY that would go to it, at the bank's board. */
@Injectable()
export class DuesPurchases {
  constructor(
    private readonly receivables: Receivables,
    private readonly board: Board,
    private readonly ledger: Ledger,
    private readonly setAsides: ForwardSetAsides,
  ) {}

  /**
   * Takes what is owed from the release, one currency after another. What is bought forward for them is paid by that; of the
   * rest its price is set aside.
   * @returns what is left of it
   * @throws BoardStaleError when something is owed and no fresh board is at hand
   */
  async takeFrom(tx: Tx, release: Release): Promise<Money> {
    if ((await this.owed(tx, release)).length === 0) return release.amount;
    const receivable = await this.receivables.lock(tx, release.orderId);
    // What the buyer has yet to pay may pay dues in its own currency, at no exchange.
    const awaited = receivable?.state === 'open' ? receivable.expected.currency : null;
    const owed = (await this.unhedged(tx, release)).filter(({ currency }) => currency !== awaited);
    let left = release.amount;
    if (owed.length > 0) {
      const board = await this.freshBoard(tx);
      for (const due of owed) left = left.minus(await this.take(tx, board, { ...release, amount: left }, due));
    }
    return this.setAsides.takeFrom(tx, release.orderId, left);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<OrderDuesPurchase> {
    const purchase = await view.find(DuesPurchase, id);
    if (purchase === null || !isOfOrder(purchase)) throw new ResourceNotFoundError(SAY.no_such_purchase);
    return purchase;
  }

  async list(view: View, query: PageQuery, { orderId, partyId }: DuesFilter): Promise<Page<OrderDuesPurchase>> {
    const conditions = [OF_AN_ORDER, ...equal('order_id', orderId), ...equal('party_id', partyId)];
    const found = await entityPage(view, DuesPurchase, { table: 'fx.dues_purchase', query, conditions });
    return { ...found, data: found.data.filter(isOfOrder) };
  }

  /** Of what was owed on no order. */
  listOfSellers(view: View, query: PageQuery, partyId: string | undefined): Promise<Page<DuesPurchase>> {
    const conditions = [OF_NO_ORDER, ...equal('party_id', partyId)];
    return entityPage(view, DuesPurchase, { table: 'fx.dues_purchase', query, conditions });
  }

  /** In foreign currency; what is owed in CNY was taken before the money was released. */
  private async owed(tx: Tx, { orderId, partyId }: Release): Promise<Money[]> {
    const dues = await this.ledger.balancesOfOrder(tx, { code: 'client_dues', partyId, orderId });
    return dues.filter((due) => due.currency !== HOME && !due.isNegative());
  }

  /** Less what is bought forward for it. */
  private async unhedged(tx: Tx, release: Release): Promise<Money[]> {
    const left: Money[] = [];
    for (const due of await this.owed(tx, release)) {
      left.push(due.minus(await boughtForward(tx, release, due.currency)));
    }
    return left.filter(({ minor }) => minor > 0n);
  }

  private async freshBoard(tx: Tx): Promise<KnownBoard> {
    const board = await this.board.read(tx);
    if (this.board.isFresh(board, tx.now)) return board;
    throw new BoardStaleError(SAY.no_board_for_dues, {
      fetchedAt: board.fetchedAt?.toISOString() ?? null,
    });
  }

  /** @returns what it cost; nothing where the bank does not sell the currency, or the money is too little */
  private async take(tx: Tx, { lines }: KnownBoard, release: Release, owed: Money): Promise<Money> {
    const { eventId, orderId, partyId, amount } = release;
    const nothing = Money.zero(HOME);
    const prices = lines.find(({ currency }) => currency === owed.currency);
    if (prices === undefined || amount.isZero()) return nothing;
    const bought = buyDues(owed, amount, prices);
    if (bought.due.isZero()) return nothing;
    const facts = { tenantId: tx.tenantId, id: newId(), releaseEventId: eventId, forwardId: null, orderId, partyId };
    const purchase = DuesPurchase.of({ ...facts, bought, boardAsOf: prices.asOf, now: tx.now });
    await this.ledger.post(tx, purchaseEntry(purchase, dateInZone(tx.now, CHINA)));
    await tx.insert(DuesPurchase, purchase);
    announceBought(tx, purchase);
    return bought.cost;
  }
}

export function announceBought(tx: Tx, { id, orderId, due, cost, rate, unit }: DuesPurchase): void {
  publish(tx, {
    type: 'fx.dues.bought',
    resource: { type: 'duesPurchase', id },
    orderId,
    creates: true,
    data: { due: due.toJSON(), cost: cost.toJSON(), rate: rate.div(unit).toFixed() },
  });
  audit(tx, { action: 'dues.bought', resourceType: 'duesPurchase', resourceId: id, from: null, to: 'bought' });
}

function isOfOrder(purchase: DuesPurchase): purchase is OrderDuesPurchase {
  return purchase.orderId !== null;
}
