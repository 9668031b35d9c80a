import { defineJob, defineSubscriber, type JobDefinition } from '../../../platform/queues/job-definition.js';

export interface ReceiptPayload {
  readonly receiptId: string;
}

export const ON_MARGIN_NEWS = defineSubscriber('financing.on-margin-news');

/** Has one pledged receipt registered. */
export const REGISTER_RECEIPT = defineJob<ReceiptPayload>('financing.register-receipt', { attemptsMax: 20 });

/** Extends the registration of one receipt before it ends. */
export const RENEW_RECEIPT = defineJob<ReceiptPayload>('financing.renew-receipt', { attemptsMax: 20 });

/** Takes one receipt out of the register. */
export const CANCEL_RECEIPT = defineJob<ReceiptPayload>('financing.cancel-receipt', { attemptsMax: 20 });

export const STOCK_JOBS: readonly JobDefinition<object>[] = [
  ON_MARGIN_NEWS,
  REGISTER_RECEIPT,
  RENEW_RECEIPT,
  CANCEL_RECEIPT,
];
