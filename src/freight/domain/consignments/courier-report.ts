import { type Classifier } from '../transport-event.js';
import { CONSIGNMENT, type ConsignmentCommand, type ConsignmentState } from './consignment-status.js';

/** How a courier calls where a consignment stands. */
export const COURIER_STATUSES = [
  'RECEIVED',
  'ACCEPTED',
  'COLLECTED',
  'IN_TRANSIT',
  'DELIVERED',
  'REJECTED',
  'CANCELLED',
  'RETURNED',
  'LOST',
] as const;
export type CourierStatus = (typeof COURIER_STATUSES)[number];

/** One thing that happened, or is to happen, to a consignment. The words are those of sea tracking. */
export interface CourierEvent {
  /** The courier's id of it: a repeat has the same. */
  readonly eventId: string;
  readonly classifier: Classifier;
  /** DCSA: `RECE`, `DEPA`, `ARRI`, `CUSR`, `DROP`, …; a code that nobody knows stays as it is. */
  readonly code: string;
  readonly sourceCode: string;
  /** With the offset of the place. */
  readonly at: string;
  readonly reportedAt: string;
  /** UN/LOCODE. */
  readonly location: string | null;
  /** Of which piece; null for all of them. */
  readonly trackingNumber: string | null;
  readonly remark: string | null;
}

/** What the courier says of one consignment: all that it knows, each time. */
export interface CourierReport {
  /** Ours. */
  readonly reference: string;
  readonly courierReference: string | null;
  readonly status: CourierStatus;
  /** By the courier's clock. */
  readonly asOf: Date;
  readonly reason: string | null;
  /** Of the whole: air waybill, rail consignment note, or the first item's number. */
  readonly waybillNumber: string | null;
  /** One for each piece, in the order of the pieces; as many as the courier gives. */
  readonly trackingNumbers: readonly string[];
  readonly isCancellationDeclined: boolean;
  readonly events: readonly CourierEvent[];
}

const MEANS: Readonly<Record<CourierStatus, ConsignmentCommand | null>> = {
  RECEIVED: null,
  ACCEPTED: 'accept',
  COLLECTED: 'collect',
  IN_TRANSIT: 'carry',
  DELIVERED: 'deliver',
  REJECTED: 'reject',
  CANCELLED: 'cancel',
  RETURNED: 'send_back',
  LOST: 'lose',
};

/**
 * What a report asks of a consignment. One that is older than what was acted on before, that repeats it, or that comes after
 * the end changes no state; its events are facts all the same.
 */
export function judgeCourier(
  state: ConsignmentState,
  lastReportedAt: Date | null,
  { status, asOf }: Pick<CourierReport, 'status' | 'asOf'>,
): ConsignmentCommand | null {
  if (lastReportedAt !== null && asOf < lastReportedAt) return null;
  const command = MEANS[status];
  return command !== null && CONSIGNMENT.allows(state, command) ? command : null;
}

/** From `accept` on the courier has named it, and labels can be printed. */
export function isNamed(status: CourierStatus): boolean {
  return status !== 'RECEIVED' && status !== 'REJECTED' && status !== 'CANCELLED';
}
