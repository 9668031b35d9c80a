import { type OrderSnapshot } from '../../../contracts/order-snapshot.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type Tx } from '../../../platform/database/session.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { type BookingChanges, mergedChanges } from '../../domain/booking-change.js';
import { type Containers } from '../../domain/cargo.js';
import { SAY } from '../../domain/freight.sentences.js';
import { BookingNotConfirmedError, CutOffPassedError } from '../../domain/lading/lading.errors.js';
import { SAY_LADING } from '../../domain/lading/lading.sentences.js';
import { paperCutOff } from '../../domain/lading/paper-cut-off.js';
import { Booking } from '../../entities/booking.entity.js';
import { agreedChanges } from '../agreed-changes.js';
import { type CutOffs } from '../cut-offs.service.js';

const WITH_PAPERS: readonly Booking['state'][] = ['confirmed', 'pending_amendment'];

/** A booking that is held, with all that was agreed of it. */
export interface PaperFacts {
  readonly booking: Booking;
  readonly carrierBookingReference: string;
  readonly changes: BookingChanges;
}

/**
 * The booking of which papers are made out, held until the transaction ends.
 * @throws ResourceNotFoundError, BookingNotConfirmedError
 */
export async function bookingForPapers(tx: Tx, bookingId: string): Promise<PaperFacts> {
  const booking = await tx.lock(Booking, bookingId);
  if (booking === null) throw new ResourceNotFoundError(SAY.no_such_booking);
  const { state, carrierBookingReference } = booking;
  if (!WITH_PAPERS.includes(state) || carrierBookingReference === null) {
    throw new BookingNotConfirmedError(SAY_LADING.not_confirmed({ state }), { state });
  }
  if (booking.isCancelling) throw new BookingNotConfirmedError(SAY_LADING.leaving, { state });
  return { booking, carrierBookingReference, changes: mergedChanges(await agreedChanges(tx, bookingId)) };
}

/** Containers that were booked; null where the carrier consolidates. */
export function bookedContainers({ freight }: OrderSnapshot): readonly Containers[] | null {
  return freight.mode === 'lcl' ? null : freight.containers;
}

/**
 * Papers that are late for the carrier are refused, and warned of before.
 * @param final codes of cut-offs after which nothing is taken
 * @param noted codes that are no more than told of
 * @throws CutOffPassedError
 */
export async function cutOffWarnings(
  tx: Tx,
  cutOffs: CutOffs,
  bookingId: string,
  { final, noted }: { readonly final: readonly string[]; readonly noted: readonly string[] },
): Promise<Sentence[]> {
  const deadlines = await cutOffs.list(tx, bookingId);
  const verdict = paperCutOff(deadlines, final, tx.now);
  if (verdict.kind === 'passed') {
    const { code, at } = verdict;
    throw new CutOffPassedError(SAY_LADING.cut_off_passed({ code, at }), { code, at });
  }
  const beside = paperCutOff(deadlines, noted, tx.now);
  return [
    ...(verdict.kind === 'near' ? [SAY_LADING.cut_off_near(verdict)] : []),
    ...(beside.kind === 'near' ? [SAY_LADING.cut_off_near(beside)] : []),
    ...(beside.kind === 'passed' ? [SAY_LADING.cut_off_passed(beside)] : []),
  ].map(({ code, values }) => ({ code, values: { code: values['code'] ?? '', at: values['at'] ?? '' } }));
}
