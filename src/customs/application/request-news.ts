import { about, partNews } from './announce.js';
import { publicId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { type RequestCommand, type RequestState } from '../domain/declaration-request-status.js';
import { type DeclarationRequest } from '../entities/declaration-request.entity.js';
import { type Declaration } from '../entities/declaration.entity.js';
import { ASK_REQUEST } from '../jobs/ask-request.job.js';

/** Writes down what became of a request, with the declaration that it is about. */
export function noteRequest(
  tx: Tx,
  command: RequestCommand | 'ask' | 'await_approval',
  declaration: Declaration,
  request: DeclarationRequest,
  from: RequestState | null,
): void {
  const { id, kind, reason, outcomeReason } = request;
  audit(tx, {
    action: `customs.declaration.request_${command}`,
    resourceType: 'declaration',
    resourceId: declaration.id,
    from: declaration.state,
    to: declaration.state,
    details: {
      ...{ request: publicId('declarationRequest', id), kind, reason, requestFrom: from, requestTo: request.state },
      ...(outcomeReason !== null && { outcomeReason }),
    },
  });
}

/** Promises the question that is put when no answer has come by `expectedBy`. */
export function awaitAnswer(tx: Tx, { id, expectedBy }: DeclarationRequest): void {
  if (expectedBy === null) return;
  enqueue(tx, ASK_REQUEST, { requestId: id, expectedBy: expectedBy.toISOString() }, { dueAt: expectedBy });
}

export function announceRequested(tx: Tx, declaration: Declaration, { id, kind, reason }: DeclarationRequest): void {
  publish(tx, {
    type: 'customs.declaration.change_requested',
    ...about(declaration, []),
    data: { requestId: publicId('declarationRequest', id), kind, reason },
  });
}

export function announceRequestRefused(tx: Tx, declaration: Declaration, request: DeclarationRequest): void {
  const { id, kind, outcomeReason } = request;
  publish(tx, {
    type: 'customs.declaration.change_refused',
    ...about(declaration, []),
    data: { requestId: publicId('declarationRequest', id), kind, reason: outcomeReason ?? '' },
  });
}

/** What a grant means to others: nothing is to be built on the number any more, or the form is another. */
export function announceGranted(
  tx: Tx,
  declaration: Declaration,
  { id, kind, reason, changes }: DeclarationRequest,
): void {
  const entryNumber = declaration.entryNumber ?? '';
  if (kind === 'amendment') {
    const fields = [...new Set(changes.map(({ field }) => field))];
    publish(tx, {
      type: 'customs.declaration.amended',
      ...about(declaration, ['form']),
      data: { requestId: publicId('declarationRequest', id), entryNumber, fields },
    });
    return;
  }
  if (kind === 'supplement') {
    publish(tx, {
      type: 'customs.declaration.supplement_answered',
      ...about(declaration, ['supplementAsked']),
      data: { requestId: publicId('declarationRequest', id), entryNumber },
    });
    return;
  }
  // What comes back of taxes is told of the refund itself.
  if (kind === 'tax_refund') return;
  const type = kind === 'withdrawal' ? 'customs.declaration.withdrawn' : 'customs.declaration.exit_cancelled';
  const data = { entryNumber, reason, ...partNews(declaration) };
  publish(tx, { type, ...about(declaration, ['state']), data });
}

/** Customs has not answered in time and is being asked. */
export function announceRequestOverdue(
  tx: Tx,
  declaration: Declaration,
  request: DeclarationRequest,
  expectedBy: string,
): void {
  publish(tx, {
    type: 'customs.declaration.overdue',
    ...about(declaration, []),
    data: { state: request.kind, expectedBy },
  });
}
