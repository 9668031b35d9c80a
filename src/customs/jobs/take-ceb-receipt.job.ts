import { defineJob } from '../../platform/queues/job-definition.js';

export interface TakeCebReceipt {
  readonly cebReceiptId: string;
}

export const TAKE_CEB_RECEIPT = defineJob<TakeCebReceipt>('customs.take-ceb-receipt', { lane: 'bulk' });
