import { defineWatch } from '../../queues/job-definition.js';

export interface AdvanceClock {
  readonly advanceId: string;
}

/** Lets a sandbox tenant's time pass. A watch: whatever fails, the clock comes to where it was sent. */
export const ADVANCE_CLOCK = defineWatch<AdvanceClock>('operations.advance-clock');
