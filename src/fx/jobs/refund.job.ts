import { defineJob, defineWatch, type JobDefinition } from '../../platform/queues/job-definition.js';

export interface RefundPayload {
  readonly refundId: string;
}

export const sendRefund = defineJob<RefundPayload>('fx.send-refund', { attemptsMax: 10 });
export const askRefund = defineWatch<RefundPayload>('fx.ask-refund');

export const REFUND_JOBS: readonly JobDefinition<object>[] = [sendRefund, askRefund];
