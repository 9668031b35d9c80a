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

/** Whose step waits. `fx.payout` is missing: the track of the money follows from sums. */
const TRACK_OF = {
  'customs.declaration.submission': 'customs',
  'tax_refund.claim.filing': 'taxRefund',
  'financing.advance.draw': 'financing',
} as const;

type Stepping = (typeof TRACK_OF)[keyof typeof TRACK_OF];

/** Where such news leads a track. What is approved goes on at once; an advance that is not is declined, and says so itself. */
export function approvalStep(event: ServiceEvent): readonly [Stepping, string] | null {
  if (!isApproval(event) || event.type === 'approvals.request.approved') return null;
  const { command } = event.data;
  if (!isStepping(command)) return null;
  const track = TRACK_OF[command];
  if (event.type === 'approvals.request.created') return [track, 'awaiting_approval'];
  return track === 'financing' ? null : [track, 'approval_declined'];
}

function isStepping(command: string): command is keyof typeof TRACK_OF {
  return Object.hasOwn(TRACK_OF, command);
}
