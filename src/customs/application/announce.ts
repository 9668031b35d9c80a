import { type EventData } from '../../contracts/events.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { publicId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { type BrokerMandateState } from '../domain/broker-mandate-status.js';
import { type DeclarationCommand, type DeclarationState } from '../domain/declaration-status.js';
import { type Part } from '../domain/declaration-split.js';
import { errorsAmong } from '../domain/finding.js';
import { fobValue } from '../domain/fob.js';
import { OVERSEAS_MODE } from '../domain/overseas/stock.js';
import { type StepCommand } from '../domain/receipt.js';
import { type Declaration } from '../entities/declaration.entity.js';
import { type SentDeclaration } from '../entities/declared-under.table.js';
import { type Submission } from '../entities/submission.entity.js';
import { ASK_CUSTOMS } from '../jobs/ask-customs.job.js';

interface About {
  readonly resource: { readonly type: 'declaration' | 'importDeclaration'; readonly id: string };
  readonly orderId: string | null;
  readonly changed: readonly string[];
}

export function about({ id, orderId, direction }: Declaration, changed: readonly string[] = ['state']): About {
  return { resource: { type: direction === 'import' ? 'importDeclaration' : 'declaration', id }, orderId, changed };
}

/** Which of several it is; of the only one nothing is said. */
export function partNews({ part }: Declaration): { readonly part?: Part } {
  return part.of === 1 ? {} : { part };
}

/** Writes down who moved a declaration from where to where. */
export function note(
  tx: Tx,
  command:
    | DeclarationCommand
    | 'draft'
    | 'ask'
    | 'redeliver'
    | 'appoint_inspection'
    | 'report_inspection'
    | 'learn_inspection'
    | 'question'
    | 'await_approval'
    | 'decline',
  { id, state }: Declaration,
  from: DeclarationState | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  const action = `customs.declaration.${command}`;
  audit(tx, { action, resourceType: 'declaration', resourceId: id, from, to: state, details });
}

/** Under which mandate an attempt left, and the names on either side of it; nothing where there was none. */
export function entrustedBy(
  { form }: Declaration,
  { mandateId }: Pick<Submission, 'mandateId'>,
): Readonly<Record<string, string>> {
  if (mandateId === null) return {};
  return { mandate: publicId('brokerMandate', mandateId), seller: form.exporter.name, broker: form.declarant.name };
}

/** The mandate that it was sent under has ended: what customs has is not called back. */
export function noteGoingOn(
  tx: Tx,
  { id, state }: SentDeclaration,
  mandate: { readonly id: string; readonly state: BrokerMandateState },
): void {
  audit(tx, {
    action: 'customs.declaration.go_on',
    resourceType: 'declaration',
    resourceId: id,
    from: state,
    to: state,
    details: { mandate: publicId('brokerMandate', mandate.id), mandateState: mandate.state },
  });
}

/** Promises the question that is put when nothing has come by `expectedBy`. */
export function awaitCustoms(tx: Tx, { id, state, expectedBy }: Declaration): void {
  if (expectedBy === null) return;
  enqueue(tx, ASK_CUSTOMS, { declarationId: id, state, expectedBy: expectedBy.toISOString() }, { dueAt: expectedBy });
}

export function announceDraft(tx: Tx, declaration: Declaration, creates: boolean): void {
  publish(tx, {
    type: 'customs.declaration.drafted',
    ...about(declaration),
    creates,
    data: { attempt: declaration.attempt + 1, ...partNews(declaration) },
  });
}

export function announceBlocked(tx: Tx, declaration: Declaration): void {
  const faults = errorsAmong(declaration.findings).length;
  publish(tx, { type: 'customs.declaration.blocked', ...about(declaration, ['state', 'findings']), data: { faults } });
}

export function announceSubmitted(tx: Tx, declaration: Declaration): void {
  const { attempt } = declaration;
  publish(tx, {
    type: 'customs.declaration.submitted',
    ...about(declaration, ['state', 'attempt']),
    data: { attempt },
  });
}

export function announceCancelled(tx: Tx, declaration: Declaration, reason: string): void {
  publish(tx, {
    type: 'customs.declaration.cancelled',
    ...about(declaration),
    data: { reason, ...partNews(declaration) },
  });
}

