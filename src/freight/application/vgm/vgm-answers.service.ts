import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { OrderBook } from '../../../orders/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { areAllVerified } from '../../domain/vgm/vgm-check.js';
import { SAY_VGM } from '../../domain/vgm/vgm.sentences.js';
import { judgeVgm, type VgmReport } from '../../domain/vgm/vgm-report.js';
import { type VgmCommand } from '../../domain/vgm/vgm-status.js';
import { Booking } from '../../entities/booking.entity.js';
import { VgmDeclaration } from '../../entities/vgm-declaration.entity.js';
import { SEND_VGM } from '../../jobs/vgm/vgm.job.js';
import { CutOffs } from '../cut-offs.service.js';
import { bookedContainers } from '../lading/paper-facts.js';
import { armVgmAsk } from './vgm-asking.js';
import { boxesOf } from './vgm-boxes.js';

const LIVE = `
  SELECT id FROM freight.vgm_declaration
  WHERE tenant_id = $1 AND booking_id = $2 AND equipment_reference = $3 AND state IN ('requested', 'received', 'accepted')`;

interface Held {
  readonly booking: Booking;
  readonly row: VgmDeclaration;
}

/** Records what the carrier says of verified gross masses. Each method is safe to repeat, and does not trust the order of arrival. */
@Injectable()
export class VgmAnswers {
  constructor(
    private readonly cutOffs: CutOffs,
    private readonly orders: OrderBook,
  ) {}

  async isKnown(view: View, id: string): Promise<boolean> {
    return (await view.find(VgmDeclaration, id)) !== null;
  }

  /**
   * The carrier has the declaration. One that was superseded meanwhile may have come to it after its retraction: the one in its
   * place goes out again, with the retraction.
   */
  async recordTaken(tx: Tx, id: string): Promise<void> {
    const held = await this.hold(tx, id);
    const { row } = held;
    row.noteTaken(tx.now);
    if (row.state === 'superseded') await this.sendLive(tx, row);
    else if (row.state === 'requested') await this.take(tx, held, 'receive', null);
    await tx.store(VgmDeclaration, row);
  }

  /** A final no to the message. */
  async recordRefused(tx: Tx, id: string, reason: string): Promise<void> {
    const held = await this.hold(tx, id);
    if (held.row.isSettled) return;
    await this.take(tx, held, 'reject', reason);
    await tx.store(VgmDeclaration, held.row);
  }

  /** Acts on a report. */
  async record(tx: Tx, report: VgmReport): Promise<void> {
    const held = await this.hold(tx, report.declarationId);
    const { row } = held;
    const command = judgeVgm(row, report);
    if (command === null) return;
    row.noteReport(report.asOf, tx.now);
    await this.take(tx, held, command, report.reason);
    armVgmAsk(tx, row, true);
    await tx.store(VgmDeclaration, row);
  }

  /** The job that asks came due, and the carrier had nothing new. */
  async noteAsked(tx: Tx, id: string, dueAt: string): Promise<void> {
    const { booking, row } = await this.hold(tx, id);
    if (row.askArmedFor?.toISOString() !== dueAt) return;
    if (booking.isOver) row.stopAsking();
    else {
      armVgmAsk(tx, row, false);
      // The carrier may never have had it, or have mislaid it: it goes out again, under the same reference.
      enqueue(tx, SEND_VGM, { declarationId: id });
    }
    await tx.store(VgmDeclaration, row);
  }

  private async take(tx: Tx, { booking, row }: Held, command: VgmCommand, reason: string | null): Promise<void> {
    const from = row.state;
    const why = reasonOf(reason ?? [SAY_VGM.no_reason]);
    row.take(command, tx.now, command === 'reject' ? why : null);
    const { id, orderId, bookingId, equipmentReference, figures } = row;
    const about = { resource: { type: 'vgmDeclaration', id }, orderId, changed: ['state'] };
    const data = { bookingId: publicId('booking', bookingId), equipmentReference, verifiedKg: figures.verifiedKg };
    if (command === 'accept') publish(tx, { type: 'freight.vgm.accepted', ...about, data });
    else if (command === 'reject') publish(tx, { type: 'freight.vgm.rejected', ...about, data: { ...data, ...why } });
    audit(tx, {
      action: `freight.vgm.${command}`,
      resourceType: 'vgmDeclaration',
      resourceId: id,
      from,
      to: row.state,
    });
    if (command === 'accept') await this.meetCutOff(tx, booking, equipmentReference);
    // A container without a mass is not loaded: where all were declared, one is not any more.
    else if (command === 'reject') await this.cutOffs.reopen(tx, booking, ['VCO']);
  }

  /** @param accepted the container that is accepted just now, and not stored yet */
  private async meetCutOff(tx: Tx, booking: Booking, accepted: string): Promise<void> {
    const boxes = await boxesOf(tx, booking.id);
    const booked = bookedContainers(await this.orders.snapshot(tx, booking.orderId));
    if (!areAllVerified({ ...boxes, booked }, [...boxes.accepted, accepted])) return;
    await this.cutOffs.meet(tx, booking.id, ['VCO']);
  }

  private async sendLive(tx: Tx, { bookingId, equipmentReference }: VgmDeclaration): Promise<void> {
    const rows = await tx.query<{ id: string }>(LIVE, [tx.tenantId, bookingId, equipmentReference]);
    for (const { id } of rows) enqueue(tx, SEND_VGM, { declarationId: id });
  }

  /** The booking first, as those who declare do: containers that are accepted at once see one another. */
  private async hold(tx: Tx, id: string): Promise<Held> {
    const known = await tx.find(VgmDeclaration, id);
    const booking = known === null ? null : await tx.lock(Booking, known.bookingId);
    const row = await tx.lock(VgmDeclaration, id);
    if (booking === null || row === null) throw new Error(`VGM declaration ${id} is gone`);
    return { booking, row };
  }
}
