import { defineJob, defineWatch } from '../../platform/queues/job-definition.js';

export interface SendCertificate {
  readonly messageId: string;
}
/** Sends an application or a voidance. What is not answered after the last try is asked for by `tax-refund.ask-certificate`. */
export const SEND_CERTIFICATE = defineJob<SendCertificate>('tax-refund.send-certificate', { firstRetryDelayMs: 500 });

/** Names the wait that is over: a certificate that has moved on since needs no question. */
export interface AskCertificate {
  readonly certificateId: string;
  readonly state: string;
  /** RFC 3339. */
  readonly expectedBy: string;
}
export const ASK_CERTIFICATE = defineWatch<AskCertificate>('tax-refund.ask-certificate');
