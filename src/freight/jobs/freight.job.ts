import { INBOUND_JOBS } from '../../platform/partners/inbound.jobs.js';
import { defineJob, defineSubscriber, defineWatch, type JobDefinition } from '../../platform/queues/job-definition.js';
import { ASK_FOR_PAPERS, SEND_DOCUMENT_WISH, SEND_INSTRUCTIONS } from './lading/lading.job.js';
import { ASK_FOR_VGM, SEND_VGM } from './vgm/vgm.job.js';
import {
  ASK_COURIER,
  SEND_CONSIGNMENT,
  SEND_WITHDRAWAL,
  TAKE_COURIER_MESSAGE,
} from './consignments/consignment.job.js';

export interface BookingPayload {
  readonly bookingId: string;
}

export interface ChangePayload {
  readonly changeId: string;
}

/** Names the asking that was ordered, so that one that was overtaken does nothing. */
export interface AskPayload extends BookingPayload {
  readonly dueAt: string;
}

/** Hears of placed orders, and books their freight. */
export const ON_ORDER_PLACED = defineSubscriber('freight.on-order-placed');

/** Hears of goods that left for warehouses abroad. */
export const ON_OVERSEAS_EXPORT = defineSubscriber('freight.on-overseas-export');

/** Sends one booking request to the carrier. */
export const SEND_BOOKING = defineJob<BookingPayload>('freight.send-booking', { attemptsMax: 12 });

/** Asks the carrier to cancel one booking. */
export const SEND_CANCELLATION = defineJob<BookingPayload>('freight.send-cancellation', { attemptsMax: 12 });

/** Asks the carrier to change one booking. */
export const SEND_CHANGE = defineJob<ChangePayload>('freight.send-change', { attemptsMax: 12 });

/** Takes back one amendment. */
export const SEND_CHANGE_WITHDRAWAL = defineJob<ChangePayload>('freight.send-change-withdrawal', { attemptsMax: 12 });

/** Warns of the cut-offs of one booking. */
export const EXPIRE_CUT_OFFS = defineWatch<AskPayload>('freight.expire-cut-offs');

/** Asks the carrier how a booking stands, when it has not spoken for too long. */
export const ASK_CARRIER = defineWatch<AskPayload>('freight.ask-carrier');

/** Notifications and milestones from the carrier. */
export const TAKE_NOTIFICATION = INBOUND_JOBS.carrier;

export const FREIGHT_JOBS: readonly JobDefinition<object>[] = [
  ON_ORDER_PLACED,
  ON_OVERSEAS_EXPORT,
  SEND_BOOKING,
  SEND_CANCELLATION,
  SEND_CHANGE,
  SEND_CHANGE_WITHDRAWAL,
  ASK_CARRIER,
  EXPIRE_CUT_OFFS,
  SEND_INSTRUCTIONS,
  SEND_DOCUMENT_WISH,
  ASK_FOR_PAPERS,
  SEND_VGM,
  ASK_FOR_VGM,
  SEND_CONSIGNMENT,
  SEND_WITHDRAWAL,
  ASK_COURIER,
  TAKE_NOTIFICATION,
  TAKE_COURIER_MESSAGE,
];
