import { Injectable } from '@nestjs/common';

import { type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { causesOf, DomainError } from '../../kernel/domain-error.js';
import { newId, publicId } from '../../kernel/ids.js';
import { reasonOf } from '../../kernel/sentence.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { BookingExistsError, NotOurFreightError, OrderNotPlacedError } from '../domain/booking.errors.js';
import { type CutField } from '../domain/booking-instruction.js';
import { SAY } from '../domain/freight.sentences.js';
import { FreightReferenceTakenError, QuoteMisfitError } from '../domain/quote.errors.js';
import { Booking } from '../entities/booking.entity.js';
import { Quote } from '../entities/quote.entity.js';
import { SEND_BOOKING, SEND_CANCELLATION } from '../jobs/freight.job.js';
import { Carrier } from '../partners/carrier.port.js';
import { expectNext } from './expectations.js';
import { instructionOf } from './instructions.js';
import { Quotes, shipmentOf } from './quotes.service.js';

/** States of an order in which its goods still have to be carried. */
const BOOKABLE: readonly string[] = ['placed', 'in_progress', 'attention'];

const LIVE_BOOKING = `
  SELECT id FROM freight.booking
  WHERE tenant_id = $1 AND order_id = $2 AND state NOT IN ('rejected', 'declined', 'cancelled')`;

export interface BookingRequest {
  readonly orderId: string;
  readonly quoteId: string;
  readonly reference: string | null;
}

export interface BookingFilter {
  /** One or more, with commas. */
  readonly state: string | undefined;
  readonly orderId: string | undefined;
  readonly reference: string | undefined;
  readonly carrierBookingReference: string | undefined;
}

/** Asks for space on a ship, by itself when an order is placed or at a caller's wish, and takes the wish back. */
@Injectable()
export class Bookings {
  constructor(
    private readonly quotes: Quotes,
    private readonly orders: OrderBook,
    private readonly carrier: Carrier,
  ) {}

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Booking> {
    const booking = await view.find(Booking, id);
    if (booking === null) throw new ResourceNotFoundError(SAY.no_such_booking);
    return booking;
  }

  /** Newest first. Two statements: the page of ids, and their rows. */
  list(view: View, query: PageQuery, filter: BookingFilter): Promise<Page<Booking>> {
    const conditions = [
      ...among('state', filter.state),
      ...equal('order_id', filter.orderId),
      ...equal('reference', filter.reference),
      ...equal('carrier_booking_reference', filter.carrierBookingReference),
    ];
    return entityPage(view, Booking, { table: 'freight.booking', query, conditions });
  }

  /**
   * Promises the carrier a request; it leaves once this is committed.
   * @throws NotOurFreightError, OrderNotPlacedError, BookingExistsError by the state of the order
   * @throws QuoteExpiredError, QuoteAlreadyBookedError, QuoteMisfitError by the quote
   * @throws UnsendableBookingError when the order's data do not fit the carrier's schema
   * @throws FreightReferenceTakenError
   */
  async request(tx: Tx, { orderId, quoteId, reference }: BookingRequest): Promise<Booking> {
    await this.orders.hold(tx, orderId);
    const order = await this.orders.snapshot(tx, orderId);
    assertBookable(order);
    await this.assertNoneLive(tx, orderId);
    const quote = await tx.lock(Quote, quoteId);
    if (quote === null) throw new ResourceNotFoundError(SAY.no_such_quote);
    assertFits(quote, order);
    if (quote.hasExpired(tx.now)) throw await this.quotes.expired(tx, quote, order);
    return this.place(tx, order, quote, reference);
  }

  /**
   * Quotes and books for an order that was just placed. What cannot be priced or sent is a rejected booking with its
   * reason: the order shows it, and a booking by hand may follow.
   */
  async placeFor(tx: Tx, orderId: string): Promise<void> {
    await this.orders.hold(tx, orderId);
    const order = await this.orders.snapshot(tx, orderId);
    if (order.freight.by !== 'platform' || !BOOKABLE.includes(order.state)) return;
    const [live] = await tx.query<{ id: string }>(LIVE_BOOKING, [tx.tenantId, orderId]);
    if (live !== undefined) return;
    try {
      assertBookable(order);
      await this.place(tx, order, await this.quotes.giveFor(tx, order), null);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.rejectUnbookable(tx, order, error);
    }
  }

  /**
   * Asks the carrier to let us out. Before the confirmation it simply holds; after it, the carrier may decline.
   * @throws IllegalTransitionError when the booking is over, or the wish was told before
   * @throws StaleVersionError
   */
  async requestCancellation(tx: Tx, id: string, reason: string | null): Promise<Booking> {
    const booking = await tx.lock(Booking, id);
    if (booking === null) throw new ResourceNotFoundError(SAY.no_such_booking);
    tx.assertFresh(booking);
    booking.requestCancellation(reason, tx.now);
    expectNext(tx, booking);
    await tx.store(Booking, booking);
    enqueue(tx, SEND_CANCELLATION, { bookingId: id });
    audit(tx, {
      action: 'freight.booking.cancellation_requested',
      resourceType: 'booking',
      resourceId: id,
      from: booking.state,
      to: booking.state,
    });
    return booking;
  }

  private async place(tx: Tx, order: OrderSnapshot, quote: Quote, reference: string | null): Promise<Booking> {
    quote.book(tx.now);
    const id = newId();
    const { message, cutFields } = this.carrier.compose(instructionOf(order, quote, id));
    await tx.store(Quote, quote);
    const booking = newBooking(tx, order, { id, reference, quote, requestMessage: message, cutFields });
    expectNext(tx, booking);
    await insertOnce(tx, booking);
    publishRequested(tx, booking);
    enqueue(tx, SEND_BOOKING, { bookingId: id });
    return booking;
  }

  private async rejectUnbookable(tx: Tx, order: OrderSnapshot, error: DomainError): Promise<void> {
    const booking = newBooking(tx, order, {
      id: newId(),
      reference: null,
      quote: null,
      requestMessage: null,
      cutFields: [],
    });
    const reason = reasonOf([error.sentence, ...causesOf(error.faults)]);
    booking.take('reject', tx.now, reason);
    await insertOnce(tx, booking);
    publishRequested(tx, booking);
    const resource = { type: 'booking', id: booking.id };
    const data = { ...reason, afterConfirmation: false };
    publish(tx, { type: 'freight.booking.rejected', resource, orderId: order.id, changed: ['state'], data });
  }

  private async assertNoneLive(tx: Tx, orderId: string): Promise<void> {
    const [live] = await tx.query<{ id: string }>(LIVE_BOOKING, [tx.tenantId, orderId]);
    if (live !== undefined) throw bookingExists(live.id);
  }
}

function bookingExists(id: string | null): BookingExistsError {
  return new BookingExistsError(SAY.booking_exists, {
    booking: id === null ? null : publicId('booking', id),
  });
}

/** The unique indexes decide who was first. */
async function insertOnce(tx: Tx, booking: Booking): Promise<void> {
  try {
    await tx.insert(Booking, booking);
  } catch (error) {
    if (violates(error, 'uq_booking_order')) throw bookingExists(null);
    if (!violates(error, 'uq_booking_reference')) throw error;
    throw new FreightReferenceTakenError(SAY.booking_reference_taken, { reference: booking.reference });
  }
}

function publishRequested(tx: Tx, booking: Booking): void {
  const { id, orderId, quoteId, state } = booking;
  publish(tx, {
    type: 'freight.booking.requested',
    resource: { type: 'booking', id },
    orderId,
    creates: true,
    data: { quoteId: quoteId === null ? null : publicId('freightQuote', quoteId) },
  });
  audit(tx, { action: 'freight.booking.requested', resourceType: 'booking', resourceId: id, to: state });
}

interface NewBooking {
  readonly id: string;
  readonly reference: string | null;
  readonly quote: Quote | null;
  readonly requestMessage: string | null;
  readonly cutFields: readonly CutField[];
}

function newBooking(tx: Tx, order: OrderSnapshot, made: NewBooking): Booking {
  const { id, reference, quote, requestMessage, cutFields } = made;
  const { portOfLoading, portOfDischarge } = order.route;
  return Booking.requested({
    tenantId: tx.tenantId,
    id,
    reference,
    orderId: order.id,
    partyId: order.seller.id,
    quoteId: quote?.id ?? null,
    mode: quote?.mode ?? order.freight.mode ?? 'fcl',
    portOfLoading,
    portOfDischarge,
    expectedDepartureDate: quote?.departureDate ?? shipmentOf(order, tx.now).departureDate,
    charges: quote?.totals ?? [],
    requestMessage,
    cutFields,
    createdAt: tx.now,
  });
}

/** @throws NotOurFreightError, OrderNotPlacedError */
function assertBookable({ state, freight, route }: OrderSnapshot): void {
  if (!BOOKABLE.includes(state)) throw new OrderNotPlacedError(SAY.order_state({ state }), { state });
  if (freight.by !== 'platform') throw new NotOurFreightError(SAY.freight_elsewhere);
  if (route.transportMode !== 'sea') {
    throw new NotOurFreightError(SAY.sea_only, { transportMode: route.transportMode });
  }
  if (freight.mode === null) throw new NotOurFreightError(SAY.mode_unsaid);
}

/** @throws QuoteMisfitError naming each difference */
function assertFits(quote: Quote, order: OrderSnapshot): void {
  const wanted = { mode: order.freight.mode, ...order.route };
  const faults = (['mode', 'portOfLoading', 'portOfDischarge'] as const)
    .filter((name) => quote[name] !== wanted[name])
    .map((name) => ({
      pointer: '/quoteId',
      code: 'misfit',
      message: SAY.quote_differs({ field: name, quoted: quote[name], wanted: wanted[name] ?? SAY.absent }),
    }));
  if (quote.orderId !== null && quote.orderId !== order.id) {
    faults.push({ pointer: '/quoteId', code: 'misfit', message: SAY.quote_other_order });
  }
  if (!isSameContainers(quote, order)) {
    faults.push({ pointer: '/quoteId', code: 'misfit', message: SAY.quote_other_containers });
  }
  if (faults.length > 0) throw new QuoteMisfitError(SAY.quote_misfit, {}, faults);
}

function isSameContainers(quote: Quote, { freight }: OrderSnapshot): boolean {
  if (quote.mode !== 'fcl') return true;
  const key = (containers: readonly { sizeType: string; count: number }[]): string =>
    containers
      .map(({ sizeType, count }) => `${sizeType}×${count}`)
      .sort()
      .join();
  return key(quote.cargo['containers'] as { sizeType: string; count: number }[]) === key(freight.containers);
}
