import { publicId } from '../../../kernel/ids.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type BopDeclaration } from '../../entities/bop-declaration.entity.js';

const about = ({ id, orderId }: BopDeclaration, changed: readonly string[]) =>
  ({ resource: { type: 'bopDeclaration', id }, orderId, changed }) as const;
const factsOf = ({ number, amount }: BopDeclaration) => ({ number, amount: amount.toJSON() });

export function noteBop(tx: Tx, action: string, { id, state }: BopDeclaration, from: string | null): void {
  audit(tx, { action: `bop_declaration.${action}`, resourceType: 'bopDeclaration', resourceId: id, from, to: state });
}

export function announceDrafted(tx: Tx, declaration: BopDeclaration): void {
  const { collectionId, dueOn } = declaration;
  publish(tx, {
    type: 'fx.bop_declaration.drafted',
    ...about(declaration, ['state']),
    creates: true,
    data: { ...factsOf(declaration), collectionId: publicId('collection', collectionId), dueOn },
  });
}

/** It is to be declared by the end of the next working day, or should have been. */
export function announceDue(tx: Tx, declaration: BopDeclaration, isLate: boolean): void {
  publish(tx, {
    type: isLate ? 'fx.bop_declaration.late' : 'fx.bop_declaration.due_soon',
    ...about(declaration, []),
    data: { ...factsOf(declaration), dueOn: declaration.dueOn },
  });
}

export function announceSubmitted(tx: Tx, declaration: BopDeclaration, revision: number): void {
  publish(tx, {
    type: 'fx.bop_declaration.submitted',
    ...about(declaration, ['state']),
    data: { ...factsOf(declaration), revision },
  });
}

export function announceAccepted(tx: Tx, declaration: BopDeclaration): void {
  publish(tx, {
    type: 'fx.bop_declaration.accepted',
    ...about(declaration, ['state', 'bankReference']),
    data: factsOf(declaration),
  });
}

export function announceRejected(tx: Tx, declaration: BopDeclaration): void {
  const { reasonCode, reason } = declaration;
  publish(tx, {
    type: 'fx.bop_declaration.rejected',
    ...about(declaration, ['state', 'reasonCode', 'reason']),
    data: { ...factsOf(declaration), reason: [reasonCode, reason].filter((word) => word !== null).join(': ') },
  });
}

export function announceCorrected(tx: Tx, declaration: BopDeclaration): void {
  const { revision, whyCorrected } = declaration;
  publish(tx, {
    type: 'fx.bop_declaration.corrected',
    ...about(declaration, ['state', 'revision']),
    data: { ...factsOf(declaration), revision, reason: whyCorrected ?? '' },
  });
}

export function announceDeleted(tx: Tx, declaration: BopDeclaration): void {
  publish(tx, { type: 'fx.bop_declaration.deleted', ...about(declaration, ['state']), data: factsOf(declaration) });
}

export function announceOverdue(tx: Tx, declaration: BopDeclaration, since: Date): void {
  publish(tx, {
    type: 'fx.bop_declaration.overdue',
    ...about(declaration, ['expectedBy']),
    data: { state: declaration.state, expectedBy: since.toISOString() },
  });
}
