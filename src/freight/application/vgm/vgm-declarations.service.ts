import { Injectable } from '@nestjs/common';

import { type OrderSnapshot } from '../../../contracts/order-snapshot.js';
import { newId, publicId } from '../../../kernel/ids.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { OrderBook } from '../../../orders/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { type VerifiedGrossMass } from '../../domain/verified-gross-mass.js';
import { UndeclarableMassError } from '../../domain/vgm/vgm.errors.js';
import { SAY_VGM } from '../../domain/vgm/vgm.sentences.js';
import { checkVgm } from '../../domain/vgm/vgm-check.js';
import { type VgmContent, type VgmFigures } from '../../domain/vgm/vgm-content.js';
import { type Booking } from '../../entities/booking.entity.js';
import { VgmDeclaration } from '../../entities/vgm-declaration.entity.js';
import { SEND_VGM } from '../../jobs/vgm/vgm.job.js';
import { CarrierVgm } from '../../partners/vgm/carrier-vgm.port.js';
import { CutOffs } from '../cut-offs.service.js';
import { customerReferenceOf } from '../instructions.js';
import { bookedContainers, bookingForPapers, cutOffWarnings, type PaperFacts } from '../lading/paper-facts.js';
import { armVgmAsk } from './vgm-asking.js';
import { boxesOf } from './vgm-boxes.js';

export interface VgmRequest {
  readonly content: VgmContent;
  /** The shipper stands by a weight that is far from the sum. */
  readonly acceptsFindings: boolean;
}

interface CheckedRequest {
  readonly mass: VerifiedGrossMass;
  readonly warnings: readonly Sentence[];
}

interface Earlier {
  /** Those of the container that the carrier may have, newest first. */
  readonly retracted: readonly string[];
  /** The one that was live. */
  readonly supersedesId: string | null;
}

const CUT_OFFS = { final: ['VCO'], noted: [] };
/** The carrier is told to forget so many earlier declarations of a container with a new one. */
const RETRACTED_MAX = 20;

const EARLIER = `
  SELECT id, state FROM freight.vgm_declaration
  WHERE tenant_id = $1 AND booking_id = $2 AND equipment_reference = $3 AND state <> 'rejected'
  ORDER BY id DESC LIMIT ${RETRACTED_MAX}`;

/** Tells the carrier what packed containers weigh. */
@Injectable()
export class VgmDeclarations {
  constructor(
    private readonly orders: OrderBook,
    private readonly carrier: CarrierVgm,
    private readonly cutOffs: CutOffs,
  ) {}

  /**
   * Promises the carrier the verified gross mass of one container; one that is live gives way to it. The booking is held, so that
   * of those who declare at once each supersedes the one before.
   * @throws BookingNotConfirmedError, CutOffPassedError, UndeclarableMassError
   */
  async declare(tx: Tx, bookingId: string, { content, acceptsFindings }: VgmRequest): Promise<VgmDeclaration> {
    const facts = await bookingForPapers(tx, bookingId);
    const order = await this.orders.snapshot(tx, facts.booking.orderId);
    const { mass, warnings } = await this.checked(tx, order, bookingId, { content, acceptsFindings });
    const earlier = await this.supersede(tx, facts.booking, content.equipmentReference);
    const row = this.composed(tx, order, facts, { content, mass, warnings, earlier });
    armVgmAsk(tx, row, true);
    await tx.insert(VgmDeclaration, row);
    enqueue(tx, SEND_VGM, { declarationId: row.id });
    tellDeclared(tx, row);
    return row;
  }

  async get(view: View, id: string): Promise<VgmDeclaration> {
    const row = await view.find(VgmDeclaration, id);
    if (row === null) throw new ResourceNotFoundError(SAY_VGM.no_such_declaration);
    return row;
  }

  list(view: View, bookingId: string, query: PageQuery): Promise<Page<VgmDeclaration>> {
    const conditions = equal('booking_id', bookingId);
    return entityPage(view, VgmDeclaration, { table: 'freight.vgm_declaration', query, conditions });
  }

