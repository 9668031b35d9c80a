import { type EventType } from '../events.js';

type OfLading = Extract<
  EventType,
  `freight.shipping_instructions.${string}` | `freight.transport_document.${string}` | `freight.vgm.${string}`
>;

/** Who hears what happens to shipping instructions, bills of lading and verified masses: nobody but the event feed. */
export const LADING_SUBSCRIPTIONS: Readonly<Record<OfLading, readonly string[]>> = {
  'freight.shipping_instructions.requested': [],
  'freight.shipping_instructions.received': [],
  'freight.shipping_instructions.update_wanted': [],
  'freight.shipping_instructions.updated': [],
  'freight.shipping_instructions.update_declined': [],
  'freight.shipping_instructions.update_withdrawn': [],
  'freight.shipping_instructions.completed': [],
  'freight.shipping_instructions.cancelled': [],
  'freight.shipping_instructions.declined': [],
  'freight.transport_document.drafted': [],
  'freight.transport_document.approved': [],
  'freight.transport_document.approval_declined': [],
  'freight.transport_document.issued': [],
  'freight.transport_document.surrender_pending': [],
  'freight.transport_document.surrendered': [],
  'freight.transport_document.surrender_declined': [],
  'freight.transport_document.voided': [],
  'freight.vgm.declared': [],
  'freight.vgm.accepted': [],
  'freight.vgm.rejected': [],
};
