import { type Sentence } from '../../../kernel/sentence.js';
import { SAY_ASSIGNMENT as SAY } from './assignment.sentences.js';
import { type AssignmentState } from './assignment-status.js';

/** Why the receivable of an order is not assigned yet; empty where the buyer has acknowledged it. Null where nobody has begun. */
export function assignmentReasons(state: AssignmentState | null): readonly Sentence[] | null {
  if (state === null || state === 'released') return null;
  if (state === 'acknowledged') return [];
  return [state === 'drafted' ? SAY.not_sent : SAY.not_acknowledged];
}
