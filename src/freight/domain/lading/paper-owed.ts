import { type InstructionsState, type UpdateState } from './shipping-instructions-status.js';

export type InstructionsOwed = 'instructions' | 'cancellation' | 'update' | 'update_withdrawal';

/** What the carrier is still to be sent of shipping instructions; null where it has all of it. */
export function owedOf(row: {
  readonly state: InstructionsState;
  readonly updateState: UpdateState;
  readonly isCancelling: boolean;
  readonly shippingInstructionsReference: string | null;
  readonly updateTakenAt: Date | null;
}): InstructionsOwed | null {
  const { state, updateState, isCancelling, shippingInstructionsReference, updateTakenAt } = row;
  if (shippingInstructionsReference === null) return state === 'requested' ? 'instructions' : null;
  if (!['requested', 'received', 'pending_update'].includes(state)) return null;
  if (isCancelling) return 'cancellation';
  if (updateState === 'requested' && updateTakenAt === null) return 'update';
  return updateState === 'withdrawing' ? 'update_withdrawal' : null;
}
