import { type Feedback } from '../booking-report.js';
import { type DocumentType } from '../booking-change.js';
import { type DocumentCommand, type DocumentState, TRANSPORT_DOCUMENT } from './transport-document-status.js';

/** How the carrier says that a transport document stands. */
export interface DocumentReport {
  readonly state: DocumentState;
  /** In its own words. */
  readonly transportDocumentStatus: string;
  readonly transportDocumentReference: string;
  readonly transportDocumentSubReference: string | null;
  readonly shippingInstructionsReference: string | null;
  /** Our own reference of the instructions (type FF), where the message carries the whole document. */
  readonly forwarderReference: string | null;
  readonly type: DocumentType | null;
  /** The whole of it, as it came; null in a light notification. */
  readonly document: Readonly<Record<string, unknown>> | null;
  readonly feedbacks: readonly Feedback[] | null;
  readonly reasons: readonly string[];
  readonly asOf: Date | null;
}

/** DCSA's words; the standard itself spells some of them in two ways. */
export const DOCUMENT_STATUSES: Readonly<Record<string, DocumentState>> = {
  DRAFT: 'draft',
  APPROVED: 'approved',
  ISSUED: 'issued',
  PENDING_SURRENDER_FOR_AMENDMENT: 'pending_surrender_for_amendment',
  SURRENDER_FOR_AMENDMENT: 'surrendered_for_amendment',
  SURRENDERED_FOR_AMENDMENT: 'surrendered_for_amendment',
  PENDING_SURRENDER_FOR_DELIVERY: 'pending_surrender_for_delivery',
  SURRENDER_FOR_DELIVERY: 'surrendered_for_delivery',
  SURRENDERED_FOR_DELIVERY: 'surrendered_for_delivery',
  VOID: 'voided',
  VOIDED: 'voided',
};

const COMMANDS: Readonly<Record<DocumentState, readonly DocumentCommand[]>> = {
  draft: ['redraft'],
  approved: ['approve'],
  issued: ['issue', 'give_back'],
  pending_surrender_for_amendment: ['hand_in_for_amendment'],
  surrendered_for_amendment: ['surrender_for_amendment'],
  pending_surrender_for_delivery: ['hand_in_for_delivery'],
  surrendered_for_delivery: ['surrender_for_delivery'],
  voided: ['void'],
};

/** How far along: it only goes back where the carrier gives a document back, or draws it up anew. */
const RANK: Readonly<Record<DocumentState, number>> = {
  draft: 0,
  approved: 1,
  issued: 2,
  pending_surrender_for_amendment: 3,
  pending_surrender_for_delivery: 3,
  surrendered_for_amendment: 4,
  surrendered_for_delivery: 5,
  voided: 5,
};

export type DocumentVerdict =
  { readonly kind: 'stale' | 'same' } | { readonly kind: 'news'; readonly commands: readonly DocumentCommand[] };

/**
 * What a report means for a document that is known, by the carrier's own clock and never by the order of arrival. Words of the
 * same moment count by how far along they say it is.
 * @example PENDING_SURRENDER_FOR_DELIVERY while `approved` → issue, hand_in_for_delivery: the issue was lost, and is made up for
 */
export function judgeDocument(
  state: DocumentState,
  lastReportedAt: Date | null,
  { state: told, asOf }: Pick<DocumentReport, 'state' | 'asOf'>,
): DocumentVerdict {
  const isOlder = asOf !== null && lastReportedAt !== null && asOf < lastReportedAt;
  const isNoLater = asOf !== null && lastReportedAt !== null && asOf <= lastReportedAt;
  if (isOlder || TRANSPORT_DOCUMENT.isFinal(state)) return { kind: told === state ? 'same' : 'stale' };
  if (told === state) return { kind: 'same' };
  if (isNoLater && RANK[told] <= RANK[state]) return { kind: 'stale' };
  const command = COMMANDS[told].find((one) => TRANSPORT_DOCUMENT.allows(state, one));
  if (command !== undefined) return { kind: 'news', commands: [command] };
  const next = COMMANDS[told][0];
  const isReachable =
    next !== undefined && TRANSPORT_DOCUMENT.allows('issued', next) && TRANSPORT_DOCUMENT.allows(state, 'issue');
  return isReachable ? { kind: 'news', commands: ['issue', next] } : { kind: 'stale' };
}
