import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { type TransportEvent } from '../domain/transport-event.js';
import { type Booking } from '../entities/booking.entity.js';

export interface WaitingRow {
  readonly id: string;
  readonly event: TransportEvent;
  readonly created_at: Date;
}

const KEEP = `
  INSERT INTO freight.waiting_event (tenant_id, id, event_id, carrier_booking_request_reference, carrier_booking_reference,
                                     transport_document_reference, event, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant_id, event_id) DO NOTHING`;

/** By any of the booking's three numbers. */
const ADOPT = `
  DELETE FROM freight.waiting_event
  WHERE tenant_id = $1 AND (carrier_booking_reference = $2 OR transport_document_reference = $3
                            OR carrier_booking_request_reference = $4)
  RETURNING event`;

/** Events that came before the booking they are about has its number, or about none of ours. */
@Injectable()
export class WaitingEvents {
  async keep(tx: Tx, event: TransportEvent): Promise<void> {
    const { references, eventId } = event;
    const { carrierBookingRequestReference, carrierBookingReference, transportDocumentReference } = references;
    await tx.query(KEEP, [
      ...[tx.tenantId, newId(), eventId],
      ...[carrierBookingRequestReference, carrierBookingReference, transportDocumentReference],
      ...[JSON.stringify(event), tx.now],
    ]);
  }

  /** The booking has a number now: what waited for it is its own. */
  async adopt(tx: Tx, booking: Booking): Promise<TransportEvent[]> {
    const { carrierBookingReference, transportDocumentReference, carrierBookingRequestReference } = booking;
    const values = [tx.tenantId, carrierBookingReference, transportDocumentReference, carrierBookingRequestReference];
    const rows = await tx.query<{ event: TransportEvent }>(ADOPT, values);
    return rows.map(({ event }) => event);
  }

  list(view: View, query: PageQuery): Promise<Page<WaitingRow>> {
    return page<WaitingRow>(view, { table: 'freight.waiting_event', columns: 'id, event, created_at', query });
  }
}