export function announceOverdue(tx: Tx, declaration: Declaration, state: string, expectedBy: string): void {
  publish(tx, {
    type: 'customs.declaration.overdue',
    ...about(declaration, ['expectedBy']),
    data: { state, expectedBy },
  });
}

/** Customs asks for more than the declaration. */
export function announceQuestion(tx: Tx, declaration: Declaration): void {
  publish(tx, {
    type: 'customs.declaration.supplement_asked',
    ...about(declaration, ['supplementAsked']),
    data: { entryNumber: declaration.entryNumber ?? '', question: declaration.supplementAsked ?? '' },
  });
}

/** Says what a step of customs' means to others; reviews and conclusions are nobody else's business. */
export function announceStep(tx: Tx, declaration: Declaration, step: StepCommand): void {
  const entryNumber = declaration.entryNumber ?? '';
  const exportDate = declaration.exportDate ?? '';
  switch (step) {
    case 'accept':
      publish(tx, {
        type: 'customs.declaration.accepted',
        ...about(declaration, ['state', 'entryNumber']),
        data: { entryNumber },
      });
      return;
    case 'inspect':
    case 'learn_inspection':
      publish(tx, { type: 'customs.declaration.inspection_ordered', ...about(declaration), data: { entryNumber } });
      return;
    case 'release':
      publish(tx, { type: 'customs.declaration.released', ...about(declaration), data: { entryNumber } });
      return;
    case 'depart':
      publish(tx, {
        type: 'customs.declaration.departed',
        ...about(declaration, ['state', 'exportDate']),
        data: { entryNumber, exportDate },
      });
      announceOverseas(tx, declaration);
      return;
    case 'clear':
      announceCleared(tx, declaration);
      return;
    case 'reject':
      publish(tx, {
        type: 'customs.declaration.rejected',
        ...about(declaration, ['state', 'rejectionReason']),
        data: { attempt: declaration.attempt, reason: declaration.rejectionReason ?? '' },
      });
      return;
    case 'review':
    case 'conclude':
      return;
  }
}

/** Of what goes to a warehouse abroad the departure alone is reason to refund, before anything is sold (离境即退税). */
function announceOverseas(tx: Tx, declaration: Declaration): void {
  const { form } = declaration;
  if (form.supervisionMode !== OVERSEAS_MODE || fobValue(form) === null) return;
  const data = clearedData(declaration);
  publish(tx, { type: 'customs.overseas_export.departed', ...about(declaration, ['state', 'exportDate']), data });
}

function announceCleared(tx: Tx, declaration: Declaration): void {
  if (declaration.direction === 'import') {
    const data = { entryNumber: declaration.entryNumber ?? '' };
    publish(tx, { type: 'customs.import.cleared', ...about(declaration), data });
    return;
  }
  publish(tx, { type: 'customs.declaration.cleared', ...about(declaration), data: clearedData(declaration) });
}

/** What the tax bureau gets as well: each item with its units, its value and its share of the FOB value. */
function clearedData(declaration: Declaration): EventData['customs.declaration.cleared'] {
  const { form, entryNumber, exportDate } = declaration;
  const fob = fobValue(form);
  if (fob === null || entryNumber === null || exportDate === null) {
    throw new Error(`Declaration ${declaration.id} left without a FOB value, a number or a date`);
  }
  return {
    entryNumber,
    exportDate,
    supervisionMode: form.supervisionMode,
    ...partNews(declaration),
    fob: fob.total.toJSON(),
    items: form.items.map((item, index) => ({
      itemNumber: item.itemNumber,
      orderLineId: item.orderLineId,
      hsCode: item.hsCode,
      quantities: [
        { quantity: item.quantity, unit: item.unit },
        { quantity: item.firstQuantity, unit: item.firstUnit },
        ...(item.secondQuantity !== null && item.secondUnit !== null
          ? [{ quantity: item.secondQuantity, unit: item.secondUnit }]
          : []),
      ],
      total: item.total,
      fob: (fob.items[index] ?? Money.zero(form.currency)).toJSON(),
    })),
  };
}
