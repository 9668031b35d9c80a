import { Injectable } from '@nestjs/common';

import { tryParseId } from '../../../kernel/ids.js';
import { type Reason, reasonOf } from '../../../kernel/sentence.js';
import { type Tx } from '../../../platform/database/session.js';
import { enqueue, publish } from '../../../platform/outbox/outbox.js';
import {
  UnknownConsignmentError,
  UnreadableCourierMessageError,
} from '../../domain/consignments/consignment.errors.js';
import { SAY_CONSIGNMENT as SAY } from '../../domain/consignments/consignment.sentences.js';
import { type ConsignmentCommand } from '../../domain/consignments/consignment-status.js';
import { type CourierReport, judgeCourier } from '../../domain/consignments/courier-report.js';
import { unusableNumber } from '../../domain/consignments/waybill-number.js';
import { Consignment } from '../../entities/consignment.entity.js';
import { SEND_CONSIGNMENT, SEND_WITHDRAWAL } from '../../jobs/consignments/consignment.job.js';
import { keepEvents } from './consignment-events.js';
import { about, announceStep, armAsk, expectNext, note } from './consignment-news.js';

/** They close what happened before, and are told after it. */
const LAST: readonly ConsignmentCommand[] = ['deliver', 'send_back', 'lose'];
const NEEDS_REASON: readonly ConsignmentCommand[] = ['reject', 'cancel', 'send_back', 'lose'];

/** Records what the courier says of our consignments. Each method is safe to repeat, and does not trust the order of arrival. */
@Injectable()
export class CourierWords {
  /** The courier has the request, under a reference of its own. */
  async recordTaken(tx: Tx, id: string, courierReference: string): Promise<void> {
    const consignment = await held(tx, id);
    const isNew = consignment.courierReference === null;
    consignment.noteCourierReference(courierReference);
    if (isNew) expectNext(tx, consignment);
    // A wish to cancel that was told meanwhile had nobody to go to.
    if (consignment.isCancelling) enqueue(tx, SEND_WITHDRAWAL, { consignmentId: id });
    await tx.store(Consignment, consignment);
  }

  /** The courier's final no to the request itself. */
  async recordRefused(tx: Tx, id: string, reason: string): Promise<void> {
    const consignment = await held(tx, id);
    if (consignment.state !== 'requested') return;
    this.take(tx, consignment, 'reject', reasonOf(reason));
    await tx.store(Consignment, consignment);
  }

  /** A report that came by itself. @throws UnknownConsignmentError, UnreadableCourierMessageError */
  async recordReport(tx: Tx, report: CourierReport): Promise<void> {
    const id = tryParseId('consignment', report.reference);
    const isOurs = id !== null && (await tx.find(Consignment, id)) !== null;
    if (!isOurs) throw new UnknownConsignmentError(SAY.courier_stranger, { reference: report.reference });
    await this.record(tx, id, report);
  }

  /**
   * Acts on a report: numbers, state, events.
   * @returns whether anything was new
   * @throws UnreadableCourierMessageError for numbers that cannot be, or none where there must be one
   */
  async record(tx: Tx, id: string, report: CourierReport): Promise<boolean> {
    const consignment = await held(tx, id);
    const wasUnknown = consignment.courierReference === null;
    const command = judgeCourier(consignment.state, consignment.lastReportedAt, report);
    assertNumbers(consignment, report);
    consignment.noteReport(report);
    const isLast = command !== null && LAST.includes(command);
    const why = reasonOf(report.reason ?? [SAY.courier_no_reason]);
    if (command !== null && !isLast) this.take(tx, consignment, command, why);
    const hasNewEvents = await keepEvents(tx, consignment, report.events);
    if (command !== null && isLast) this.take(tx, consignment, command, why);
    if (report.isCancellationDeclined && consignment.cancellation === 'requested') {
      this.declineCancellation(tx, consignment, reasonOf([SAY.courier_goes_on]));
    }
    if (hasNewEvents && !consignment.isOver) expectNext(tx, consignment);
    if (wasUnknown && consignment.isCancelling) enqueue(tx, SEND_WITHDRAWAL, { consignmentId: id });
    await tx.store(Consignment, consignment);
    return hasNewEvents || command !== null;
  }

