import { Injectable } from '@nestjs/common';

import { DomainError } from '../../../kernel/domain-error.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { newId, publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { wire } from '../../../kernel/wire.js';
import { type OrderSnapshot } from '../../../contracts/order-snapshot.js';
import { OrderBook } from '../../../orders/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { MODE_RULES } from '../../data/mode-rules.js';
import { OrderNotPlacedError } from '../../domain/booking.errors.js';
import {
  checkConsignment,
  type ConsignmentParty,
  type Contents,
  type DeclaredGoods,
  type Paper,
} from '../../domain/consignments/consignment-check.js';
import {
  OfferBookedError,
  OfferExpiredError,
  OrderGoesBySeaError,
} from '../../domain/consignments/consignment.errors.js';
import { SAY_CONSIGNMENT as SAY } from '../../domain/consignments/consignment.sentences.js';
import { type ConsignmentWay, isConsignmentWay } from '../../domain/consignments/consignment-way.js';
import { measure } from '../../domain/consignment.js';
import { SAY as SAY_FREIGHT } from '../../domain/freight.sentences.js';
import { ruleOn } from '../../domain/offers/mode-rule.js';
import { FreightReferenceTakenError } from '../../domain/quote.errors.js';
import { type Comparison, type OfferRecord } from '../../entities/comparison.entity.js';
import { Consignment } from '../../entities/consignment.entity.js';
import { SEND_CONSIGNMENT, SEND_WITHDRAWAL } from '../../jobs/consignments/consignment.job.js';
import { Courier } from '../../partners/consignments/courier.port.js';
import { Comparisons } from '../comparisons.service.js';
import { goodsOf, partiesOf, piecesOf, requestOf } from './consignment-facts.js';
import { announceRequested, expectNext, note } from './consignment-news.js';
import { consignmentById } from './consignment-reading.js';

export interface ConsignmentRequest {
  readonly comparisonId: string;
  readonly offerRank: number;
  readonly orderId: string | null;
  readonly reference: string | null;
  readonly contents: Contents;
  readonly papers: readonly Paper[];
  /** Null where the order says it. */
  readonly sender: ConsignmentParty | null;
  readonly recipient: ConsignmentParty | null;
  readonly goods: readonly DeclaredGoods[] | null;
}

export interface ConsignmentFilter {
  readonly state: string | undefined;
  readonly way: string | undefined;
  readonly orderId: string | undefined;
  readonly reference: string | undefined;
  readonly waybillNumber: string | undefined;
}

type WayOffer = OfferRecord & { readonly mode: ConsignmentWay };

const BOOKABLE: readonly string[] = ['placed', 'in_progress', 'attention'];
const REFERENCE_MAX = 35;

/** Goods that go otherwise than by sea: booked from an offer of a comparison. */
@Injectable()
export class Consignments {
  constructor(
    private readonly comparisons: Comparisons,
    private readonly orders: OrderBook,
    private readonly courier: Courier,
  ) {}

  /**
   * Promises the courier a request; it leaves once this is committed.
   * @throws ResourceNotFoundError of comparison or order
   * @throws OrderNotPlacedError, OrderGoesBySeaError by the order
   * @throws OfferExpiredError, OfferBookedError by the offer
   * @throws InvalidInputError naming everything that the courier would send back
   * @throws FreightReferenceTakenError
   */
  async request(tx: Tx, request: ConsignmentRequest): Promise<Consignment> {
    const order = await this.orderOf(tx, request.orderId);
    const comparison = await this.comparisons.get(tx, request.comparisonId);
    const offer = offerIn(comparison, request.offerRank);
    const isOver = new Date(offer.validUntil) < tx.now || offer.departureDate < dateInZone(tx.now, CHINA);
    if (isOver) throw await this.expired(tx, comparison, offer);
    const facts = checked(request, order, comparison, offer);
    const consignment = this.compose(tx, request, order, comparison, { offer, ...facts });
    expectNext(tx, consignment);
    await insertOnce(tx, consignment);
    announceRequested(tx, consignment);
    enqueue(tx, SEND_CONSIGNMENT, { consignmentId: consignment.id });
    return consignment;
  }

  /**
   * Asks the courier not to collect. It simply holds until it has; then the consignment goes its way.
   * @throws ResourceNotFoundError, StaleVersionError
   * @throws IllegalTransitionError when it was collected, is over, or was asked to be cancelled before
   */
  async requestCancellation(tx: Tx, id: string, reason: string | null): Promise<Consignment> {
    const consignment = await tx.lock(Consignment, id);
    if (consignment === null) throw new ResourceNotFoundError(SAY.no_such_consignment);
    tx.assertFresh(consignment);
    consignment.requestCancellation(reason, tx.now);
    expectNext(tx, consignment);
    await tx.store(Consignment, consignment);
    enqueue(tx, SEND_WITHDRAWAL, { consignmentId: id });
    note(tx, 'cancellation_requested', consignment, consignment.state);
    return consignment;
  }

  /** @throws ResourceNotFoundError */
  get(view: View, id: string): Promise<Consignment> {
    return consignmentById(view, id);
  }

  /** Newest first. */
  list(view: View, query: PageQuery, filter: ConsignmentFilter): Promise<Page<Consignment>> {
    const conditions = [
      ...among('state', filter.state),
      ...among('way', filter.way),
      ...equal('order_id', filter.orderId),
      ...equal('reference', filter.reference),
      ...equal('waybill_number', filter.waybillNumber),
    ];
    return entityPage(view, Consignment, { table: 'freight.consignment', query, conditions });
  }

