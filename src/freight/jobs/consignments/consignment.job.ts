import { INBOUND_JOBS } from '../../../platform/partners/inbound.jobs.js';
import { defineJob, defineWatch } from '../../../platform/queues/job-definition.js';

export interface ConsignmentPayload {
  readonly consignmentId: string;
}

/** Names the asking that was ordered, so that one that was overtaken does nothing. */
export interface AskCourierPayload extends ConsignmentPayload {
  readonly dueAt: string;
}

/** Hands one consignment over to the courier. */
export const SEND_CONSIGNMENT = defineJob<ConsignmentPayload>('freight.send-consignment', { attemptsMax: 12 });

/** Asks the courier not to collect one consignment. */
export const SEND_WITHDRAWAL = defineJob<ConsignmentPayload>('freight.send-withdrawal', { attemptsMax: 12 });

/** Asks the courier how a consignment stands, when it has not spoken for too long. */
export const ASK_COURIER = defineWatch<AskCourierPayload>('freight.ask-courier');

/** What the courier calls back with. */
export const TAKE_COURIER_MESSAGE = INBOUND_JOBS.courier;
