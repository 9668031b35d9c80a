import { Injectable } from '@nestjs/common';

import { type ApprovedProduct, ApprovedProducts, type LibraryRate } from '../../catalogue/index.js';
import { newId } from '../../kernel/ids.js';
import { InputCheck } from '../../kernel/input-check.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type KeptParty, Parties, type PartyFacts } from '../../parties/index.js';
import { type Caller } from '../../platform/database/caller.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Preamble } from '../../platform/database/unit-of-work.js';
import { violates } from '../../platform/database/violates.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { EventLog } from '../../platform/outbox/event-log.js';
import { audit, publish } from '../../platform/outbox/outbox.js';
import { OrderBindingError, OrderReferenceTakenError } from '../domain/order.errors.js';
import { checkParties, checkTerms } from '../domain/order-rules.js';
import { bindingTracks, TRADE_ORDER } from '../domain/order-state.js';
import { SAY } from '../domain/orders.sentences.js';
import { filledFromProducts, productsOf } from '../domain/lines-of-products.js';
import { type GivenTerms, type NewTerms, type OrderTerms, type TradeOrder } from '../domain/trade-order.js';
import { TRACKS, type TrackStates } from '../domain/track-lives.js';
import { standingOf, tracksAtStart } from '../domain/tracks.js';
import { holdOrder, readOrder } from './order-rows.js';
import { insertOrder, moveOrder, rewriteDraft } from './order-writes.js';
import { RefundRates } from './refund-rates.js';
import { toServiceEvents, TRACKED_EVENTS } from './service-events.js';

export type Placement = 'immediate' | 'later';

/** What is asked before an order is entered, and how it then is. */
interface OrderEntry {
  readonly reads: readonly Preamble[];
  work(this: void, tx: Tx, rows: readonly unknown[][]): TradeOrder;
}

/** What callers do with orders. What the services do to them is in OrderTracks. */
@Injectable()
export class Orders {
  constructor(
    private readonly parties: Parties,
    private readonly refundRates: RefundRates,
    private readonly products: ApprovedProducts,
  ) {}

  /**
   * Enters an order and, unless it is to be a draft, places it.
   * @throws InvalidInputError with every broken rule; OrderReferenceTakenError at the commit
   */
  entry({ tenantId }: Caller, given: GivenTerms, placement: Placement): OrderEntry {
    const productIds = productsOf(given);
    const products = productIds.length === 0 ? [] : [this.products.question(tenantId, productIds)];
    const parties = this.parties.question(tenantId, [given.sellerId, given.buyerId]);
    return {
      reads: [parties, this.refundRates.question(tenantId, given.lines), ...products],
      work: (tx, [known, library, found = []]) => {
        const terms = filledFromProducts(given, found as ApprovedProduct[]);
        assertRules(terms, known as KeptParty[]);
        return this.create(tx, terms, placement, library as LibraryRate[]);
      },
    };
  }

  private create(tx: Tx, terms: NewTerms, placement: Placement, library: readonly LibraryRate[]): TradeOrder {
    const state = placement === 'immediate' ? TRADE_ORDER.next('draft', 'place') : 'draft';
    const order: TradeOrder = {
      ...this.complete(tx, terms, library),
      id: newId(),
      state,
      tracks: tracksAtStart(terms),
      customsBinds: false,
      placedAt: state === 'draft' ? null : tx.now,
      closedAt: null,
      cancellationReason: null,
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
    };
    tx.atCommit(() => unlessTaken(insertOrder(tx, order), terms.reference));
    if (state === 'placed') announce(tx, order);
    audit(tx, { action: 'orders.create', resourceType: 'order', resourceId: order.id, to: state });
    return order;
  }

  /** @throws IllegalTransitionError unless it is a draft, StaleVersionError, InvalidInputError, OrderReferenceTakenError */
  async change(tx: Tx, id: string, changeOf: (order: TradeOrder) => GivenTerms): Promise<TradeOrder> {
    const order = await this.hold(tx, id);
    TRADE_ORDER.next(order.state, 'change');
    const given = changeOf(order);
    const productIds = productsOf(given);
    const found = productIds.length === 0 ? [] : await this.products.byIds(tx, productIds);
    const terms = filledFromProducts(given, found);
    await this.assertRules(tx, terms);
    const changed: TradeOrder = {
      ...order,
      ...this.complete(tx, terms, await this.refundRates.rows(tx, terms.lines)),
      tracks: tracksAtStart(terms),
      version: order.version + 1,
      updatedAt: tx.now,
    };
    await unlessTaken(rewriteDraft(tx, changed), terms.reference);
    audit(tx, { action: 'orders.change', resourceType: 'order', resourceId: id, from: 'draft', to: 'draft' });
    return changed;
  }