  private async orderOf(tx: Tx, orderId: string | null): Promise<OrderSnapshot | null> {
    if (orderId === null) return null;
    await this.orders.hold(tx, orderId);
    const order = await this.orders.snapshot(tx, orderId);
    const { state, freight } = order;
    if (!BOOKABLE.includes(state)) throw new OrderNotPlacedError(SAY_FREIGHT.order_state({ state }), { state });
    if (freight.by === 'platform') throw new OrderGoesBySeaError(SAY.goes_by_sea);
    return order;
  }

  /** That the offer has expired, and what the same way would cost today; without such an offer only the first. */
  private async expired(tx: Tx, comparison: Comparison, offer: OfferRecord): Promise<OfferExpiredError> {
    const { validUntil, mode, service } = offer;
    try {
      const { offers } = await this.comparisons.compare(tx, requestOf(comparison), tx.now);
      const fresh = offers.find((one) => one.mode === mode && one.service === service);
      if (fresh === undefined) return new OfferExpiredError(SAY.offer_expired, { validUntil });
      const freshTotals = fresh.totals.map((total) => total.toString());
      const sentence = SAY.offer_fresh({ totals: freshTotals.join(' + '), day: fresh.departureDate });
      return new OfferExpiredError(sentence, { validUntil, freshTotals, freshDeparture: fresh.departureDate });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return new OfferExpiredError(SAY.offer_expired, { validUntil });
    }
  }

  private compose(
    tx: Tx,
    { reference, contents, papers, offerRank }: ConsignmentRequest,
    order: OrderSnapshot | null,
    comparison: Comparison,
    { offer, sender, recipient, goods }: { readonly offer: WayOffer } & Checked,
  ): Consignment {
    const id = newId();
    const { pieces, nature, incoterm } = comparison.goods;
    const ours = publicId('consignment', id);
    const theirs = reference ?? order?.reference ?? ours;
    const requestMessage = this.courier.compose({
      reference: ours,
      customerReference: theirs.length <= REFERENCE_MAX ? theirs : ours,
      ...{ way: offer.mode, service: offer.service, from: offer.from, to: offer.to },
      ...{ departureDate: offer.departureDate, transitDays: offer.transitDays, incoterm, contents },
      ...{ sender, recipient, pieces, goods: wire(goods), nature, papers },
    });
    return Consignment.requested({
      ...{ tenantId: tx.tenantId, id, reference, orderId: order?.id ?? null },
      ...{ comparisonId: comparison.id, offerRank, way: offer.mode, departureDate: offer.departureDate },
      ...{ offer, cargo: comparison.goods, sender, recipient, goods: wire(goods), contents, papers },
      ...{ requestMessage, createdAt: tx.now },
    });
  }
}

/** @throws InvalidInputError where there is none of that rank, or it is booked elsewhere */
function offerIn({ offers }: Comparison, rank: number): WayOffer {
  const check = new InputCheck();
  const offer = offers.find((one) => one.rank === rank);
  check.that(offer !== undefined, '/offerRank', 'unknown', SAY.no_such_offer);
  check.done();
  if (offer !== undefined && isWayOffer(offer)) return offer;
  check.that(false, '/offerRank', 'booked_elsewhere', SAY.offer_by_sea({ mode: offer?.mode ?? '' }));
  check.done();
  throw new Error('An offer that is booked elsewhere was let pass');
}

function isWayOffer(offer: OfferRecord): offer is WayOffer {
  return isConsignmentWay(offer.mode);
}

interface Checked {
  readonly sender: ConsignmentParty;
  readonly recipient: ConsignmentParty;
  readonly goods: readonly DeclaredGoods[];
}

/** What the request leaves out comes from the order. @throws InvalidInputError naming every fault */
function checked(
  { papers, contents, ...given }: ConsignmentRequest,
  order: OrderSnapshot | null,
  comparison: Comparison,
  offer: WayOffer,
): Checked {
  const rule = ruleOn(MODE_RULES, offer.mode, offer.departureDate);
  if (rule === null) throw new Error(`No rule for ${offer.mode} on ${offer.departureDate}`);
  const parties = order === null ? { sender: null, recipient: null } : partiesOf(order);
  const sender = given.sender ?? parties.sender;
  const recipient = given.recipient ?? parties.recipient;
  const goods = given.goods ?? (order === null ? [] : goodsOf(order));
  const pieces = piecesOf(comparison.goods);
  const check = new InputCheck();
  checkConsignment(check, {
    ...{ rule, pieces, grossKg: measure(pieces).grossKg, nature: comparison.goods.nature },
    ...{ papers, contents, sender, recipient, goods },
    ...{ from: comparison.origin.slice(0, 2), to: comparison.destination.slice(0, 2) },
  });
  check.done();
  if (sender === null || recipient === null) throw new Error('A party that is missing was let pass');
  return { sender, recipient, goods };
}

/** The unique indexes decide who was first. */
async function insertOnce(tx: Tx, consignment: Consignment): Promise<void> {
  try {
    await tx.insert(Consignment, consignment);
  } catch (error) {
    if (violates(error, 'uq_consignment_offer')) throw new OfferBookedError(SAY.offer_booked);
    if (!violates(error, 'uq_consignment_reference')) throw error;
    const { reference } = consignment;
    throw new FreightReferenceTakenError(SAY.consignment_reference_taken, { reference });
  }
}
