import { Injectable } from '@nestjs/common';

import { type OrderSnapshot } from '../../../contracts/order-snapshot.js';
import { Decimal } from '../../../kernel/decimal.js';
import { publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { type Sheet } from '../../../kernel/sheet.js';
import { OrderBook } from '../../../orders/index.js';
import { type View } from '../../../platform/database/session.js';
import { packageKind } from '../../data/package-kinds.js';
import { type BookingChanges, mergedChanges } from '../../domain/booking-change.js';
import { type BookingState } from '../../domain/booking-status.js';
import { BookingNotConfirmedError, DocumentNotReadyError } from '../../domain/lading/lading.errors.js';
import { SAY_LADING } from '../../domain/lading/lading.sentences.js';
import { placesIn } from '../../domain/papers/dcsa-paper.js';
import { instructionsSheet } from '../../domain/papers/instructions-sheet.js';
import { type Instructed, type PackedLine, packingList } from '../../domain/papers/packing-list.js';
import { documentSheets } from '../../domain/papers/transport-document-sheet.js';
import { type Voyage } from '../../domain/papers/voyage.js';
import { type Json } from '../../domain/told-json.js';
import { type Booking } from '../../entities/booking.entity.js';
import { ShippingInstructions } from '../../entities/shipping-instructions.entity.js';
import { agreedChanges } from '../agreed-changes.js';
import { Bookings } from '../bookings.service.js';
import { goodsOf } from '../instructions.js';
import { PlaceBook } from '../place-book.js';
import { placeNames } from '../place-names.js';
import { InstructionsDesk } from './shipping-instructions.service.js';
import { TransportDocuments } from './transport-documents.service.js';

/** What is to be printed. */
export interface Paper {
  readonly title: string;
  readonly sheets: readonly Sheet[];
  /** Of the facts: a paper does not differ from one time to the next. */
  readonly date: Date;
}

/** Nothing is packed for what does not go. */
const GONE: readonly BookingState[] = ['rejected', 'declined', 'cancelled'];

const LIVE = `
  SELECT id FROM freight.shipping_instructions
  WHERE tenant_id = $1 AND booking_id = $2 AND state IN ('requested', 'received', 'pending_update', 'completed')`;
const TENANT = `SELECT name FROM platform.tenant WHERE id = $1`;

/** The papers of a shipment as they are printed, of what the API shows of them. */
@Injectable()
export class FreightPapers {
  constructor(
    private readonly orders: OrderBook,
    private readonly bookings: Bookings,
    private readonly instructions: InstructionsDesk,
    private readonly documents: TransportDocuments,
    private readonly places: PlaceBook,
  ) {}

  /** @throws ResourceNotFoundError, BookingNotConfirmedError once the goods do not go by this booking */
  async packingList(view: View, bookingId: string): Promise<Paper> {
    const booking = await this.bookings.get(view, bookingId);
    const { state } = booking;
    if (GONE.includes(state)) throw new BookingNotConfirmedError(SAY_LADING.not_confirmed({ state }), { state });
    const order = await this.orders.snapshot(view, booking.orderId);
    const changes = mergedChanges(await agreedChanges(view, bookingId));
    const papers = await this.liveInstructions(view, bookingId);
    const date = papers !== null && papers.updatedAt > booking.updatedAt ? papers.updatedAt : booking.updatedAt;
    const facts = {
      ...partiesOf(order),
      bookingReference: booking.carrierBookingReference,
      transportDocumentReference: papers?.transportDocumentReference ?? booking.transportDocumentReference,
      voyage: voyageOf(booking),
      date: dateInZone(date, CHINA),
      lines: packedLines(order, changes),
      instructed: papers === null ? null : instructedIn(papers),
    };
    const nameOf = await placeNames(view, this.places, [booking.portOfLoading, booking.portOfDischarge]);
    return { title: `Packing list ${order.reference}`, sheets: [packingList(facts, nameOf)], date };
  }

  /** @throws ResourceNotFoundError */
  async shippingInstructions(view: View, id: string): Promise<Paper> {
    const row = await this.instructions.get(view, id);
    const booking = await this.bookings.get(view, row.bookingId);
    const { state, updateState, shippingInstructionsReference, transportDocumentReference } = row;
    const message = JSON.parse(row.message) as Json;
    const reference = publicId('shippingInstructions', id);
    const codes = [booking.portOfLoading, booking.portOfDischarge, ...placesIn(message)];
    const facts = { reference, state, updateState, shippingInstructionsReference, transportDocumentReference, message };
    const nameOf = await placeNames(view, this.places, codes);
    const sheet = instructionsSheet({ ...facts, voyage: voyageOf(booking) }, nameOf);
    return { title: `Shipping instructions ${reference}`, sheets: [sheet], date: row.updatedAt };
  }

  /** @throws ResourceNotFoundError, DocumentNotReadyError before the carrier has told what stands in it */
  async transportDocument(view: View, id: string): Promise<Paper> {
    const row = await this.documents.get(view, id);
    const { document, issuedAt, state, wish } = row;
    if (Object.keys(document).length === 0) {
      throw new DocumentNotReadyError(SAY_LADING.document_untold, { state, wish });
    }
    const [tenant] = await view.query<{ name: string }>(TENANT, [view.tenantId]);
    const issuedOn = issuedAt === null ? null : dateInZone(issuedAt, CHINA);
    const nameOf = await placeNames(view, this.places, placesIn(document));
    const sheets = documentSheets({ ...row, issuedOn, forwarder: tenant?.name ?? '' }, nameOf);
    return { title: `Transport document ${row.transportDocumentReference}`, sheets, date: row.updatedAt };
  }

  private async liveInstructions(view: View, bookingId: string): Promise<ShippingInstructions | null> {
    const [live] = await view.query<{ id: string }>(LIVE, [view.tenantId, bookingId]);
    return live === undefined ? null : view.find(ShippingInstructions, live.id);
  }
}

function partiesOf({ reference, contractNumber, incoterm, seller, buyer }: OrderSnapshot): {
  readonly reference: string;
  readonly contractNumber: string;
  readonly incoterm: string;
  readonly seller: OrderSnapshot['seller'];
  readonly buyer: OrderSnapshot['buyer'];
} {
  return { reference, contractNumber, incoterm, seller, buyer };
}

function packedLines(order: OrderSnapshot, changes: BookingChanges): PackedLine[] {
  const byNumber = new Map(order.lines.map((line) => [line.lineNumber, line]));
  return goodsOf(order, changes).map((goods) => {
    const line = byNumber.get(goods.lineNumber);
    return {
      ...goods,
      descriptionZh: line?.goodsName ?? '',
      kind: packageKind(line?.packageType ?? ''),
      netKg: new Decimal(line?.netWeightKg ?? 0),
    };
  });
}

function voyageOf(booking: Booking): Voyage {
  const { portOfLoading, portOfDischarge, vesselName, voyageNumber, plannedDeparture, plannedArrival } = booking;
  return { portOfLoading, portOfDischarge, vesselName, voyageNumber, plannedDeparture, plannedArrival };
}

function instructedIn({ content }: ShippingInstructions): Instructed {
  return { shippingMarks: content.shippingMarks ?? null, boxes: content.utilizedTransportEquipments };
}
