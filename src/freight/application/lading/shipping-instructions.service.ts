import { Injectable } from '@nestjs/common';

import { type OrderSnapshot } from '../../../contracts/order-snapshot.js';
import { newId, publicId } from '../../../kernel/ids.js';
import { OrderBook } from '../../../orders/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { isInIcs2Zone } from '../../data/ics2-zone.js';
import { type DocumentType } from '../../domain/booking-change.js';
import { type Instruction } from '../../domain/lading/instruction.js';
import { faultsOfInstructions } from '../../domain/lading/instructions-check.js';
import { type InstructionsContent } from '../../domain/lading/instructions-content.js';
import {
  InstructionsExistError,
  InstructionsNotChangeableError,
  UnsendableInstructionsError,
} from '../../domain/lading/lading.errors.js';
import { SAY_LADING } from '../../domain/lading/lading.sentences.js';
import { stow } from '../../domain/lading/stuffing.js';
import { type Composed, ShippingInstructions } from '../../entities/shipping-instructions.entity.js';
import { SEND_INSTRUCTIONS } from '../../jobs/lading/lading.job.js';
import { CarrierPapers } from '../../partners/lading/carrier-papers.port.js';
import { CutOffs } from '../cut-offs.service.js';
import { customerReferenceOf, goodsOf } from '../instructions.js';
import { armPaperAsk } from './paper-asking.js';
import { bookedContainers, bookingForPapers, cutOffWarnings, type PaperFacts } from './paper-facts.js';

/** What the shipper says; what is left out comes from the booking, or is as most have it. */
export type InstructionsRequest = Pick<InstructionsContent, 'contact' | 'utilizedTransportEquipments'> &
  Partial<InstructionsContent>;

interface Identity {
  readonly id: string;
  readonly revision: number;
  readonly shippingInstructionsReference: string | null;
}

const CUT_OFFS = { final: ['DCO'], noted: ['LCO'] };
/** Full sets have three. */
const ORIGINALS = 3;
const COPIES = 3;

/** Tells the carrier what is to stand in the transport document. */
@Injectable()
export class InstructionsDesk {
  constructor(
    private readonly orders: OrderBook,
    private readonly carrier: CarrierPapers,
    private readonly cutOffs: CutOffs,
  ) {}

  /**
   * Promises the carrier instructions; they leave once this is committed.
   * @throws BookingNotConfirmedError, CutOffPassedError, UnsendableInstructionsError, InstructionsExistError
   */
  async submit(tx: Tx, bookingId: string, request: InstructionsRequest): Promise<ShippingInstructions> {
    const facts = await bookingForPapers(tx, bookingId);
    const id = newId();
    const identity = { id, revision: 1, shippingInstructionsReference: null };
    const composed = await this.composed(tx, facts, request, identity);
    const { orderId } = facts.booking;
    const row = ShippingInstructions.requested({ tenantId: tx.tenantId, id, bookingId, orderId, ...composed }, tx.now);
    armPaperAsk(tx, row, true);
    await insertOnce(tx, row);
    enqueue(tx, SEND_INSTRUCTIONS, { instructionsId: id });
    const { transportDocumentTypeCode: type } = row.content;
    const resource = { type: 'shippingInstructions', id };
    const data = { bookingId: publicId('booking', bookingId), transportDocumentTypeCode: type };
    publish(tx, { type: 'freight.shipping_instructions.requested', resource, orderId, creates: true, data });
    note(tx, row, 'requested');
    return row;
  }

  /**
   * Promises the carrier an update: all of them, as they are to be. One that is still open gives way to it.
   * @param isNamed false where the version that the caller named is that of something else
   * @throws InstructionsNotChangeableError, CutOffPassedError, UnsendableInstructionsError, StaleVersionError
   */
  async update(
    tx: Tx,
    id: string,
    request: InstructionsRequest,
    { isNamed = true } = {},
  ): Promise<ShippingInstructions> {
    const { bookingId } = await this.get(tx, id);
    const facts = await bookingForPapers(tx, bookingId);
    const row = await this.held(tx, id, isNamed);
    assertAllowed(row, 'request_update');
    const { shippingInstructionsReference } = row;
    const identity = { id, revision: row.revision + 1, shippingInstructionsReference };
    row.askForUpdate(await this.composed(tx, facts, request, identity), tx.now);
    return this.sent(tx, row, 'update_requested');
  }

  /** Takes back an update that the carrier has received and not decided. @throws InstructionsNotChangeableError */
  async withdrawUpdate(tx: Tx, id: string): Promise<ShippingInstructions> {
    const row = await this.held(tx, id);
    assertAllowed(row, 'withdraw_update');
    row.takeOfUpdate('withdraw_update', tx.now);
    return this.sent(tx, row, 'update_withdrawal_requested');
  }

  /** Asks the carrier to forget them. @throws InstructionsNotChangeableError */
  async cancel(tx: Tx, id: string): Promise<ShippingInstructions> {
    const row = await this.held(tx, id);
    assertAllowed(row, 'cancel');
    row.askToCancel(tx.now);
    return this.sent(tx, row, 'cancellation_requested');
  }

