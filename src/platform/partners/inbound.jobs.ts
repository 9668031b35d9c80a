import { type PartnerName } from '../config/app-config.js';
import { type View } from '../database/session.js';
import { defineJob, type JobDefinition } from '../queues/job-definition.js';

/** Names a callback that was kept. */
export interface InboundPayload {
  readonly inboxMessageId: string;
}

/** Who calls back; a registry answers at once. */
export type CallingPartner = Exclude<PartnerName, 'registry'>;

/** One queue per partner for its callbacks; the module that owns the partner's port has the processor. */
export const INBOUND_JOBS: Readonly<Record<CallingPartner, JobDefinition<InboundPayload>>> = {
  customs: defineJob<InboundPayload>('customs.take-receipt'),
  carrier: defineJob<InboundPayload>('freight.take-notification'),
  courier: defineJob<InboundPayload>('freight.take-courier-message'),
  bank: defineJob<InboundPayload>('fx.take-bank-message'),
  lender: defineJob<InboundPayload>('financing.take-lender-message'),
  insurer: defineJob<InboundPayload>('financing.take-insurer-message'),
  'tax-bureau': defineJob<InboundPayload>('tax-refund.take-bureau-message'),
};

export interface InboxMessage {
  readonly id: string;
  readonly content_type: string;
  readonly body: string;
  readonly received_at: Date;
}

/** The callback as it arrived, but for characters that cannot be stored. */
export async function readInboxMessage(view: View, { inboxMessageId }: InboundPayload): Promise<InboxMessage> {
  const [message] = await view.query<InboxMessage>(
    `SELECT id, content_type, body, received_at FROM platform.inbox_message WHERE tenant_id = $1 AND id = $2`,
    [view.tenantId, inboxMessageId],
  );
  if (message === undefined) throw new Error('The callback was not kept');
  return message;
}