  /** The courier refused the wish to cancel, and this is how it stands. */
  async recordCancellationRefused(
    tx: Tx,
    id: string,
    { reason, report }: { readonly reason: string; readonly report: CourierReport | null },
  ): Promise<void> {
    if (report !== null) await this.record(tx, id, report);
    const consignment = await held(tx, id);
    if (!consignment.isCancelling) return;
    this.declineCancellation(tx, consignment, reasonOf(reason));
    await tx.store(Consignment, consignment);
  }

  /** The job that asks came due. @param isNews whether the asking brought anything */
  async noteAsked(tx: Tx, id: string, isNews: boolean): Promise<void> {
    const consignment = await held(tx, id);
    consignment.askFired();
    if (!consignment.isOver && !isNews) noteSilence(tx, consignment);
    armAsk(tx, consignment);
    // Who has never heard of it, or never said so, is told again: with the same reference.
    if (consignment.state === 'requested' && consignment.courierReference === null) {
      enqueue(tx, SEND_CONSIGNMENT, { consignmentId: id });
    }
    if (consignment.isCancelling) enqueue(tx, SEND_WITHDRAWAL, { consignmentId: id });
    await tx.store(Consignment, consignment);
  }

  /** The job that asks came too early: something was said since it was ordered. */
  async postponeAsking(tx: Tx, id: string): Promise<void> {
    const consignment = await held(tx, id);
    consignment.askFired();
    armAsk(tx, consignment);
    await tx.store(Consignment, consignment);
  }

  /** Takes one step: changes the state, tells it. */
  private take(tx: Tx, consignment: Consignment, command: ConsignmentCommand, why: Reason): void {
    const from = consignment.state;
    consignment.take(command, tx.now, NEEDS_REASON.includes(command) ? why : null);
    // A wish to cancel that comes to nothing is over, too.
    const isPast = !['requested', 'accepted', 'cancelled'].includes(consignment.state);
    if (isPast && consignment.cancellation === 'requested') {
      const { state } = consignment;
      this.declineCancellation(tx, consignment, reasonOf([SAY.consignment_over({ state })]));
    }
    announceStep(tx, command, consignment, from);
    expectNext(tx, consignment);
  }

  private declineCancellation(tx: Tx, consignment: Consignment, why: Reason): void {
    consignment.declineCancellation(tx.now);
    expectNext(tx, consignment);
    publish(tx, {
      type: 'freight.consignment.cancellation_declined',
      ...about(consignment),
      changed: ['cancellation'],
      data: why,
    });
    note(tx, 'cancellation_declined', consignment, consignment.state);
  }
}

/** The courier was asked and had nothing new: ask again later, and say so once it is late. */
function noteSilence(tx: Tx, consignment: Consignment): void {
  const { state, expectedBy } = consignment;
  const isLate = consignment.noteSilence(tx.now, tx.livemode);
  if (!isLate || expectedBy === null) return;
  const data = { state, expectedBy: expectedBy.toISOString() };
  publish(tx, { type: 'freight.consignment.overdue', ...about(consignment), data });
}

/** @throws UnreadableCourierMessageError */
function assertNumbers({ way, waybillNumber }: Consignment, report: CourierReport): void {
  const wrong = unusableNumber(way, waybillNumber, report);
  if (wrong === '') throw new UnreadableCourierMessageError(SAY.courier_unnamed);
  if (wrong === null) return;
  throw new UnreadableCourierMessageError(SAY.courier_number({ number: wrong, way }), { number: wrong });
}

async function held(tx: Tx, id: string): Promise<Consignment> {
  const consignment = await tx.lock(Consignment, id);
  if (consignment === null) throw new Error(`Consignment ${id} is gone`);
  return consignment;
}
