import { defineJob, type JobDefinition } from '../../../platform/queues/job-definition.js';

export interface ReceiptPayload {
  readonly receiptId: string;
}

/** Has one pledged receipt registered. */
export const REGISTER_RECEIPT = defineJob<ReceiptPayload>('financing.register-receipt', { attemptsMax: 20 });

/** Extends the registration of one receipt before it ends. */
export const RENEW_RECEIPT = defineJob<ReceiptPayload>('financing.renew-receipt', { attemptsMax: 20 });

/** Takes one receipt out of the register. */
export const CANCEL_RECEIPT = defineJob<ReceiptPayload>('financing.cancel-receipt', { attemptsMax: 20 });

export const STOCK_JOBS: readonly JobDefinition<object>[] = [REGISTER_RECEIPT, RENEW_RECEIPT, CANCEL_RECEIPT];
