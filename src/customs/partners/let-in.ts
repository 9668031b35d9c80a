import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { type Sentence } from '../../kernel/sentence.js';

/** The door is shut to us: our configuration is wrong, the message is not. */
const NOT_LET_IN: readonly unknown[] = [401, 403];

/** How a partner of customs is understood where it answers by a refusal. */
export interface Doorway {
  /** What is said where it does not let us in. */
  readonly shut: Sentence;
  /** What is said where it does not take the message. */
  readonly refused: Sentence;
  /** Its own words, out of its answer. */
  readonly reasonOf: (answer: string) => string;
}

/**
 * Calls a partner of customs. Not to be let in is no answer to the message: it is tried again.
 * @throws PartnerUnavailableError, PartnerRejectedError with the partner's own words
 */
export async function letIn<Answer>(doorway: Doorway, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof PartnerRejectedError)) throw error;
    if (NOT_LET_IN.includes(error.details['status'])) {
      throw new PartnerUnavailableError(doorway.shut, { partner: 'customs' }, [], { cause: error });
    }
    throw refusal(doorway, doorway.reasonOf(String(error.details['reason'] ?? '')), error);
  }
}

export function refusal({ refused }: Doorway, reason: string, cause?: unknown): PartnerRejectedError {
  return new PartnerRejectedError(refused, { partner: 'customs', reason }, [], { cause });
}
