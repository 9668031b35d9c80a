import { type Bilingual } from '../../kernel/sentence.js';
import { REDELIVERY_UNSAFE } from './declaration-request.sentences.js';
import { type DeclarationState } from './declaration-status.js';

export type Unsafe = keyof typeof REDELIVERY_UNSAFE;

export interface LostMessage {
  readonly state: DeclarationState;
  /** How often it was declared. */
  readonly attempt: number;
  /** A receipt of this attempt is kept that could not be applied yet. */
  readonly hasUnsettledReceipts: boolean;
  /** Whoever wrote the attempt may still declare it. */
  readonly isEntrusted: boolean;
}

const BEFORE: readonly DeclarationState[] = ['draft', 'blocked'];
const SENT_BACK: readonly DeclarationState[] = ['rejected', 'withdrawn'];

/**
 * Whether the message of the running attempt may be looked for and, if customs does not know it, sent again. It keeps its
 * reference, to which the single window gives its first answer, so what got through is not declared twice; all the same it
 * is not sent while anything says that customs has it.
 * @returns null when it may, else why not
 */
export function redeliveryIsUnsafe({ state, attempt, hasUnsettledReceipts, isEntrusted }: LostMessage): Unsafe | null {
  if (BEFORE.includes(state)) return attempt === 0 ? 'never_sent' : 'sent_back';
  if (SENT_BACK.includes(state)) return 'sent_back';
  if (state === 'cancelled' || state === 'exit_cancelled') return 'over';
  if (state !== 'queued' && state !== 'submitted') return 'customs_has_it';
  if (hasUnsettledReceipts) return 'answer_waits';
  return isEntrusted ? null : 'mandate_ended';
}

export function whyUnsafe(unsafe: Unsafe): Bilingual {
  return REDELIVERY_UNSAFE[unsafe];
}
