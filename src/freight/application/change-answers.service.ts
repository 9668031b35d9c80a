import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { reasonOf } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { enqueue, publish } from '../../platform/outbox/outbox.js';
import { type ChangeCommand } from '../domain/booking-change-status.js';
import { type ChangeWord, isRepeated, judgeChange } from '../domain/booking-change.js';
import { type BookingReport } from '../domain/booking-report.js';
import { SAY_CARRIAGE } from '../domain/carriage.sentences.js';
import { SAY } from '../domain/freight.sentences.js';
import { BookingChange } from '../entities/booking-change.entity.js';
import { type Booking } from '../entities/booking.entity.js';
import { SEND_CHANGE } from '../jobs/freight.job.js';
import { expectNext } from './expectations.js';

/** What the carrier says to the change that is open. The caller holds the booking, and stores it. */
@Injectable()
export class ChangeAnswers {
  /** A report after its booking has taken the steps that it calls for. @returns whether it said something of the change */
  async record(tx: Tx, booking: Booking, report: BookingReport): Promise<boolean> {
    const change = await this.openOf(tx, booking);
    if (change === null) return false;
    if (booking.isOver) {
      await this.settle(tx, booking, change, 'decline', report.reasons.join('; ') || null);
      return true;
    }
    const word = { ...report, heardAt: tx.now };
    const command = judgeChange(change, word);
    if (command === null) {
      await this.noteRepeated(tx, change, word);
      return false;
    }
    // A receipt that comes behind the answer has no reason with it: the booking has what was said with the answer.
    const isBehind = command !== 'receive' && report.amendedBookingStatus === 'AMENDMENT_RECEIVED';
    const reasons = isBehind ? booking.feedbacks.map(({ message }) => message) : report.reasons;
    await this.settle(tx, booking, change, command, reasons.join('; ') || null);
    return true;
  }

  private async noteRepeated(tx: Tx, change: BookingChange, word: ChangeWord): Promise<void> {
    if (word.asOf === null || !isRepeated(change, word)) return;
    change.noteRepeated(word.asOf);
    await tx.store(BookingChange, change);
  }

  /** The booking is over: nothing of it is changed any more. */
  async close(tx: Tx, booking: Booking): Promise<void> {
    const change = await this.openOf(tx, booking);
    if (change !== null) await this.settle(tx, booking, change, 'decline', null);
  }

  /** The carrier has the message. */
  async recordTaken(tx: Tx, booking: Booking, asAmendment: boolean): Promise<void> {
    const change = await this.openOf(tx, booking);
    if (change === null) return;
    change.noteTaken(asAmendment ? 'amendment' : 'update', tx.now);
    await tx.store(BookingChange, change);
  }

  /** A final no to the message itself. */
  async recordRefused(tx: Tx, booking: Booking, reason: string): Promise<void> {
    const change = await this.openOf(tx, booking);
    if (change !== null) await this.settle(tx, booking, change, 'decline', reason);
  }

  /** It was not taken back: it is decided as if nothing had been said. */
  async recordKept(tx: Tx, booking: Booking): Promise<void> {
    const change = await this.openOf(tx, booking);
    if (change?.state !== 'withdrawing') return;
    change.take('keep', tx.now);
    await tx.store(BookingChange, change);
  }

  /** The carrier has named the booking, so that there is somebody to tell. */
  async sendOpen(tx: Tx, { openChangeId }: Booking): Promise<void> {
    if (openChangeId !== null) enqueue(tx, SEND_CHANGE, { changeId: openChangeId });
    return Promise.resolve();
  }

  private openOf(tx: Tx, { openChangeId }: Booking): Promise<BookingChange | null> {
    return openChangeId === null ? Promise.resolve(null) : tx.lock(BookingChange, openChangeId);
  }

  private async settle(
    tx: Tx,
    booking: Booking,
    change: BookingChange,
    command: ChangeCommand,
    reason: string | null,
  ): Promise<void> {
    const isNo = command === 'decline';
    const ours = booking.isOver ? SAY.booking_state({ state: booking.state }) : SAY_CARRIAGE.update_wanted_again;
    const why = reasonOf(reason ?? [ours]);
    change.take(command, tx.now, isNo ? why : null);
    await tx.store(BookingChange, change);
    if (!change.isOpen) {
      const day = command === 'confirm' ? (change.changes.expectedDepartureDate ?? null) : null;
      booking.changeClosed(day, tx.now);
      this.tell(tx, booking, change, why);
    }
    if (!booking.isOver) expectNext(tx, booking);
  }

  private tell(tx: Tx, { id, orderId }: Booking, change: BookingChange, why: ReturnType<typeof reasonOf>): void {
    const about = { resource: { type: 'booking', id }, orderId } as const;
    const facts = { changeId: publicId('bookingChange', change.id), kind: change.kind };
    const fields = Object.keys(change.changes);
    if (change.state === 'confirmed') {
      publish(tx, { type: 'freight.booking.changed', ...about, changed: fields, data: { ...facts, fields } });
    } else if (change.state === 'declined') {
      publish(tx, { type: 'freight.booking.change_declined', ...about, changed: [], data: { ...facts, ...why } });
    } else {
      publish(tx, { type: 'freight.booking.change_withdrawn', ...about, changed: [], data: facts });
    }
  }
}
