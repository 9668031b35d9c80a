import { INBOUND_JOBS } from '../platform/partners/inbound.jobs.js';
import { type JobDefinition } from '../platform/queues/job-definition.js';
import { ASK_CEB } from './jobs/ask-ceb.job.js';
import { ASK_PARCEL_FILING } from './jobs/ask-parcel-filing.job.js';
import { ASK_ORDER_FILING } from './jobs/ask-order-filing.job.js';
import { ASK_REQUEST } from './jobs/ask-request.job.js';
import { SEND_REQUEST } from './jobs/send-request.job.js';
import { ASK_CUSTOMS } from './jobs/ask-customs.job.js';
import { EXPIRE_BROKER_MANDATE } from './jobs/expire-broker-mandate.job.js';
import { EXPIRE_PARCEL_SUMMARY } from './jobs/expire-parcel-summary.job.js';
import { ON_APPROVAL_DECIDED } from './jobs/on-approval-decided.job.js';
import { ON_BOOKING_CONFIRMED } from './jobs/on-booking-confirmed.job.js';
import { ON_ORDER_CANCELLED } from './jobs/on-order-cancelled.job.js';
import { ON_TAX_PAYMENT } from './jobs/on-tax-payment.job.js';
import { ON_COLLECTION_CREDITED } from './jobs/on-collection-credited.job.js';
import { EXPIRE_TAX_REFUND } from './jobs/expire-tax-refund.job.js';
import { EXPIRE_TAX_BILL } from './jobs/expire-tax-bill.job.js';
import { ON_ORDER_PLACED } from './jobs/on-order-placed.job.js';
import { SEND_CEB_MESSAGE } from './jobs/send-ceb-message.job.js';
import { SETTLE_PARCEL_BATCH } from './jobs/settle-parcel-batch.job.js';
import { SUBMIT_DECLARATION } from './jobs/submit-declaration.job.js';
import { TAKE_CEB_RECEIPT } from './jobs/take-ceb-receipt.job.js';
import { WORK_PARCELS } from './jobs/work-parcels.job.js';

export { CustomsJobsModule } from './customs.jobs.module.js';
export { CustomsModule } from './customs.module.js';

/** Every queue of this module. */
export const CUSTOMS_JOBS: readonly JobDefinition<object>[] = [
  WORK_PARCELS,
  SETTLE_PARCEL_BATCH,
  ON_ORDER_PLACED,
  ON_ORDER_CANCELLED,
  ON_BOOKING_CONFIRMED,
  ON_APPROVAL_DECIDED,
  ON_TAX_PAYMENT,
  EXPIRE_TAX_BILL,
  ON_COLLECTION_CREDITED,
  EXPIRE_TAX_REFUND,
  SUBMIT_DECLARATION,
  INBOUND_JOBS.customs,
  ASK_CUSTOMS,
  SEND_REQUEST,
  ASK_REQUEST,
  EXPIRE_BROKER_MANDATE,
  SEND_CEB_MESSAGE,
  ASK_CEB,
  ASK_ORDER_FILING,
  TAKE_CEB_RECEIPT,
  ASK_PARCEL_FILING,
  EXPIRE_PARCEL_SUMMARY,
];
