import { type ApprovalAsked } from '../../contracts/events/approvals.events.js';
import { publicId } from '../../kernel/ids.js';
import { type Reason } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, publish } from '../../platform/outbox/outbox.js';
import { GUARDED_COMMANDS } from '../domain/commands.js';
import { type ApprovalState } from '../domain/request-status.js';
import { type ApprovalRequest } from '../entities/approval-request.entity.js';

interface About {
  readonly resource: { readonly type: 'approval'; readonly id: string };
  readonly orderId: string | null;
  readonly changed: readonly string[];
}

function about({ id, orderId }: ApprovalRequest, changed = ['state']): About {
  return { resource: { type: 'approval', id }, orderId, changed };
}

function asked({ command, subjectId, amount }: ApprovalRequest): ApprovalAsked {
  const type = GUARDED_COMMANDS[command].subject;
  return { command, subject: { type, id: publicId(type, subjectId) }, amount };
}

export function announceCreated(tx: Tx, request: ApprovalRequest): void {
  const { expiresAt, approversNeeded } = request;
  const data = { ...asked(request), expiresAt: expiresAt.toISOString(), approversNeeded };
  publish(tx, { type: 'approvals.request.created', ...about(request), creates: true, data });
  note(tx, request, 'asked', null);
}

export function announceApproved(tx: Tx, request: ApprovalRequest): void {
  publish(tx, {
    type: 'approvals.request.approved',
    ...about(request, ['state', 'decisions']),
    data: asked(request),
  });
}

export function announceRefused(tx: Tx, request: ApprovalRequest, why: Reason): void {
  publish(tx, {
    type: 'approvals.request.refused',
    ...about(request, ['state', 'decisions', 'reason']),
    data: { ...asked(request), ...why },
  });
}

export function announceWithdrawn(tx: Tx, request: ApprovalRequest, why: Reason): void {
  publish(tx, {
    type: 'approvals.request.withdrawn',
    ...about(request, ['state', 'reason']),
    data: { ...asked(request), ...why },
  });
}

export function announceExpired(tx: Tx, request: ApprovalRequest): void {
  publish(tx, { type: 'approvals.request.expired', ...about(request), data: asked(request) });
}

/** The checker is the actor of the line; the makers stand in it, so that both names are in one place. */
export function note(
  tx: Tx,
  { id, command, subjectId, actors, makers, state }: ApprovalRequest,
  verb: string,
  from: ApprovalState | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  audit(tx, {
    action: `approvals.${verb}`,
    resourceType: 'approval',
    resourceId: id,
    from,
    to: state,
    details: {
      command,
      subjectId,
      askedBy: actors,
      makers: makers.map((maker) => publicId('user', maker)),
      ...details,
    },
  });
}