  private async checked(
    tx: Tx,
    order: OrderSnapshot,
    bookingId: string,
    { content, acceptsFindings }: VgmRequest,
  ): Promise<CheckedRequest> {
    const late = await cutOffWarnings(tx, this.cutOffs, bookingId, CUT_OFFS);
    const boxes = { ...(await boxesOf(tx, bookingId)), booked: bookedContainers(order) };
    const { mass, faults } = checkVgm(content, acceptsFindings, boxes, tx.now);
    if (mass === null || faults.length > 0) throw new UndeclarableMassError(SAY_VGM.undeclarable, {}, faults);
    return { mass, warnings: [...late, ...findingsOf(mass)] };
  }

  /** Where the carrier had accepted the one before, nothing that it has accepted holds until it says so of the new one. */
  private async supersede(tx: Tx, booking: Booking, box: string): Promise<Earlier> {
    const earlier = await tx.query<{ id: string; state: VgmDeclaration['state'] }>(EARLIER, [
      tx.tenantId,
      booking.id,
      box,
    ]);
    if (earlier.some(({ state }) => state === 'accepted')) await this.cutOffs.reopen(tx, booking, CUT_OFFS.final);
    for (const { id, state } of earlier) {
      const row = state === 'superseded' ? null : await tx.lock(VgmDeclaration, id);
      if (row === null) continue;
      const from = row.state;
      row.take('supersede', tx.now);
      await tx.store(VgmDeclaration, row);
      note(tx, row, 'supersede', from);
    }
    const live = earlier.find(({ state }) => state !== 'superseded');
    return { retracted: earlier.map(({ id }) => id), supersedesId: live?.id ?? null };
  }

  private composed(
    tx: Tx,
    order: OrderSnapshot,
    { booking, carrierBookingReference }: PaperFacts,
    { content, mass, warnings, earlier }: CheckedRequest & { content: VgmContent; earlier: Earlier },
  ): VgmDeclaration {
    const id = newId();
    const figures = figuresOf(mass);
    const { nameEn: shipperName } = order.seller;
    const message = this.carrier.compose({
      reference: publicId('vgmDeclaration', id),
      declaredAt: tx.now,
      carrierBookingReference,
      customerReference: customerReferenceOf(order),
      shipper: shipperName,
      content,
      figures,
      retracted: earlier.retracted.map((one) => publicId('vgmDeclaration', one)),
    });
    const { equipmentReference } = content;
    const { findings } = mass;
    const of = { tenantId: tx.tenantId, id, bookingId: booking.id, orderId: booking.orderId, equipmentReference };
    const said = { carrierBookingReference, shipperName, content, figures, findings, warnings, message };
    const { supersedesId } = earlier;
    return VgmDeclaration.declared({ ...of, ...said, supersedesId }, tx.now, tx.livemode);
  }
}

function figuresOf(mass: VerifiedGrossMass): VgmFigures {
  return {
    verifiedKg: mass.verifiedKg.toFixed(),
    calculatedKg: mass.calculatedKg.toFixed(),
    differenceKg: mass.differenceKg.toFixed(),
    toleranceKg: mass.toleranceKg.toFixed(),
    payloadKg: mass.payloadKg.toFixed(),
  };
}

/** What the shipper stands by is told with the declaration. */
function findingsOf({ findings, differenceKg, toleranceKg }: VerifiedGrossMass): Sentence[] {
  if (!findings.includes('implausible')) return [];
  return [SAY_VGM.stood_by({ difference: differenceKg.toFixed(), tolerance: toleranceKg.toFixed() })];
}

function tellDeclared(tx: Tx, row: VgmDeclaration): void {
  const { id, orderId, bookingId, equipmentReference, figures, content, supersedesId } = row;
  const data = {
    bookingId: publicId('booking', bookingId),
    equipmentReference,
    verifiedKg: figures.verifiedKg,
    method: content.method,
    supersedesId: supersedesId === null ? null : publicId('vgmDeclaration', supersedesId),
  };
  const resource = { type: 'vgmDeclaration', id };
  publish(tx, { type: 'freight.vgm.declared', resource, orderId, creates: true, data });
  note(tx, row, 'declare');
}

function note(tx: Tx, { id, state }: VgmDeclaration, action: string, from?: VgmDeclaration['state']): void {
  audit(tx, {
    action: `freight.vgm.${action}`,
    resourceType: 'vgmDeclaration',
    resourceId: id,
    ...(from === undefined ? {} : { from }),
    to: state,
  });
}