  async get(view: View, id: string): Promise<ShippingInstructions> {
    const row = await view.find(ShippingInstructions, id);
    if (row === null) throw new ResourceNotFoundError(SAY_LADING.no_such_instructions);
    return row;
  }

  list(view: View, bookingId: string, query: PageQuery): Promise<Page<ShippingInstructions>> {
    const conditions = equal('booking_id', bookingId);
    return entityPage(view, ShippingInstructions, { table: 'freight.shipping_instructions', query, conditions });
  }

  private async composed(
    tx: Tx,
    facts: PaperFacts,
    request: InstructionsRequest,
    identity: Identity,
  ): Promise<Composed> {
    const { booking, changes } = facts;
    const late = await cutOffWarnings(tx, this.cutOffs, booking.id, CUT_OFFS);
    const order = await this.orders.snapshot(tx, booking.orderId);
    const content = contentOf(request, changes.transportDocumentType ?? 'BOL');
    const lines = goodsOf(order, changes);
    const faults = faultsOfInstructions(content, { lines, booked: bookedContainers(order) });
    if (faults.length > 0) throw new UnsendableInstructionsError(SAY_LADING.unsendable, {}, faults);
    const sent = this.carrier.compose(instructionOf(order, facts, content, identity));
    return { content, ...sent, warnings: late };
  }

  private async held(tx: Tx, id: string, isNamed = true): Promise<ShippingInstructions> {
    const row = await tx.lock(ShippingInstructions, id);
    if (row === null) throw new ResourceNotFoundError(SAY_LADING.no_such_instructions);
    if (isNamed) tx.assertFresh(row);
    return row;
  }

  /** The carrier is to hear of it. */
  private async sent(tx: Tx, row: ShippingInstructions, action: string): Promise<ShippingInstructions> {
    armPaperAsk(tx, row, true);
    await tx.store(ShippingInstructions, row);
    enqueue(tx, SEND_INSTRUCTIONS, { instructionsId: row.id });
    note(tx, row, action);
    return row;
  }
}

function contentOf(request: InstructionsRequest, booked: DocumentType): InstructionsContent {
  const type = request.transportDocumentTypeCode ?? booked;
  const isElectronic = request.isElectronic ?? false;
  const isPaper = type === 'BOL' && !isElectronic;
  return {
    ...request,
    transportDocumentTypeCode: type,
    isElectronic,
    isShippedOnBoardType: request.isShippedOnBoardType ?? true,
    isToOrder: request.isToOrder ?? false,
    freightPaymentTermCode: request.freightPaymentTermCode ?? 'PRE',
    numberOfOriginals: request.numberOfOriginals ?? (isPaper ? ORIGINALS : 0),
    numberOfCopies: request.numberOfCopies ?? COPIES,
  };
}

function instructionOf(
  order: OrderSnapshot,
  { booking, carrierBookingReference, changes }: PaperFacts,
  content: InstructionsContent,
  { id, revision, shippingInstructionsReference }: Identity,
): Instruction {
  const { seller, buyer, route } = order;
  const notifyParty = content.notifyParty ?? changes.notifyParty;
  return {
    reference: publicId('shippingInstructions', id),
    customerReference: customerReferenceOf(order),
    revision,
    shippingInstructionsReference,
    carrierBookingReference,
    content: { ...content, ...(notifyParty === undefined ? {} : { notifyParty }) },
    shipper: { name: seller.nameEn, address: seller.address, uscc: seller.uscc },
    consignee: content.consignee ?? changes.consignee ?? { name: buyer.name, address: buyer.address },
    portOfLoading: booking.portOfLoading,
    portOfDischarge: booking.portOfDischarge,
    isInIcs2Zone: isInIcs2Zone(route.destinationCountry, booking.plannedDeparture ?? booking.expectedDepartureDate),
    stowed: stow(goodsOf(order, changes), content.utilizedTransportEquipments),
  };
}

/** @throws InstructionsNotChangeableError */
function assertAllowed(row: ShippingInstructions, action: ShippingInstructions['allowedActions'][number]): void {
  if (row.allowedActions.includes(action)) return;
  const { state, isCancelling, updateState } = row;
  const isUnsent = state === 'requested';
  const why = isCancelling
    ? SAY_LADING.being_cancelled
    : isUnsent
      ? SAY_LADING.unsent
      : row.isOver
        ? SAY_LADING.cannot_change({ state })
        : SAY_LADING.no_open_update;
  throw new InstructionsNotChangeableError(why, { state, updateState });
}

/** The unique index decides who was first. */
async function insertOnce(tx: Tx, row: ShippingInstructions): Promise<void> {
  try {
    await tx.insert(ShippingInstructions, row);
  } catch (error) {
    if (!violates(error, 'uq_shipping_instructions_live')) throw error;
    throw new InstructionsExistError(SAY_LADING.live_instructions);
  }
}

function note(tx: Tx, { id, state }: ShippingInstructions, action: string): void {
  audit(tx, {
    action: `freight.shipping_instructions.${action}`,
    resourceType: 'shippingInstructions',
    resourceId: id,
    to: state,
  });
}
