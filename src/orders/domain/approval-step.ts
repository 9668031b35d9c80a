import { type FigureEvent, isOf, type ServiceEvent } from './service-event.js';

const APPROVALS = [
  'approvals.request.created',
  'approvals.request.approved',
  'approvals.request.refused',
  'approvals.request.expired',
  'approvals.request.withdrawn',
] as const;

export type ApprovalEvent = FigureEvent<(typeof APPROVALS)[number]>;

/** News of a step that takes a second person. */
export function isApproval(event: ServiceEvent): event is ApprovalEvent {
  return APPROVALS.some((type) => isOf(event, type));
}

/** Where such news leads the track of customs; that of the money follows from sums. What is approved leaves at once. */
export function approvalStep(event: ServiceEvent): readonly ['customs', string] | null {
  if (!isApproval(event) || event.data.command !== 'customs.declaration.submission') return null;
  if (event.type === 'approvals.request.approved') return null;
  return ['customs', event.type === 'approvals.request.created' ? 'awaiting_approval' : 'approval_declined'];
}
