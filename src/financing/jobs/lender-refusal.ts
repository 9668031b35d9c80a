import { type PartnerRejectedError } from '../../kernel/partner-errors.js';
import { type Reason, reasonOf } from '../../kernel/sentence.js';
import { beginningOf } from '../../platform/partners/storable-text.js';

const REASON_MAX = 500;

/** Why a lender does not take something: its `message` where it answers in JSON as it should, else its answer word for word. */
export function refusalOf(error: PartnerRejectedError): Reason {
  const answer = String(error.details['reason'] ?? error.message);
  return reasonOf(beginningOf(messageIn(answer) ?? answer, REASON_MAX));
}

function messageIn(answer: string): string | null {
  try {
    const { message } = JSON.parse(answer) as { readonly message?: unknown };
    return typeof message === 'string' && message !== '' ? message : null;
  } catch {
    return null;
  }
}
