import { type Feedback } from '../booking-report.js';
import {
  INSTRUCTIONS_UPDATE,
  type InstructionsCommand,
  type InstructionsState,
  SHIPPING_INSTRUCTIONS,
  type UpdateCommand,
  type UpdateState,
} from './shipping-instructions-status.js';

/** DCSA Bill of Lading 3.0 `shippingInstructionsStatus`. */
export const INSTRUCTIONS_STATUSES = ['RECEIVED', 'PENDING_UPDATE', 'COMPLETED', 'CANCELLED', 'DECLINED'] as const;
export type InstructionsStatus = (typeof INSTRUCTIONS_STATUSES)[number];

/** How the carrier says that shipping instructions stand. A field that it did not mention is null. */
export interface InstructionsReport {
  readonly shippingInstructionsStatus: InstructionsStatus;
  readonly updatedShippingInstructionsStatus: string | null;
  /** Our own reference (type FF), where the message carries them whole. */
  readonly forwarderReference: string | null;
  readonly shippingInstructionsReference: string | null;
  readonly transportDocumentReference: string | null;
  /** Which of our revisions the word on the update is about. */
  readonly revision: number | null;
  readonly feedbacks: readonly Feedback[] | null;
  readonly reasons: readonly string[];
  /** When the carrier said it; null for what it answers when asked. */
  readonly asOf: Date | null;
}

export interface InstructionsStanding {
  readonly state: InstructionsState;
  readonly updateState: UpdateState;
  readonly revision: number;
  readonly updateTakenAt: Date | null;
  readonly lastReportedAt: Date | null;
}

export interface InstructionsVerdict {
  readonly command: InstructionsCommand | null;
  readonly update: UpdateCommand | null;
}

const COMMAND: Readonly<Record<InstructionsStatus, InstructionsCommand>> = {
  RECEIVED: 'receive',
  PENDING_UPDATE: 'require_update',
  COMPLETED: 'complete',
  CANCELLED: 'cancel',
  DECLINED: 'decline',
};

const OF_UPDATE: Readonly<Record<string, UpdateCommand>> = {
  UPDATE_RECEIVED: 'receive',
  UPDATE_CONFIRMED: 'confirm',
  UPDATE_CANCELLED: 'drop',
  UPDATE_DECLINED: 'decline',
};

/**
 * What a report means, by the carrier's own clock and never by the order of arrival; null where it is older than what is known.
 * The word on an update counts for the revision it is about: one on an earlier revision says nothing of the open one.
 * @example update requested as revision 3, then UPDATE_CONFIRMED of revision 2 → nothing of the update
 */
export function judgeInstructions(
  standing: InstructionsStanding,
  report: InstructionsReport,
): InstructionsVerdict | null {
  const { state, lastReportedAt } = standing;
  if (report.asOf !== null && lastReportedAt !== null && report.asOf < lastReportedAt) return null;
  if (SHIPPING_INSTRUCTIONS.isFinal(state)) return null;
  const command = COMMAND[report.shippingInstructionsStatus];
  const isNews = SHIPPING_INSTRUCTIONS.table[command].to !== state && SHIPPING_INSTRUCTIONS.allows(state, command);
  return { command: isNews && !isOvertaken(standing, report) ? command : null, update: ofUpdate(standing, report) };
}

/**
 * Words of one moment come in any order: that an update is wanted is said after the receipt of the instructions, and before
 * the update is agreed to.
 */
function isOvertaken(
  { state, updateState, lastReportedAt }: InstructionsStanding,
  report: InstructionsReport,
): boolean {
  const { asOf, shippingInstructionsStatus: told, updatedShippingInstructionsStatus: ofIt } = report;
  if (asOf === null || asOf.getTime() !== lastReportedAt?.getTime()) return false;
  const isAgreed = ofIt === 'UPDATE_CONFIRMED';
  if (told === 'RECEIVED') return state === 'pending_update' && !isAgreed;
  return told === 'PENDING_UPDATE' && updateState === 'confirmed' && !isAgreed;
}

function ofUpdate(standing: InstructionsStanding, report: InstructionsReport): UpdateCommand | null {
  const { updateState, revision, updateTakenAt } = standing;
  const said = report.updatedShippingInstructionsStatus;
  const command = said === null ? undefined : OF_UPDATE[said];
  if (command === undefined || !INSTRUCTIONS_UPDATE.allows(updateState, command)) return null;
  if (report.revision !== null) return report.revision === revision ? command : null;
  return updateTakenAt === null ? null : command;
}
