import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import {
  BookingNotChangeableError,
  InvalidBookingChangeError,
  NoOpenChangeError,
} from '../domain/booking-change.errors.js';
import { type BookingChanges, faultsOfChanges, mergedChanges } from '../domain/booking-change.js';
import { SAY_CARRIAGE } from '../domain/carriage.sentences.js';
import { SAY } from '../domain/freight.sentences.js';
import { BookingChange } from '../entities/booking-change.entity.js';
import { Booking } from '../entities/booking.entity.js';
import { Quote } from '../entities/quote.entity.js';
import { SEND_CHANGE, SEND_CHANGE_WITHDRAWAL } from '../jobs/freight.job.js';
import { Carrier } from '../partners/carrier.port.js';
import { agreedChanges } from './agreed-changes.js';
import { expectNext } from './expectations.js';
import { instructionOf } from './instructions.js';

/** Asks the carrier to change a booking: an update until it is confirmed, an amendment afterwards. */
@Injectable()
export class BookingAmendments {
  constructor(
    private readonly orders: OrderBook,
    private readonly carrier: Carrier,
  ) {}

  /**
   * Promises the carrier a change. One that is still open gives way to it: what it asked for is part of the new one only
   * where the caller names it again.
   * @throws BookingNotChangeableError, InvalidBookingChangeError, UnsendableBookingError, StaleVersionError
   */
  async request(tx: Tx, bookingId: string, changes: BookingChanges): Promise<BookingChange> {
    const booking = await this.held(tx, bookingId);
    tx.assertFresh(booking);
    assertChangeable(booking);
    const { orderId, quoteId } = booking;
    const quote = quoteId === null ? null : await tx.find(Quote, quoteId);
    if (quote === null) throw new BookingNotChangeableError(SAY_CARRIAGE.change_of_unsent);
    const order = await this.orders.snapshot(tx, orderId);
    const lines = order.lines.map(({ lineNumber }) => lineNumber);
    const faults = faultsOfChanges(changes, lines, dateInZone(tx.now, CHINA));
    if (faults.length > 0) throw new InvalidBookingChangeError(SAY_CARRIAGE.change_faulty, {}, faults);
    const merged = mergedChanges([...(await agreedChanges(tx, bookingId)), changes]);
    const { carrierBookingRequestReference, carrierBookingReference } = booking;
    const { message } = this.carrier.composeChange(instructionOf(order, quote, bookingId, merged), {
      carrierBookingRequestReference,
      carrierBookingReference,
    });
    await this.supersede(tx, booking);
    const change = newChange(tx, booking, changes, message);
    await tx.insert(BookingChange, change);
    booking.changeOpened(change.id, tx.now);
    expectNext(tx, booking);
    await tx.store(Booking, booking);
    enqueue(tx, SEND_CHANGE, { changeId: change.id });
    this.tellRequested(tx, booking, change);
    return change;
  }

  /**
   * Takes back an amendment that the carrier has received and not decided.
   * @throws NoOpenChangeError
   */
  async withdraw(tx: Tx, bookingId: string): Promise<BookingChange> {
    const booking = await this.held(tx, bookingId);
    tx.assertFresh(booking);
    const change = booking.openChangeId === null ? null : await tx.lock(BookingChange, booking.openChangeId);
    if (change === null) throw new NoOpenChangeError(SAY_CARRIAGE.no_open_change);
    if (!change.allowedActions.includes('withdraw')) {
      throw new NoOpenChangeError(SAY_CARRIAGE.change_not_amendment, { kind: change.kind, state: change.state });
    }
    change.take('withdraw', tx.now);
    await tx.store(BookingChange, change);
    expectNext(tx, booking);
    await tx.store(Booking, booking);
    enqueue(tx, SEND_CHANGE_WITHDRAWAL, { changeId: change.id });
    audit(tx, {
      action: 'freight.booking.change_withdrawal_requested',
      resourceType: 'booking',
      resourceId: bookingId,
      from: booking.state,
      to: booking.state,
    });
    return change;
  }

  async get(view: View, id: string): Promise<BookingChange> {
    const change = await view.find(BookingChange, id);
    if (change === null) throw new ResourceNotFoundError(SAY_CARRIAGE.no_open_change);
    return change;
  }

  list(view: View, bookingId: string, query: PageQuery): Promise<Page<BookingChange>> {
    const conditions = equal('booking_id', bookingId);
    return entityPage(view, BookingChange, { table: 'freight.booking_change', query, conditions });
  }

  private async held(tx: Tx, id: string): Promise<Booking> {
    const booking = await tx.lock(Booking, id);
    if (booking === null) throw new ResourceNotFoundError(SAY.no_such_booking);
    return booking;
  }

  private async supersede(tx: Tx, { openChangeId }: Booking): Promise<void> {
    const open = openChangeId === null ? null : await tx.lock(BookingChange, openChangeId);
    if (open === null) return;
    open.take('supersede', tx.now);
    await tx.store(BookingChange, open);
  }

  private tellRequested(tx: Tx, { id, orderId, state }: Booking, change: BookingChange): void {
    publish(tx, {
      type: 'freight.booking.change_requested',
      resource: { type: 'booking', id },
      orderId,
      changed: ['allowedActions'],
      data: { changeId: publicId('bookingChange', change.id), kind: change.kind, fields: Object.keys(change.changes) },
    });
    audit(tx, {
      action: 'freight.booking.change_requested',
      resourceType: 'booking',
      resourceId: id,
      from: state,
      to: state,
    });
  }
}

/** @throws BookingNotChangeableError */
function assertChangeable({ isOver, isCancelling, state, requestMessage }: Booking): void {
  if (isOver) throw new BookingNotChangeableError(SAY.booking_state({ state }), { state });
  if (isCancelling) throw new BookingNotChangeableError(SAY_CARRIAGE.booking_leaving);
  if (requestMessage === null) throw new BookingNotChangeableError(SAY_CARRIAGE.change_of_unsent);
}

function newChange(tx: Tx, booking: Booking, changes: BookingChanges, message: string): BookingChange {
  const { tenantId, now } = tx;
  const { id: bookingId, amendedBookingStatus: statusBefore, lastReportedAt: reportedBefore, isConfirmed } = booking;
  const kind = isConfirmed ? 'amendment' : 'update';
  return BookingChange.requested(
    { tenantId, id: newId(), bookingId, kind, changes, message, statusBefore, reportedBefore },
    now,
  );
}
