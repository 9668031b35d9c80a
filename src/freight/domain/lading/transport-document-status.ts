import { StateMachine } from '../../../kernel/state-machine.js';
import { type DocumentType } from '../booking-change.js';

export const DOCUMENT_STATES = [
  'draft',
  'approved',
  'issued',
  'pending_surrender_for_amendment',
  'surrendered_for_amendment',
  'pending_surrender_for_delivery',
  'surrendered_for_delivery',
  'voided',
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export type DocumentCommand =
  | 'redraft'
  | 'approve'
  | 'issue'
  | 'hand_in_for_amendment'
  | 'surrender_for_amendment'
  | 'hand_in_for_delivery'
  | 'surrender_for_delivery'
  | 'give_back'
  | 'void';

/**
 * The life of a transport document: DCSA Bill of Lading 3.0 (`transportDocumentStatus`).
 *
 *     draft ◄──► approved ──► issued ◄──► pending_surrender_for_amendment ──► surrendered_for_amendment
 *                               ▲                                                       │
 *                               └───────► pending_surrender_for_delivery                ▼
 *                                                   │                                voided
 *                                                   ▼
 *                                         surrendered_for_delivery
 *
 * The carrier drafts it from the shipping instructions. Messages get lost, so a state may be reached past the ones before it.
 * `give_back`: the carrier did not take it back, and it stands as issued. A house document is ours: its steps need no carrier.
 */
export const TRANSPORT_DOCUMENT = new StateMachine<DocumentState, DocumentCommand>(
  'transport document',
  DOCUMENT_STATES,
  {
    redraft: { from: ['draft', 'approved'], to: 'draft', event: 'freight.transport_document.drafted' },
    approve: { from: ['draft'], to: 'approved', event: 'freight.transport_document.approved' },
    issue: { from: ['draft', 'approved'], to: 'issued', event: 'freight.transport_document.issued' },
    hand_in_for_amendment: {
      from: ['issued'],
      to: 'pending_surrender_for_amendment',
      event: 'freight.transport_document.surrender_pending',
    },
    surrender_for_amendment: {
      from: ['draft', 'approved', 'issued', 'pending_surrender_for_amendment'],
      to: 'surrendered_for_amendment',
      event: 'freight.transport_document.surrendered',
    },
    hand_in_for_delivery: {
      from: ['issued'],
      to: 'pending_surrender_for_delivery',
      event: 'freight.transport_document.surrender_pending',
    },
    surrender_for_delivery: {
      from: ['draft', 'approved', 'issued', 'pending_surrender_for_delivery'],
      to: 'surrendered_for_delivery',
      event: 'freight.transport_document.surrendered',
    },
    give_back: {
      from: ['pending_surrender_for_amendment', 'pending_surrender_for_delivery'],
      to: 'issued',
      event: 'freight.transport_document.surrender_declined',
    },
    void: {
      from: [
        'draft',
        'approved',
        'issued',
        'pending_surrender_for_amendment',
        'surrendered_for_amendment',
        'pending_surrender_for_delivery',
      ],
      to: 'voided',
      event: 'freight.transport_document.voided',
    },
  },
);

export const DOCUMENT_LEVELS = ['master', 'house'] as const;
export type DocumentLevel = (typeof DOCUMENT_LEVELS)[number];

/** What the carrier has been asked for and has not answered. */
export const DOCUMENT_WISHES = ['approval', 'surrender_for_amendment', 'surrender_for_delivery'] as const;
export type DocumentWish = (typeof DOCUMENT_WISHES)[number];

/** How a document is given back: all paper originals, by telex release at the port of loading, or on its platform. */
export const SURRENDER_MANNERS = ['originals', 'telex_release', 'electronic'] as const;
export type SurrenderManner = (typeof SURRENDER_MANNERS)[number];

export type DocumentAction = DocumentWish | 'request_change' | 'issue_house_document' | 'void';

export interface DocumentStanding {
  readonly level: DocumentLevel;
  readonly type: DocumentType;
  readonly state: DocumentState;
  readonly wish: DocumentWish | null;
}

/** What an API caller may do with it now. A sea waybill is not surrendered: its consignee needs no paper. */
export function documentActions({ level, type, state, wish }: DocumentStanding): DocumentAction[] {
  if (wish !== null) return [];
  const isMaster = level === 'master';
  const actions: DocumentAction[] = [];
  if (state === 'draft') actions.push('approval', ...(isMaster ? (['request_change'] as const) : []));
  if (state === 'issued' && type === 'BOL') actions.push('surrender_for_amendment', 'surrender_for_delivery');
  if (isMaster && ['draft', 'approved', 'issued'].includes(state)) actions.push('issue_house_document');
  if (!isMaster && TRANSPORT_DOCUMENT.allows(state, 'void')) actions.push('void');
  return actions;
}