  /** Makes a draft binding. @throws IllegalTransitionError, StaleVersionError, InvalidInputError */
  async place(tx: Tx, id: string): Promise<TradeOrder> {
    const order = await this.hold(tx, id);
    const state = TRADE_ORDER.next(order.state, 'place');
    const terms: NewTerms = { ...order, currency: order.value.currency };
    const library = await this.refundRates.rows(tx, order.lines);
    const placed: TradeOrder = {
      ...order,
      // Rates may have changed since it was a draft.
      lines: order.lines.map((line) => ({ ...line, refundRate: this.refundRates.on(line, today(tx), library) })),
      state,
      placedAt: tx.now,
      version: order.version + 1,
      updatedAt: tx.now,
    };
    await this.assertRules(tx, terms);
    await unlessTaken(rewriteDraft(tx, placed), terms.reference);
    announce(tx, placed);
    audit(tx, { action: 'orders.place', resourceType: 'order', resourceId: id, from: order.state, to: state });
    return placed;
  }

  /** @throws IllegalTransitionError, StaleVersionError, OrderBindingError when somebody outside relies on it */
  async cancel(tx: Tx, id: string, reason: string): Promise<TradeOrder> {
    const order = await this.hold(tx, id);
    const state = TRADE_ORDER.next(order.state, 'cancel');
    const log = toServiceEvents(await EventLog.ofTypes(tx, id, TRACKED_EVENTS));
    const standing = standingOf(tracksAtStart(order), order.value.currency, log);
    const binding = bindingTracks(standing);
    if (binding.length > 0) {
      throw new OrderBindingError(SAY.binding({ tracks: binding }), { tracks: binding });
    }
    const cancelled: TradeOrder = {
      ...order,
      state,
      tracks: cancelledTracks(standing.tracks),
      customsBinds: false,
      cancellationReason: reason,
      version: order.version + 1,
      updatedAt: tx.now,
    };
    await moveOrder(tx, id, cancelled);
    publish(tx, {
      type: 'orders.order.cancelled',
      resource: { type: 'order', id },
      orderId: id,
      changed: ['state'],
      data: { reason, from: order.state },
    });
    audit(tx, { action: 'orders.cancel', resourceType: 'order', resourceId: id, from: order.state, to: state });
    return cancelled;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<TradeOrder> {
    const order = await readOrder(view, id);
    if (order === null) throw new ResourceNotFoundError(SAY.no_such_order);
    return order;
  }

  private async hold(tx: Tx, id: string): Promise<TradeOrder> {
    // The second statement runs when the first has the row, and so sees it as it now stands.
    const [, order] = await Promise.all([holdOrder(tx, id), this.get(tx, id)]);
    tx.assertFresh({ tenantId: tx.tenantId, id, version: order.version });
    return order;
  }

  private async assertRules(tx: Tx, terms: NewTerms): Promise<void> {
    assertRules(terms, [...(await this.parties.byIds(tx, [terms.sellerId, terms.buyerId])).values()]);
  }

  /** Numbers the lines, adds them up, and notes the refund rates of the day. */
  private complete(tx: Tx, { currency, ...terms }: NewTerms, library: readonly LibraryRate[]): OrderTerms {
    const day = today(tx);
    return {
      ...terms,
      value: Money.sum(
        terms.lines.map(({ total }) => total),
        currency,
      ),
      lines: terms.lines.map((line, index) => ({
        ...line,
        id: newId(),
        lineNumber: index + 1,
        refundRate: this.refundRates.on(line, day, library),
      })),
    };
  }
}

/** @throws InvalidInputError with every broken rule, those about the parties too */
function assertRules(terms: NewTerms, found: readonly Omit<PartyFacts, 'bankAccount'>[]): void {
  const check = new InputCheck();
  const party = (id: string) => found.find((one) => one.id === id);
  checkTerms(check, terms);
  checkParties(check, terms, party(terms.sellerId), party(terms.buyerId));
  check.done();
}

async function unlessTaken<Result>(write: Promise<Result>, reference: string): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (!violates(error, 'uq_trade_order_reference')) throw error;
    throw new OrderReferenceTakenError(SAY.reference_taken, { reference });
  }
}

function today(tx: Tx): string {
  return dateInZone(tx.now, CHINA);
}

function announce(tx: Tx, order: TradeOrder): void {
  publish(tx, {
    type: 'orders.order.placed',
    resource: { type: 'order', id: order.id },
    orderId: order.id,
    // A draft publishes nothing, so this is always the first event of the order.
    creates: true,
    changed: ['state'],
    data: {
      reference: order.reference,
      incoterm: order.incoterm,
      value: order.value.toJSON(),
      refundMode: order.refund.mode,
      freightBy: order.freight.by,
      refundAdvance: order.refund.advance,
    },
  });
}

function cancelledTracks(tracks: TrackStates): TrackStates {
  const entries = TRACKS.map((track) => [track, tracks[track] === 'not_applicable' ? 'not_applicable' : 'cancelled']);
  return Object.fromEntries(entries) as TrackStates;
}
